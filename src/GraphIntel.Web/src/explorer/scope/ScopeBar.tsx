import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { ElementType, Model, NodeType } from '../api/model';
import { counted, headingOf, pluralOf, words } from '../api/names';
import type { View } from '../state/address';
import { adjust, go } from '../state/store';
import { filtersOf, listedTypes } from '../table/columns';
import { useDelayed } from '../ui/useDelayed';
import { isRelationship } from './scope';

interface Props {
  model: Model;
  view: View;
  type: ElementType;
  total: number | null;
  children?: ReactNode;
}

const typingDelay = 250;

/** What the table and the numbers are of, and what they are narrowed to. */
export function ScopeBar({ model, view, type, total, children }: Props) {
  const enums = filtersOf(model, type);
  const set = (field: string, value: string) => {
    const filters = new Map(view.filters);
    if (value) filters.set(field, value);
    else filters.delete(field);
    go({ filters });
  };
  return (
    <div className="scope-bar">
      <select aria-label="Rows of" value={type.plural ?? ''} onChange={(event) => go({ list: event.target.value, sort: null, filters: new Map(), search: '' })}>
        {listedTypes(model).map((one) => <option key={one.name} value={one.plural ?? ''}>{pluralOf(one)}</option>)}
      </select>
      {view.nodes.length > 0 && (
        <select aria-label="Scope" value={view.everything ? 'all' : 'graph'} onChange={(event) => go({ everything: event.target.value === 'all' })}>
          <option value="graph">of what is in the graph</option>
          <option value="all">of everything</option>
        </select>
      )}
      {!isRelationship(type) && (type as NodeType).searched && <SearchField key={type.name} view={view} />}
      {enums.map((field) => (
        <select key={field.name} aria-label={headingOf(field)} value={view.filters.get(field.name) ?? ''} onChange={(event) => set(field.name, event.target.value)}>
          <option value="">{headingOf(field)}: any</option>
          {model.values(field.type)?.map((value) => <option key={value} value={value}>{words(value)}</option>)}
        </select>
      ))}
      {view.box && (
        <button type="button" className="button small" onClick={() => go({ box: null })}>
          Within the box <X className="icon" aria-label="remove" />
        </button>
      )}
      <span className="spacer" />
      {total !== null && <span className="hint" role="status">{counted(total, type)}</span>}
      {children}
    </div>
  );
}

function SearchField({ view }: { view: View }) {
  const [text, setText] = useState(view.search);
  const delayed = useDelayed(text, typingDelay);
  useEffect(() => adjust({ search: delayed.trim() }), [delayed]);
  return <input type="search" dir="auto" aria-label="Only with the words" placeholder="Only with the words …" value={text} onChange={(event) => setText(event.target.value)} />;
}
