import { type Operation, endpoint } from '../api/client';

/** A command for a shell that sends the operation to the server of this page. */
export function curlOf(operation: Operation, origin: string): string {
  const body = JSON.stringify({ query: operation.text, variables: operation.variables });
  return `curl -s '${origin}${endpoint}' -H 'content-type: application/json' -d '${body.replace(/'/g, `'\\''`)}'`;
}
