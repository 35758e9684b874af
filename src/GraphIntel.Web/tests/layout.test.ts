import { describe, expect, it } from 'vitest';
import { simulate } from '../src/explorer/graph/simulate';
import { leavesOf } from '../src/explorer/graph/leaves';
import type { GraphRelationship } from '../src/explorer/graph/entities';

describe('the layout', () => {
  it('places new nodes near their neighbor, and gives no place to those that have one', () => {
    const placed = simulate({
      nodes: [{ id: 'hub', fixed: { x: 1000, y: 1000 } }, { id: 'far', fixed: { x: 0, y: 0 } }, ...Array.from({ length: 50 }, (_, index) => ({ id: `new${index}` }))],
      links: Array.from({ length: 50 }, (_, index) => ({ source: 'hub', target: `new${index}` })),
    });
    expect(placed).toHaveLength(50);
    for (const [, x, y] of placed) expect(Math.hypot(x - 1000, y - 1000)).toBeLessThan(Math.hypot(x, y));
    const apart = placed.every(([a, x, y]) => placed.every(([b, u, v]) => a === b || Math.hypot(x - u, y - v) > 40));
    expect(apart).toBe(true);
  });

  it('is the same for the same graph', () => {
    const input = { nodes: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], links: [{ source: 'a', target: 'b' }] };
    expect(simulate(input)).toEqual(simulate(input));
  });
});

describe('collapsing', () => {
  it('removes the neighbors that nothing else connects', () => {
    const link = (source: string, target: string) => ({ id: source + target, source, target }) as GraphRelationship;
    expect(leavesOf('a', [link('a', 'b'), link('c', 'a'), link('c', 'd'), link('a', 'b'), link('a', 'a')])).toEqual(['b']);
  });
});
