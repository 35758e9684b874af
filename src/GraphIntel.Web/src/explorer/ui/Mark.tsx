import type { Model } from '../api/model';
import { markOf } from '../graph/shapes';

/** The mark of a node type, as on the canvas. */
export function Mark({ model, type, size = 14 }: { model: Model; type: string; size?: number }) {
  const { color, corners } = markOf(model, type);
  return (
    <svg className="mark" width={size} height={size} viewBox="-12 -12 24 24" aria-hidden="true" style={{ color: `var(${color})` }}>
      {corners
        ? <polygon points={corners.map(([x, y]) => `${x * 9.5},${y * 9.5}`).join(' ')} fill="currentColor" stroke="currentColor" strokeWidth="3" strokeLinejoin="round" />
        : <circle r="10.5" fill="currentColor" />}
    </svg>
  );
}
