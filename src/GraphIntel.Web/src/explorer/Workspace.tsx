import { ChartColumn, Map as MapIcon, Network, Table2 } from 'lucide-react';
import { type KeyboardEvent, Suspense, lazy } from 'react';
import type { Model } from './api/model';
import { GraphView } from './graph/GraphView';
import { useGraph } from './graph/useGraph';
import { Panel } from './panel/Panel';
import { TimeBar } from './time/TimeBar';
import type { Tab } from './state/address';
import { go, useView } from './state/store';
import { Loading } from './ui/Notice';
import { SelectionRegion } from './ui/SelectionRegion';
import { actionOf } from './ui/shortcuts';

// Loaded when they are opened.
const MapView = lazy(() => import('./map/MapView'));
const TableView = lazy(() => import('./table/TableView'));
const NumbersView = lazy(() => import('./numbers/NumbersView'));

const tabs: { tab: Tab; name: string; icon: React.ReactNode }[] = [
  { tab: 'graph', name: 'Graph', icon: <Network className="icon" aria-hidden="true" /> },
  { tab: 'map', name: 'Map', icon: <MapIcon className="icon" aria-hidden="true" /> },
  { tab: 'table', name: 'Table', icon: <Table2 className="icon" aria-hidden="true" /> },
  { tab: 'numbers', name: 'Numbers', icon: <ChartColumn className="icon" aria-hidden="true" /> },
];

/** Arrow keys move between the tabs, as between those of other programs. */
function moveTab(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.parentElement!.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = all.indexOf(event.currentTarget);
  const action = actionOf('tabs', event);
  if (action === null) return;
  const to = { next: at + 1, previous: at - 1, first: 0, last: all.length - 1 }[action];
  event.preventDefault();
  all[(to + all.length) % all.length]!.focus();
}

/** The picture, the details beside it, and the time below. */
export function Workspace({ model }: { model: Model }) {
  const view = useView();
  const shown = useGraph(model, view);
  return (
    <main className="workspace">
      <div className="pictures">
        <div className="tabs" role="tablist" aria-label="Pictures">
          {tabs.map(({ tab, name, icon }) => (
            <button key={tab} type="button" role="tab" id={`tab-${tab}`} aria-selected={view.tab === tab} aria-controls="picture" onClick={() => go({ tab })} onKeyDown={moveTab}>
              {icon}
              {name}
            </button>
          ))}
        </div>
        <div className="picture-place" id="picture" role="tabpanel" aria-labelledby={`tab-${view.tab}`}>
          <Suspense fallback={<Loading>Loading</Loading>}>
            {view.tab === 'graph' && <GraphView model={model} view={view} shown={shown} />}
            {view.tab === 'map' && <MapView model={model} view={view} shown={shown} />}
            {view.tab === 'table' && <TableView model={model} view={view} />}
            {view.tab === 'numbers' && <NumbersView model={model} view={view} />}
          </Suspense>
        </div>
        <TimeBar model={model} view={view} shown={shown} />
      </div>
      <Panel model={model} view={view} />
      <SelectionRegion model={model} graph={shown.graph} view={view} />
    </main>
  );
}
