import { type PointerEvent, useState } from 'react';
import type { Box } from '../state/address';
import { actionOf } from '../ui/shortcuts';
import type { MapHandle } from './handle';

interface Corner {
  x: number;
  y: number;
}

/** A layer over the map on which a box is drawn with the pointer; the keyboard takes what is in view. */
export function BoxDrawing({ map, onDone }: { map: MapHandle; onDone: (box: Box | null) => void }) {
  const [start, setStart] = useState<Corner | null>(null);
  const [end, setEnd] = useState<Corner | null>(null);
  const at = (event: PointerEvent): Corner => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const finish = (event: PointerEvent) => {
    const last = at(event);
    if (!start || Math.hypot(last.x - start.x, last.y - start.y) < 8) return onDone(null);
    return onDone(map.boxOf([Math.min(start.x, last.x), Math.min(start.y, last.y)], [Math.max(start.x, last.x), Math.max(start.y, last.y)]));
  };
  return (
    <div
      className="map is-drawing box-drawing" tabIndex={0} role="button" aria-label="Draw a box, or press Enter for what is in view"
      ref={(element) => element?.focus()}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart(at(event));
      }}
      onPointerMove={(event) => start && setEnd(at(event))}
      onPointerUp={finish}
      onKeyDown={(event) => {
        const action = actionOf('map', event);
        if (action !== null) onDone(action === 'take' ? map.boxOf(null, null) : null);
      }}
    >
      {start && end && (
        <div
          className="map-box"
          style={{ left: Math.min(start.x, end.x), top: Math.min(start.y, end.y), width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y) }}
        />
      )}
    </div>
  );
}
