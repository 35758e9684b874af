import type { StyleSpecification } from 'maplibre-gl';
import type { Model } from '../api/model';
import { readColors } from '../graph/shapes';
import type { Box } from '../state/address';
import { areasZoom } from './areas';
import type { Ground } from './ground';
import { markName } from './marks';

export const colorNames = ['--land', '--water', '--border-line', '--place', '--surface', '--text', '--accent'] as const;

// Names of countries give way to those of their areas.
export const areaNamesZoom = 5.2;

type Layers = StyleSpecification['layers'];

/** The ground that the page brings along; the areas of countries are added where the map is near enough. */
export function groundStyle({ countries, lakes, rivers, names }: Ground): StyleSpecification {
  const color = readColors(colorNames);
  const label = { 'text-font': ['sans-serif'], 'text-max-width': 9 };
  const paint = { 'text-color': color['--place'], 'text-halo-color': color['--land'], 'text-halo-width': 1.5 };
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: countries as GeoJSON.FeatureCollection, attribution: 'Natural Earth' },
      lakes: { type: 'geojson', data: lakes as GeoJSON.FeatureCollection },
      rivers: { type: 'geojson', data: rivers as GeoJSON.FeatureCollection },
      areas: { type: 'geojson', data: empty },
      'area-names': { type: 'geojson', data: empty },
      names: { type: 'geojson', data: names },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': color['--water'] } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': color['--land'] } },
      { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': color['--water'] } },
      { id: 'rivers', type: 'line', source: 'rivers', paint: { 'line-color': color['--water'], 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.8, 8, 3] } },
      { id: 'areas', type: 'line', source: 'areas', minzoom: areasZoom, paint: { 'line-color': color['--border-line'], 'line-width': 0.7, 'line-dasharray': [3, 2] } },
      { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': color['--border-line'], 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 1, 7, 1.8] } },
      {
        id: 'area-names', type: 'symbol', source: 'area-names', minzoom: areaNamesZoom,
        layout: { ...label, 'text-field': ['case', ['has', 'local'], ['concat', ['get', 'name'], '\n', ['get', 'local']], ['get', 'name']], 'text-size': 11.5 },
        paint,
      },
      {
        id: 'country-names', type: 'symbol', source: 'names', minzoom: 2, maxzoom: 7,
        layout: { ...label, 'text-field': ['get', 'name'], 'text-size': 12, 'symbol-sort-key': ['-', 0, ['get', 'size']], 'text-letter-spacing': 0.08, 'text-transform': 'uppercase' },
        paint,
      },
    ],
  };
}

export const empty: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The layers of nodes, and of the box that narrows the scope, over any ground. */
export function nodeLayers(model: Model): Layers {
  const color = readColors(colorNames);
  const marks = (isSelected: boolean) => model.nodeTypes.flatMap((type) => [type.name, markName(type.name, isSelected)]);
  const mark = (isSelected: boolean) => ['match', ['get', 'type'], ...marks(isSelected), ''];
  return [
    { id: 'box-area', type: 'fill', source: 'box', paint: { 'fill-color': color['--accent'], 'fill-opacity': 0.07 } },
    { id: 'box-line', type: 'line', source: 'box', paint: { 'line-color': color['--accent'], 'line-width': 2, 'line-dasharray': [2, 1.5] } },
    {
      id: 'clusters', type: 'circle', source: 'nodes', filter: ['has', 'point_count'],
      paint: {
        'circle-color': color['--accent'], 'circle-opacity': 0.85, 'circle-stroke-color': color['--surface'], 'circle-stroke-width': 2,
        'circle-radius': ['step', ['get', 'point_count'], 14, 10, 18, 100, 24],
      },
    },
    {
      id: 'point-names', type: 'symbol', source: 'nodes', filter: ['!', ['has', 'point_count']],
      layout: {
        'symbol-sort-key': ['case', ['get', 'selected'], 0, 1],
        'text-field': ['get', 'label'], 'text-font': ['sans-serif'], 'text-size': 12, 'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.25, 'text-max-width': 14, 'text-padding': 0,
      },
      paint: { 'text-color': color['--text'], 'text-halo-color': color['--land'], 'text-halo-width': 1.6, 'text-opacity': ['case', ['get', 'past'], 0.4, 1] },
    },
    // Above the names, because what is above has its place first.
    {
      id: 'cluster-counts', type: 'symbol', source: 'nodes', filter: ['has', 'point_count'],
      layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-font': ['sans-serif'], 'text-size': 12, 'text-allow-overlap': true, 'text-padding': 12 },
      paint: { 'text-color': color['--surface'] },
    },
    {
      id: 'points', type: 'symbol', source: 'nodes', filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['case', ['get', 'selected'], mark(true), mark(false)] as never, 'icon-allow-overlap': true, 'icon-padding': 0,
        'symbol-sort-key': ['case', ['get', 'selected'], 1, 0],
      },
      paint: { 'icon-opacity': ['case', ['get', 'past'], 0.3, 1] },
    },
  ];
}

/** A box as an area; nothing without one. */
export function areaOf(box: Box | null): GeoJSON.FeatureCollection {
  if (!box) return empty;
  const { south, west, north, east } = box;
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }] };
}
