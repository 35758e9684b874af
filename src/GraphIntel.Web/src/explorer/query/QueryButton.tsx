import { CodeXml } from 'lucide-react';
import { useState } from 'react';
import type { Operation } from '../api/client';
import { QueryDialog } from './QueryDialog';

interface Props {
  operation: Operation | null;
  /** What the query is behind, such as "the graph". */
  subject: string;
  label?: string;
}

/** Opens the query behind a picture. */
export function QueryButton({ operation, subject, label }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (!operation) return null;
  const name = `The query behind ${subject}`;
  return (
    <>
      <button type="button" className={label ? 'button quiet' : 'icon-button'} aria-label={name} title={name} onClick={() => setOpen(true)}>
        <CodeXml className="icon" aria-hidden="true" />
        {label}
      </button>
      {isOpen && <QueryDialog operation={operation} title={name} onClose={() => setOpen(false)} />}
    </>
  );
}
