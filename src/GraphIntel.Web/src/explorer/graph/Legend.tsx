import { Eye, EyeOff } from 'lucide-react';
import type { Model } from '../api/model';
import { pluralOf, singularOf, title } from '../api/names';
import { select, toggleHidden } from '../state/actions';
import type { View } from '../state/address';
import { go } from '../state/store';
import { Mark } from '../ui/Mark';
import type { Graph } from './operations';

interface Props {
  model: Model;
  graph: Graph;
  view: View;
}

/** What is in the picture by type; it is the filter as well. */
export function Legend({ model, graph, view }: Props) {
  const nodes = countBy(graph.nodes.map((node) => node.type));
  const relationships = countBy(graph.relationships.map((one) => one.label));
  if (graph.nodes.length === 0) return null;
  return (
    <details className="legend card" open={innerWidth > 700}>
      <summary>Legend</summary>
      <ul>
        {model.nodeTypes.filter((type) => nodes.has(type.name)).map((type) => (
          <Item
            key={type.name}
            name={nodes.get(type.name) === 1 ? singularOf(type) : pluralOf(type)}
            count={nodes.get(type.name)!}
            isHidden={view.hidden.includes(type.name)}
            mark={<Mark model={model} type={type.name} />}
            onToggle={() => toggleHidden(type.name)}
            onSelect={() => select(graph.nodes.filter((node) => node.type === type.name).map((node) => node.id))}
          />
        ))}
      </ul>
      {relationships.size > 0 && (
        <ul>
          {[...relationships].toSorted(([a], [b]) => a.localeCompare(b)).map(([label, count]) => (
            <Item
              key={label}
              name={title(label)}
              count={count}
              isHidden={view.hidden.includes(label)}
              mark={<span className="line-mark" aria-hidden="true" />}
              onToggle={() => toggleHidden(label)}
              onSelect={() => select(graph.relationships.filter((one) => one.label === label).map((one) => one.id).slice(0, 50))}
            />
          ))}
        </ul>
      )}
      {model.claim && (
        <ul>
          <li className="legend-item">
            <span className="line-mark disputed" aria-hidden="true" />
            <span className="legend-name">Disputed</span>
          </li>
          <li className="legend-item">
            <span className="line-mark denied" aria-hidden="true" />
            <span className="legend-name">Denied</span>
            <button
              type="button"
              className="icon-button"
              aria-pressed={view.denied}
              aria-label={view.denied ? 'Leave out what is only denied' : 'Show what is only denied, too'}
              title={view.denied ? 'Leave out what is only denied' : 'Show what is only denied, too'}
              onClick={() => go({ denied: !view.denied })}
            >
              {view.denied ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
            </button>
          </li>
        </ul>
      )}
    </details>
  );
}

interface ItemProps {
  name: string;
  count: number;
  isHidden: boolean;
  mark: React.ReactNode;
  onToggle: () => void;
  onSelect: () => void;
}

function Item({ name, count, isHidden, mark, onToggle, onSelect }: ItemProps) {
  return (
    <li className={`legend-item${isHidden ? ' is-hidden' : ''}`}>
      {mark}
      <button type="button" className="legend-name" onClick={onSelect} title={`Select all: ${name}`}>
        {name}
      </button>
      <span className="count">{count}</span>
      <button type="button" className="icon-button" aria-pressed={!isHidden} aria-label={`Show ${name}`} title={isHidden ? 'Show' : 'Hide'} onClick={onToggle}>
        {isHidden ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </button>
    </li>
  );
}

function countBy(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
