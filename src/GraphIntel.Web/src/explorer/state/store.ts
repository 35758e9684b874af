import { useSyncExternalStore } from 'react';
import { type View, readView, writeView } from './address';

// The browser's history is the history of the page: undo is "back", redo is "forward".

interface Entry {
  /** Position in the history of this page. */
  depth: number;
}

type Change = Partial<View> | ((view: View) => Partial<View>);

interface Snapshot {
  view: View;
  canUndo: boolean;
  canRedo: boolean;
}

// Milliseconds. Browsers throttle pages that change their address too often.
const addressDelay = 250;
// Milliseconds after which the next change of a control is a step of its own.
const slidePause = 1_000;
const topKey = 'graphintel.history';

let depth = entryDepth(history.state);
let top = Math.max(depth, depth === 0 ? 0 : Number(sessionStorage.getItem(topKey) ?? 0));
let snapshot: Snapshot = { view: readView(location.hash), canUndo: depth > 0, canRedo: depth < top };
let pending: ReturnType<typeof setTimeout> | undefined;
// The control whose changes are one step.
let sliding: { control: string; at: number } | null = null;
const listeners = new Set<() => void>();

if (entryDepth(history.state) === 0) history.replaceState({ depth: 0 } satisfies Entry, '');

addEventListener('popstate', (event) => {
  sliding = null;
  clearTimeout(pending);
  pending = undefined;
  const state: unknown = event.state;
  // A link pasted into the address bar makes an entry without a state.
  if (!isEntry(state)) {
    depth += 1;
    setTop(depth);
    history.replaceState({ depth } satisfies Entry, '');
  } else {
    depth = state.depth;
  }
  publish(readView(location.hash));
});

/** Changes the state, as a step that can be undone. */
export function go(change: Change): void {
  push(change);
}

/** Changes the state; the changes of one control in quick succession, or of one drag, are one step. */
export function slide(control: string, change: Change, pause: number = slidePause): void {
  const isSame = sliding?.control === control && performance.now() - sliding.at < pause;
  if (isSame) adjust(change);
  else if (!push(change)) return;
  sliding = { control, at: performance.now() };
}

/** Changes the state within the current step: a selection, or a day while it plays. */
export function adjust(change: Change): void {
  publish(apply(change));
  pending ??= setTimeout(flush, addressDelay);
}

/** False if the change changes nothing. */
function push(change: Change): boolean {
  flush();
  sliding = null;
  const next = apply(change);
  if (writeView(next) === writeView(snapshot.view)) return false;
  depth += 1;
  setTop(depth);
  history.pushState({ depth } satisfies Entry, '', addressOf(next));
  publish(next);
  return true;
}

export function undo(): void {
  flush();
  if (depth > 0) history.back();
}

export function redo(): void {
  flush();
  if (depth < top) history.forward();
}

/** The state now, for handlers of events. */
export function currentView(): View {
  return snapshot.view;
}

/** The link to the state now. */
export function currentAddress(): string {
  flush();
  return location.href;
}

export function useView(): View {
  return useSyncExternalStore(subscribe, () => snapshot).view;
}

export function useHistory(): { canUndo: boolean; canRedo: boolean } {
  return useSyncExternalStore(subscribe, () => snapshot);
}

function flush(): void {
  if (pending === undefined) return;
  clearTimeout(pending);
  pending = undefined;
  history.replaceState({ depth } satisfies Entry, '', addressOf(snapshot.view));
}

function apply(change: Change): View {
  return { ...snapshot.view, ...(typeof change === 'function' ? change(snapshot.view) : change) };
}

function publish(view: View): void {
  snapshot = { view, canUndo: depth > 0, canRedo: depth < top };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function addressOf(view: View): string {
  return location.pathname + location.search + writeView(view);
}

function setTop(value: number): void {
  top = value;
  sessionStorage.setItem(topKey, String(value));
}

function isEntry(state: unknown): state is Entry {
  return typeof state === 'object' && state !== null && typeof (state as Partial<Entry>).depth === 'number';
}

function entryDepth(state: unknown): number {
  return isEntry(state) ? state.depth : 0;
}
