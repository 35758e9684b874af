/** An operation in a link to the playground. */
export interface LinkedOperation {
  query: string;
  /** JSON text; empty if there are no variables. */
  variables: string;
  /** The operation of the query to run; null if there is only one. */
  operationName: string | null;
}

/**
 * Reads the operation from a URL: from the fragment, as the playground writes it, or from the query string, as in a GET of the
 * API. Null if there is none.
 */
export function readLink(address: { hash: string; search: string }): LinkedOperation | null {
  return read(new URLSearchParams(address.hash.slice(1))) ?? read(new URLSearchParams(address.search));
}

/** The URL fragment for an operation. A fragment has no length limit, and is neither sent to the server nor logged. */
export function writeFragment({ query, variables, operationName }: LinkedOperation): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) parameters.set('variables', variables);
  if (operationName) parameters.set('operationName', operationName);
  return `#${parameters}`;
}

function read(parameters: URLSearchParams): LinkedOperation | null {
  const query = parameters.get('query');
  if (query === null) return null;
  return { query, variables: parameters.get('variables') ?? '', operationName: parameters.get('operationName') || null };
}
