import { type Lens, OperationBuilder, list } from '../api/builder';
import type { Operation } from '../api/client';
import type { ElementType, Field, Model, RelationshipType } from '../api/model';
import { detailOf } from '../graph/entities';

/** Rows of each relationship that the panel shows at first, and after "show more". */
export const pageSize = { few: 5, many: 100 };

const claimsShown = 20;

/** All that the panel says of a node or a relationship. */
export function detailsOperation(model: Model, type: ElementType, id: string, lens: Lens, opened: readonly string[]): Operation {
  const builder = new OperationBuilder('Details', model.standing);
  const lines = ['__typename id label'];
  if ('source' in type) lines.push(`source { __typename id label } target { __typename id label }`);
  for (const field of type.fields) {
    if (field.kind === 'property') lines.push(propertySelection(field));
    if (field.kind === 'relationship' || field.kind === 'refersTo') lines.push(relationSelection(model, builder, field, lens, opened.includes(field.name)));
  }
  if (type.claims) lines.push(claimsSelection(model, builder, type.claims, lens));
  const of = builder.variable('id', 'ID!', id);
  return builder.build(`  node(id: ${of}) {\n ... on ${type.name} {\n${lines.join('\n')}\n}\n}`);
}

function propertySelection(field: Field): string {
  return field.type === 'Point' ? `${field.name} { latitude longitude }` : field.name;
}

/** What one reaches along a path. */
export function alongOperation(model: Model, type: ElementType, id: string, field: Field, lens: Lens, first: number): Operation {
  const builder = new OperationBuilder('Along', model.standing);
  const node = nodeSelection(model, field.type).join(' ');
  const day = dayOf(model, field);
  const given = [`first: ${first}`, day && field.arguments.includes('order') ? `order: [{ ${day.name}: DESC }]` : '', builder.lens(lens, field.arguments)];
  const selected = field.list ? `${field.name}${list(...given)} { totalCount edges { node { ${node} } } }` : `${field.name} { ${node} }`;
  return builder.build(`  node(id: ${builder.variable('id', 'ID!', id)}) { ... on ${type.name} { id ${selected} } }`);
}

function dayOf(model: Model, field: Field): Field | undefined {
  const target = model.node(field.type);
  return target?.day ? model.field(field.type, target.day) : undefined;
}

function nodeSelection(model: Model, type: string): string[] {
  const node = ['__typename id label'];
  const name = model.node(type)?.day;
  const day = name ? model.field(type, name) : undefined;
  if (day) {
    node.push(`day: ${day.name}`);
    if (day.until) node.push(`last: ${day.until}`);
    if (day.precision) node.push(`precision: ${day.precision}`);
  }
  return node;
}

function relationSelection(model: Model, builder: OperationBuilder, field: Field, lens: Lens, isOpened: boolean): string {
  const node = nodeSelection(model, field.type);
  const day = dayOf(model, field);
  if (!field.list) return `${field.name} { ${node.join(' ')} }`;
  const given = [
    `first: ${isOpened ? pageSize.many : pageSize.few}`,
    day && field.arguments.includes('order') ? `order: [{ ${day.name}: DESC }]` : '',
    builder.lens(lens, field.arguments),
  ];
  return `${field.name}${list(...given)} { totalCount edges { ${edgeSelection(model, field)} node { ${node.join(' ')} } } }`;
}

function edgeSelection(model: Model, field: Field): string {
  const type = field.relationshipType ? model.relationship(field.relationshipType) : undefined;
  if (!type || type.plural === null) return '';
  const fields = ['fact { id }'];
  const add = (alias: string, name: string | null | undefined) => name && fields.push(`${alias}: ${name}`);
  add('edgeFrom', type.valid?.from);
  add('edgeUntil', type.valid?.until);
  add('edgeFromPrecision', precisionOf(model, type, type.valid?.from));
  add('edgeUntilPrecision', precisionOf(model, type, type.valid?.until));
  add('edgeStanding', type.standing);
  add('edgeDetail', detailOf(model, type)?.name);
  return fields.join(' ');
}

function precisionOf(model: Model, type: RelationshipType, name: string | undefined): string | null | undefined {
  return name === undefined ? undefined : model.field(type.name, name)?.precision;
}

function claimsSelection(model: Model, builder: OperationBuilder, field: string, lens: Lens): string {
  const role = model.claim;
  if (!role) return '';
  const type = model.node(role.nodeType);
  const where: string[] = [];
  if (lens.knownBy) where.push(`${role.made}: { lte: ${builder.variable('knownBy', 'Date', lens.knownBy)} }`);
  if (lens.told.length > 0 && role.source) where.push(`${role.source}: { id: { in: ${builder.variable('accordingTo', '[ID!]', lens.told)} } }`);
  const fields = ['id label', `stance: ${role.stance}`, `made: ${role.made}`];
  if (role.field) fields.push(`about: ${role.field}`);
  for (const one of type?.fields ?? []) {
    if (one.kind === 'relationship' && !one.list) fields.push(`${one.name} { __typename id label ${textsOf(model, one.type)} }`);
  }
  const given = [`first: ${claimsShown}`, `order: [{ ${role.made}: DESC }]`, where.length > 0 ? `where: { ${where.join(' ')} }` : ''];
  return `${field}${list(...given)} { totalCount nodes { ${fields.join(' ')} } }`;
}

/** The texts of a source or a report, one of which may be its address on the web. */
function textsOf(model: Model, type: string): string {
  return (model.type(type)?.fields ?? [])
    .filter((field) => field.kind === 'property' && field.type === 'String' && !field.list)
    .map((field) => field.name)
    .join(' ');
}
