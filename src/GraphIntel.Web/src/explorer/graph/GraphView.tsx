import type { Core } from 'cytoscape';
import { Maximize, Minus, PinOff, Plus, Shuffle } from 'lucide-react';
import { Suspense, lazy, useCallback, useRef } from 'react';
import type { Model } from '../api/model';
import { unpinAll } from '../state/actions';
import type { View } from '../state/address';
import { go } from '../state/store';
import { graphSvg } from '../picture/graphSvg';
import { save } from '../picture/save';
import { SaveMenu } from '../picture/SaveMenu';
import { QueryButton } from '../query/QueryButton';
import { Start } from '../start/Start';
import { Failure, Loading } from '../ui/Notice';
import { shortcuts } from '../ui/shortcuts';
import { expandNode } from './explore';
import { forget } from './layout';
import { readColors } from './shapes';
import { Legend } from './Legend';
import { SelectionBar } from './SelectionBar';
import type { ShownGraph } from './useGraph';

// Loading begins at once, and not only when the first nodes are known.
const canvas = import('./GraphCanvas');
const GraphCanvas = lazy(async () => ({ default: (await canvas).GraphCanvas }));

interface Props {
  model: Model;
  view: View;
  shown: ShownGraph;
}

/** The graph with its legend and tools; the ways in where there is nothing yet. */
export function GraphView({ model, view, shown }: Props) {
  const core = useRef<Core | null>(null);
  const onExpand = useCallback((id: string) => void expandNode(model, id, null), [model]);
  const onReady = useCallback((cy: Core) => {
    core.current = cy;
  }, []);
  if (view.nodes.length === 0) return <Start model={model} />;

  const zoom = (factor: number) => {
    const cy = core.current;
    cy?.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  };
  const savePng = async () => {
    const blob = await core.current?.png({ output: 'blob-promise', full: true, scale: 2, bg: readColors(['--surface'])['--surface'] });
    if (blob) save(blob, 'graph.png');
  };
  const saveSvg = () => {
    if (core.current) save(new Blob([graphSvg(core.current, model)], { type: 'image/svg+xml' }), 'graph.svg');
  };
  const arrange = () => {
    const arrangement = (view.arrangement + 1) % 10_000;
    forget(arrangement);
    go({ arrangement });
  };
  return (
    <section className="picture" aria-label="Graph">
      <p id="graph-keys" className="visually-hidden">
        {shortcuts.graph.map(({ keys, text }) => `${keys.join(', ')}: ${text}. `)}
      </p>
      <Suspense fallback={<Loading>Loading the graph</Loading>}>
        <GraphCanvas
          model={model} graph={shown.graph} view={view} isCurrent={shown.isCurrent} onExpand={onExpand} onReady={onReady}
        />
      </Suspense>
      {shown.isLoading && !shown.error && !shown.failure && <Loading>Loading the graph</Loading>}
      {(shown.error ?? (shown.isLoading ? shown.failure : null)) && <Failure error={(shown.error ?? shown.failure)!} retry={shown.retry} />}
      {!shown.isLoading && !shown.error && shown.graph.nodes.length === 0 && (
        <Failure error={new Error('The nodes of this link are not in the graph any more. Search for others, or go back.')} />
      )}
      <Legend model={model} graph={shown.graph} view={view} />
      <SelectionBar model={model} graph={shown.graph} view={view} />
      <div className="tools card" role="toolbar" aria-label="Graph tools" aria-orientation="vertical">
        <Tool name="Zoom in" icon={<Plus />} onClick={() => zoom(1.3)} />
        <Tool name="Zoom out" icon={<Minus />} onClick={() => zoom(1 / 1.3)} />
        <Tool name="Fit the graph into view" icon={<Maximize />} onClick={() => void canvas.then(({ fit }) => core.current && fit(core.current))} />
        <Tool name="Arrange again" icon={<Shuffle />} onClick={arrange} />
        {view.pins.size > 0 && <Tool name="Unpin all" icon={<PinOff />} onClick={unpinAll} />}
        <SaveMenu
          subject="the graph" operation={shown.operation} formats={['graphml', 'gexf']}
          pictures={[{ name: 'PNG', run: () => void savePng() }, { name: 'SVG', run: saveSvg }]}
        />
        <QueryButton operation={shown.operation} subject="the graph" />
      </div>
    </section>
  );
}

function Tool({ name, icon, onClick }: { name: string; icon: React.ReactNode; onClick: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label={name} title={name} onClick={onClick}>
      <span className="icon" aria-hidden="true">{icon}</span>
    </button>
  );
}
