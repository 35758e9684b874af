import { Plus } from 'lucide-react';
import { formatPeriod, formatSpan } from '../api/days';
import type { Field, Model } from '../api/model';
import { headingOf, words } from '../api/names';
import { type Row, lookOf } from '../graph/entities';
import { expandNode } from '../graph/explore';
import { openNode, showNodes } from '../state/actions';
import { Mark } from '../ui/Mark';

interface Props {
  model: Model;
  /** The node that the relationships are of. */
  id: string;
  field: Field;
  row: Row;
  isOpened: boolean;
  onOpen: () => void;
}

interface Connection {
  totalCount: number;
  edges: Row[];
}

/** The relationships of a node by one of its fields: how many, with whom, when. */
export function Relations({ model, id, field, row, isOpened, onOpen }: Props) {
  const value = row[field.name];
  const connection = asConnection(field, value);
  if (!connection || connection.totalCount === 0) return null;
  const add = () => void expandNode(model, id, [{ type: field.relationshipType!, direction: field.direction ?? 'BOTH' }]);
  return (
    <section className="group" aria-label={headingOf(field)}>
      <header className="group-header">
        <h3 title={field.description ?? undefined}>{headingOf(field)}</h3>
        <span className="count">{connection.totalCount}</span>
        {field.relationshipType && (
          <button type="button" className="button small" onClick={add} aria-label={`Add ${headingOf(field).toLowerCase()} to the graph`}>
            <Plus className="icon" aria-hidden="true" />
            Add
          </button>
        )}
      </header>
      <RelationList model={model} id={id} edges={connection.edges} />
      {!isOpened && connection.totalCount > connection.edges.length && (
        <button type="button" className="link" onClick={onOpen}>Show more</button>
      )}
      {isOpened && connection.totalCount > connection.edges.length && (
        <p className="hint">The first {connection.edges.length} of {connection.totalCount}; the table has all.</p>
      )}
    </section>
  );
}

/** Nodes with what the relationships to them say. */
export function RelationList({ model, id, edges }: { model: Model; id: string; edges: Row[] }) {
  return (
    <ul className="relations">
      {edges.map((edge, index) => <Relation key={index} model={model} edge={edge} id={id} />)}
    </ul>
  );
}

function asConnection(field: Field, value: unknown): Connection | null {
  if (field.list) return (value as Connection | null) ?? null;
  return value ? { totalCount: 1, edges: [{ node: value }] } : null;
}

function Relation({ model, edge, id }: { model: Model; edge: Row; id: string }) {
  const node = edge.node as Row;
  const text = (name: string) => (edge[name] as string | null | undefined) ?? null;
  const look = lookOf(model, text('edgeStanding'));
  const detail = edge.edgeDetail;
  const day = node.day ? formatSpan({ first: String(node.day), last: String(node.last ?? node.day), precision: (node.precision as string | null) ?? null }) : '';
  const facts = [
    Array.isArray(detail) ? detail.map((one) => words(String(one))).join(', ') : detail ? words(String(detail)) : '',
    formatPeriod(text('edgeFrom'), text('edgeUntil'), text('edgeFromPrecision'), text('edgeUntilPrecision')),
    day,
  ].filter(Boolean).join(' · ');
  const fact = edge.fact as { id: string } | undefined;
  const open = () => {
    if (!fact) openNode(String(node.id));
    else showNodes([id, String(node.id)], [fact.id]);
  };
  return (
    <li className={`relation ${look}`}>
      <Mark model={model} type={String(node.__typename)} />
      <button type="button" className="relation-name" onClick={() => openNode(String(node.id))}><bdi>{String(node.label)}</bdi></button>
      {(facts || look !== 'plain') && (
        <button type="button" className="relation-facts" onClick={open} title="Show this relationship">
          {look !== 'plain' && <span className="stance">{look}</span>}
          {facts}
        </button>
      )}
    </li>
  );
}
