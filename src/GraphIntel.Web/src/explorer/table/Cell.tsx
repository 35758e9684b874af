import { formatDay, formatSpan } from '../api/days';
import type { ElementType, Model } from '../api/model';
import { words } from '../api/names';
import type { Row } from '../graph/entities';
import { Mark } from '../ui/Mark';
import type { Column } from './columns';

interface Props {
  model: Model;
  type: ElementType;
  column: Column;
  row: Row;
}

/** A value in the table. */
export function Cell({ model, column, row }: Props) {
  const value = row[column.name];
  if (value === null || value === undefined) return null;
  const { field } = column;
  if (field === null) {
    const nodes = 'nodes' in (value as Row) ? (value as { totalCount: number; nodes: Row[] }) : null;
    if (nodes) {
      const more = nodes.totalCount - nodes.nodes.length;
      return <>{nodes.nodes.map((one, index) => <span key={String(one.id)}>{index > 0 && ', '}<bdi>{String(one.label)}</bdi></span>)}{more > 0 && ` +${more.toLocaleString('en')}`}</>;
    }
    const node = value as Row;
    return <span className="cell-node"><Mark model={model} type={String(node.__typename)} size={11} /><bdi>{String(node.label)}</bdi></span>;
  }
  const texts = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    if (typeof one === 'object' && one !== null) {
      const { latitude, longitude } = one as { latitude: number; longitude: number };
      return `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`;
    }
    if (typeof one === 'number') return one.toLocaleString('en');
    if (typeof one === 'boolean') return one ? 'yes' : 'no';
    if (field.type === 'Date') {
      const precision = field.precision ? (row[field.precision] as string | null) : null;
      const last = field.until ? (row[field.until] as string | null) : null;
      return last && last !== one ? formatSpan({ first: String(one), last, precision }) : formatDay(String(one), precision);
    }
    return model.isEnum(field.type) ? words(String(one)) : String(one);
  });
  return <bdi>{texts.join(', ')}</bdi>;
}
