import type { Model } from '../api/model';

/** How a node type is marked: a color of the style sheet and a shape, so that no meaning is by color alone. */
export interface Mark {
  color: string;
  /** The name of the shape in Cytoscape. */
  shape: string;
  /** The corners of the shape, in a square from -1 to 1; null: a circle. */
  corners: [number, number][] | null;
}

const colorCount = 8;

/** The size of a node in the coordinates of the graph. */
export const nodeSize = 34;

const shapes: { shape: string; corners: [number, number][] | null }[] = [
  { shape: 'ellipse', corners: null },
  { shape: 'round-rectangle', corners: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]] },
  { shape: 'round-diamond', corners: [[0, -1], [1, 0], [0, 1], [-1, 0]] },
  { shape: 'round-hexagon', corners: [[-0.5, -0.9], [0.5, -0.9], [1, 0], [0.5, 0.9], [-0.5, 0.9], [-1, 0]] },
  { shape: 'round-triangle', corners: [[0, -0.95], [1, 0.85], [-1, 0.85]] },
  { shape: 'round-pentagon', corners: [[0, -1], [1, -0.25], [0.62, 0.9], [-0.62, 0.9], [-1, -0.25]] },
  { shape: 'round-octagon', corners: [[-0.4, -1], [0.4, -1], [1, -0.4], [1, 0.4], [0.4, 1], [-0.4, 1], [-1, 0.4], [-1, -0.4]] },
];

/** The mark of a node type, by its position in the model. */
export function markOf(model: Model, type: string): Mark {
  const index = Math.max(0, model.nodeTypes.findIndex((one) => one.name === type));
  return { color: `--type-${index % colorCount}`, ...shapes[index % shapes.length]! };
}

/** The colors of the style sheet as they are now, in light or dark, for what is drawn on a canvas. */
export function readColors<T extends string>(names: readonly T[]): Record<T, string> {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colors = names.map((name) => {
    probe.style.color = `var(${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(colors) as Record<T, string>;
}
