/** A day known to a precision: every day from the first to the last is possible. ISO dates; both are included. */
export interface DaySpan {
  first: string;
  last: string;
  precision: string | null;
}

const dayMs = 86_400_000;
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Milliseconds of an ISO date at midnight UTC. */
export function toTime(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The ISO date of a time. */
export function toDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Whether a text is an ISO date that exists. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = toTime(text);
  return !Number.isNaN(time) && toDate(time) === text;
}

/** The date some days later, or earlier. */
export function addDays(date: string, days: number): string {
  return toDate(toTime(date) + days * dayMs);
}

/** The date some months later or earlier; the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const start = new Date(toTime(date));
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(start.getUTCDate(), last));
  return toDate(target.getTime());
}

export function daysBetween(from: string, until: string): number {
  return Math.round((toTime(until) - toTime(from)) / dayMs);
}

/** A date as people write it, no more precise than it is known. */
export function formatDay(date: string, precision?: string | null): string {
  const time = toTime(date);
  if (Number.isNaN(time)) return date;
  switch (precision ?? 'DAY') {
    case 'DAY':
      return day.format(time);
    case 'MONTH':
      return month.format(time);
    case 'WEEK':
      return `week of ${day.format(time)}`;
    case 'DAYS':
      return `about ${day.format(time)}`;
    default:
      return `about ${month.format(time)}`;
  }
}

/** A day on an axis: no more of it than differs from the one before it; the first with its year. */
export function formatTick(date: string, isFirst: boolean): string {
  if (date.endsWith('-01-01')) return date.slice(0, 4);
  const text = date.endsWith('-01') ? month.format(toTime(date)) : day.format(toTime(date));
  return isFirst ? text : text.replace(/ \d+$/, '');
}

/** A span of days as people write it. */
export function formatSpan(span: DaySpan): string {
  if (span.first === span.last) return formatDay(span.first, span.precision === 'DAY' ? null : span.precision);
  return `${formatDay(span.first)} to ${formatDay(span.last)}`;
}

/** A period of a relationship; its end is the first day that no longer belongs to it. Empty if neither end is known. */
export function formatPeriod(
  from: string | null,
  until: string | null,
  fromPrecision?: string | null,
  untilPrecision?: string | null,
): string {
  if (from && until) return `${formatDay(from, fromPrecision)} – ${formatDay(until, untilPrecision)}`;
  if (from) return `since ${formatDay(from, fromPrecision)}`;
  if (until) return `until ${formatDay(until, untilPrecision)}`;
  return '';
}
