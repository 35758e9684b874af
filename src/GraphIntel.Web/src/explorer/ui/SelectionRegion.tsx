import type { Model } from '../api/model';
import { singularOf } from '../api/names';
import { nodeTitle, relationshipTitle } from '../graph/elements';
import type { Graph } from '../graph/operations';
import type { View } from '../state/address';

/** Tells screen readers what is selected. */
export function SelectionRegion({ model, graph, view }: { model: Model; graph: Graph; view: View }) {
  return <div className="visually-hidden" role="status" aria-live="polite" data-testid="selection">{describe(model, graph, view)}</div>;
}

function describe(model: Model, graph: Graph, view: View): string {
  if (view.selected.length > 1) return `${view.selected.length} selected`;
  const id = view.selected[0];
  const node = graph.nodes.find((one) => one.id === id);
  if (node) {
    const type = model.type(node.type);
    const count = graph.relationships.filter((one) => one.source === id || one.target === id).length;
    return `Selected ${nodeTitle(node)}, ${type ? singularOf(type) : ''}, ${count} ${count === 1 ? 'relationship' : 'relationships'} shown`;
  }
  const relationship = graph.relationships.find((one) => one.id === id);
  if (!relationship) return '';
  const label = (end: string) => graph.nodes.find((one) => one.id === end)?.label ?? end;
  return `Selected ${label(relationship.source)} ${relationshipTitle(model, relationship)} ${label(relationship.target)}`;
}
