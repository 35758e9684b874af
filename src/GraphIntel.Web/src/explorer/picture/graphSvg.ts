import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import type { Model } from '../api/model';
import { drawn, edgeText, nodeText } from '../graph/labels';
import { markOf, readColors } from '../graph/shapes';
import { escape, markSvg } from './svg';

const margin = 40;

/** The graph as SVG, from the positions and colors on the canvas. */
export function graphSvg(cy: Core, model: Model): string {
  const shown = cy.elements(':visible');
  const { x1, y1, w, h } = shown.boundingBox();
  const background = readColors(['--surface'])['--surface'];
  const view = [x1 - margin, y1 - margin, w + 2 * margin, h + 2 * margin].map((one) => one.toFixed(0)).join(' ');
  const edges = shown.edges().map((edge) => edgeSvg(edge));
  const nodes = shown.nodes().map((node) => nodeSvg(node, model));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" font-family="system-ui, sans-serif">`,
    `<rect x="${(x1 - margin).toFixed(0)}" y="${(y1 - margin).toFixed(0)}" width="100%" height="100%" fill="${escape(background)}"/>`,
    ...edges, ...nodes, '</svg>',
  ].join('\n');
}

function edgeSvg(edge: EdgeSingular): string {
  const start = edge.sourceEndpoint();
  const end = edge.targetEndpoint();
  const [control] = edge.controlPoints() ?? [];
  const color = escape(String(edge.style('line-color')));
  const dash = { dashed: ' stroke-dasharray="6 4"', dotted: ' stroke-dasharray="2 4"' }[String(edge.style('line-style'))] ?? '';
  const opacity = Number(edge.style('opacity'));
  const path = control
    ? `M${point(start)} Q${point({ x: 2 * control.x - (start.x + end.x) / 2, y: 2 * control.y - (start.y + end.y) / 2 })} ${point(end)}`
    : `M${point(start)} L${point(end)}`;
  const from = control ?? start;
  const angle = (Math.atan2(end.y - from.y, end.x - from.x) * 180) / Math.PI;
  const head = edge.style('target-arrow-shape') === 'none' ? '' : `<path d="M0 0L-9 4.5V-4.5Z" fill="${color}" transform="translate(${point(end)}) rotate(${angle.toFixed(1)})"/>`;
  return `<g opacity="${opacity}"><path d="${path}" fill="none" stroke="${color}" stroke-width="${parseFloat(String(edge.style('width')))}"${dash}/>${head}${edgeTextSvg(edge)}</g>`;
}

function edgeTextSvg(edge: EdgeSingular): string {
  const [start, end] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const aside = String(edge.data(drawn.aside) ?? '');
  const way = Math.atan2(end.y - start.y, end.x - start.x);
  const offset = Number(edge.data(drawn.offset));
  const { x, y } = aside ? { x: start.x + offset * Math.cos(way), y: start.y + offset * Math.sin(way) } : edge.midpoint();
  // No text is upside down.
  const turned = ((way * 180) / Math.PI + 270) % 180 - 90;
  const size = parseFloat(String(edge.style('font-size')));
  const color = escape(String(edge.style('color')));
  return `<text y="${(y - size * 0.3).toFixed(1)}" font-size="${size.toFixed(1)}" text-anchor="middle" fill="${color}" transform="rotate(${turned.toFixed(1)} ${point({ x, y })})">${linesSvg(aside || edge.data(drawn.text), x, size * edgeText.lineHeight)}</text>`;
}

function nodeSvg(node: NodeSingular, model: Model): string {
  const { x, y } = node.position();
  const { corners } = markOf(model, String(node.data('type')));
  const half = node.width() / 2;
  const size = parseFloat(String(node.style('font-size')));
  const paint = `fill="${escape(String(node.style('background-color')))}" stroke="${escape(String(node.style('border-color')))}" stroke-width="${parseFloat(String(node.style('border-width')))}" stroke-linejoin="round"`;
  const shape = markSvg(corners, x, y, half, paint);
  return `<g opacity="${Number(node.style('opacity'))}">${shape}`
    + `<text y="${(y + half + nodeText.margin + size).toFixed(1)}" font-size="${size.toFixed(1)}" text-anchor="middle" fill="${escape(String(node.style('color')))}">${linesSvg(node.data(drawn.text), x, size * nodeText.lineHeight)}</text></g>`;
}

function linesSvg(text: unknown, x: number, height: number): string {
  return String(text).split('\n').map((line, index) => `<tspan x="${x.toFixed(1)}" dy="${index === 0 ? 0 : height.toFixed(1)}">${escape(line)}</tspan>`).join('');
}

function point({ x, y }: { x: number; y: number }): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
