import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowRight, Pin, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { execute } from '../api/client';
import type { ElementType, Model } from '../api/model';
import { singularOf, title } from '../api/names';
import type { Row } from '../graph/entities';
import { QueryButton } from '../query/QueryButton';
import { openNode, select } from '../state/actions';
import type { View } from '../state/address';
import { hasTime } from '../api/builder';
import { formatDay, formatPeriod } from '../api/days';
import { Mark } from '../ui/Mark';
import { Empty, Failure, Loading } from '../ui/Notice';
import { Along } from './Along';
import { Claims } from './Claims';
import { detailsOperation } from './operation';
import { Properties } from './Properties';
import { Relations } from './Relations';

/** What is known of the selected node or relationship. */
export function Panel({ model, view }: { model: Model; view: View }) {
  const id = view.selected.at(-1);
  const type = id === undefined ? undefined : model.typeOfId(id);
  if (id === undefined || !type) return null;
  return (
    <aside className="panel" aria-label="Details">
      <Details key={id} model={model} view={view} id={id} type={type} />
    </aside>
  );
}

function Details({ model, view, id, type }: { model: Model; view: View; id: string; type: ElementType }) {
  const [opened, setOpened] = useState<string[]>([]);
  const { day, from, until, knownBy, told, denied } = view;
  const lens = useMemo(() => ({ day, from, until, knownBy, told, denied }), [day, from, until, knownBy, told, denied]);
  const operation = useMemo(() => detailsOperation(model, type, id, lens, opened), [model, type, id, lens, opened]);
  const details = useQuery({
    queryKey: ['details', id, lens, opened],
    queryFn: async ({ signal }) => (await execute<{ node: Row | null }>(operation, signal)).node,
    placeholderData: keepPreviousData,
  });
  const close = (
    <button type="button" className="icon-button" aria-label="Close the details" onClick={() => select([])}>
      <X className="icon" aria-hidden="true" />
    </button>
  );
  const row = details.data;
  if (details.error) return <>{close}<Failure error={details.error} retry={() => void details.refetch()} /></>;
  if (row === undefined) return <Loading>Loading the details</Loading>;
  if (row === null) return <>{close}<Empty title="This is not in the graph any more" /></>;
  return (
    <>
      <header className="panel-header">
        <div className="panel-type">
          {model.node(type.name) && <Mark model={model} type={type.name} size={18} />}
          <span>{singularOf(type)}</span>
          {view.pins.has(id) && <Pin className="icon" aria-label="pinned" />}
          <span className="spacer" />
          <QueryButton operation={operation} subject="these details" />
          {close}
        </div>
        {'source' in type ? <Ends model={model} row={row} /> : <h2><bdi>{String(row.label)}</bdi></h2>}
        {hasTime(view) && <p className="hint">As it was {view.day ? `on ${formatDay(view.day)}` : formatPeriod(view.from, view.until)}</p>}
      </header>
      <Properties model={model} type={type} row={row} />
      {type.fields.filter((field) => field.kind === 'relationship' || field.kind === 'refersTo').map((field) => (
        <Relations
          key={field.name} model={model} id={id} field={field} row={row}
          isOpened={opened.includes(field.name)} onOpen={() => setOpened([...opened, field.name])}
        />
      ))}
      <Along model={model} type={type} id={id} lens={lens} />
      {type.claims && <Claims model={model} claims={row[type.claims] as { totalCount: number; nodes: Row[] }} />}
    </>
  );
}

function Ends({ model, row }: { model: Model; row: Row }) {
  const end = (node: Row) => (
    <button type="button" className="end" onClick={() => openNode(String(node.id))}>
      <Mark model={model} type={String(node.__typename)} />
      <bdi>{String(node.label)}</bdi>
    </button>
  );
  return (
    <h2 className="ends">
      {end(row.source as Row)}
      <span className="ends-label"><ArrowRight className="icon" aria-hidden="true" /> {title(String(row.label))}</span>
      {end(row.target as Row)}
    </h2>
  );
}
