import { useSyncExternalStore } from 'react';

export type Scheme = 'auto' | 'light' | 'dark';

const key = 'graphintel.scheme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

let chosen: Scheme = read();
show();
dark.addEventListener('change', () => notify());

function read(): Scheme {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

function show(): void {
  document.documentElement.style.colorScheme = chosen === 'auto' ? 'light dark' : chosen;
}

function notify(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The scheme in use, light or dark. */
export function useColorScheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, () => (chosen === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen));
}

/** Exchanges light and dark. */
export function toggleScheme(): void {
  const now = chosen === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen;
  chosen = now === 'dark' ? 'light' : 'dark';
  localStorage.setItem(key, chosen);
  show();
  notify();
}
