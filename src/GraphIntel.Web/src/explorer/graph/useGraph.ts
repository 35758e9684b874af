import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { atAnyTime, hasTime } from '../api/builder';
import type { Model } from '../api/model';
import type { View } from '../state/address';
import { readNotHeld } from './held';
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
// Milliseconds for which what was read is not read again when nodes are added.
const knownFor = 60_000;

/** The graph of the view: its nodes with all relationships among them, and which of these held at the time of the view. */
export function useGraph(model: Model, view: View): ShownGraph {
  const { nodes: ids, day, from, until, knownBy, told, denied } = view;
  const lens = useMemo(() => ({ day, from, until, knownBy, told, denied }), [day, from, until, knownBy, told, denied]);
  const always = useMemo(() => atAnyTime(lens), [lens]);
  const last = useRef<{ key: string; at: number; graph: Graph } | null>(null);
  const all = useQuery({
    queryKey: ['graph', ids, always],
    queryFn: async ({ signal }) => {
      const key = JSON.stringify(always);
      const isKnown = last.current?.key === key && performance.now() - last.current.at < knownFor;
      const at = isKnown ? last.current!.at : performance.now();
      const read = await readAmong(model, ids, always, isKnown ? last.current!.graph : null, signal);
      last.current = { key, at, graph: read };
      return read;
    },
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });
  const isTimed = hasTime(lens) && ids.length > 0;
  const graph = ids.length === 0 ? nothing : (all.data ?? nothing);
  const then = useQuery({
    queryKey: ['held', graph.relationships.map((one) => one.id), lens],
    queryFn: ({ signal }) => readNotHeld(model, graph, lens, signal),
    placeholderData: keepPreviousData,
    enabled: isTimed,
  });

  const notHeld = then.data;
  const nodes = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const ends = useMemo(() => new Map(graph.relationships.map((one) => [one.id, [one.source, one.target]])), [graph]);
  const isCurrent = useCallback(
    (id: string) => {
      if (!isTimed) return true;
      const isNodeCurrent = (one: string) => {
        const span = nodes.get(one)?.day ?? null;
        return span === null || meets(span, lens.day ?? lens.from, lens.day ?? lens.until, lens.day !== null);
      };
      if (nodes.has(id)) return isNodeCurrent(id);
      return !notHeld?.has(id) && (ends.get(id) ?? []).every(isNodeCurrent);
    },
    [isTimed, nodes, ends, notHeld, lens],
  );
  return {
    graph,
    isCurrent,
    operation: ids.length > 0 ? amongOperation(model, ids, lens) : null,
    isLoading: all.isPending && ids.length > 0,
    error: all.error ?? then.error,
    failure: all.failureReason ?? then.failureReason,
    retry: () => {
      last.current = null;
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
