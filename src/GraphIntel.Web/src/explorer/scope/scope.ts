import type { ElementType, Field, Model, NodeType, RelationshipType } from '../api/model';
import type { View } from '../state/address';

/** A type of which there are many on a time line: what happens on a day, or what begins on one. */
export interface Dated {
  type: ElementType;
  plural: string;
  day: Field;
}

export type Condition = Record<string, unknown>;

// Ids in one condition; a longer list costs more than it tells.
const mostIds = 200;

/** The types with a day: events first, then relationships that begin on a day. */
export function datedTypes(model: Model): Dated[] {
  const found: Dated[] = [];
  const add = (type: ElementType, name: string | null | undefined) => {
    const day = name ? model.field(type.name, name) : undefined;
    if (day && type.plural !== null && !type.provenance) found.push({ type, plural: type.plural, day });
  };
  for (const type of model.events) add(type, type.day);
  for (const type of model.relationshipTypes) add(type, type.valid?.from);
  return found;
}

/** Objects of a type that have to do with the nodes shown, as a condition; null: all of them. */
export function relatedTo(model: Model, type: ElementType, view: View): Condition | null {
  if (view.everything || view.nodes.length === 0) return null;
  const byType = new Map<string, string[]>();
  for (const id of view.nodes) {
    const name = model.typeOfId(id)?.name ?? '';
    byType.set(name, [...(byType.get(name) ?? []), id].slice(0, mostIds));
  }
  const some: Condition[] = [];
  const add = (target: string, condition: (ids: Condition) => Condition) => {
    const ids = byType.get(target);
    if (ids) some.push(condition({ id: { in: ids } }));
  };
  if (isRelationship(type)) {
    add(type.source, (ids) => ({ source: ids }));
    add(type.target, (ids) => ({ target: ids }));
    return { or: some };
  }
  add(type.name, (ids) => ids);
  for (const field of type.fields) {
    if (field.kind === 'relationship') add(field.type, (ids) => ({ [field.name]: field.list ? { some: ids } : ids }));
  }
  return { or: some };
}

/** Objects of a type in the scope of the view; `isTimed`: those of its day or period only. */
export function scopeOf(model: Model, type: ElementType, view: View, isTimed: boolean): Condition | null {
  const all: Condition[] = [];
  const related = relatedTo(model, type, view);
  if (related) all.push(related);
  for (const [name, value] of view.filters) {
    const field = model.field(type.name, name);
    if (field?.kind === 'property' && model.values(field.type)?.includes(value)) all.push({ [name]: field.list ? { some: { eq: value } } : { eq: value } });
    if (field && isLink(model, field, value)) all.push({ [name]: field.list ? { some: { id: { eq: value } } } : { id: { eq: value } } });
  }
  if (view.box && type.location) all.push({ [type.location]: { within: view.box } });
  if (view.search && !isRelationship(type) && (type as NodeType).searched) all.push({ search: view.search });
  const day = isTimed ? datedTypes(model).find((dated) => dated.type.name === type.name)?.day : undefined;
  if (day && !isRelationship(type)) all.push(...whenOf(day, view));
  return all.length === 0 ? null : all.length === 1 ? all[0]! : { and: all };
}

/** Whether a filter is by a node to which a field leads. */
export function isLink(model: Model, field: Field, value: string): boolean {
  return field.kind === 'relationship' && model.typeOfId(value)?.name === field.type;
}

/** The filter with a value for a field, or without it where it has this value already. */
export function withFilter(filters: ReadonlyMap<string, string>, field: string, value: string): Map<string, string> {
  const changed = new Map(filters);
  if (changed.get(field) === value) changed.delete(field);
  else changed.set(field, value);
  return changed;
}

function whenOf(day: Field, view: View): Condition[] {
  const bounds = view.day ? { gte: view.day, lte: view.day } : { ...(view.from ? { gte: view.from } : {}), ...(view.until ? { lt: view.until } : {}) };
  if (Object.keys(bounds).length === 0) return [];
  return [{ [day.name]: day.precision ? { possibly: bounds } : bounds }];
}

export function isRelationship(type: ElementType): type is RelationshipType {
  return 'source' in type;
}

/** The name of the input type of a root field's `where`. */
export function filterTypeOf(type: ElementType): string {
  if (!isRelationship(type)) return `${type.name}FilterInput`;
  const plural = type.plural ?? '';
  return `${plural.charAt(0).toUpperCase()}${plural.slice(1)}FilterInput`;
}
