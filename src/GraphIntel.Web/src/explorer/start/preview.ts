import { OperationBuilder, list } from '../api/builder';
import { execute } from '../api/client';
import type { Field, Model, NodeType } from '../api/model';
import { headingOf, isolate, pluralOf } from '../api/names';
import { nodeTitle } from '../graph/elements';
import { type Row, nodeSelection, readNode } from '../graph/entities';
import { expandableFields } from '../graph/operations';
import { filterTypeOf } from '../scope/scope';

/** What one will see around a node: the nodes, and lines that name them. */
export interface Preview {
  ids: string[];
  lines: { heading: string; text: string }[];
}

interface Named {
  id: string;
  label: string;
}

interface Groups {
  nodes: Row[];
  aggregate?: { groups: Record<string, { count: number; node: Named | null }[]> };
}

interface Data {
  scope: Groups;
  node: Record<string, Named | { totalCount: number; nodes: Named[] } | null> | null;
}

const mostInScope = 6;
const mostOfAKind = 4;
const mostNames = 3;
const mostLines = 4;

/**
 * What is around a node of which most is known: the latest of what happened to it, with whom and where most of it did, and some of
 * each other kind of neighbor.
 */
export async function previewOf(model: Model, central: NodeType, grouping: Field, others: readonly Field[], id: string, type: string, signal?: AbortSignal): Promise<Preview> {
  const { scope, node } = await execute<Data>(previewOperation(model, central, grouping, others, id, type), signal);
  const groups = others.map((field) => ({
    heading: field.list ? headingOf(field) : pluralOf(model.type(field.type)!),
    nodes: (scope.aggregate?.groups[field.name] ?? []).flatMap((group) => (group.node && group.node.id !== id ? [{ ...group.node, count: group.count }] : [])),
  }));
  const kinds = kindsOf(model, central, type).map((field) => {
    const value = node?.[field.name] ?? null;
    const nodes = value === null ? [] : 'nodes' in value ? value.nodes : [value];
    return { heading: headingOf(field), nodes, total: value !== null && 'totalCount' in value ? value.totalCount : nodes.length };
  });
  const happened = scope.nodes.map((row) => readNode(row));
  const latest = happened.find((one) => one.day !== null);
  const lines = [
    ...groups.map(({ heading, nodes }) => ({ heading, text: nodes.map(({ label, count }) => `${isolate(label)} (${count.toLocaleString('en')})`).join(', ') })),
    ...kinds.map(({ heading, nodes, total }) => ({ heading, text: named(nodes, total) })),
    { heading: 'Latest', text: latest ? isolate(nodeTitle(latest)) : '' },
  ];
  return {
    ids: [...new Set([id, ...groups.flatMap((group) => group.nodes.map((one) => one.id)), ...kinds.flatMap((kind) => kind.nodes.map((one) => one.id)), ...happened.map((one) => one.id)])],
    lines: lines.filter(({ text }) => text !== '').slice(0, mostLines),
  };
}

/** The kinds of neighbors that are not what happened to a node. */
function kindsOf(model: Model, central: NodeType, type: string): Field[] {
  return expandableFields(model, model.type(type)!).filter((field) => field.type !== central.name);
}

function previewOperation(model: Model, central: NodeType, grouping: Field, others: readonly Field[], id: string, type: string) {
  const builder = new OperationBuilder('Preview', model.standing);
  const isIt = { id: { eq: id } };
  const where = builder.variable('where', filterTypeOf(central), { [grouping.name]: grouping.list ? { some: isIt } : isIt });
  const order = central.day ? `order: [{ ${central.day}: DESC }]` : '';
  const groups = others.map((field) => `${field.name}(first: ${mostNames}) { count node { id label } }`).join(' ');
  const kinds = kindsOf(model, central, type).map((field) => (field.list ? `${field.name}(first: ${mostOfAKind}) { totalCount nodes { id label } }` : `${field.name} { id label }`));
  return builder.build([
    `  scope: ${central.plural}${list(`first: ${mostInScope}`, `where: ${where}`, order)} { nodes { ${nodeSelection(model, central.name)} }${groups ? ` aggregate { groups { ${groups} } }` : ''} }`,
    `  node(id: ${builder.variable('id', 'ID!', id)}) { id ... on ${type} { id ${kinds.join(' ')} } }`,
  ].join('\n'));
}

function named(nodes: readonly Named[], total: number): string {
  const names = nodes.slice(0, mostNames).map((node) => isolate(node.label));
  return names.join(', ') + (total > names.length ? ` and ${(total - names.length).toLocaleString('en')} more` : '');
}
