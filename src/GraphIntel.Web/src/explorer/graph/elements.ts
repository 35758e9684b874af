import type { CollectionReturnValue, Core, ElementDefinition } from 'cytoscape';
import { formatDay, formatPeriod, formatSpan } from '../api/days';
import type { Model } from '../api/model';
import { isolate, words } from '../api/names';
import type { Position, View } from '../state/address';
import { type GraphNode, type GraphRelationship, lookOf } from './entities';
import { drawn } from './labels';
import { positionOf } from './layout';
import type { Graph } from './operations';

// Where an element keeps the classes that it was given.
const marks = '_marks';

/** The text on a relationship: its name, what it says of itself, and its days. */
export function relationshipTitle(model: Model, one: GraphRelationship): string {
  const look = lookOf(model, one.standing);
  const detail = one.detail ? words(one.detail) : '';
  const days = formatPeriod(one.from, one.until, one.fromPrecision, one.untilPrecision);
  return [look === 'plain' ? '' : look, words(one.label), detail, days].filter(Boolean).join(' · ');
}

/** The same in two lines, so that a long name does not cut off the days. */
function relationshipLines(model: Model, one: GraphRelationship): string {
  const title = relationshipTitle(model, { ...one, from: null, until: null });
  const days = formatPeriod(one.from, one.until, one.fromPrecision, one.untilPrecision);
  return [title, days].filter(Boolean).map((line) => isolate(line)).join('\n');
}

/** A node with its day, as one text. */
export function nodeTitle(node: GraphNode): string {
  return node.day ? `${node.label}, ${formatSpan(node.day)}` : node.label;
}

function nodeElement(node: GraphNode, view: View): ElementDefinition {
  const title = node.day ? `${isolate(shorten(node.label))}\n${formatDay(node.day.first, node.day.precision)}` : isolate(shorten(node.label));
  return { group: 'nodes', data: { id: node.id, type: node.type, title, [drawn.text]: '' }, position: { ...(positionOf(node.id, view) ?? { x: 0, y: 0 }) } };
}

function shorten(text: string): string {
  return text.length <= 46 ? text : `${text.slice(0, 44).trimEnd()}…`;
}

function edgeElement(model: Model, one: GraphRelationship): ElementDefinition {
  return { group: 'edges', data: { id: one.id, source: one.source, target: one.target, type: one.label, title: relationshipLines(model, one), [drawn.text]: '' } };
}

/** Adds and removes elements, so that the canvas has those of the graph; returns the ids of new nodes. */
export function syncElements(cy: Core, model: Model, graph: Graph, view: View): string[] {
  const wanted = new Set([...graph.nodes.map((node) => node.id), ...graph.relationships.map((one) => one.id)]);
  const added: string[] = [];
  cy.batch(() => {
    cy.elements().filter((element) => !wanted.has(element.id())).remove();
    for (const node of graph.nodes) {
      const known = cy.getElementById(node.id);
      const element = nodeElement(node, view);
      if (known.empty()) {
        cy.add(element);
        added.push(node.id);
      } else {
        retitle(known, element);
        move(known, element.position!);
      }
    }
    for (const one of graph.relationships) {
      const known = cy.getElementById(one.id);
      const element = edgeElement(model, one);
      if (known.empty()) cy.add(element);
      else retitle(known, element);
    }
  });
  return added;
}

/** Moves nodes to where they are pinned, and back when the pin is removed. */
export function moveElements(cy: Core, graph: Graph, view: View): void {
  cy.batch(() => {
    for (const { id } of graph.nodes) {
      const node = cy.getElementById(id);
      const to = positionOf(id, view);
      if (to && node.nonempty() && !node.grabbed()) move(node, to);
    }
  });
}

// Cytoscape computes a style anew for each value that is set, also for the same one.

function retitle(known: CollectionReturnValue, element: ElementDefinition): void {
  if (known.data('title') !== element.data.title) known.data('title', element.data.title);
}

function move(node: CollectionReturnValue, to: Position): void {
  const { x, y } = node.position();
  if (x !== to.x || y !== to.y) node.position({ ...to });
}

/** What is drawn differently from plain: hidden, selected, pinned, no longer or not yet so. */
export function markElements(cy: Core, model: Model, graph: Graph, view: View, isCurrent: (id: string) => boolean): void {
  const selected = new Set(view.selected);
  const hidden = new Set(view.hidden);
  cy.batch(() => {
    const mark = (id: string, type: string, standing: string | null, more: string) => {
      const look = lookOf(model, standing);
      const classes = [
        look === 'plain' ? '' : look, hidden.has(type) ? 'hidden' : '', selected.has(id) ? 'selected' : '', isCurrent(id) ? '' : 'past', more,
      ].filter(Boolean).join(' ');
      const element = cy.getElementById(id);
      if (element.empty() || element.scratch(marks) === classes) return;
      element.scratch(marks, classes);
      element.classes(classes);
    };
    for (const node of graph.nodes) mark(node.id, node.type, node.standing, view.pins.has(node.id) ? 'pinned' : '');
    for (const one of graph.relationships) mark(one.id, one.label, one.standing, model.relationship(one.label)?.undirected ? 'undirected' : '');
  });
}
