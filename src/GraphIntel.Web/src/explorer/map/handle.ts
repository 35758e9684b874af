import type { Map as MapLibre } from 'maplibre-gl';
import type { Model } from '../api/model';
import { mapSvg } from '../picture/mapSvg';
import type { Box } from '../state/address';
import type { Areas } from './areas';
import { readGround } from './ground';
import { type Points, boundsOf } from './points';
import { nodeLayers } from './style';

/** What the rest of the page asks of the map. */
export interface MapHandle {
  fit: () => void;
  /** The degrees of a box on the screen; without corners, of all that is in view. */
  boxOf: (topLeft: [number, number] | null, bottomRight: [number, number] | null) => Box;
  /** The points in view. */
  inView: () => Points['features'];
  png: () => Promise<Blob | null>;
  svg: () => Promise<string>;
}

/** What is on the map now. */
export interface Drawn {
  points: Points;
  areas: Areas | null;
}

/** @param hasOwnGround Whether the ground is the page's own, and not the operator's. */
export function handleOf(map: MapLibre, model: Model, drawn: () => Drawn, hasOwnGround: boolean): MapHandle {
  return {
    fit: () => void fit(map, drawn().points),
    boxOf: (topLeft, bottomRight) => boxOf(map, topLeft, bottomRight),
    inView: () => {
      const bounds = map.getBounds();
      return drawn().points.features.filter(({ geometry: { coordinates: [lng, lat] } }) => bounds.contains([lng!, lat!]));
    },
    png: () => new Promise((resolve) => map.getCanvas().toBlob(resolve)),
    svg: async () => mapSvg(map, model, hasOwnGround ? { ...(await readGround()), areas: drawn().areas } : await imageOfGround(map, model)),
  };
}

/** Brings all points into view; false if there are none. */
export function fit(map: MapLibre, points: Points): boolean {
  const bounds = boundsOf(points);
  if (bounds) map.fitBounds(bounds, { padding: 70, maxZoom: 7, animate: false });
  return bounds !== null;
}

export function boxOf(map: MapLibre, topLeft: [number, number] | null, bottomRight: [number, number] | null): Box {
  const { clientWidth, clientHeight } = map.getContainer();
  const first = map.unproject(topLeft ?? [0, 0]);
  const last = map.unproject(bottomRight ?? [clientWidth, clientHeight]);
  const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value));
  return { south: clamp(last.lat, 90), west: clamp(first.lng, 180), north: clamp(first.lat, 90), east: clamp(last.lng, 180) };
}

/** The operator's ground as a picture, because its shapes are not known here. */
async function imageOfGround(map: MapLibre, model: Model): Promise<string> {
  const own = nodeLayers(model).map((layer) => layer.id);
  const show = (visibility: 'visible' | 'none') => own.forEach((id) => map.setLayoutProperty(id, 'visibility', visibility));
  show('none');
  await new Promise((resolve) => map.once('idle', resolve));
  const image = map.getCanvas().toDataURL('image/png');
  show('visible');
  return image;
}
