import { type Operation, RequestError } from '../api/client';
import { say } from '../ui/messages';
import { save } from './save';

/** A format in which the server writes the answer to an operation. */
export type ExportFormat = 'csv' | 'geojson' | 'graphml' | 'gexf';

interface Failure {
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Saves the answer to an operation as a file; of a list, all its rows and not only those of a page. */
export async function download(operation: Operation, format: ExportFormat, name: string): Promise<void> {
  try {
    const response = await fetch(`/export/${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: operation.text, variables: operation.variables, ...(format === 'csv' ? { excel: true } : {}) }),
    });
    if (!response.ok) throw await failureOf(response);
    save(await response.blob(), `${name}.${format}`);
  } catch (error) {
    const reason = error instanceof RequestError ? error.message : 'The file broke off before its end.';
    say(`Nothing was saved. ${reason}`, { label: 'Try again', run: () => void download(operation, format, name) });
  }
}

async function failureOf(response: Response): Promise<RequestError> {
  const { errors } = (await response.json().catch(() => ({}))) as Failure;
  return new RequestError(errors?.[0]?.message ?? `The server answered with status ${response.status}.`, errors?.[0]?.extensions?.code ?? 'UNKNOWN');
}
