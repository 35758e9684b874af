import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef, useState } from 'react';
import { copyText } from './copyText';
import { type LinkedOperation, readLink, writeFragment } from './link';
import { useOpenOperation } from './useOpenOperation';

// Milliseconds. Browsers throttle pages that change their URL more than about ten times per second.
const urlDelay = 300;
const noticeDuration = 2_000;

interface Props {
  /** The operation in the URL when the page was opened. */
  opened: LinkedOperation | null;
  /** The query shown on a first visit, for which the URL is not changed. */
  defaultQuery: string;
}

/** Keeps the operation of the active tab in the page's URL, and copies that URL. */
export function CopyLinkButton({ opened, defaultQuery }: Props) {
  const { queryEditor, variableEditor, tabs, activeTabIndex, operations, operationName } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'tabs', 'activeTabIndex', 'operations', 'operationName'),
  );
  const { setOperationName } = useGraphiQLActions();
  const openOperation = useOpenOperation();
  const [notice, setNotice] = useState('');

  const selectedName = operations && operations.length > 1 ? (operationName ?? null) : null;
  const query = tabs[activeTabIndex]?.query ?? '';
  const variables = tabs[activeTabIndex]?.variables ?? '';

  // The operation name from a link is selected once the editor has parsed the operations.
  const openedName = useRef(opened?.operationName ?? null);
  useEffect(() => {
    const name = openedName.current;
    if (!name || !operations?.length) return;
    openedName.current = null;
    if (operations.some((operation) => operation.name?.value === name)) setOperationName(name);
  }, [operations, setOperationName]);

  useEffect(() => {
    if (openedName.current) return;
    const timer = setTimeout(() => {
      const isDefault = query === defaultQuery && !variables.trim();
      if (isDefault && !location.hash && !location.search) return;
      updateUrl({ query, variables, operationName: selectedName });
    }, urlDelay);
    return () => clearTimeout(timer);
  }, [query, variables, selectedName, defaultQuery]);

  // A link pasted into the address bar of an open playground only changes the fragment.
  const open = useRef(openOperation);
  open.current = openOperation;
  useEffect(() => {
    const follow = () => {
      const link = readLink({ hash: location.hash, search: '' });
      if (link) open.current(link);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(''), noticeDuration);
    return () => clearTimeout(timer);
  }, [notice]);

  const copy = async () => {
    updateUrl({
      query: queryEditor?.getValue() ?? query,
      variables: variableEditor?.getValue() ?? variables,
      operationName: selectedName,
    });
    setNotice((await copyText(location.href)) ? 'Link copied' : 'Copy the URL');
  };

  return (
    <button
      type="button"
      className="playground-bar-item"
      onClick={copy}
      title="Copy a link that opens this query and its variables in the playground, without running it"
    >
      <span aria-live="polite">{notice || 'Copy link'}</span>
    </button>
  );
}

function updateUrl(operation: LinkedOperation) {
  const url = location.pathname + writeFragment(operation);
  if (location.pathname + location.search + location.hash !== url) history.replaceState(history.state, '', url);
}
