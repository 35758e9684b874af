import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Lens } from '../api/builder';
import { execute } from '../api/client';
import type { ElementType, Field, Model } from '../api/model';
import { headingOf } from '../api/names';
import type { Row } from '../graph/entities';
import { QueryButton } from '../query/QueryButton';
import { showNodes } from '../state/actions';
import { Failure, Loading } from '../ui/Notice';
import { alongOperation, pageSize } from './operation';
import { RelationList } from './Relations';

interface Props {
  model: Model;
  type: ElementType;
  id: string;
  lens: Lens;
}

/** What one reaches from a node or a relationship along several relationships. Each is read when it is opened, because some reach far. */
export function Along({ model, type, id, lens }: Props) {
  const fields = type.fields.filter((field) => field.kind === 'path');
  if (fields.length === 0) return null;
  return (
    <section className="group" aria-label="Farther away">
      <header className="group-header"><h3>Farther away</h3></header>
      {fields.map((field) => <Path key={field.name} model={model} type={type} field={field} id={id} lens={lens} />)}
    </section>
  );
}

function Path({ model, type, field, id, lens }: Props & { field: Field }) {
  const [isOpen, setOpen] = useState(false);
  const [size, setSize] = useState(pageSize.few);
  const operation = alongOperation(model, type, id, field, lens, size);
  const found = useQuery({
    queryKey: ['along', operation.text, operation.variables],
    queryFn: async ({ signal }) => (await execute<{ node: Row | null }>(operation, signal)).node,
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const value = found.data?.[field.name];
  const { totalCount, edges } = connectionOf(field, value);
  const ids = edges.map((edge) => String((edge.node as Row).id));
  return (
    <details className="path" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="path-name">{headingOf(field)}</span>
        {found.data && <span className="count">{totalCount.toLocaleString('en')}</span>}
      </summary>
      {field.description && <p className="hint">{field.description}</p>}
      {found.error ? <Failure error={found.error} retry={() => void found.refetch()} />
        : !found.data ? <Loading>Looking</Loading>
          : totalCount === 0 ? <p className="hint">None, with the dates and sources chosen.</p>
            : (
              <>
                <RelationList model={model} id={id} edges={edges} />
                <div className="path-tools">
                  <button type="button" className="button small" onClick={() => showNodes([id, ...ids])}>
                    <Plus className="icon" aria-hidden="true" />
                    Add {ids.length === 1 ? 'it' : `these ${ids.length}`}
                  </button>
                  {totalCount > edges.length && size === pageSize.few && <button type="button" className="link" onClick={() => setSize(pageSize.many)}>Show more</button>}
                  {totalCount > edges.length && size === pageSize.many && <span className="hint">The first {edges.length} of {totalCount.toLocaleString('en')}</span>}
                  <QueryButton operation={operation} subject={headingOf(field).toLowerCase()} />
                </div>
              </>
            )}
    </details>
  );
}

function connectionOf(field: Field, value: unknown): { totalCount: number; edges: Row[] } {
  if (value === null || value === undefined) return { totalCount: 0, edges: [] };
  return field.list ? (value as { totalCount: number; edges: Row[] }) : { totalCount: 1, edges: [{ node: value }] };
}
