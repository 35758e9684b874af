import { describe, expect, it } from 'vitest';
import { overlap, scaleOf } from '../src/explorer/graph/labels';

const box = (x: number, y: number, width: number, height: number, degrees = 0) => ({ x, y, width, height, angle: (degrees * Math.PI) / 180 });

describe('texts in the graph', () => {
  it('cover each other where their rectangles do', () => {
    expect(overlap(box(0, 0, 100, 10), box(90, 0, 100, 10))).toBe(true);
    expect(overlap(box(0, 0, 100, 10), box(101, 0, 100, 10))).toBe(false);
    expect(overlap(box(0, 0, 100, 10), box(0, 11, 100, 10))).toBe(false);
  });

  it('may cross each other\'s frames where they are turned', () => {
    expect(overlap(box(0, 0, 100, 10, 45), box(0, 0, 100, 10, -45))).toBe(true);
    expect(overlap(box(0, 0, 100, 10, 45), box(20, -20, 100, 10, 45))).toBe(false);
    expect(overlap(box(0, 0, 100, 10, 45), box(60, -5, 40, 10))).toBe(false);
    expect(overlap(box(0, 0, 100, 10, 90), box(0, 50, 10, 10))).toBe(true);
  });

  it('keep a size that can be read, in few steps', () => {
    expect(scaleOf(1)).toBe(1);
    for (const zoom of [0.08, 0.2, 0.37, 0.6, 0.9, 1.2, 1.9, 4]) {
      expect(12 * zoom * scaleOf(zoom)).toBeGreaterThan(10);
      expect(12 * zoom * scaleOf(zoom)).toBeLessThan(18);
    }
    expect(new Set(Array.from({ length: 100 }, (_, index) => scaleOf(0.5 + index / 500))).size).toBeLessThan(5);
  });
});
