import { OperationBuilder, list } from '../api/builder';
import type { Operation } from '../api/client';
import type { ElementType, Field, Model } from '../api/model';
import { pluralOf } from '../api/names';
import { datedTypes, filterTypeOf, scopeOf } from '../scope/scope';
import type { View } from '../state/address';

const mostBars = 12;
const mostGroupings = 10;

/** What objects of a type are counted by: their enums and booleans, and the nodes to which they lead. */
export function groupingsOf(model: Model, type: ElementType): Field[] {
  const isGrouping = (field: Field) =>
    field.kind === 'property' ? !field.list && (model.isEnum(field.type) || field.type === 'Boolean')
      : field.kind === 'relationship' && model.node(field.type)?.provenance === false;
  const all = type.fields.filter(isGrouping);
  return [...all.filter((field) => field.kind === 'relationship'), ...all.filter((field) => field.kind === 'property')].slice(0, mostGroupings);
}

/** Counts of all objects in scope: by each grouping, and by month. */
export function numbersOperation(model: Model, type: ElementType, view: View): Operation {
  const builder = new OperationBuilder(`${pluralOf(type).replace(/\W/g, '')}InNumbers`, model.standing);
  const scope = scopeOf(model, type, view, true);
  const given = list(
    scope ? `where: ${builder.variable('where', filterTypeOf(type), scope)}` : '',
    builder.lens(view, type.arguments),
  );
  const groups = groupingsOf(model, type).map((field) => field.kind === 'property'
    ? `${field.name}(first: ${mostBars}) { key count }`
    : `${field.name}(first: ${mostBars}) { node { __typename id label } count }`);
  const numbers = type.fields.filter((field) => field.kind === 'property' && field.type === 'Int' && !field.list)
    .map((field) => `${field.name} { count sum }`);
  const day = datedTypes(model).find((dated) => dated.type.name === type.name)?.day;
  const timeline = day ? `timeline { ${day.name}(by: MONTH) { from until count } }` : '';
  return builder.build(`  ${type.plural}${given} { aggregate { count ${numbers.join(' ')} ${groups.length > 0 ? `groups { ${groups.join(' ')} }` : ''} ${timeline} } }`);
}
