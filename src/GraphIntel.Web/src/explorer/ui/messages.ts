import { useSyncExternalStore } from 'react';

/** A short message about what was just done, with what can follow. */
export interface Message {
  text: string;
  action?: { label: string; run: () => void };
}

let current: Message | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const duration = 12_000;

/** Shows a message for some seconds; screen readers announce it. */
export function say(text: string, action?: Message['action']): void {
  set({ text, ...(action ? { action } : {}) });
  clearTimeout(timer);
  timer = setTimeout(() => set(null), duration);
}

export function dismiss(): void {
  clearTimeout(timer);
  set(null);
}

export function useMessage(): Message | null {
  return useSyncExternalStore(subscribe, () => current);
}

function set(message: Message | null): void {
  current = message;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
