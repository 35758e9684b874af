import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { execute } from '../api/client';
import type { ElementType, Field, Model } from '../api/model';
import { headingOf, pluralOf, words } from '../api/names';
import type { Row } from '../graph/entities';
import { QueryButton } from '../query/QueryButton';
import { ScopeBar } from '../scope/ScopeBar';
import { datedTypes, withFilter } from '../scope/scope';
import { openNode } from '../state/actions';
import type { View } from '../state/address';
import { go } from '../state/store';
import { listedType } from '../table/columns';
import { Empty, Failure, Loading } from '../ui/Notice';
import { Mark } from '../ui/Mark';
import { Months } from './Months';
import { groupOperation, groupingsOf, numbersOperation } from './operation';

interface Group {
  key?: string | boolean | null;
  node?: Row | null;
  count: number;
}

interface Aggregate {
  count: number;
  timeline?: Record<string, { from: string; until: string; count: number }[] | null>;
  [property: string]: unknown;
}

/** How many there are in scope: by month, and by each value and node to which they lead. A bar narrows the scope. */
export default function NumbersView({ model, view }: { model: Model; view: View }) {
  const type = listedType(model, view);
  const operation = numbersOperation(model, type, view);
  const query = useQuery({
    queryKey: ['numbers', operation.text, operation.variables],
    queryFn: async ({ signal }) => (await execute<Record<string, { aggregate: Aggregate }>>(operation, signal))[type.plural!]!.aggregate,
    placeholderData: keepPreviousData,
  });
  const data = query.data;
  const day = datedTypes(model).find((dated) => dated.type.name === type.name)?.day;
  const months = day ? (data?.timeline?.[day.name] ?? []) : [];
  return (
    <section className="picture numbers-view" aria-label="Numbers">
      <ScopeBar model={model} view={view} type={type} total={data?.count ?? null}>
        <QueryButton operation={operation} subject="the numbers" />
      </ScopeBar>
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} />
        : !data ? (query.failureReason ? <Failure error={query.failureReason} /> : <Loading>Counting</Loading>)
          : data.count === 0 ? <Empty title="Nothing matches"><p>Remove a filter, choose another period, or look at all of the graph.</p></Empty>
            : (
              <div className="charts" tabIndex={0} role="group" aria-label="Charts">
                {months.length > 1 && <Months months={months} title={pluralOf(type)} view={view} />}
                <Sums data={data} fields={type.fields} />
                {groupingsOf(model, type).map((field) => <Bars key={`${type.name} ${field.name}`} model={model} type={type} view={view} field={field} />)}
              </div>
            )}
    </section>
  );
}

function Sums({ data, fields }: { data: Aggregate; fields: Field[] }) {
  const sums = fields.flatMap((field) => {
    const summary = data[field.name] as { count?: number; sum?: number | null } | undefined;
    return field.type === 'Int' && summary?.count ? [{ field, sum: summary.sum ?? 0, count: summary.count }] : [];
  });
  if (sums.length === 0) return null;
  return (
    <article className="chart card">
      <h2>Sums</h2>
      <dl className="sums">
        {sums.map(({ field, sum, count }) => (
          <div key={field.name}>
            <dt title={field.description ?? undefined}>{headingOf(field)}</dt>
            <dd>{sum.toLocaleString('en')} <small>of {count.toLocaleString('en')} known</small></dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function Bars({ model, type, view, field }: { model: Model; type: ElementType; view: View; field: Field }) {
  const operation = groupOperation(model, type, view, field);
  const query = useQuery({
    queryKey: ['group', operation.text, operation.variables],
    queryFn: async ({ signal }) => {
      const data = await execute<Record<string, { aggregate: { groups: Record<string, Group[]> } }>>(operation, signal);
      return data[type.plural!]!.aggregate.groups[field.name] ?? [];
    },
    placeholderData: keepPreviousData,
  });
  if (query.error) return <article className="chart card"><h2>{headingOf(field)}</h2><p className="hint">{query.error.message}</p></article>;
  const shown = (query.data ?? []).filter((group) => group.count > 0);
  if (shown.every((group) => group.key === null || group.node === null)) return null;
  // Where each has one, as where parts are counted by their whole, a chart says nothing.
  if (shown.length > 2 && shown.every((group) => group.count === 1)) return null;
  const most = Math.max(...shown.map((group) => group.count));
  const valueOf = (group: Group) => (group.node ? String(group.node.id) : typeof group.key === 'string' ? group.key : null);
  return (
    <article className="chart card">
      <header>
        <h2 title={field.description ?? undefined}>{headingOf(field)}</h2>
        <QueryButton operation={operation} subject={headingOf(field).toLowerCase()} />
      </header>
      <ul className="bar-list">
        {shown.map((group, index) => {
          const name = group.node ? String(group.node.label) : typeof group.key === 'string' ? words(group.key) : typeof group.key === 'boolean' ? (group.key ? 'yes' : 'no') : 'not known';
          const value = valueOf(group);
          return (
            <li key={index}>
              <button
                type="button" className="bar-button" disabled={value === null} aria-pressed={value === null ? undefined : view.filters.get(field.name) === value}
                onClick={() => value !== null && go({ filters: withFilter(view.filters, field.name, value) })}
              >
                {group.node && <Mark model={model} type={String(group.node.__typename)} size={11} />}
                <span className="bar-name"><bdi>{name}</bdi></span>
                <span className="bar-count">{group.count.toLocaleString('en')}</span>
                <span className="bar" aria-hidden="true"><span style={{ width: `${(100 * group.count) / most}%` }} /></span>
              </button>
              {group.node && (
                <button type="button" className="icon-button" aria-label={`Add ${name} to the graph`} title="Add to the graph" onClick={() => openNode(value!)}>
                  <Plus className="icon" aria-hidden="true" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </article>
  );
}
