import type { DaySpan } from '../api/days';
import type { ElementType, Field, Model, NodeType, RelationshipType } from '../api/model';

export interface Point {
  latitude: number;
  longitude: number;
}

/** A node as the pictures show it. */
export interface GraphNode {
  id: string;
  type: string;
  label: string;
  day: DaySpan | null;
  point: Point | null;
  standing: string | null;
}

/** A relationship as the pictures show it. */
export interface GraphRelationship {
  id: string;
  /** The name of its object type. */
  type: string;
  /** The relationship type in capitals. */
  label: string;
  source: string;
  target: string;
  from: string | null;
  /** The first day that no longer belongs to it. */
  until: string | null;
  fromPrecision: string | null;
  untilPrecision: string | null;
  standing: string | null;
  /** The value of its first enum, such as a role. */
  detail: string | null;
}

export type Row = Record<string, unknown>;

/** What a picture needs of a node of any type, or of one. Each type's fields have aliases of their own, because their types may differ. */
export function nodeSelection(model: Model, only?: string): string {
  const types = model.nodeTypes.filter((type) => only === undefined || type.name === only).map((type) => nodeFragment(model, type)).filter(Boolean);
  return ['__typename id label', ...types].join(' ');
}

/** What a picture needs of a relationship of any type. */
export function relationshipSelection(model: Model): string {
  const types = model.relationshipTypes.map((type) => relationshipFragment(model, type)).filter(Boolean);
  return ['__typename id label source { id } target { id }', ...types].join(' ');
}

function nodeFragment(model: Model, type: NodeType): string {
  const day = type.day === null ? undefined : model.field(type.name, type.day);
  const fields: string[] = [];
  const add = (alias: string, field: string | null | undefined) => field && fields.push(`${type.name}_${alias}: ${field}`);
  add('day', day?.name);
  add('last', day?.until);
  add('precision', day?.precision);
  add('standing', type.standing);
  if (type.location) add('point', `${type.location} { latitude longitude }`);
  const located = locatedBy(model, type);
  if (located) add('at', `${located.field.name} { id ${located.location} { latitude longitude } }`);
  return fragment(type, fields);
}

/** A node without a place of its own is where the one node is to which it leads. */
function locatedBy(model: Model, type: NodeType): { field: Field; location: string } | null {
  for (const field of type.fields) {
    if (field.kind !== 'relationship' || field.list) continue;
    const location = model.type(field.type)?.location;
    if (location && field.direction !== 'IN' && field.type !== type.name && type.day !== null) return { field, location };
  }
  return null;
}

/** The first enum of a relationship that says more of it than its name does. */
export function detailOf(model: Model, type: RelationshipType): Field | undefined {
  const precisions = new Set(type.fields.map((field) => field.precision));
  return type.fields.find(
    (field) => field.kind === 'property' && model.isEnum(field.type) && field.name !== type.standing && !precisions.has(field.name),
  );
}

function relationshipFragment(model: Model, type: RelationshipType): string {
  const fields: string[] = [];
  const add = (alias: string, field: string | null | undefined) => field && fields.push(`${type.name}_${alias}: ${field}`);
  add('from', type.valid?.from);
  add('until', type.valid?.until);
  add('fromPrecision', type.valid && model.field(type.name, type.valid.from)?.precision);
  add('untilPrecision', type.valid && model.field(type.name, type.valid.until)?.precision);
  add('standing', type.standing);
  add('detail', detailOf(model, type)?.name);
  return fragment(type, fields);
}

function fragment(type: ElementType, fields: string[]): string {
  return fields.length > 0 ? `... on ${type.name} { ${fields.join(' ')} }` : '';
}

/** Reads a node selected with `nodeSelection`. */
export function readNode(row: Row): GraphNode {
  const type = String(row.__typename);
  const value = (alias: string) => row[`${type}_${alias}`];
  const first = text(value('day'));
  const precision = text(value('precision'));
  const at = value('at') as Row | null | undefined;
  return {
    id: String(row.id),
    type,
    label: String(row.label),
    day: first ? { first, last: text(value('last')) ?? first, precision } : null,
    point: point(value('point')) ?? firstPoint(at),
    standing: text(value('standing')),
  };
}

/** Reads a relationship selected with `relationshipSelection`. */
export function readRelationship(row: Row): GraphRelationship {
  const type = String(row.__typename);
  const value = (alias: string) => row[`${type}_${alias}`];
  const detail = value('detail');
  return {
    id: String(row.id),
    type,
    label: String(row.label),
    source: String((row.source as Row).id),
    target: String((row.target as Row).id),
    from: text(value('from')),
    until: text(value('until')),
    fromPrecision: text(value('fromPrecision')),
    untilPrecision: text(value('untilPrecision')),
    standing: text(value('standing')),
    detail: Array.isArray(detail) ? detail.join(', ') || null : text(detail),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function firstPoint(row: Row | null | undefined): Point | null {
  if (!row) return null;
  for (const value of Object.values(row)) {
    const found = point(value);
    if (found) return found;
  }
  return null;
}

function point(value: unknown): Point | null {
  if (typeof value !== 'object' || value === null) return null;
  const { latitude, longitude } = value as Partial<Point>;
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
}

/** How a standing looks: the standings that the API leaves out by default are denied, the first of the others is plain. */
export function lookOf(model: Model, standing: string | null): 'plain' | 'disputed' | 'denied' {
  const claim = model.claim;
  if (standing === null || claim === null) return 'plain';
  if (!claim.defaultStandings.includes(standing)) return 'denied';
  return claim.defaultStandings[0] === standing ? 'plain' : 'disputed';
}
