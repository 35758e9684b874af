import { Download } from 'lucide-react';
import { useRef } from 'react';
import type { Operation } from '../api/client';
import { type ExportFormat, download } from './download';

const names: Record<ExportFormat, string> = { csv: 'CSV', geojson: 'GeoJSON', graphml: 'GraphML', gexf: 'GEXF' };

interface Props {
  /** What is saved: "the graph"; its last word names the files. */
  subject: string;
  pictures: { name: string; run: () => void }[];
  operation: Operation | null;
  formats: ExportFormat[];
}

/** Saves what is seen: as a picture that the page draws, or as a file that the server writes. */
export function SaveMenu({ subject, pictures, operation, formats }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const file = subject.split(' ').at(-1) ?? 'explorer';
  const files = operation ? formats.map((format) => ({ name: names[format], run: () => void download(operation, format, file) })) : [];
  return (
    <details
      ref={menu} className="save-menu"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || event.currentTarget.removeAttribute('open')}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.removeAttribute('open')}
    >
      <summary className="icon-button" aria-label={`Save ${subject}`} title={`Save ${subject}`}><Download className="icon" aria-hidden="true" /></summary>
      <ul className="card">
        {[...pictures, ...files].map(({ name, run }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                menu.current?.removeAttribute('open');
                run();
              }}
            >
              Save as {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
