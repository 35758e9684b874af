import { Environment, Network, RecordSource, Store, type GraphQLResponse } from 'relay-runtime';

/** A store of its own, filled from the server at this address. */
export function createEnvironment(url = '/graphql') {
  return new Environment({
    network: Network.create(async (operation, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json;q=0.9',
        },
        body: JSON.stringify({ query: operation.text, operationName: operation.name, variables }),
      });
      if (!response.headers.get('content-type')?.includes('json')) throw new Error(`The server answered ${response.status}.`);
      return (await response.json()) as GraphQLResponse;
    }),
    store: new Store(new RecordSource()),
  });
}
