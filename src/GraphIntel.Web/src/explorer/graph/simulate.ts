import { type SimulationNodeDatum, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Position } from '../state/address';

export interface LayoutNode {
  id: string;
  /** Where it is already; it does not move. */
  fixed?: Position;
}

export interface LayoutInput {
  nodes: LayoutNode[];
  links: { source: string; target: string }[];
}

interface Body extends SimulationNodeDatum {
  id: string;
}

const linkLength = 220;
const spacing = 62;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const ticks = { all: 300, some: 80 };
// Placed nodes farther from all new ones than this have no effect on them.
const reach = 700;

/** Places the nodes that have no position. New ones start on a spiral around the placed nodes to which they are linked. */
export function simulate({ nodes, links }: LayoutInput): [string, number, number][] {
  const fixed = new Map(nodes.flatMap((node) => (node.fixed ? [[node.id, node.fixed] as const] : [])));
  const center = meanOf([...fixed.values()]) ?? { x: 0, y: 0 };
  const turns = new Map<string, number>();
  const started: Body[] = nodes.map((node) => {
    if (node.fixed) return { id: node.id, x: node.fixed.x, y: node.fixed.y, fx: node.fixed.x, fy: node.fixed.y };
    const hub = hubOf(node.id);
    const key = hub ? `${hub.x},${hub.y}` : '';
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    const radius = (hub ? linkLength * 0.6 : 0) + spacing * 0.7 * Math.sqrt(turn);
    const start = hub ?? center;
    return { id: node.id, x: start.x + radius * Math.cos(turn * goldenAngle), y: start.y + radius * Math.sin(turn * goldenAngle) };
  });

  const free = started.filter((body) => body.fx === undefined);
  const bodies = started.filter((body) => body.fx === undefined || free.some((other) => Math.hypot(other.x! - body.x!, other.y! - body.y!) < reach));
  const taking = new Set(bodies.map((body) => body.id));
  const count = fixed.size > 0 ? ticks.some : ticks.all;

  const simulation = forceSimulation(bodies)
    // It has cooled down after the last tick.
    .alphaDecay(1 - 0.001 ** (1 / count))
    .force('link', forceLink<Body, { source: string | Body; target: string | Body }>(links.filter((link) => taking.has(link.source) && taking.has(link.target)).map((link) => ({ ...link })))
      .id((body) => body.id)
      .distance(linkLength)
      .strength(0.35))
    .force('charge', forceManyBody().strength(-900).distanceMax(1200))
    .force('collide', forceCollide(spacing))
    .force('x', forceX(center.x).strength(0.04))
    .force('y', forceY(center.y).strength(0.07))
    .stop();
  simulation.tick(count);
  return free.map((body) => [body.id, Math.round(body.x ?? 0), Math.round(body.y ?? 0)]);

  function hubOf(id: string): Position | null {
    const near: Position[] = [];
    for (const { source, target } of links) {
      const other = source === id ? target : target === id ? source : null;
      const position = other === null ? undefined : fixed.get(other);
      if (position) near.push(position);
    }
    return meanOf(near);
  }
}

function meanOf(positions: readonly Position[]): Position | null {
  if (positions.length === 0) return null;
  const sum = positions.reduce((total, one) => ({ x: total.x + one.x, y: total.y + one.y }), { x: 0, y: 0 });
  return { x: sum.x / positions.length, y: sum.y / positions.length };
}
