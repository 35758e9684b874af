import { useEffect, useRef } from 'react';

/** A key or several, what it is called in the code, and what it does. */
interface Shortcut {
  action: string;
  /** As `KeyboardEvent.key` has them, with `Ctrl+` (also the command key), `Alt+` and `Shift+` before them. */
  keys: readonly string[];
  text: string;
}

/** All keyboard shortcuts, by where they work: they are bound by this list, and the page shows it. */
export const shortcuts = {
  page: [
    { action: 'search', keys: ['/'], text: 'Search' },
    { action: 'undo', keys: ['Ctrl+z'], text: 'Undo' },
    { action: 'redo', keys: ['Ctrl+y', 'Ctrl+Shift+z'], text: 'Redo' },
    { action: 'help', keys: ['?'], text: 'Show this list' },
  ],
  search: [
    { action: 'next', keys: ['ArrowDown'], text: 'Next result' },
    { action: 'previous', keys: ['ArrowUp'], text: 'Previous result' },
    { action: 'choose', keys: ['Enter'], text: 'Show the result in the graph' },
    { action: 'close', keys: ['Escape'], text: 'Close the results, then leave the search' },
  ],
  tabs: [
    { action: 'next', keys: ['ArrowRight'], text: 'Next tab' },
    { action: 'previous', keys: ['ArrowLeft'], text: 'Previous tab' },
    { action: 'first', keys: ['Home'], text: 'First tab' },
    { action: 'last', keys: ['End'], text: 'Last tab' },
  ],
  graph: [
    { action: 'move', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], text: 'Select the nearest node in that direction' },
    { action: 'extend', keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'], text: 'Add that node to the selection' },
    { action: 'expand', keys: ['Enter'], text: 'Add neighbors of the selected node' },
    { action: 'remove', keys: ['Delete', 'Backspace'], text: 'Remove what is selected' },
    { action: 'clear', keys: ['Escape'], text: 'Clear the selection' },
    { action: 'zoomIn', keys: ['+', '='], text: 'Zoom in' },
    { action: 'zoomOut', keys: ['-'], text: 'Zoom out' },
    { action: 'fit', keys: ['0'], text: 'Fit the graph into view' },
  ],
  map: [
    { action: 'take', keys: ['Enter'], text: 'Filter by what is in view' },
    { action: 'cancel', keys: ['Escape'], text: 'Do not filter' },
  ],
  time: [
    { action: 'dayBack', keys: ['ArrowLeft', 'ArrowDown'], text: 'A day earlier' },
    { action: 'dayOn', keys: ['ArrowRight', 'ArrowUp'], text: 'A day later' },
    { action: 'monthBack', keys: ['PageDown'], text: 'A month earlier' },
    { action: 'monthOn', keys: ['PageUp'], text: 'A month later' },
    { action: 'first', keys: ['Home'], text: 'The first day' },
    { action: 'last', keys: ['End'], text: 'The last day' },
  ],
} as const satisfies Record<string, readonly Shortcut[]>;

export type Area = keyof typeof shortcuts;
export type Action<A extends Area> = (typeof shortcuts)[A][number]['action'];

/** What of a keyboard event decides; events of the browser and of React have it. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key does in an area; null if it has no meaning there. */
export function actionOf<A extends Area>(area: A, event: Pressed): Action<A> | null {
  const pressed = keyOf(event);
  const all: readonly Shortcut[] = shortcuts[area];
  return (all.find(({ keys }) => keys.includes(pressed))?.action ?? null) as Action<A> | null;
}

function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const hasControl = ctrlKey || metaKey;
  // Which characters need Shift depends on the keyboard.
  const isCharacter = key.length === 1 && !hasControl;
  return [hasControl && 'Ctrl', altKey && !isCharacter && 'Alt', shiftKey && !isCharacter && 'Shift', isCharacter ? key : key.length === 1 ? key.toLowerCase() : key]
    .filter(Boolean).join('+');
}

/** Runs a shortcut of the page, unless the key is for a field in which one types, or for a dialog. */
export function usePageShortcut(action: Action<'page'>, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (actionOf('page', event) !== action || isTaken(event)) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [action]);
}

function isTaken({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const { isContentEditable, tagName } = target as HTMLElement;
  // A list selects by the letters that one types.
  const isField = isContentEditable || ['INPUT', 'TEXTAREA'].includes(tagName) || (tagName === 'SELECT' && !ctrlKey && !metaKey);
  return isField || document.querySelector('dialog[open]') !== null;
}
