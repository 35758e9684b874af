import { OperationBuilder, list } from '../api/builder';
import type { Operation } from '../api/client';
import type { ElementType, Field, Model, NodeType, RelationshipType } from '../api/model';
import { headingOf, pluralOf, singularOf, title } from '../api/names';
import type { Row } from '../graph/entities';
import { filterTypeOf, isRelationship, scopeOf } from '../scope/scope';
import type { View } from '../state/address';

/** A column: how it is selected, and by which key it is sorted; null: it cannot be. */
export interface Column {
  name: string;
  heading: string;
  /** What is selected for it, in a page of the table or in a file. */
  selection: (isFile: boolean) => string;
  field: Field | null;
  sort: ((direction: 'ASC' | 'DESC') => Row) | null;
}

const pageSize = 100;
const mostColumns = 16;
// Nodes of a list that a cell shows, and that a file has.
const listed = { cell: 4, file: 50 };

/** The types that have a table: all with a list of their own, those of provenance last. */
export function listedTypes(model: Model): ElementType[] {
  const all: ElementType[] = [...model.nodeTypes, ...model.relationshipTypes].filter((type) => type.plural !== null);
  return [...all.filter((type) => !type.provenance), ...all.filter((type) => type.provenance)];
}

/** The type of the table in view: the chosen one, else what happens on a day, else the first. */
export function listedType(model: Model, view: View): ElementType {
  const types = listedTypes(model);
  return types.find((type) => type.plural === view.list) ?? model.events[0] ?? types[0]!;
}

/** The columns of a type: its ends or its label, its properties, and the nodes to which it leads. */
export function columnsOf(model: Model, type: ElementType): Column[] {
  const columns: Column[] = [];
  if (isRelationship(type)) {
    for (const [end, target] of [['source', type.source], ['target', type.target]] as const) {
      const label = model.node(target)?.label;
      columns.push({
        name: end, heading: nameOfEnd(model, type, end), selection: () => `${end} { __typename id label }`, field: null,
        sort: label ? (direction) => ({ [end]: { [label]: direction } }) : null,
      });
    }
  }
  const skipped = partsOfDays(type);
  const shown = type.fields.filter((field) => !skipped.has(field.name));
  const properties = shown.filter((field) => field.kind === 'property' && field.type !== 'ID');
  const isFirst = (field: Field) => field.name === (type as Partial<NodeType>).label || field.type === 'Date';
  // What, when, where and who first; then all else that is known.
  columns.push(...properties.filter(isFirst).map((field) => propertyColumn(field)));
  for (const field of shown) {
    if (field.kind !== 'relationship') continue;
    if (!field.list) columns.push(nodeColumn(model, field));
    else if (isNamedInRow(model, type, field)) columns.push(nodesColumn(field));
  }
  columns.push(...properties.filter((field) => !isFirst(field)).map((field) => propertyColumn(field)));
  return columns.slice(0, mostColumns);
}

/** The columns that have a value in one of the rows, and always the first. */
export function filledColumns(columns: readonly Column[], rows: readonly Row[]): Column[] {
  const isFilled = ({ name }: Column) => rows.some((row) => {
    const value = row[name];
    if (Array.isArray(value)) return value.length > 0;
    if (typeof value === 'object' && value !== null && 'nodes' in value) return (value.nodes as unknown[]).length > 0;
    return value !== null && value !== undefined;
  });
  return columns.filter((column, index) => index === 0 || isFilled(column));
}

/** Whether a row names the nodes of a list: those that took part in what happened on a day. */
function isNamedInRow(model: Model, type: ElementType, field: Field): boolean {
  return !isRelationship(type) && (type as NodeType).day !== null && field.type !== type.name && model.node(field.type)?.provenance === false;
}

function nodeColumn(model: Model, field: Field): Column {
  const label = model.node(field.type)?.label;
  return {
    name: field.name, heading: headingOf(field), selection: () => `${field.name} { __typename id label }`, field: null,
    sort: label ? (direction) => ({ [field.name]: { [label]: direction } }) : null,
  };
}

function nodesColumn(field: Field): Column {
  return {
    name: field.name, heading: headingOf(field), field: null, sort: null,
    selection: (isFile) => `${field.name}(first: ${isFile ? listed.file : listed.cell}) { ${isFile ? '' : 'totalCount '}nodes { __typename id label } }`,
  };
}

/** The node type of an end; where both are of one, with the direction. */
function nameOfEnd(model: Model, type: RelationshipType, end: 'source' | 'target'): string {
  const target = model.type(type[end]);
  const name = target ? singularOf(target) : title(type[end]);
  return type.source === type.target ? `${end === 'source' ? 'From' : 'To'} ${name.toLowerCase()}` : name;
}

function propertyColumn(field: Field): Column {
  const isPoint = field.type === 'Point';
  return {
    name: field.name, heading: headingOf(field), field,
    selection: () => (isPoint ? `${field.name} { latitude longitude }` : [field.name, field.precision, field.until].filter(Boolean).join(' ')),
    sort: field.list || isPoint ? null : (direction) => ({ [field.name]: direction }),
  };
}

/** The precision and the last day of a day, which are shown with it. */
function partsOfDays(type: ElementType): Set<string> {
  return new Set(type.fields.flatMap((field) => [field.precision, field.until].filter((name) => typeof name === 'string')));
}

/** The order of the table, as in the view: the chosen one, else the latest first. */
export function sortOf(type: ElementType, view: View): string | null {
  const day = isRelationship(type) ? type.valid?.from : (type as NodeType).day;
  return view.sort ?? (day ? `-${day}` : null);
}

/** A page of the table. */
export function tableOperation(model: Model, type: ElementType, view: View, after: string | null): Operation {
  return listOperation(model, type, view, after, false);
}

/** The rows of the table for a file, of which the server writes all. */
export function fileOperation(model: Model, type: ElementType, view: View): Operation {
  return listOperation(model, type, view, null, true);
}

function listOperation(model: Model, type: ElementType, view: View, after: string | null, isFile: boolean): Operation {
  const columns = columnsOf(model, type);
  const builder = new OperationBuilder(pluralOf(type).replace(/\W/g, ''), model.standing);
  const scope = scopeOf(model, type, view, true);
  const by = sortOf(type, view);
  const name = by?.replace(/^-/, '');
  const sort = columns.find((column) => column.name === name)?.sort?.(by?.startsWith('-') ? 'DESC' : 'ASC');
  const given = list(
    isFile ? '' : `first: ${pageSize}`,
    after ? `after: ${builder.variable('after', 'String', after)}` : '',
    scope ? `where: ${builder.variable('where', filterTypeOf(type), scope)}` : '',
    sort ? `order: ${builder.variable('order', `[${sortTypeOf(type)}!]`, [sort])}` : '',
    builder.lens(view, type.arguments),
  );
  const selection = ['__typename id label', ...columns.map((column) => column.selection(isFile))].join(' ');
  return builder.build(`  ${type.plural}${given} { ${isFile ? '' : 'totalCount pageInfo { hasNextPage endCursor } '}nodes { ${selection} } }`);
}

function sortTypeOf(type: ElementType): string {
  return filterTypeOf(type).replace(/FilterInput$/, 'SortInput');
}

/** The enums by which rows can be filtered. */
export function filtersOf(model: Model, type: ElementType): Field[] {
  const skipped = partsOfDays(type);
  return type.fields.filter((field) => field.kind === 'property' && model.isEnum(field.type) && !skipped.has(field.name));
}
