import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readDocument } from '../api/client';
import type { Box } from '../state/address';
import regions from './regions/index.json';

// The map is too far away for areas before this zoom.
export const areasZoom = 4;

interface AreaProperties {
  name: string;
  /** The country whose division it is. */
  of: string;
  /** The name in the country's own script, if that is not Latin. */
  local?: string;
  /** Where the name stands: longitude and latitude. */
  at: [number, number];
}

type Region = Topology<{ areas: GeometryCollection<AreaProperties> }>;

/** First-order divisions of countries: the lines between them, and their names. */
export interface Areas {
  lines: GeoJSON.FeatureCollection;
  names: GeoJSON.FeatureCollection<GeoJSON.Point>;
}

const urls = import.meta.glob<string>(['./regions/*.json', '!./regions/index.json'], { query: '?url', import: 'default', eager: true });
const loaded = new Map<string, Promise<Areas>>();

/** The divisions of all regions of the world that a box meets; each region is read once. */
export async function readAreas(box: Box): Promise<Areas> {
  const near = regions.filter(({ boxes }) => boxes.some(([south, west, north, east]) =>
    south! <= box.north && north! >= box.south && west! <= box.east && east! >= box.west));
  const all = await Promise.all(near.map(({ file }) => readRegion(file)));
  return {
    lines: { type: 'FeatureCollection', features: all.flatMap(({ lines }) => lines.features) },
    names: { type: 'FeatureCollection', features: all.flatMap(({ names }) => names.features) },
  };
}

function readRegion(file: string): Promise<Areas> {
  let region = loaded.get(file);
  if (!region) {
    region = read(urls[`./regions/${file}`]!);
    region.catch(() => loaded.delete(file));
    loaded.set(file, region);
  }
  return region;
}

async function read(url: string): Promise<Areas> {
  const topology = (await readDocument(url)) as Region;
  const { features } = feature(topology, topology.objects.areas);
  const lines = mesh(topology, topology.objects.areas as never, (a, b) => a !== b && ofCountry(a) === ofCountry(b));
  return {
    lines: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: lines }] },
    names: {
      type: 'FeatureCollection',
      features: features.map(({ properties: { name, local, at } }) => ({
        type: 'Feature', properties: local ? { name, local } : { name }, geometry: { type: 'Point', coordinates: at },
      })),
    },
  };
}

function ofCountry(area: unknown): string {
  return (area as { properties: AreaProperties }).properties.of;
}
