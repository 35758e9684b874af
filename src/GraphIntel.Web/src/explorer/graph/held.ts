import { type Lens, OperationBuilder } from '../api/builder';
import { type Operation, execute } from '../api/client';
import type { Model, RelationshipType } from '../api/model';
import { filterTypeOf } from '../scope/scope';
import type { Graph } from './operations';

/** The relationships of a graph that have dates, by type. */
function timedOf(model: Model, { relationships }: Graph): { type: RelationshipType; ids: string[] }[] {
  return model.relationshipTypes.flatMap((type) => {
    if (!type.valid || type.plural === null) return [];
    const ids = relationships.filter((one) => one.label === type.type).map((one) => one.id);
    return ids.length > 0 ? [{ type, ids }] : [];
  });
}

/** Which relationships of a graph held at the time of a lens; those without dates are not asked for. Null: none has dates. */
export function heldOperation(model: Model, graph: Graph, lens: Lens): Operation | null {
  const builder = new OperationBuilder('Held', model.standing);
  const parts: string[] = [];
  for (const { type, ids } of timedOf(model, graph)) {
    for (let start = 0; start < ids.length; start += model.limits.first) {
      const name = `part${parts.length + 1}`;
      const where = builder.variable(name, filterTypeOf(type), { id: { in: ids.slice(start, start + model.limits.first) } });
      const given = [`first: ${model.limits.first}`, `where: ${where}`, builder.lens(lens, type.arguments)].filter(Boolean).join(', ');
      parts.push(`  ${name}: ${type.plural}(${given}) { nodes { id } }`);
    }
  }
  return parts.length > 0 ? builder.build(parts.join('\n')) : null;
}

/** The relationships of a graph that did not hold at the time of a lens. */
export async function readNotHeld(model: Model, graph: Graph, lens: Lens, signal?: AbortSignal): Promise<Set<string>> {
  const operation = heldOperation(model, graph, lens);
  const left = new Set(timedOf(model, graph).flatMap(({ ids }) => ids));
  if (!operation) return left;
  const data = await execute<Record<string, { nodes: { id: string }[] }>>(operation, signal);
  for (const { nodes } of Object.values(data)) for (const { id } of nodes) left.delete(id);
  return left;
}
