import { Copy, ExternalLink, Terminal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from '../../copyText';
import { writeFragment } from '../../link';
import { type Operation, endpoint } from '../api/client';
import { Dialog } from '../ui/Dialog';
import { curlOf } from './curl';

interface Props {
  operation: Operation;
  title: string;
  onClose: () => void;
}

/** An operation with its variables: to read, to open in the playground, to copy. */
export function QueryDialog({ operation, title, onClose }: Props) {
  const [text, setText] = useState(operation.text);
  const [notice, setNotice] = useState('');
  useEffect(() => {
    let isOpen = true;
    // The parser is large, and needed nowhere else on this page.
    void import('graphql').then(({ parse, print }) => isOpen && setText(print(parse(operation.text))));
    return () => {
      isOpen = false;
    };
  }, [operation.text]);

  const variables = JSON.stringify(operation.variables, null, 2);
  const hasVariables = Object.keys(operation.variables).length > 0;
  const copy = async (what: string, value: string) => setNotice((await copyText(value)) ? `${what} copied` : 'The browser does not allow copying');
  return (
    <Dialog title={title} onClose={onClose}>
      <pre tabIndex={0} aria-label="Query">{text}</pre>
      {hasVariables && <pre tabIndex={0} aria-label="Variables">{variables}</pre>}
      <footer>
        <a
          className="button primary"
          href={endpoint + writeFragment({ query: text, variables: hasVariables ? variables : '', operationName: null })}
          target="_blank"
          rel="noreferrer"
        >
          <ExternalLink className="icon" aria-hidden="true" />
          Open in the playground
        </a>
        <button type="button" className="button" onClick={() => void copy('Query', text)}>
          <Copy className="icon" aria-hidden="true" />
          Copy query
        </button>
        <button type="button" className="button" onClick={() => void copy('Command', curlOf({ ...operation, text }, location.origin))}>
          <Terminal className="icon" aria-hidden="true" />
          Copy as curl
        </button>
        <span role="status">{notice}</span>
      </footer>
    </Dialog>
  );
}
