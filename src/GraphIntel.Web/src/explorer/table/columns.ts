import { OperationBuilder, list } from '../api/builder';
import type { Operation } from '../api/client';
import type { ElementType, Field, Model, RelationshipType } from '../api/model';
import { headingOf, pluralOf, singularOf, title } from '../api/names';
import type { Row } from '../graph/entities';
import { filterTypeOf, isRelationship, scopeOf } from '../scope/scope';
import type { View } from '../state/address';

/** A column: how it is selected, and by which key it is sorted; null: it cannot be. */
export interface Column {
  name: string;
  heading: string;
  selection: string;
  field: Field | null;
  sort: ((direction: 'ASC' | 'DESC') => Row) | null;
}

const pageSize = 100;
const mostColumns = 14;

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
        name: end, heading: nameOfEnd(model, type, end), selection: `${end} { __typename id label }`, field: null,
        sort: label ? (direction) => ({ [end]: { [label]: direction } }) : null,
      });
    }
  }
  const skipped = partsOfDays(type);
  for (const field of type.fields) {
    if (skipped.has(field.name)) continue;
    if (field.kind === 'property' && field.type !== 'ID') columns.push(propertyColumn(field));
    else if (field.kind === 'relationship' && !field.list) {
      const label = model.node(field.type)?.label;
      columns.push({
        name: field.name, heading: headingOf(field), selection: `${field.name} { __typename id label }`, field: null,
        sort: label ? (direction) => ({ [field.name]: { [label]: direction } }) : null,
      });
    }
  }
  return columns.slice(0, mostColumns);
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
    selection: isPoint ? `${field.name} { latitude longitude }` : [field.name, field.precision, field.until].filter(Boolean).join(' '),
    sort: field.list || isPoint ? null : (direction) => ({ [field.name]: direction }),
  };
}

/** The precision and the last day of a day, which are shown with it. */
function partsOfDays(type: ElementType): Set<string> {
  return new Set(type.fields.flatMap((field) => [field.precision, field.until].filter((name) => typeof name === 'string')));
}

/** A page of the table. */
export function tableOperation(model: Model, type: ElementType, view: View, after: string | null): Operation {
  const columns = columnsOf(model, type);
  const builder = new OperationBuilder(pluralOf(type).replace(/\W/g, ''), model.standing);
  const scope = scopeOf(model, type, view, true);
  const name = view.sort?.replace(/^-/, '');
  const sort = columns.find((column) => column.name === name)?.sort?.(view.sort?.startsWith('-') ? 'DESC' : 'ASC');
  const given = list(
    `first: ${pageSize}`,
    after ? `after: ${builder.variable('after', 'String', after)}` : '',
    scope ? `where: ${builder.variable('where', filterTypeOf(type), scope)}` : '',
    sort ? `order: ${builder.variable('order', `[${sortTypeOf(type)}!]`, [sort])}` : '',
    builder.lens(view, type.arguments),
  );
  const selection = ['__typename id label', ...columns.map((column) => column.selection)].join(' ');
  return builder.build(`  ${type.plural}${given} { totalCount pageInfo { hasNextPage endCursor } nodes { ${selection} } }`);
}

function sortTypeOf(type: ElementType): string {
  return filterTypeOf(type).replace(/FilterInput$/, 'SortInput');
}

/** The enums by which rows can be filtered. */
export function filtersOf(model: Model, type: ElementType): Field[] {
  const skipped = partsOfDays(type);
  return type.fields.filter((field) => field.kind === 'property' && model.isEnum(field.type) && !skipped.has(field.name));
}
