import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Lens } from '../api/builder';
import type { ElementType, Model } from '../api/model';
import { headingOf } from '../api/names';
import { QueryButton } from '../query/QueryButton';
import { Mark } from '../ui/Mark';
import { Failure, Loading } from '../ui/Notice';
import { expandNode, step } from './explore';
import { type Kind, kindsOperation, readKinds } from './operations';

interface Props {
  model: Model;
  type: ElementType;
  id: string;
  lens: Lens;
}

/** The kinds of neighbors of a node with their counts, before any is loaded; those that are chosen are added. */
export function ExpandMenu({ model, type, id, lens }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [left, setLeft] = useState<string[]>([]);
  const { day, from, until, knownBy, told, denied } = lens;
  const kinds = useQuery({
    queryKey: ['kinds', id, { day, from, until, knownBy, told, denied }],
    queryFn: ({ signal }) => readKinds(model, type, id, lens, signal),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const all = kinds.data ?? [];
  const chosen = all.filter((kind) => !left.includes(kind.field.name));
  const total = chosen.reduce((sum, kind) => sum + kind.count, 0);
  const close = () => {
    menu.current?.removeAttribute('open');
    menu.current?.querySelector('summary')?.focus();
  };
  const toggle = (kind: Kind) =>
    setLeft(left.includes(kind.field.name) ? left.filter((name) => name !== kind.field.name) : [...left, kind.field.name]);
  const add = () => {
    close();
    void expandNode(model, id, chosen.map((kind) => kind.via));
  };
  return (
    <details
      ref={menu} className="expand-menu" onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <summary className="icon-button" aria-label="Choose what to add" title="Choose what to add"><ChevronUp className="icon" aria-hidden="true" /></summary>
      <div className="expand-kinds card">
        {kinds.error ? <Failure error={kinds.error} retry={() => void kinds.refetch()} /> : !kinds.data ? <Loading>Counting</Loading> : (
          <>
            <fieldset>
              <legend>Neighbors by kind</legend>
              {all.length === 0 && <p className="hint">It has no neighbors, with the dates and sources chosen.</p>}
              {all.map((kind) => (
                <label key={kind.field.name} title={kind.field.description ?? undefined}>
                  <input type="checkbox" checked={!left.includes(kind.field.name)} onChange={() => toggle(kind)} />
                  <Mark model={model} type={kind.field.type} />
                  <span className="kind-name">{headingOf(kind.field)}</span>
                  <span className="count">{kind.count.toLocaleString('en')}</span>
                </label>
              ))}
            </fieldset>
            <footer>
              <button type="button" className="button primary" disabled={chosen.length === 0} onClick={add}>
                {total > step ? `Add ${step} of ${total.toLocaleString('en')}` : `Add ${total}`}
              </button>
              <QueryButton operation={kindsOperation(model, type, id, lens)} subject="these numbers" />
            </footer>
          </>
        )}
      </div>
    </details>
  );
}
