import type { Position, View } from '../state/address';
import type { Graph } from './operations';
import type { LayoutInput } from './simulate';

/** Where the layout placed nodes, by arrangement. A node keeps its place while the page is open, also when it is removed and comes back. */
const arrangements = new Map<number, Map<string, Position>>();

const waiting = new Map<number, (placed: [string, number, number][]) => void>();
let worker: Worker | null = null;
let runs = 0;

type Placed = Pick<View, 'arrangement' | 'pins'>;

/** Where a node is: where it is pinned, else where the layout placed it. */
export function positionOf(id: string, { arrangement, pins }: Placed): Position | undefined {
  return pins.get(id) ?? arrangements.get(arrangement)?.get(id);
}

/** Places the nodes of a graph that have no position; those that have one stay. */
export async function place(graph: Graph, view: Placed): Promise<void> {
  const positions = positionsIn(view.arrangement);
  // A node keeps a pin's place when the pin is removed, if it never had another.
  for (const [id, position] of view.pins) if (!positions.has(id)) positions.set(id, position);
  if (graph.nodes.every((node) => positions.has(node.id))) return;
  const shown = new Set(graph.nodes.map((node) => node.id));
  const placed = await run({
    nodes: graph.nodes.map(({ id }) => {
      const fixed = positionOf(id, view);
      return fixed ? { id, fixed } : { id };
    }),
    links: graph.relationships
      .filter(({ source, target }) => source !== target && shown.has(source) && shown.has(target))
      .map(({ source, target }) => ({ source, target })),
  });
  for (const [id, x, y] of placed) if (!positions.has(id)) positions.set(id, { x, y });
}

/** Forgets where the nodes of an arrangement are. */
export function forget(arrangement: number): void {
  arrangements.delete(arrangement);
}

function positionsIn(arrangement: number): Map<string, Position> {
  let positions = arrangements.get(arrangement);
  if (!positions) arrangements.set(arrangement, (positions = new Map()));
  return positions;
}

function run(input: LayoutInput): Promise<[string, number, number][]> {
  if (!worker) {
    worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<{ run: number; placed: [string, number, number][] }>) => {
      waiting.get(data.run)?.(data.placed);
      waiting.delete(data.run);
    });
  }
  runs += 1;
  const number = runs;
  worker.postMessage({ ...input, run: number });
  return new Promise((resolve) => waiting.set(number, resolve));
}
