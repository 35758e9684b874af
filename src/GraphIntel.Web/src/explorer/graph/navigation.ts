import type { Position } from '../state/address';

const directions: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * The node that an arrow key leads to: the nearest in that direction, where a node beside the way counts as farther; null if
 * there is none, or for another key. Without a current node, it is the first.
 */
export function neighborInDirection(
  key: string, current: string | null, nodes: readonly string[], positionOf: (id: string) => Position | undefined,
): string | null {
  const direction = directions[key];
  if (!direction) return null;
  const from = current === null ? undefined : positionOf(current);
  if (!from) return nodes[0] ?? null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of nodes) {
    const to = positionOf(id);
    if (!to || id === current) continue;
    const along = (to.x - from.x) * direction[0] + (to.y - from.y) * direction[1];
    const aside = Math.abs((to.x - from.x) * direction[1]) + Math.abs((to.y - from.y) * direction[0]);
    if (along <= 0 || aside > along * 2) continue;
    const distance = along + aside * 2;
    if (distance < least) {
      least = distance;
      best = id;
    }
  }
  return best;
}
