import type { EdgeSingular, StylesheetJson } from 'cytoscape';
import type { Model } from '../api/model';
import { drawn, edgeText, nodeText } from './labels';
import { markOf, nodeSize, readColors } from './shapes';

const names = ['--surface', '--text', '--muted', '--line', '--accent', '--denied', '--disputed'] as const;

/** The style of the graph, in the colors that the page has now, with texts that are larger than the graph by a factor. */
export function graphStyle(model: Model, scale: number): StylesheetJson {
  const color = readColors(names);
  const marks = model.nodeTypes.map((type) => {
    const mark = markOf(model, type.name);
    return {
      selector: `node[type = "${type.name}"]`,
      style: { 'background-color': readColors([mark.color])[mark.color]!, shape: mark.shape as 'ellipse' },
    };
  });
  const font = getComputedStyle(document.body).fontFamily;
  return [
    {
      selector: 'node',
      style: {
        width: nodeSize, height: nodeSize,
        'border-width': 2, 'border-color': color['--surface'],
        label: `data(${drawn.text})`, color: color['--text'], 'font-size': nodeText.size * scale, 'font-family': font, 'font-weight': nodeText.weight,
        'text-valign': 'bottom', 'text-margin-y': nodeText.margin, 'line-height': nodeText.lineHeight, 'text-wrap': 'wrap', 'text-max-width': `${nodeText.width * scale}px`,
        'text-outline-color': color['--surface'], 'text-outline-width': 2.5 * scale,
        'overlay-opacity': 0, 'underlay-padding': 7, 'underlay-color': color['--accent'], 'underlay-opacity': 0, 'underlay-shape': 'ellipse',
      },
    },
    ...marks,
    {
      selector: 'edge',
      style: {
        width: 1.6, 'line-color': color['--line'], 'curve-style': 'bezier', 'control-point-step-size': 46,
        'target-arrow-shape': 'triangle', 'target-arrow-color': color['--line'], 'arrow-scale': 0.9,
        label: `data(${drawn.text})`, color: color['--muted'], 'font-size': edgeText.size * scale, 'font-family': font, 'font-weight': edgeText.weight, 'text-rotation': 'autorotate', 'source-text-rotation': 'autorotate',
        'text-background-color': color['--surface'], 'text-background-opacity': 0.9, 'text-background-padding': '1.5px',
        'text-max-width': `${edgeText.width * scale}px`, 'text-wrap': 'wrap', 'line-height': edgeText.lineHeight, 'overlay-opacity': 0,
      },
    },
    { selector: 'edge.undirected', style: { 'target-arrow-shape': 'none' } },
    {
      selector: '.disputed',
      style: { 'line-style': 'dashed', 'line-color': color['--disputed'], 'target-arrow-color': color['--disputed'], color: color['--disputed'] },
    },
    {
      selector: '.denied',
      style: {
        'line-style': 'dotted', width: 2.2, 'line-color': color['--denied'], 'target-arrow-color': color['--denied'], 'target-arrow-shape': 'tee', color: color['--denied'],
      },
    },
    { selector: 'node.disputed', style: { 'border-color': color['--disputed'], 'border-width': 3, 'border-style': 'dashed', color: color['--text'] } },
    { selector: 'node.denied', style: { 'border-color': color['--denied'], 'border-width': 3, 'border-style': 'dotted', color: color['--text'], 'background-opacity': 0.45 } },
    { selector: 'node.pinned', style: { 'border-color': color['--text'], 'border-width': 2.5 } },
    { selector: '.hidden', style: { display: 'none' } },
    { selector: '.past', style: { opacity: 0.14 } },
    { selector: 'node.past', style: { opacity: 0.3 } },
    { selector: '.dim', style: { opacity: 0.12 } },
    { selector: `edge[?${drawn.aside}]`, style: { label: '', 'source-label': `data(${drawn.aside})`, 'source-text-offset': (edge: EdgeSingular) => Number(edge.data(drawn.offset)) } },
    { selector: 'node.selected', style: { 'border-color': color['--accent'], 'border-width': 3, 'underlay-opacity': 0.22, 'z-index': 10 } },
    {
      selector: 'edge.selected',
      style: { width: 3.2, 'line-color': color['--accent'], 'target-arrow-color': color['--accent'], color: color['--text'], 'z-index': 10 },
    },
  ];
}
