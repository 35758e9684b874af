import { maxShown } from './address';
import { adjust, currentView, go } from './store';

/** Shows more nodes, and returns how many did not fit. */
export function showNodes(ids: string[], selected?: string[]): number {
  const view = currentView();
  const all = [...new Set([...view.nodes, ...ids])];
  go({ nodes: all.slice(0, maxShown), ...(selected ? { selected } : {}) });
  return Math.max(0, all.length - maxShown);
}

/** Shows one node, and selects it. */
export function openNode(id: string): void {
  if (currentView().nodes.includes(id)) select([id]);
  else showNodes([id], [id]);
}

export function removeNodes(ids: string[]): void {
  const gone = new Set(ids);
  go((view) => ({
    nodes: view.nodes.filter((id) => !gone.has(id)),
    pins: new Map([...view.pins].filter(([id]) => !gone.has(id))),
    selected: view.selected.filter((id) => !gone.has(id)),
  }));
}

/** Shows only these nodes. */
export function keepNodes(ids: string[]): void {
  const kept = new Set(ids);
  removeNodes(currentView().nodes.filter((id) => !kept.has(id)));
}

export function select(ids: string[]): void {
  adjust({ selected: ids });
}

/** Adds to the selection, or removes from it. */
export function toggleSelected(id: string): void {
  adjust((view) => ({ selected: view.selected.includes(id) ? view.selected.filter((one) => one !== id) : [...view.selected, id] }));
}

/** Pins a node where it was dragged to. */
export function pin(id: string, x: number, y: number): void {
  go((view) => ({ pins: new Map(view.pins).set(id, { x: Math.round(x), y: Math.round(y) }) }));
}

export function unpinAll(): void {
  go({ pins: new Map() });
}

/** Hides or shows the nodes or relationships of a type. */
export function toggleHidden(type: string): void {
  go((view) => ({ hidden: view.hidden.includes(type) ? view.hidden.filter((one) => one !== type) : [...view.hidden, type] }));
}
