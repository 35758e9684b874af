/** An operation as it is sent, and as it is shown under "the query behind it". */
export interface Operation {
  name: string;
  text: string;
  variables: Record<string, unknown>;
}

export const endpoint = '/graphql';

const busyCodes = new Set(['STORE_UNAVAILABLE', 'STORE_BUSY', 'RATE_LIMITED', 'UNREACHABLE']);

/** A request that brought no result. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
    this.name = 'RequestError';
  }

  /** Whether a retry in a few seconds is likely to succeed. */
  get isTemporary(): boolean {
    return busyCodes.has(this.code);
  }
}

interface Response<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Executes an operation. Partial data is not used: an error fails the whole request. */
export async function execute<T>(operation: Operation, signal?: AbortSignal): Promise<T> {
  const response = await send(endpoint, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: operation.text, variables: operation.variables }),
    signal: signal ?? null,
  });
  const result = (await readJson(response)) as Response<T>;
  const error = result.errors?.[0];
  if (error) throw new RequestError(error.message, error.extensions?.code ?? 'UNKNOWN');
  if (result.data === undefined || result.data === null) throw new RequestError('The response has no data.', 'UNKNOWN');
  return result.data;
}

/** Reads a JSON document of the server. */
export async function readDocument(url: string, signal?: AbortSignal): Promise<unknown> {
  const response = await send(url, { headers: { accept: 'application/json' }, signal: signal ?? null });
  if (!response.ok) throw new RequestError(`The server answered ${url} with status ${response.status}.`, 'UNKNOWN');
  return readJson(response);
}

async function send(url: string, init: RequestInit): Promise<globalThis.Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError('The server cannot be reached.', 'UNREACHABLE');
  }
}

async function readJson(response: globalThis.Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    // A proxy in front of the server may answer with a page of its own.
    const code = response.status >= 500 ? 'UNREACHABLE' : 'UNKNOWN';
    throw new RequestError(`The server answered with status ${response.status} and no JSON.`, code);
  }
}
