import { ApolloLink, HttpLink } from '@apollo/client';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { createClient } from '../src/client';

configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A client with an empty cache, and the names of the operations that it sent to the server. */
export function countingClient() {
  const sent: string[] = [];
  const counter = new ApolloLink((operation, forward) => {
    sent.push(operation.operationName!);
    return forward(operation);
  });
  return { client: createClient(counter.concat(new HttpLink({ uri: '/graphql' }))), sent };
}
