import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { createEnvironment } from '../src/environment';

configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Relay's environment with an empty store, and the names of the operations that it sent to the server. */
export function countingEnvironment() {
  const environment = createEnvironment();
  const sent: string[] = [];
  const network = environment.getNetwork();
  const execute = network.execute.bind(network);
  network.execute = (operation, ...rest) => {
    sent.push(operation.name);
    return execute(operation, ...rest);
  };
  return { environment, sent };
}
