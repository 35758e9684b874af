import { type Lens, OperationBuilder, list } from '../api/builder';
import { type Operation, execute } from '../api/client';
import type { Direction, ElementType, Field, Model, NodeType } from '../api/model';
import type { View } from '../state/address';
import { type GraphNode, type GraphRelationship, type Row, nodeSelection, readNode, readRelationship, relationshipSelection } from './entities';

export interface Graph {
  nodes: GraphNode[];
  relationships: GraphRelationship[];
}

export interface Via {
  type: string;
  direction: Direction;
}

interface NeighborhoodRow {
  truncated: boolean;
  nodes: Row[];
  relationships: Row[];
}

/** The given nodes, and all relationships among them. */
export function amongOperation(model: Model, ids: string[], lens: Lens): Operation {
  const builder = new OperationBuilder('Among', model.standing);
  const restricted = builder.lens(lens, model.argumentsOf('neighborhood'));
  const size = model.limits.of;
  const selection = graphSelection(model);
  if (ids.length <= size) {
    const of = builder.variable('of', '[ID!]!', ids);
    return builder.build(`  neighborhood(${[`of: ${of}`, 'depth: 0', `maxNodes: ${size}`, restricted].filter(Boolean).join(', ')}) { ${selection} }`);
  }
  return betweenOperation(model, ids, ids, lens);
}

/** Some nodes, and their relationships with all of the given nodes. */
function betweenOperation(model: Model, some: string[], all: string[], lens: Lens): Operation {
  const builder = new OperationBuilder('Among', model.standing);
  const restricted = builder.lens(lens, model.argumentsOf('neighborhood'));
  const size = model.limits.of;
  const selection = graphSelection(model);
  const where = builder.variable('where', 'NodesFilterInput', onIds(model, all, 'in', model.nodeTypes));
  const parts: string[] = [];
  for (let start = 0; start < some.length; start += size) {
    const part = parts.length + 1;
    const of = builder.variable(`of${part}`, '[ID!]!', some.slice(start, start + size));
    const given = [`of: ${of}`, 'depth: 1', `maxNodes: ${model.limits.maxNodes}`, `where: ${where}`, restricted].filter(Boolean).join(', ');
    parts.push(`  part${part}: neighborhood(${given}) { ${selection} }`);
  }
  return builder.build(parts.join('\n'));
}

function graphSelection(model: Model): string {
  return `nodes { ${nodeSelection(model)} } relationships { ${relationshipSelection(model)} }`;
}

/** A condition for each of some node types: only the given nodes of this type, or all but these. */
function onIds(model: Model, ids: readonly string[], operation: 'in' | 'nin', types: readonly NodeType[]): Record<string, unknown> {
  const byType = new Map<string, string[]>(types.map((type) => [type.singular ?? '', []]));
  for (const id of ids) byType.get(model.typeOfId(id)?.singular ?? '')?.push(id);
  return Object.fromEntries([...byType].map(([name, some]) => [name, { id: { [operation]: some } }]));
}

/** Reads a graph of one or several neighborhoods. */
export function readGraph(data: Record<string, NeighborhoodRow>): Graph {
  const nodes = new Map<string, GraphNode>();
  const relationships = new Map<string, GraphRelationship>();
  for (const part of Object.values(data)) {
    for (const row of part.nodes) if (!nodes.has(String(row.id))) nodes.set(String(row.id), readNode(row));
    for (const row of part.relationships) relationships.set(String(row.id), readRelationship(row));
  }
  return { nodes: [...nodes.values()], relationships: [...relationships.values()] };
}

/** @param known A graph with the same lens that was read a moment ago: what it has is not read again. */
export async function readAmong(model: Model, ids: string[], lens: Lens, known: Graph | null, signal?: AbortSignal): Promise<Graph> {
  if (ids.length === 0) return { nodes: [], relationships: [] };
  const had = new Set(known?.nodes.map((node) => node.id));
  const added = ids.filter((id) => !had.has(id));
  if (known && added.length === 0) return within(known, ids);
  const operation = known && added.length <= model.limits.of ? betweenOperation(model, added, ids, lens) : amongOperation(model, ids, lens);
  const found = readGraph(await execute<Record<string, NeighborhoodRow>>(operation, signal));
  return within(known ? joined(known, found) : found, ids);
}

/** The part of a graph that is among some nodes. */
function within(graph: Graph, ids: string[]): Graph {
  const wanted = new Set(ids);
  return {
    nodes: graph.nodes.filter((node) => wanted.has(node.id)),
    relationships: graph.relationships.filter((one) => wanted.has(one.source) && wanted.has(one.target)),
  };
}

function joined(a: Graph, b: Graph): Graph {
  const byId = <T extends { id: string }>(all: T[]) => [...new Map(all.map((one) => [one.id, one])).values()];
  return { nodes: byId([...a.nodes, ...b.nodes]), relationships: byId([...a.relationships, ...b.relationships]) };
}

/** How many neighbors a node has along one of its fields, counted before any is loaded. */
export interface Kind {
  field: Field;
  via: Via;
  count: number;
}

/** The fields along which a node can be expanded; those that record provenance are not among them, as in `neighborhood`. */
export function expandableFields(model: Model, type: ElementType): Field[] {
  return type.fields.filter((field) => field.kind === 'relationship' && model.relationship(field.relationshipType!)?.provenance === false);
}

/** Counts the neighbors of a node by the fields that lead to them. */
export function kindsOperation(model: Model, type: ElementType, id: string, lens: Lens): Operation {
  const builder = new OperationBuilder('Neighbors', model.standing);
  const fields = expandableFields(model, type).map((field) => {
    const given = builder.lens(lens, field.arguments);
    return `${field.name}${list(given)} ${field.list ? '{ totalCount }' : '{ id }'}`;
  });
  return builder.build(`  node(id: ${builder.variable('id', 'ID!', id)}) { id ... on ${type.name} { ${fields.join(' ')} } }`);
}

/** The kinds of neighbors that a node has, those with most first. */
export async function readKinds(model: Model, type: ElementType, id: string, lens: Lens, signal?: AbortSignal): Promise<Kind[]> {
  const { node } = await execute<{ node: Row | null }>(kindsOperation(model, type, id, lens), signal);
  return expandableFields(model, type)
    .map((field) => ({ field, via: { type: field.relationshipType!, direction: field.direction ?? 'BOTH' }, count: countOf(field, node?.[field.name]) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

function countOf(field: Field, value: unknown): number {
  if (value === null || value === undefined) return 0;
  return field.list ? (value as { totalCount: number }).totalCount : 1;
}

export interface Expansion {
  ids: string[];
  truncated: boolean;
}

/** Nodes around a node that are not shown yet; by default along all relationships that do not record provenance. */
export async function expand(model: Model, id: string, via: Via[] | null, most: number, view: Pick<View, 'nodes'> & Lens): Promise<Expansion> {
  const operation = expandOperation(model, id, via, most, view);
  const { neighborhood } = await execute<{ neighborhood: { truncated: boolean; nodes: { id: string }[] } }>(operation);
  return { ids: neighborhood.nodes.map((node) => node.id).filter((one) => one !== id), truncated: neighborhood.truncated };
}

export function expandOperation(model: Model, id: string, via: Via[] | null, most: number, view: Pick<View, 'nodes'> & Lens): Operation {
  const builder = new OperationBuilder('Expand', model.standing);
  const shown = model.nodeTypes.filter((type) => view.nodes.some((node) => model.typeOfId(node) === type));
  const given = [
    `of: ${builder.variable('of', '[ID!]!', [id])}`,
    // The node itself is one of them.
    `maxNodes: ${builder.variable('maxNodes', 'Int', Math.min(most + 1, model.limits.maxNodes))}`,
    shown.length > 0 ? `where: ${builder.variable('where', 'NodesFilterInput', onIds(model, view.nodes, 'nin', shown))}` : '',
    via ? `via: ${builder.variable('via', '[ViaInput!]', via)}` : '',
    builder.lens(view, model.argumentsOf('neighborhood')),
  ];
  return builder.build(`  neighborhood${list(...given)} { truncated nodes { id } }`);
}

/** How many paths are added at first. */
export const pathsShown = 10;

export interface FoundPaths extends Expansion {
  count: number;
  /** The names of the nodes on the shortest. */
  shortest: string[];
}

/** How two nodes are connected. */
export async function findPaths(model: Model, from: string, to: string, first: number, lens: Lens): Promise<FoundPaths> {
  const { paths } = await execute<{ paths: { truncated: boolean; items: { nodes: { id: string; label: string }[] }[] } }>(
    pathsOperation(model, from, to, first, lens),
  );
  return {
    ids: [...new Set(paths.items.flatMap((path) => path.nodes.map((node) => node.id)))],
    truncated: paths.truncated,
    count: paths.items.length,
    shortest: paths.items[0]?.nodes.map((node) => node.label) ?? [],
  };
}

export function pathsOperation(model: Model, from: string, to: string, first: number, lens: Lens): Operation {
  const builder = new OperationBuilder('Connected', model.standing);
  const given = [
    `from: ${builder.variable('from', 'ID!', from)}`,
    `to: ${builder.variable('to', 'ID!', to)}`,
    `first: ${builder.variable('first', 'Int', first)}`,
    builder.lens(lens, model.argumentsOf('paths')),
  ];
  return builder.build(`  paths${list(...given)} { truncated items { nodes { id label } } }`);
}
