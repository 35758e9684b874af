import { CloudOff, RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { RequestError } from '../api/client';

/** What went wrong, and what can be done. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const isAway = error instanceof RequestError && error.isTemporary;
  return (
    <div className="notice" role="alert">
      {isAway ? <CloudOff aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      <div>
        <strong>{isAway ? 'The database is away' : 'This could not be loaded'}</strong>
        <p>{isAway ? `${error.message} The page tries again every few seconds.` : error.message}</p>
        {retry && (
          <button type="button" className="button" onClick={retry}>
            <RotateCw aria-hidden="true" />
            Try again
          </button>
        )}
      </div>
    </div>
  );
}

/** Shown while something is loaded for the first time. */
export function Loading({ children }: { children: ReactNode }) {
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {children}
    </div>
  );
}

/** Shown where there is nothing. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}
