import type { Position } from '../state/address';
import type { Graph } from './operations';
import type { LayoutInput } from './simulate';

/** Where nodes are. A node keeps its position while the page is open, also when it is removed and comes back. */
export const positions = new Map<string, Position>();

const waiting = new Map<number, (placed: [string, number, number][]) => void>();
let worker: Worker | null = null;
let runs = 0;

/** Places the nodes of a graph that have no position; those that have one stay. */
export async function place(graph: Graph, pins: ReadonlyMap<string, Position>): Promise<void> {
  for (const [id, position] of pins) positions.set(id, position);
  if (graph.nodes.every((node) => positions.has(node.id))) return;
  const shown = new Set(graph.nodes.map((node) => node.id));
  const placed = await run({
    nodes: graph.nodes.map(({ id }) => {
      const fixed = positions.get(id);
      return fixed ? { id, fixed } : { id };
    }),
    links: graph.relationships
      .filter(({ source, target }) => source !== target && shown.has(source) && shown.has(target))
      .map(({ source, target }) => ({ source, target })),
  });
  for (const [id, x, y] of placed) if (!positions.has(id)) positions.set(id, { x, y });
}

/** Forgets where nodes are, except for pinned ones. */
export function forget(pins: ReadonlyMap<string, Position>): void {
  for (const id of positions.keys()) if (!pins.has(id)) positions.delete(id);
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
