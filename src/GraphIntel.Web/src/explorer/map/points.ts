import { OperationBuilder, list } from '../api/builder';
import { type Operation, execute } from '../api/client';
import type { Model } from '../api/model';
import { type GraphNode, type Row, nodeSelection, readNode } from '../graph/entities';
import { filterTypeOf, scopeOf } from '../scope/scope';
import type { View } from '../state/address';

/** Most events that the map shows, besides the nodes of the graph. */
export const mostPoints = 500;

/** The located events in scope. */
export function pointsOperation(model: Model, view: View): Operation | null {
  const type = model.events[0];
  if (!type?.plural) return null;
  const builder = new OperationBuilder('Located', model.standing);
  const scope = scopeOf(model, type, view, true);
  const given = list(
    `first: ${mostPoints}`,
    scope ? `where: ${builder.variable('where', filterTypeOf(type), scope)}` : '',
    type.day ? `order: [{ ${type.day}: DESC }]` : '',
    builder.lens(view, type.arguments),
  );
  return builder.build(`  ${type.plural}${given} { totalCount nodes { ${nodeSelection(model, type.name)} } }`);
}

export interface Located {
  total: number;
  nodes: GraphNode[];
}

export async function readPoints(operation: Operation, plural: string, signal?: AbortSignal): Promise<Located> {
  const data = await execute<Record<string, { totalCount: number; nodes: Row[] }>>(operation, signal);
  const { totalCount, nodes } = data[plural]!;
  return { total: totalCount, nodes: nodes.map((row) => readNode(row)) };
}

/** Nodes with a place. */
export type Points = GeoJSON.FeatureCollection<GeoJSON.Point, { id: string; type: string; label: string; selected: boolean; past: boolean }>;

/** Nodes as GeoJSON points; each node once, and only those with a place. */
export function toGeoJson(nodes: readonly GraphNode[], selected: readonly string[], isCurrent: (id: string) => boolean): Points {
  const found = new Map<string, GraphNode>(nodes.map((node) => [node.id, node]));
  return {
    type: 'FeatureCollection',
    features: [...found.values()].flatMap((node) => node.point
      ? [{
        type: 'Feature' as const,
        geometry: { type: 'Point' as const, coordinates: [node.point.longitude, node.point.latitude] },
        properties: { id: node.id, type: node.type, label: node.label, selected: selected.includes(node.id), past: !isCurrent(node.id) },
      }]
      : []),
  };
}

/** The box around points: west, south, east, north; null if there are none. */
export function boundsOf(points: Points): [number, number, number, number] | null {
  if (points.features.length === 0) return null;
  const all = points.features.map((feature) => feature.geometry.coordinates as [number, number]);
  const lon = all.map(([one]) => one);
  const lat = all.map(([, one]) => one);
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}
