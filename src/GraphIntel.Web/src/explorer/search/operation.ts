import { OperationBuilder, list } from '../api/builder';
import type { Operation } from '../api/client';
import type { Model } from '../api/model';
import { type Row, nodeSelection } from '../graph/entities';

export interface Found {
  search: { truncated: boolean; items: { match: string; property: string; text: string; node: Row }[] };
}

const shown = 12;

/** Nodes with a name or text that matches; those that record provenance come from their own table. */
export function searchOperation(model: Model, text: string): Operation {
  const builder = new OperationBuilder('Search', model.standing);
  const given = [
    `query: ${builder.variable('query', 'String!', text.slice(0, model.limits.searchLength))}`,
    `types: ${builder.variable('types', '[NodeType!]', model.subjects.filter((type) => type.searched).map((type) => type.enumValue))}`,
    `first: ${builder.variable('first', 'Int', shown)}`,
  ];
  return builder.build(`  search${list(...given)} { truncated items { match property text node { ${nodeSelection(model)} } } }`);
}
