import { List } from 'lucide-react';
import { useState } from 'react';
import type { Model } from '../api/model';
import { openNode } from '../state/actions';
import { Mark } from '../ui/Mark';
import type { MapHandle } from './handle';

const mostListed = 200;

/** What is in view as a list, for the keyboard and for what lies on one another. */
export function InView({ model, map, selected }: { model: Model; map: MapHandle; selected: readonly string[] }) {
  const [points, setPoints] = useState<ReturnType<MapHandle['inView']>>([]);
  return (
    <details
      className="save-menu in-view" onToggle={(event) => event.currentTarget.open && setPoints(map.inView())}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || event.currentTarget.removeAttribute('open')}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.removeAttribute('open')}
    >
      <summary className="icon-button" aria-label="List what is in view" title="List what is in view"><List className="icon" aria-hidden="true" /></summary>
      <ul className="card">
        {points.length === 0 && <li className="hint">Nothing with a place is in view.</li>}
        {points.slice(0, mostListed).map(({ properties: { id, type, label } }) => (
          <li key={id}>
            <button type="button" aria-pressed={selected.includes(id)} onClick={() => openNode(id)}>
              <Mark model={model} type={type} />
              <bdi>{label}</bdi>
            </button>
          </li>
        ))}
        {points.length > mostListed && <li className="hint">The first {mostListed} of {points.length}: zoom in for the others.</li>}
      </ul>
    </details>
  );
}
