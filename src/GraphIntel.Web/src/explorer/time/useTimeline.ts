import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Model } from '../api/model';
import { datedTypes } from '../scope/scope';
import type { View } from '../state/address';
import { readTimeline } from './timeline';

/** The time line of what is in scope. */
export function useTimeline(model: Model, view: View) {
  const types = useMemo(() => datedTypes(model), [model]);
  const { nodes, everything, filters, box, search, knownBy, told, denied } = view;
  return useQuery({
    queryKey: ['timeline', { nodes: everything ? [] : nodes, everything, filters: [...filters], box, search, knownBy, told, denied }],
    queryFn: ({ signal }) => readTimeline(model, types, view, signal),
    enabled: types.length > 0,
    placeholderData: keepPreviousData,
  });
}
