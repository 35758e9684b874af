import { OperationBuilder, list } from '../api/builder';
import type { Operation } from '../api/client';
import type { ElementType, Field, Model } from '../api/model';
import { pluralOf, title } from '../api/names';
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

/** Counts of all objects in scope, and by month. */
export function numbersOperation(model: Model, type: ElementType, view: View): Operation {
  const numbers = type.fields.filter((field) => field.kind === 'property' && field.type === 'Int' && !field.list)
    .map((field) => `${field.name} { count sum }`);
  const day = datedTypes(model).find((dated) => dated.type.name === type.name)?.day;
  const timeline = day ? ` timeline { ${day.name}(by: MONTH) { from until count } }` : '';
  return aggregateOperation(model, type, view, 'InNumbers', `count ${numbers.join(' ')}${timeline}`);
}

/** Counts by one grouping. Each is an operation of its own, because each repeats the scope, and a server limits the size of a plan. */
export function groupOperation(model: Model, type: ElementType, view: View, field: Field): Operation {
  const selected = field.kind === 'property' ? 'key count' : 'node { __typename id label } count';
  return aggregateOperation(model, type, view, `By${title(field.name).replace(/\W/g, '')}`, `groups { ${field.name}(first: ${mostBars}) { ${selected} } }`);
}

function aggregateOperation(model: Model, type: ElementType, view: View, name: string, selection: string): Operation {
  const builder = new OperationBuilder(`${pluralOf(type).replace(/\W/g, '')}${name}`, model.standing);
  const scope = scopeOf(model, type, view, true);
  const given = list(
    scope ? `where: ${builder.variable('where', filterTypeOf(type), scope)}` : '',
    builder.lens(view, type.arguments),
  );
  return builder.build(`  ${type.plural}${given} { aggregate { ${selection} } }`);
}
