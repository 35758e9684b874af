import type { Core } from 'cytoscape';

const edge = 30;
const bar = 66;
// Room for the texts below the outermost nodes.
const below = 34;

/** Where the canvas shows all of the graph, beside the legend and above the bar of the selection, no larger than is useful. */
export function fitted(cy: Core): { zoom: number; pan: { x: number; y: number } } {
  const { x1, y1, w, h } = cy.elements(':visible').boundingBox({ includeLabels: false });
  const container = cy.container()!.getBoundingClientRect();
  const legend = document.querySelector('.legend[open]')?.getBoundingClientRect();
  const isNarrow = container.width < 560;
  const beside = isNarrow ? 34 : 48;
  const left = legend && !isNarrow ? legend.right - container.left + edge / 2 : edge / 2;
  const tools = document.querySelector('.tools')?.getBoundingClientRect();
  const right = tools && tools.width > 0 ? bar : edge;
  const bottom = Math.min(bar, container.height * 0.18);
  const top = Math.min(edge, container.height * 0.1);
  const width = Math.max(40, container.width - left - right - 2 * beside);
  const height = Math.max(40, container.height - top - bottom - below);
  // On a large screen, larger.
  const largestZoom = Math.min(1.9, Math.max(1.25, container.height / 620));
  const zoom = Math.min(largestZoom, width / Math.max(1, w), height / Math.max(1, h));
  return { zoom, pan: { x: left + beside + width / 2 - zoom * (x1 + w / 2), y: top + height / 2 - zoom * (y1 + h / 2) } };
}
