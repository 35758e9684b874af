import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BoxSelect, Maximize, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { readDocument } from '../api/client';
import type { Model } from '../api/model';
import type { ShownGraph } from '../graph/useGraph';
import { save } from '../picture/save';
import { SaveMenu } from '../picture/SaveMenu';
import { QueryButton } from '../query/QueryButton';
import type { View } from '../state/address';
import { go } from '../state/store';
import { Empty } from '../ui/Notice';
import { BoxDrawing } from './BoxDrawing';
import { InView } from './InView';
import type { MapHandle } from './handle';
import { MapCanvas } from './MapCanvas';
import { type Points, mostPoints, pointsOperation, readPoints, toGeoJson } from './points';

/** The nodes of the graph and the events in scope on a map. */
export default function MapView({ model, view, shown }: { model: Model; view: View; shown: ShownGraph }) {
  const [map, setMap] = useState<MapHandle | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const operation = pointsOperation(model, view);
  const located = useQuery({
    queryKey: ['located', operation?.text, operation?.variables],
    queryFn: ({ signal }) => readPoints(operation!, model.events[0]!.plural!, signal),
    enabled: operation !== null,
    placeholderData: keepPreviousData,
  });
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: async ({ signal }) => (await readDocument('/web/settings.json', signal)) as { mapStyle: string | null },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { graph, isCurrent } = shown;
  const latest = useRef<{ text: string; points: Points } | null>(null);
  const points = useMemo(() => {
    const hidden = new Set(view.hidden);
    const all = [...graph.nodes, ...(located.data?.nodes ?? [])].filter((node) => !hidden.has(node.type));
    const made = toGeoJson(all, view.selected, isCurrent);
    // The map is not drawn again for the same points.
    const text = JSON.stringify(made);
    if (latest.current?.text !== text) latest.current = { text, points: made };
    return latest.current.points;
  }, [graph, located.data, view.selected, view.hidden, isCurrent]);
  const savePng = async () => {
    const blob = await map?.png();
    if (blob) save(blob, 'map.png');
  };
  const saveSvg = async () => {
    if (map) save(new Blob([await map.svg()], { type: 'image/svg+xml' }), 'map.svg');
  };
  const cut = (located.data?.total ?? 0) > mostPoints;

  return (
    <section className="picture" aria-label="Map of the graph">
      {settings.data && !problem && (
        <MapCanvas
          model={model} mapStyle={settings.data.mapStyle} points={points} box={view.box}
          onReady={setMap} onProblem={setProblem}
        />
      )}
      {problem && <Empty title="The map cannot be drawn here"><p>{problem} The graph, the table and the numbers have the same.</p></Empty>}
      {isDrawing && map && <BoxDrawing map={map} onDone={(box) => { setDrawing(false); if (box) go({ box }); }} />}
      {!problem && (
        <div className="map-tools">
          <button type="button" className="button" aria-pressed={isDrawing} onClick={() => setDrawing(!isDrawing)}>
            <BoxSelect className="icon" aria-hidden="true" />
            {isDrawing ? 'Draw a box' : 'Filter by a box'}
          </button>
          {view.box && <button type="button" className="button" onClick={() => go({ box: null })}><X className="icon" aria-hidden="true" />Remove the box</button>}
          <button type="button" className="button" aria-label="Fit the points into view" onClick={() => map?.fit()}><Maximize className="icon" aria-hidden="true" /></button>
          <SaveMenu subject="the map" operation={operation} formats={['geojson']} pictures={[{ name: 'PNG', run: () => void savePng() }, { name: 'SVG', run: () => void saveSvg() }]} />
          {map && <InView model={model} map={map} selected={view.selected} />}
          <QueryButton operation={operation} subject="the map" />
        </div>
      )}
      <p className="map-note" role="status" data-points={points.features.length}>
        {points.features.length} with a place{cut ? `, of the latest ${mostPoints} of ${located.data!.total.toLocaleString('en')} events` : ''}
      </p>
    </section>
  );
}
