import 'maplibre-gl/dist/maplibre-gl.css';
import { type GeoJSONSource, Map as MapLibre, NavigationControl, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef } from 'react';
import type { Model } from '../api/model';
import { openNode, select } from '../state/actions';
import type { Box } from '../state/address';
import { useColorScheme } from '../ui/useColorScheme';
import { areasZoom, readAreas } from './areas';
import { readGround } from './ground';
import { type Drawn, type MapHandle, boxOf, fit, handleOf } from './handle';
import { addMarks } from './marks';
import type { Points } from './points';
import { areaOf, groundStyle, nodeLayers } from './style';

setWorkerUrl(workerUrl);

interface Props {
  model: Model;
  /** The address of the operator's style; null: the ground that the page brings along. */
  mapStyle: string | null;
  points: Points;
  /** The box that narrows the scope. */
  box: Box | null;
  onReady: (map: MapHandle) => void;
  onProblem: (problem: string) => void;
}

/** The map itself: the ground, and the points over it, clustered. */
export function MapCanvas({ model, mapStyle, points, box, onReady, onProblem }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre | null>(null);
  const drawn = useRef<Drawn & { box: Box | null }>({ points, areas: null, box });
  drawn.current.points = points;
  drawn.current.box = box;
  const scheme = useColorScheme();
  // The points are shown once when the first of them are known; later the reader moves the map.
  const isFitted = useRef(false);

  useEffect(() => {
    let isGone = false;
    void (async () => {
      try {
        const style: StyleSpecification | string = mapStyle ?? groundStyle(await readGround());
        if (isGone) return;
        if (map.current) map.current.setStyle(style);
        else {
          map.current = create(container.current!, style, onProblem);
          map.current.on('idle', () => container.current?.setAttribute('data-settled', 'true'));
          map.current.on('sourcedata', ({ sourceId, isSourceLoaded, target }) => {
            if (sourceId === 'nodes' && isSourceLoaded) target.once('render', () => container.current?.setAttribute('data-drawn', 'true'));
          });
          if (mapStyle === null) map.current.on('moveend', () => void showAreas(map.current, drawn.current));
          onReady(handleOf(map.current, model, () => drawn.current, mapStyle === null));
        }
        map.current.once('style.load', () => {
          if (isGone || !map.current) return;
          addNodes(map.current, model, drawn.current);
          isFitted.current ||= fit(map.current, drawn.current.points);
          if (mapStyle === null) void showAreas(map.current, drawn.current);
          container.current?.setAttribute('data-ready', 'true');
        });
      } catch (error) {
        if (!isGone) onProblem(error instanceof Error && /WebGL/i.test(error.message) ? 'This browser has no WebGL.' : `The map could not be loaded: ${String(error)}`);
      }
    })();
    return () => {
      isGone = true;
    };
  }, [mapStyle, model, scheme, onReady, onProblem]);

  useEffect(() => () => {
    map.current?.remove();
    map.current = null;
  }, []);

  useEffect(() => {
    const source = map.current?.getSource<GeoJSONSource>('nodes');
    if (source) {
      container.current?.setAttribute('data-settled', 'false');
      container.current?.setAttribute('data-drawn', 'false');
    }
    source?.setData(points);
    if (source && map.current) isFitted.current ||= fit(map.current, points);
  }, [points]);

  useEffect(() => {
    map.current?.getSource<GeoJSONSource>('box')?.setData(areaOf(box));
  }, [box]);

  return <div ref={container} className="map" />;
}

function create(container: HTMLElement, style: StyleSpecification | string, onProblem: (problem: string) => void): MapLibre {
  const map = new MapLibre({
    container, style, center: [20, 30], zoom: 1.4, attributionControl: { compact: true }, canvasContextAttributes: { preserveDrawingBuffer: true },
    fadeDuration: 0, dragRotate: false, pitchWithRotate: false, maxZoom: 16,
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.on('click', (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers: ['points', 'clusters'].filter((layer) => map.getLayer(layer)) });
    if (!hit) select([]);
    else if (hit.properties.cluster) void zoomInto(map, hit.properties.cluster_id as number, (hit.geometry as GeoJSON.Point).coordinates as [number, number]);
    else openNode(String(hit.properties.id));
  });
  for (const layer of ['points', 'clusters']) {
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
  }
  map.on('error', (event) => {
    if (/WebGL/i.test(event.error.message)) onProblem('This browser has no WebGL.');
  });
  return map;
}

async function zoomInto(map: MapLibre, cluster: number, center: [number, number]): Promise<void> {
  const zoom = await map.getSource<GeoJSONSource>('nodes')!.getClusterExpansionZoom(cluster);
  map.easeTo({ center, zoom: zoom + 0.3 });
}

function addNodes(map: MapLibre, model: Model, { points, box }: { points: Points; box: Box | null }): void {
  addMarks(map, model);
  if (map.getSource('nodes')) return;
  map.addSource('nodes', { type: 'geojson', data: points, cluster: true, clusterRadius: 36, clusterMaxZoom: 12 });
  map.addSource('box', { type: 'geojson', data: areaOf(box) });
  for (const layer of nodeLayers(model)) map.addLayer(layer);
}

/** Shows the divisions of the countries in view, where the map is near enough for them. */
async function showAreas(map: MapLibre | null, drawn: Drawn): Promise<void> {
  if (!map || map.getZoom() < areasZoom) return;
  try {
    drawn.areas = await readAreas(boxOf(map, null, null));
  } catch {
    // The map is as good without them, and the next move asks again.
    return;
  }
  map.getSource<GeoJSONSource>('areas')?.setData(drawn.areas.lines);
  map.getSource<GeoJSONSource>('area-names')?.setData(drawn.areas.names);
}
