import { Code, Link2, Moon, Redo2, Sun, Undo2 } from 'lucide-react';
import { copyText } from '../copyText';
import icon from '../icon.svg';
import type { Model } from './api/model';
import { SearchBox } from './search/SearchBox';
import { currentAddress, redo, undo, useHistory } from './state/store';
import { toggleScheme, useColorScheme } from './ui/useColorScheme';
import { say } from './ui/messages';
import { ShortcutsButton } from './ui/ShortcutsButton';

/** The name, the search, and what is always at hand. */
export function Header({ model }: { model: Model | null }) {
  const { canUndo, canRedo } = useHistory();
  const scheme = useColorScheme();
  const copy = async () => say((await copyText(currentAddress())) ? 'Link copied: it opens what you see.' : 'Copy the address of the page: it opens what you see.');
  return (
    <header className="header">
      <h1 className="visually-hidden">GraphIntel explorer</h1>
      <a className="brand" href="/" title="Begin again">
        <img src={icon} alt="" width="26" height="26" />
        <span>GraphIntel</span>
      </a>
      <SearchBox model={model} />
      <nav className="header-tools" aria-label="Page">
        <button type="button" className="icon-button" aria-label="Undo" title="Undo (Ctrl-Z)" disabled={!canUndo} onClick={undo}><Undo2 className="icon" aria-hidden="true" /></button>
        <button type="button" className="icon-button" aria-label="Redo" title="Redo (Ctrl-Y)" disabled={!canRedo} onClick={redo}><Redo2 className="icon" aria-hidden="true" /></button>
        <button type="button" className="icon-button" aria-label="Copy a link" title="Copy a link to what you see" onClick={() => void copy()}><Link2 className="icon" aria-hidden="true" /></button>
        <button type="button" className="icon-button" aria-label={scheme === 'dark' ? 'Light colors' : 'Dark colors'} title={scheme === 'dark' ? 'Light colors' : 'Dark colors'} onClick={toggleScheme}>
          {scheme === 'dark' ? <Sun className="icon" aria-hidden="true" /> : <Moon className="icon" aria-hidden="true" />}
        </button>
        <ShortcutsButton />
        <a className="button quiet" href="/graphql" title="Write GraphQL queries"><Code className="icon" aria-hidden="true" /><span>Playground</span></a>
      </nav>
    </header>
  );
}
