import manifest from './examples.json';

/** A question of the menu, as the editors take it. */
export interface Example {
  number: number;
  title: string;
  query: string;
  /** JSON text; empty where the query has no variables. */
  variables: string;
}

const documents = import.meta.glob<string>('./*.graphql', { query: '?raw', import: 'default', eager: true });

/** The questions in the manifest's order. */
export const examples: Example[] = manifest.map(({ number, title, query, variables }) => {
  const document = documents[`./${query}`];
  if (document === undefined) throw new Error(`examples.json names ${query}, which is not beside it.`);
  return { number, title, query: document, variables: variables ? JSON.stringify(variables, null, 2) : '' };
});
