import type { GraphRelationship } from './entities';

/** The neighbors of a node that have no other neighbor, which collapsing it removes. */
export function leavesOf(id: string, relationships: readonly GraphRelationship[]): string[] {
  const neighbors = new Map<string, Set<string>>();
  const add = (from: string, to: string) => neighbors.set(from, (neighbors.get(from) ?? new Set()).add(to));
  for (const { source, target } of relationships) {
    if (source === target) continue;
    add(source, target);
    add(target, source);
  }
  return [...(neighbors.get(id) ?? [])].filter((other) => neighbors.get(other)?.size === 1);
}
