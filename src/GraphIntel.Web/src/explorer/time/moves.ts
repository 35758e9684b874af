import { addDays, addMonths, daysBetween } from '../api/days';
import type { View } from '../state/address';
import type { Action } from '../ui/shortcuts';

export type Pace = 'day' | 'week' | 'month';

/** A date one step later, or earlier. */
export function stepped(date: string, pace: Pace, count: number): string {
  if (pace === 'month') return addMonths(date, count);
  return addDays(date, count * (pace === 'week' ? 7 : 1));
}

export interface Range {
  /** The first day. */
  first: string;
  /** The first day after it. */
  end: string;
}

/** A date within a range. */
export function within(date: string, { first, end }: Range): string {
  const last = addDays(end, -1);
  return date < first ? first : date > last ? last : date;
}

/** A date moved within a range. */
export function movedBy(action: Action<'time'>, date: string, range: Range): string {
  switch (action) {
    case 'dayBack':
      return within(addDays(date, -1), range);
    case 'dayOn':
      return within(addDays(date, 1), range);
    case 'monthBack':
      return within(addMonths(date, -1), range);
    case 'monthOn':
      return within(addMonths(date, 1), range);
    case 'first':
      return range.first;
    case 'last':
      return addDays(range.end, -1);
  }
}

/** The next moment while the time plays; null at the end. A period keeps its length. */
export function played(view: Pick<View, 'day' | 'from' | 'until'>, pace: Pace, range: Range): Partial<View> | null {
  if (view.day !== null || (view.from === null && view.until === null)) {
    const next = view.day === null ? range.first : stepped(view.day, pace, 1);
    return next >= range.end ? null : { day: next, from: null, until: null };
  }
  const from = view.from ?? range.first;
  const until = view.until ?? range.end;
  const next = stepped(from, pace, 1);
  return until >= range.end ? null : { from: next, until: addDays(next, daysBetween(from, until)) };
}
