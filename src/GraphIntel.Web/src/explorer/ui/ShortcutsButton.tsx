import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from './Dialog';
import { type Area, shortcuts, usePageShortcut } from './shortcuts';

const areas: Record<Area, string> = {
  page: 'Anywhere',
  search: 'In the search',
  tabs: 'On the tabs',
  graph: 'In the graph',
  map: 'While a box is drawn on the map',
  time: 'On the day, or an end of the period',
};

const names: Record<string, string> = {
  ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', PageUp: 'Page up', PageDown: 'Page down', Escape: 'Esc',
};

/** Opens the list of all keyboard shortcuts, also by its own. */
export function ShortcutsButton() {
  const [isOpen, setOpen] = useState(false);
  usePageShortcut('help', () => setOpen(true));
  return (
    <>
      <button type="button" className="icon-button shortcuts-button" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={() => setOpen(true)}>
        <Keyboard className="icon" aria-hidden="true" />
      </button>
      {isOpen && <Dialog title="Keyboard shortcuts" onClose={() => setOpen(false)}><Shortcuts /></Dialog>}
    </>
  );
}

function Shortcuts() {
  return (
    <div className="shortcuts" tabIndex={0} role="group" aria-label="Shortcuts">
      {(Object.keys(areas) as Area[]).map((area) => (
        <section key={area} aria-labelledby={`shortcuts-${area}`}>
          <h3 id={`shortcuts-${area}`}>{areas[area]}</h3>
          <dl>
            {shortcuts[area].map(({ action, keys, text }) => (
              <div key={action}>
                <dt>{keys.map((key) => <Keys key={key} pressed={key} />)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** Keys that are pressed together. */
function Keys({ pressed }: { pressed: string }) {
  const parts = pressed.split(/(?<=.)\+/);
  return <span className="keys">{parts.map((part) => <kbd key={part}>{names[part] ?? (part.length === 1 ? part.toUpperCase() : part)}</kbd>)}</span>;
}
