import type { ElementType, Field, NodeType } from './model';

/** A name of the schema as people write it: `eventsOfBacked` and `PARTICIPATED_IN` become "events of backed", "participated in". */
export function words(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase()
    .trim();
}

/** The same with a capital at the beginning. */
export function title(name: string): string {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name of a type for one object. */
export function singularOf(type: ElementType): string {
  return title(type.singular ?? type.name);
}

/** The name of a type for several objects. */
export function pluralOf(type: ElementType): string {
  return title(type.plural ?? type.name);
}

/** A count with the name of what is counted. */
export function counted(count: number, type: NodeType | ElementType): string {
  return `${count.toLocaleString('en')} ${(count === 1 ? singularOf(type) : pluralOf(type)).toLowerCase()}`;
}

/** The heading of a field. */
export function headingOf(field: Field): string {
  return title(field.name);
}

/** Prefixes a text with a first strong isolate and ends it, so that a right-to-left name does not reorder what is around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
