import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { OperationBuilder } from '../api/builder';
import { execute } from '../api/client';
import type { Model } from '../api/model';
import type { View } from '../state/address';
import { go } from '../state/store';

const mostSources = 200;

/** On whose word, and as known on which day. Nothing where the model has no claims. */
export function LensControls({ model, view }: { model: Model; view: View }) {
  const [isOpen, setOpen] = useState(false);
  const sourceType = model.claim?.sourceType ? model.node(model.claim.sourceType) : undefined;
  const sources = useQuery({
    queryKey: ['sources'],
    queryFn: ({ signal }) => {
      const builder = new OperationBuilder('Sources', null);
      const operation = builder.build(`  sources: ${sourceType!.plural}(first: ${mostSources}, order: [{ ${sourceType!.label}: ASC }]) { nodes { id label } }`);
      return execute<{ sources: { nodes: { id: string; label: string }[] } }>(operation, signal);
    },
    enabled: isOpen && Boolean(sourceType?.plural),
  });
  if (!model.claim) return null;
  const isSet = view.knownBy !== null || view.told.length > 0;
  const toggle = (id: string) => go({ told: view.told.includes(id) ? view.told.filter((one) => one !== id) : [...view.told, id] });
  return (
    <details className="lens" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={isSet ? 'button is-set' : 'button'}>
        <BookOpen className="icon" aria-hidden="true" />
        {isSet ? [view.knownBy && `known by ${view.knownBy}`, view.told.length > 0 && `told by ${view.told.length}`].filter(Boolean).join(', ') : 'On whose word'}
      </summary>
      <div className="lens-panel card">
        <label>
          <span>As known on</span>
          <input type="date" value={view.knownBy ?? ''} onChange={(event) => go({ knownBy: event.target.value || null })} />
        </label>
        {sourceType?.plural && (
          <fieldset>
            <legend>As told by</legend>
            <div className="lens-sources" tabIndex={0} role="group" aria-label="Sources">
              {sources.data?.sources.nodes.map((source) => (
                <label key={source.id}>
                  <input type="checkbox" checked={view.told.includes(source.id)} onChange={() => toggle(source.id)} />
                  <bdi>{source.label}</bdi>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {isSet && <button type="button" className="button small" onClick={() => go({ knownBy: null, told: [] })}>Everything known, by all</button>}
      </div>
    </details>
  );
}
