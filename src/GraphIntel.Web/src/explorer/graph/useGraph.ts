import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { atAnyTime, hasTime } from '../api/builder';
import type { Model } from '../api/model';
import type { View } from '../state/address';
import { type Graph, amongOperation, readAmong } from './operations';
import type { DaySpan } from '../api/days';
import type { Operation } from '../api/client';

export interface ShownGraph {
  graph: Graph;
  /** Whether an object was so on the day or in the period of the view. */
  isCurrent: (id: string) => boolean;
  operation: Operation | null;
  isLoading: boolean;
  error: Error | null;
  /** The last failure of a request that is being repeated. */
  failure: Error | null;
  retry: () => void;
}

const nothing: Graph = { nodes: [], relationships: [] };

/** The graph of the view: its nodes with all relationships among them, and which of these held at the time of the view. */
export function useGraph(model: Model, view: View): ShownGraph {
  const { nodes: ids, day, from, until, knownBy, told, denied } = view;
  const lens = useMemo(() => ({ day, from, until, knownBy, told, denied }), [day, from, until, knownBy, told, denied]);
  const always = useMemo(() => atAnyTime(lens), [lens]);
  const all = useQuery({
    queryKey: ['graph', ids, always],
    queryFn: ({ signal }) => readAmong(model, ids, always, signal),
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });
  const isTimed = hasTime(lens) && ids.length > 0;
  const then = useQuery({
    queryKey: ['graph', ids, lens],
    queryFn: ({ signal }) => readAmong(model, ids, lens, signal),
    placeholderData: keepPreviousData,
    enabled: isTimed,
  });

  const graph = ids.length === 0 ? nothing : (all.data ?? nothing);
  const held = useMemo(() => new Set(then.data?.relationships.map((one) => one.id)), [then.data]);
  const nodes = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const ends = useMemo(() => new Map(graph.relationships.map((one) => [one.id, [one.source, one.target]])), [graph]);
  const isThenKnown = isTimed && then.data !== undefined;
  const isCurrent = useCallback(
    (id: string) => {
      if (!isTimed) return true;
      const isNodeCurrent = (one: string) => {
        const span = nodes.get(one)?.day ?? null;
        return span === null || meets(span, lens.day ?? lens.from, lens.day ?? lens.until, lens.day !== null);
      };
      if (nodes.has(id)) return isNodeCurrent(id);
      return (!isThenKnown || held.has(id)) && (ends.get(id) ?? []).every(isNodeCurrent);
    },
    [isTimed, isThenKnown, nodes, ends, held, lens],
  );
  return {
    graph,
    isCurrent,
    operation: ids.length > 0 ? amongOperation(model, ids, lens) : null,
    isLoading: all.isPending && ids.length > 0,
    error: all.error ?? then.error,
    failure: all.failureReason ?? then.failureReason,
    retry: () => {
      void all.refetch();
      if (isTimed) void then.refetch();
    },
  };
}

/** Whether a span of days meets a period; null: no limit. The end of a period does not belong to it, that of a day does. */
export function meets(span: DaySpan, from: string | null, until: string | null, isUntilIncluded: boolean): boolean {
  if (from !== null && span.last < from) return false;
  if (until === null) return true;
  return isUntilIncluded ? span.first <= until : span.first < until;
}
