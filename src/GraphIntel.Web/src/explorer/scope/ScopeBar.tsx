import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { OperationBuilder, hasTime } from '../api/builder';
import { execute } from '../api/client';
import { addDays, formatDay, formatPeriod } from '../api/days';
import type { ElementType, Field, Model, NodeType } from '../api/model';
import { counted, headingOf, pluralOf, words } from '../api/names';
import type { View } from '../state/address';
import { go, slide } from '../state/store';
import { filtersOf, listedTypes } from '../table/columns';
import { useDelayed } from '../ui/useDelayed';
import { datedTypes, isLink, isRelationship } from './scope';

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
      {type.fields.map((field) => {
        const value = view.filters.get(field.name);
        return value !== undefined && isLink(model, field, value)
          ? <NodeChip key={field.name} field={field} id={value} onRemove={() => set(field.name, '')} />
          : null;
      })}
      {hasTime(view) && datedTypes(model).some((dated) => dated.type.name === type.name) && (
        <Chip onRemove={() => go({ day: null, from: null, until: null })}>{view.day ? formatDay(view.day) : formatPeriod(view.from, view.until && addDays(view.until, -1))}</Chip>
      )}
      {view.box && type.location && <Chip onRemove={() => go({ box: null })}>Within the box</Chip>}
      <span className="spacer" />
      {total !== null && <span className="hint" role="status">{counted(total, type)}</span>}
      {children}
    </div>
  );
}

/** What the scope is narrowed to; it can be removed. */
function Chip({ children, onRemove }: { children: ReactNode; onRemove: () => void }) {
  return (
    <button type="button" className="button small scope-chip" onClick={onRemove}>
      {children} <X className="icon" aria-label="remove" />
    </button>
  );
}

function NodeChip({ field, id, onRemove }: { field: Field; id: string; onRemove: () => void }) {
  const label = useQuery({
    queryKey: ['label', id],
    queryFn: ({ signal }) => {
      const builder = new OperationBuilder('Label', null);
      return execute<{ node: { label: string } | null }>(builder.build(`  node(id: ${builder.variable('id', 'ID!', id)}) { label }`), signal);
    },
  });
  return <Chip onRemove={onRemove}>{headingOf(field)}: <bdi>{label.data?.node?.label ?? id}</bdi></Chip>;
}

function SearchField({ view }: { view: View }) {
  const [text, setText] = useState(view.search);
  const delayed = useDelayed(text, typingDelay);
  const known = useRef(view.search);
  useEffect(() => {
    const search = delayed.trim();
    if (search === known.current) return;
    known.current = search;
    slide('words', { search });
  }, [delayed]);
  // Undo changes the words from outside.
  useEffect(() => {
    if (view.search === known.current) return;
    known.current = view.search;
    setText(view.search);
  }, [view.search]);
  return <input type="search" dir="auto" aria-label="Only with the words" placeholder="Only with the words …" value={text} onChange={(event) => setText(event.target.value)} />;
}
