import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { execute } from '../api/client';
import type { ElementType, Model } from '../api/model';
import type { Row } from '../graph/entities';
import { SaveMenu } from '../picture/SaveMenu';
import { QueryButton } from '../query/QueryButton';
import { ScopeBar } from '../scope/ScopeBar';
import { openNode, select } from '../state/actions';
import type { View } from '../state/address';
import { go } from '../state/store';
import { Empty, Failure, Loading } from '../ui/Notice';
import { Cell } from './Cell';
import { type Column, columnsOf, fileOperation, filledColumns, listedType, sortOf, tableOperation } from './columns';

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Row[];
}

const rowHeight = 34;

/** All objects of a type in scope, sorted and filtered by the server, read page by page as one scrolls. */
export default function TableView({ model, view }: { model: Model; view: View }) {
  const type = listedType(model, view);
  const operation = tableOperation(model, type, view, null);
  const query = useInfiniteQuery({
    queryKey: ['table', operation.text, operation.variables],
    queryFn: async ({ pageParam, signal }) => (await execute<Record<string, Page>>(tableOperation(model, type, view, pageParam), signal))[type.plural!]!,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.nodes) ?? [], [query.data]);
  const columns = useMemo(() => filledColumns(columnsOf(model, type), rows), [model, type, rows]);
  const total = query.data?.pages[0]?.totalCount ?? 0;
  return (
    <section className="picture table-view" aria-label="Table">
      <ScopeBar model={model} view={view} type={type} total={total}>
        <SaveMenu subject="the table" operation={fileOperation(model, type, view)} formats={['csv']} pictures={[]} />
        <QueryButton operation={operation} subject="the table" />
      </ScopeBar>
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} />
        : query.isPending ? (query.failureReason ? <Failure error={query.failureReason} /> : <Loading>Loading the table</Loading>)
          : rows.length === 0 ? <Empty title="Nothing matches"><p>Remove a filter, choose another period, or look at all of the graph.</p></Empty>
            : (
              <Rows
                key={`${type.name} ${view.sort}`} model={model} type={type} view={view} columns={columns} rows={rows} total={total}
                onEnd={() => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage()}
              />
            )}
    </section>
  );
}

interface RowsProps {
  model: Model;
  type: ElementType;
  view: View;
  columns: Column[];
  rows: Row[];
  total: number;
  onEnd: () => void;
}

function Rows({ model, type, view, columns, rows, total, onEnd }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (last >= rows.length - 20) end.current();
  }, [last, rows.length]);

  const widths = columns.map((column) => widthOf(column, type));
  const grid = { gridTemplateColumns: widths.map((width) => `minmax(0, ${width}fr)`).join(' ') };
  const open = (row: Row) => (model.isNodeId(String(row.id)) ? openNode(String(row.id)) : select([String(row.id)]));
  return (
    <div ref={scroller} className="table-scroll" tabIndex={0} role="group" aria-label="Rows of the table">
      <div className="table" role="table" style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) }} aria-rowcount={total + 1} aria-label={type.plural ?? type.name}>
        <div className="table-row table-head" role="row" aria-rowindex={1} style={grid}>
          {columns.map((column) => <Head key={column.name} column={column} sort={sortOf(type, view)} />)}
        </div>
        <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]!;
            const isSelected = view.selected.includes(String(row.id));
            return (
              <div
                key={item.key} role="row" aria-rowindex={item.index + 2} aria-selected={isSelected} className="table-row"
                style={{ ...grid, transform: `translateY(${item.start}px)` }}
              >
                {columns.map((column, index) => (
                  <div key={column.name} role="cell" className="table-cell">
                    {index === 0
                      ? <button type="button" className="link" onClick={() => open(row)}><Cell model={model} type={type} column={column} row={row} /></button>
                      : <Cell model={model} type={type} column={column} row={row} />}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Head({ column, sort }: { column: Column; sort: string | null }) {
  const direction = sort === column.name ? 'ascending' : sort === `-${column.name}` ? 'descending' : 'none';
  const next = direction === 'ascending' ? `-${column.name}` : column.name;
  return (
    <div role="columnheader" className="table-cell" aria-sort={column.sort ? direction : undefined} title={column.field?.description ?? undefined}>
      {column.sort
        ? (
          <button type="button" onClick={() => go({ sort: next })}>
            {column.heading}
            {direction === 'ascending' && <ArrowUp className="icon" aria-hidden="true" />}
            {direction === 'descending' && <ArrowDown className="icon" aria-hidden="true" />}
          </button>
        )
        : column.heading}
    </div>
  );
}

function widthOf(column: Column, type: ElementType): number {
  if (column.name === (type as { label?: string }).label) return 260;
  return column.field === null || column.field.type === 'String' || column.field.until ? 190 : 130;
}
