import manifest from './examples.json';

/** An example operation of the menu. */
export interface Example {
  number: number;
  title: string;
  query: string;
  /** JSON text; empty if the query has no variables. */
  variables: string;
}

const documents = import.meta.glob<string>('./*.graphql', { query: '?raw', import: 'default', eager: true });

/** The examples, in the order of the manifest. */
export const examples: Example[] = manifest.map(({ number, title, query, variables }) => {
  const document = documents[`./${query}`];
  if (document === undefined) throw new Error(`examples.json lists ${query}, but there is no such file beside it.`);
  return { number, title, query: document, variables: variables ? JSON.stringify(variables, null, 2) : '' };
});
