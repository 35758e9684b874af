import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { formatSpan } from '../api/days';
import { execute } from '../api/client';
import type { Model } from '../api/model';
import { singularOf, words } from '../api/names';
import { readNode } from '../graph/entities';
import { openNode } from '../state/actions';
import { Mark } from '../ui/Mark';
import { actionOf, usePageShortcut } from '../ui/shortcuts';
import { useDelayed } from '../ui/useDelayed';
import { type Found, searchOperation } from './operation';

const delay = 120;

/** Finds nodes by any of their names while one types; all of it by keyboard, and `/` focuses it from anywhere. */
export function SearchBox({ model }: { model: Model | null }) {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const query = useDelayed(text.trim(), delay);
  const found = useQuery({
    queryKey: ['search', query],
    queryFn: ({ signal }) => execute<Found>(searchOperation(model!, query), signal),
    enabled: model !== null && query !== '',
    placeholderData: keepPreviousData,
  });
  const items = query === '' ? [] : (found.data?.search.items ?? []);
  const isShown = isOpen && text.trim() !== '';

  usePageShortcut('search', () => {
    input.current?.focus();
    input.current?.select();
  });

  const choose = (index: number) => {
    const item = items[index];
    if (!item) return;
    openNode(String(item.node.id));
    setText('');
    setOpen(false);
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = items.length - 1;
    const action = actionOf('search', event);
    if (action === 'next') setActive((index) => (index >= last ? 0 : index + 1));
    else if (action === 'previous') setActive((index) => (index <= 0 ? Math.max(0, last) : index - 1));
    else if (action === 'choose') choose(active);
    else if (action === 'close' && isShown) setOpen(false);
    else if (action === 'close') input.current?.blur();
    else return;
    event.preventDefault();
  };

  return (
    <div className="search" role="search">
      <Search className="icon" aria-hidden="true" />
      <input
        ref={input}
        type="text"
        dir="auto"
        role="combobox"
        aria-label="Search"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && items[active] ? `${listId}-${active}` : undefined}
        placeholder="Search by any name, in any script"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      <div className="search-results card" hidden={!isShown} onMouseDown={(event) => event.preventDefault()}>
        <ul id={listId} role="listbox" aria-label="Search results">
          {items.map((item, index) => {
            const node = readNode(item.node);
            const type = model?.node(node.type);
            return (
              <li
                key={node.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                onMouseMove={() => setActive(index)}
                onClick={() => choose(index)}
              >
                {model && <Mark model={model} type={node.type} />}
                <span className="result-name">
                  <bdi>{node.label}</bdi>
                  {item.text !== node.label && <small>{words(item.property)}: <bdi>{item.text}</bdi></small>}
                </span>
                <span className="result-type">
                  {type && singularOf(type)}
                  {node.day && <small>{formatSpan(node.day)}</small>}
                  {item.match !== 'EXACT' && <small>{matchNames[item.match]}</small>}
                </span>
              </li>
            );
          })}
        </ul>
        <p className="search-state" role="status">
          {found.error ? found.error.message
            : found.failureReason && !found.data ? 'The server cannot be reached; trying again.'
              : query === '' || found.isFetching ? 'Searching'
                : items.length === 0 ? `Nothing has a name like “${query}”. Try fewer letters, or another spelling.`
                  : found.data?.search.truncated ? 'There are more: type more of the name.' : ''}
        </p>
      </div>
    </div>
  );
}

const matchNames: Record<string, string> = { START: 'begins so', WORDS: 'has these words', SPELLING: 'spelled alike', TYPO: 'with a typo' };
