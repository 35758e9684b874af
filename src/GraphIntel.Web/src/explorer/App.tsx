import { useQuery } from '@tanstack/react-query';
import { readDocument } from './api/client';
import { Model, type ModelDocument } from './api/model';
import { Header } from './Header';
import { Workspace } from './Workspace';
import { LiveRegion } from './ui/LiveRegion';
import { Failure, Loading } from './ui/Notice';
import { usePageShortcut } from './ui/shortcuts';
import { redo, undo } from './state/store';

/** The explorer: it reads the model of the server first, and knows nothing of a domain before. */
export function App() {
  const query = useQuery({
    queryKey: ['model'],
    queryFn: async ({ signal }) => new Model((await readDocument('/graphql?model', signal)) as ModelDocument),
    staleTime: Number.POSITIVE_INFINITY,
  });
  usePageShortcut('undo', undo);
  usePageShortcut('redo', redo);

  const model = query.data ?? null;
  return (
    <>
      <Header model={model} />
      {model && <Workspace model={model} />}
      {!model && (
        <main className="workspace">
          {query.error ?? query.failureReason
            ? <Failure error={(query.error ?? query.failureReason)!} retry={() => void query.refetch()} />
            : <Loading>Reading the model</Loading>}
        </main>
      )}
      <LiveRegion />
    </>
  );
}
