import { formatDay, formatPeriod } from '../api/days';
import type { ElementType, Field, Model, RelationshipType } from '../api/model';
import { headingOf, words } from '../api/names';
import type { Row } from '../graph/entities';

interface Props {
  model: Model;
  type: ElementType;
  row: Row;
}

/** The properties of a node or a relationship that have a value. */
export function Properties({ model, type, row }: Props) {
  const skipped = skippedOf(model, type);
  const shown = type.fields.filter((field) => field.kind === 'property' && !skipped.has(field.name) && hasValue(row[field.name]));
  const valid = periodOf(model, type, row);
  if (shown.length === 0 && !valid) return null;
  return (
    <dl className="properties">
      {valid && (
        <div>
          <dt>When</dt>
          <dd>{valid}</dd>
        </div>
      )}
      {shown.map((field) => (
        <div key={field.name}>
          <dt title={field.description ?? undefined}>{headingOf(field)}</dt>
          <dd><Value model={model} field={field} value={row[field.name]} row={row} /></dd>
        </div>
      ))}
    </dl>
  );
}

/** What is shown elsewhere: the label, ids, precisions with their days, the last day with its first, the days of a relationship. */
function skippedOf(model: Model, type: ElementType): Set<string> {
  const skipped = new Set(['id']);
  if ('label' in type) skipped.add(String(type.label));
  for (const field of type.fields) if (field.precision) skipped.add(field.precision);
  for (const field of type.fields) if (field.until) skipped.add(field.until);
  const valid = (type as Partial<RelationshipType>).valid;
  if (valid) [valid.from, valid.until].forEach((name) => skipped.add(name));
  if (type.standing && model.claim === null) skipped.add(type.standing);
  return skipped;
}

function periodOf(model: Model, type: ElementType, row: Row): string {
  const valid = (type as Partial<RelationshipType>).valid;
  if (!valid) return '';
  const text = (name: string | null | undefined) => (name ? ((row[name] as string | null) ?? null) : null);
  const precision = (name: string) => text(model.field(type.name, name)?.precision);
  return formatPeriod(text(valid.from), text(valid.until), precision(valid.from), precision(valid.until));
}

function Value({ model, field, value, row }: { model: Model; field: Field; value: unknown; row: Row }) {
  if (Array.isArray(value)) {
    return <span className="chips">{value.map((one: unknown) => <span className="chip" key={String(one)}><Value model={model} field={field} value={one} row={row} /></span>)}</span>;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en');
  if (typeof value === 'object' && value !== null) {
    const { latitude, longitude } = value as { latitude: number; longitude: number };
    return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  }
  const text = String(value);
  if (model.isEnum(field.type)) return words(text);
  if (field.type === 'Date') {
    const last = field.until ? (row[field.until] as string | null) : null;
    const precision = field.precision ? (row[field.precision] as string | null) : null;
    return last && last !== text ? `${formatDay(text)} to ${formatDay(last)}` : formatDay(text, precision);
  }
  return <Text text={text} />;
}

/** A text, as a link where it is an address on the web. */
export function Text({ text }: { text: string }) {
  if (!/^https?:\/\//.test(text)) return <bdi>{text}</bdi>;
  return <a href={text} target="_blank" rel="noreferrer noopener">{text.replace(/^https?:\/\/(www\.)?/, '')}</a>;
}

function hasValue(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
