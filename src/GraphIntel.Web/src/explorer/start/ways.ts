import { OperationBuilder, openLens } from '../api/builder';
import { formatSpan } from '../api/days';
import { type Operation, execute } from '../api/client';
import type { Field, Model, NodeType } from '../api/model';
import { counted, isolate, words } from '../api/names';
import { type GraphNode, type Row, nodeSelection, readNode } from '../graph/entities';
import { type FoundPaths, expand, findPaths, pathsShown } from '../graph/operations';
import { type Preview, previewOf } from './preview';

/** A way into a graph that nobody has seen yet. */
export interface Way {
  kind: 'node' | 'paths';
  title: string;
  /** Why one might begin here. */
  text: string;
  /** The node to begin with, or the two to connect. */
  ids: string[];
  type: string;
  /** The field that leads to it from what is counted; null for what is itself one of these. */
  field: Field | null;
}

/** A way with what one will see. */
export interface ShownWay extends Way {
  preview: Preview;
}

export interface Start {
  counts: { type: string; count: number }[];
  ways: ShownWay[];
}

interface GroupRow {
  node: Row | null;
  count: number;
}

type Data = Record<string, { totalCount?: number; nodes?: Row[]; aggregate?: { groups: Record<string, GroupRow[]> } }>;

const mostGroupings = 4;

/** The type whose relationships tell most: what happens on a day, else the type with most relationships. */
export function centralType(model: Model): NodeType | null {
  const candidates = model.events.length > 0 ? model.events : model.subjects.filter((type) => type.plural !== null);
  return candidates.reduce<NodeType | null>(
    (best, type) => (best === null || groupingsOf(model, type).length > groupingsOf(model, best).length ? type : best), null);
}

/** The relationships of a type by which its nodes can be grouped under nodes of another type. */
function groupingsOf(model: Model, type: NodeType): Field[] {
  return type.fields
    .filter((field) => field.kind === 'relationship' && field.type !== type.name && model.node(field.type)?.provenance === false)
    .slice(0, mostGroupings);
}

export function startOperation(model: Model): Operation {
  const builder = new OperationBuilder('Start', model.standing);
  const lines = model.subjects.filter((type) => type.plural).map((type) => `  count_${type.name}: ${type.plural} { totalCount(atMost: 1000000) }`);
  const type = centralType(model);
  if (type) {
    const groups = groupingsOf(model, type).map((field) => `${field.name}(first: 3) { count node { ${nodeSelection(model, field.type)} } }`);
    if (groups.length > 0) lines.push(`  top: ${type.plural} { aggregate { groups { ${groups.join(' ')} } } }`);
    if (type.day) lines.push(`  latest: ${type.plural}(first: 1, order: [{ ${type.day}: DESC }]) { nodes { ${nodeSelection(model, type.name)} } }`);
  }
  return builder.build(lines.join('\n'));
}

const neighborsShown = 30;

export async function readStart(model: Model, signal?: AbortSignal): Promise<Start> {
  const data = await execute<Data>(startOperation(model), signal);
  const counts = model.subjects.flatMap((type) => {
    const count = data[`count_${type.name}`]?.totalCount;
    return count ? [{ type: type.name, count }] : [];
  });
  const ways = waysOf(model, data);
  return { counts, ways: await Promise.all(ways.map(async (way) => ({ ...way, preview: await read(model, way, signal) }))) };
}

/** Three ways: the node with most, another one, and how two of the same kind are connected. */
export function waysOf(model: Model, data: Data): Way[] {
  const type = centralType(model);
  if (!type) return [];
  const groups = groupingsOf(model, type).map((field) => ({
    field,
    top: (data.top?.aggregate?.groups[field.name] ?? []).flatMap(({ node, count }) => (node ? [{ node: readNode(node), count }] : [])),
  })).filter(({ top }) => top.length > 0).toSorted((a, b) => b.top[0]!.count - a.top[0]!.count);

  const ways: Way[] = [];
  const add = (node: GraphNode, text: string, field: Field | null) => {
    if (ways.length < 2 && !ways.some((way) => way.ids.includes(node.id))) ways.push({ kind: 'node', title: node.label, text, ids: [node.id], type: node.type, field });
  };
  for (const { field, top } of groups) {
    if (ways.some((way) => way.type === top[0]!.node.type)) continue;
    add(top[0]!.node, `${counted(top[0]!.count, type)}: more than any other ${words(field.type)}`, field);
  }
  const latest = data.latest?.nodes?.[0];
  if (latest) {
    const node = readNode(latest);
    add(node, node.day ? `The latest of all: ${formatSpan(node.day)}` : 'The latest of all', null);
  }
  for (const { field, top } of groups) for (const one of top) add(one.node, counted(one.count, type), field);

  const pair = groups.find(({ top }) => top.length > 1)?.top;
  if (pair) {
    const [a, b] = [pair[0]!.node, pair[1]!.node];
    ways.push({ kind: 'paths', title: `${a.label} and ${b.label}`, text: 'How are they connected?', ids: [a.id, b.id], type: a.type, field: null });
  }
  return ways;
}

/** What a way shows; that of a node of which nothing is known but itself is its neighbors. */
async function read(model: Model, way: Way, signal?: AbortSignal): Promise<Preview> {
  const [id, other] = way.ids;
  if (other !== undefined) return pathsPreview(await findPaths(model, id!, other, pathsShown, openLens));
  const central = centralType(model)!;
  if (way.field) return previewOf(model, central, way.field, groupingsOf(model, central).filter((field) => field !== way.field), id!, way.type, signal);
  const near = await expand(model, id!, null, neighborsShown, { ...openLens, nodes: [] });
  return { ids: [id!, ...near.ids], lines: [] };
}

function pathsPreview({ ids, count, truncated, shortest }: FoundPaths): Preview {
  if (count === 0) return { ids, lines: [] };
  const steps = shortest.length - 1;
  return {
    ids,
    lines: [
      { heading: 'Paths', text: `${count}${truncated ? ' and more' : ''}, the shortest of ${steps} ${steps === 1 ? 'relationship' : 'relationships'}` },
      { heading: 'Shortest', text: shortest.map((name) => isolate(name)).join(' – ') },
    ],
  };
}
