import { Network } from 'lucide-react';
import { Suspense } from 'react';
import type { Model } from './api/model';
import { GraphView } from './graph/GraphView';
import { useGraph } from './graph/useGraph';
import { Panel } from './panel/Panel';
import { TimeBar } from './time/TimeBar';
import type { Tab } from './state/address';
import { go, useView } from './state/store';
import { Loading } from './ui/Notice';
import { SelectionRegion } from './ui/SelectionRegion';

const tabs: { tab: Tab; name: string; icon: React.ReactNode }[] = [
  { tab: 'graph', name: 'Graph', icon: <Network className="icon" aria-hidden="true" /> },
];

/** The picture, the details beside it, and the time below. */
export function Workspace({ model }: { model: Model }) {
  const view = useView();
  const shown = useGraph(model, view);
  return (
    <main className="workspace">
      <div className="pictures">
        <div className="tabs" role="tablist" aria-label="Pictures">
          {tabs.map(({ tab, name, icon }) => (
            <button key={tab} type="button" role="tab" id={`tab-${tab}`} aria-selected={view.tab === tab} aria-controls="picture" onClick={() => go({ tab })}>
              {icon}
              {name}
            </button>
          ))}
        </div>
        <div className="picture-place" id="picture" role="tabpanel" aria-labelledby={`tab-${view.tab}`}>
          <Suspense fallback={<Loading>Loading</Loading>}>
            <GraphView model={model} view={view} shown={shown} />
          </Suspense>
        </div>
        <TimeBar model={model} view={view} shown={shown} />
      </div>
      <Panel model={model} view={view} />
      <SelectionRegion model={model} graph={shown.graph} view={view} />
    </main>
  );
}
