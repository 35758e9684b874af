import 'maplibre-gl/dist/maplibre-gl.css';
import { type GeoJSONSource, Map as MapLibre, NavigationControl, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef } from 'react';
import type { Model } from '../api/model';
import { openNode, select } from '../state/actions';
import type { Box } from '../state/address';
import { useColorScheme } from '../ui/useColorScheme';
import { boundsOf } from './points';
import { groundStyle, nodeLayers } from './style';

setWorkerUrl(workerUrl);

/** What the rest of the page asks of the map. */
export interface MapHandle {
  fit: () => void;
  /** The degrees of a box on the screen; without corners, of all that is in view. */
  boxOf: (topLeft: [number, number] | null, bottomRight: [number, number] | null) => Box;
  image: () => Promise<Blob | null>;
}

interface Props {
  model: Model;
  /** The address of the operator's style; null: the ground that the page brings along. */
  mapStyle: string | null;
  points: GeoJSON.FeatureCollection<GeoJSON.Point>;
  onReady: (map: MapHandle) => void;
  onProblem: (problem: string) => void;
}

/** The map itself: the ground, and the points over it, clustered. */
export function MapCanvas({ model, mapStyle, points, onReady, onProblem }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre | null>(null);
  const current = useRef(points);
  current.current = points;
  const scheme = useColorScheme();
  // The points are shown once when the first of them are known; later the reader moves the map.
  const isFitted = useRef(false);

  useEffect(() => {
    let isGone = false;
    void (async () => {
      try {
        const style: StyleSpecification | string = mapStyle ?? (await groundStyle());
        if (isGone) return;
        if (map.current) map.current.setStyle(style);
        else {
          map.current = create(container.current!, style, onProblem);
          onReady(handleOf(map.current, () => current.current));
        }
        map.current.once('style.load', () => {
          if (isGone || !map.current) return;
          addNodes(map.current, model, current.current);
          isFitted.current ||= fit(map.current, current.current);
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
    source?.setData(points);
    if (source && map.current) isFitted.current ||= fit(map.current, points);
  }, [points]);

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
  map.on('error', (event) => {
    if (/WebGL/i.test(event.error.message)) onProblem('This browser has no WebGL.');
  });
  return map;
}

async function zoomInto(map: MapLibre, cluster: number, center: [number, number]): Promise<void> {
  const zoom = await map.getSource<GeoJSONSource>('nodes')!.getClusterExpansionZoom(cluster);
  map.easeTo({ center, zoom: zoom + 0.3 });
}

function addNodes(map: MapLibre, model: Model, points: GeoJSON.FeatureCollection): void {
  if (map.getSource('nodes')) return;
  map.addSource('nodes', { type: 'geojson', data: points, cluster: true, clusterRadius: 36, clusterMaxZoom: 12 });
  for (const layer of nodeLayers(model)) map.addLayer(layer);
}

/** Brings all points into view; false if there are none. */
function fit(map: MapLibre, points: GeoJSON.FeatureCollection<GeoJSON.Point>): boolean {
  const bounds = boundsOf(points);
  if (bounds) map.fitBounds(bounds, { padding: 70, maxZoom: 7, animate: false });
  return bounds !== null;
}

function handleOf(map: MapLibre, points: () => GeoJSON.FeatureCollection<GeoJSON.Point>): MapHandle {
  return {
    fit: () => void fit(map, points()),
    boxOf: (topLeft, bottomRight) => {
      const { clientWidth, clientHeight } = map.getContainer();
      const first = map.unproject(topLeft ?? [0, 0]);
      const last = map.unproject(bottomRight ?? [clientWidth, clientHeight]);
      const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value));
      return { south: clamp(last.lat, 90), west: clamp(first.lng, 180), north: clamp(first.lat, 90), east: clamp(last.lng, 180) };
    },
    image: () => new Promise((resolve) => map.getCanvas().toBlob(resolve)),
  };
}
