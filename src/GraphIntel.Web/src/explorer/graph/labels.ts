import type { Collection, Core, EdgeSingular, NodeSingular } from 'cytoscape';
import { nodeSize } from './shapes';

// Sizes of the texts in the coordinates of the graph, where they are not scaled.
export const nodeText = { size: 12, weight: 500, lineHeight: 1.2, width: 130, margin: 5 };
export const edgeText = { size: 9.5, weight: 400, lineHeight: 1.15, width: 190 };

/** Where an element keeps the text that is drawn: its title, or nothing. A relationship has it in its middle, or aside, at an offset from its source. */
export const drawn = { text: 'text', aside: 'aside', offset: 'offset' };

// Where a text can be on a relationship: parts of the way from its source, those nearest to the middle first.
const places = [0.5, 0.4, 0.6, 0.3, 0.7];
// By how much two texts may cover each other, so that as many as possible are drawn.
const tolerance = 3;

/** A rectangle around a point, turned by an angle. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Radians. */
  angle: number;
}

/** By how much texts are larger than the graph at a zoom, so that they can be read at each: in steps, so that they seldom change. */
export function scaleOf(zoom: number): number {
  // Beside small nodes, texts are smaller too.
  const least = zoom < 1 ? 0.85 : 1;
  return 2 ** (Math.ceil(2 * Math.log2(least / zoom) - 0.01) / 2);
}

/**
 * Draws the texts that cover no other: those of what comes first in the order of importance, then others that there is room for.
 * The rest are drawn when the pointer rests near them, and when they are selected.
 */
export function drawTexts(cy: Core, scale: number, selected: readonly string[], among: Collection | null): void {
  const chosen = new Set(selected);
  const visible = cy.elements().filter((element) => element.visible());
  const considered = among ? visible.intersection(among) : visible;
  const nodes = considered.nodes().toArray() as NodeSingular[];
  const edges = considered.edges().toArray() as EdgeSingular[];
  const rankOf = (edge: EdgeSingular) =>
    chosen.has(edge.id()) ? 0 : edge.hasClass('past') ? 4 : chosen.has(String(edge.data('source'))) || chosen.has(String(edge.data('target'))) ? 1 : edge.hasClass('denied') || edge.hasClass('disputed') ? 2 : 3;
  const degrees = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const edge of edges) {
    for (const end of [edge.data('source'), edge.data('target')]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    ends.set(endsOf(edge), (ends.get(endsOf(edge)) ?? 0) + 1);
  }
  const rankOfNode = (node: NodeSingular) => (chosen.has(node.id()) ? Number.POSITIVE_INFINITY : (degrees.get(node.id()) ?? 0));
  // A circle leaves the corners of its square free.
  const bodies = new Map(nodes.map((node) => [node.id(), { ...node.position(), width: nodeSize * 0.9, height: nodeSize * 0.9, angle: 0 }]));
  const taken = new Plane([...bodies.values()]);
  const shown = new Map<string, number>();
  const take = (id: string, boxes: Box[], isForced: boolean, own?: Box) => {
    const free = boxes.findIndex((box) => taken.isFree(box, own));
    const at = free < 0 && isForced ? 0 : free;
    if (at < 0) return;
    taken.add(boxes[at]!);
    shown.set(id, at);
  };
  for (const { one: node } of ranked(nodes, (one) => -rankOfNode(one))) take(node.id(), [nodeBox(node, scale)], scale <= 1 || chosen.has(node.id()), bodies.get(node.id()));
  for (const { one: edge, rank } of ranked(edges, rankOf)) take(edge.id(), edgeBoxes(edge, scale, ends.get(endsOf(edge))! > 1), rank === 0);
  cy.batch(() => {
    for (const element of visible.toArray() as (NodeSingular | EdgeSingular)[]) {
      const at = shown.get(element.id());
      const title = at === undefined ? '' : String(element.data('title'));
      set(element, drawn.text, at === 0 ? title : '');
      if (!element.isEdge()) continue;
      set(element, drawn.aside, at === 0 ? '' : title);
      set(element, drawn.offset, Math.round(lengthOf(element) * places[at ?? 0]! - nodeSize / 2));
    }
  });
}

function ranked<T>(all: readonly T[], rankOf: (one: T) => number): { one: T; rank: number }[] {
  return all.map((one) => ({ one, rank: rankOf(one) })).toSorted((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
}

/** The same for all relationships between two nodes, which are bent apart. */
function endsOf(edge: EdgeSingular): string {
  return [edge.data('source'), edge.data('target')].toSorted().join(' ');
}

// Cytoscape computes a style anew for each value that is set, also for the same one.
function set(element: NodeSingular | EdgeSingular, name: string, value: unknown): void {
  if (element.data(name) !== value) element.data(name, value);
}

function nodeBox(node: NodeSingular, scale: number): Box {
  const { x, y } = node.position();
  const { width, lines } = measure(String(node.data('title')), nodeText);
  const height = lines * nodeText.size * nodeText.lineHeight * scale;
  return { x, y: y + nodeSize / 2 + nodeText.margin + height / 2, width: width * scale - tolerance, height: height - tolerance, angle: 0 };
}

/** Where the text of a relationship can be, the best first; nowhere if the text is longer than the relationship. One that is bent has it in its middle. */
function edgeBoxes(edge: EdgeSingular, scale: number, isBent: boolean): Box[] {
  const [from, to] = [edge.source().position(), edge.target().position()];
  const { width, lines } = measure(String(edge.data('title')), edgeText);
  const rest = lengthOf(edge) - nodeSize - width * scale;
  if (rest < 0) return [];
  const box = { width: width * scale - tolerance, height: lines * edgeText.size * edgeText.lineHeight * scale - tolerance, angle: Math.atan2(to.y - from.y, to.x - from.x) };
  if (isBent) return [{ ...edge.midpoint(), ...box }];
  const isWithin = (part: number) => Math.abs(part - 0.5) * lengthOf(edge) <= rest / 2;
  return places.filter(isWithin).map((part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, ...box }));
}

function lengthOf(edge: EdgeSingular): number {
  const [from, to] = [edge.source().position(), edge.target().position()];
  return Math.hypot(to.x - from.x, to.y - from.y);
}

const cellSize = 160;

/** Rectangles by the cells of a grid, so that one is compared only with those near it. */
class Plane {
  private readonly cells = new Map<string, Box[]>();

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  isFree(box: Box, own?: Box): boolean {
    return !cellsOf(box).some((cell) => this.cells.get(cell)?.some((other) => other !== own && overlap(other, box)));
  }
}

function cellsOf(box: Box): string[] {
  const [x, y] = [extent(box, 0), extent(box, Math.PI / 2)];
  const cells: string[] = [];
  for (let column = Math.floor((box.x - x) / cellSize); column <= Math.floor((box.x + x) / cellSize); column++) {
    for (let row = Math.floor((box.y - y) / cellSize); row <= Math.floor((box.y + y) / cellSize); row++) cells.push(`${column} ${row}`);
  }
  return cells;
}

/** Whether two rectangles have a point in common: no side of one separates them. */
export function overlap(a: Box, b: Box): boolean {
  const [x, y] = [b.x - a.x, b.y - a.y];
  if (a.angle === 0 && b.angle === 0) return Math.abs(x) * 2 < a.width + b.width && Math.abs(y) * 2 < a.height + b.height;
  return [a.angle, a.angle + Math.PI / 2, b.angle, b.angle + Math.PI / 2].every((angle) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return Math.abs(x * cos + y * sin) < extent(a, angle) + extent(b, angle);
  });
}

/** Half of the length of a rectangle's shadow on a line. */
function extent({ width, height, angle }: Box, line: number): number {
  return (width * Math.abs(Math.cos(angle - line)) + height * Math.abs(Math.sin(angle - line))) / 2;
}

const measured = new Map<string, { width: number; lines: number }>();
let context: CanvasRenderingContext2D | null = null;

/** The widest line of a text and the number of its lines, when words go to the next line beyond a width. */
function measure(text: string, { size, width: most, weight }: typeof nodeText | typeof edgeText): { width: number; lines: number } {
  const key = `${size} ${text}`;
  const known = measured.get(key);
  if (known) return known;
  context ??= document.createElement('canvas').getContext('2d')!;
  context.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  const space = context.measureText(' ').width;
  const result = { width: 0, lines: 0 };
  for (const line of text.split('\n')) {
    let width = 0;
    result.lines += 1;
    for (const word of line.split(' ')) {
      const length = context.measureText(word).width;
      if (width > 0 && width + space + length > most) {
        result.lines += 1;
        width = 0;
      }
      width += (width > 0 ? space : 0) + length;
      result.width = Math.max(result.width, width);
    }
  }
  measured.set(key, result);
  return result;
}
