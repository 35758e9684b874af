import { type Lens, OperationBuilder, atAnyTime, list } from '../api/builder';
import { daysBetween } from '../api/days';
import { type Operation, execute } from '../api/client';
import type { Model } from '../api/model';
import { type Dated, filterTypeOf, scopeOf } from '../scope/scope';
import type { View } from '../state/address';

export type Interval = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

export interface Bar {
  from: string;
  until: string;
  count: number;
}

export interface Timeline {
  dated: Dated;
  interval: Interval;
  bars: Bar[];
  operation: Operation;
}

interface Summary {
  min: string | null;
  max: string | null;
}

/** The longest interval whose bars are still wide enough to point at. */
export function intervalFor(min: string, max: string): Interval {
  const days = daysBetween(min, max);
  if (days <= 92) return 'DAY';
  if (days <= 730) return 'WEEK';
  if (days <= 3_650) return 'MONTH';
  if (days <= 20_000) return 'QUARTER';
  return 'YEAR';
}

function operation(model: Model, dated: Dated, view: View, lens: Lens, name: string, selection: string): Operation {
  const builder = new OperationBuilder(name, model.standing);
  const scope = scopeOf(model, dated.type, view, false);
  const given = list(
    scope ? `where: ${builder.variable('where', filterTypeOf(dated.type), scope)}` : '',
    builder.lens(atAnyTime(lens), dated.type.arguments),
  );
  return builder.build(`  ${dated.plural}${given} { aggregate { ${selection} } }`);
}

/** How many of the first type with days fall into each period, in the scope of the view; null where there are none. */
export async function readTimeline(model: Model, types: Dated[], view: View, signal?: AbortSignal): Promise<Timeline | null> {
  for (const dated of types) {
    const { day } = dated;
    const range = await execute<Record<string, { aggregate: { [day: string]: Summary } }>>(
      operation(model, dated, view, view, 'Range', `${day.name} { min max }`), signal);
    const { min, max } = range[dated.plural]!.aggregate[day.name]!;
    if (!min || !max) continue;
    const interval = intervalFor(min, max);
    const series = operation(model, dated, view, view, 'Timeline', `timeline { ${day.name}(by: ${interval}) { from until count } }`);
    const found = await execute<Record<string, { aggregate: { timeline: { [day: string]: Bar[] } } }>>(series, signal);
    const bars = found[dated.plural]!.aggregate.timeline[day.name] ?? [];
    if (bars.length > 0) return { dated, interval, bars, operation: series };
  }
  return null;
}
