import type { Map as MapLibre, MapGeoJSONFeature } from 'maplibre-gl';
import type { Model } from '../api/model';
import { markOf, readColors } from '../graph/shapes';
import type { Areas } from '../map/areas';
import type { Ground, Shapes } from '../map/ground';
import { areasZoom } from '../map/areas';
import { areaNamesZoom, colorNames } from '../map/style';
import { escape, markSvg } from './svg';

type Colors = Record<(typeof colorNames)[number], string>;
type Ring = readonly (readonly number[])[];

const markSize = 8;
const fontSize = 12;
// Of a character; enough to keep most names apart.
const characterWidth = 6.2;

/** What is on the map now as SVG; the ground as shapes, or as a picture of the operator's. */
export function mapSvg(map: MapLibre, model: Model, ground: (Ground & { areas: Areas | null }) | string): string {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const color = readColors(colorNames);
  const background = typeof ground === 'string'
    ? [`<image href="${ground}" width="${width}" height="${height}"/>`]
    : groundSvg(map, ground, color);
  const names = new Names();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif">`,
    ...background,
    ...map.queryRenderedFeatures({ layers: ['clusters'] }).map((one) => clusterSvg(map, one, color, names)),
    ...map.queryRenderedFeatures({ layers: ['points'] }).map((one) => pointSvg(map, model, one, color, names)),
    ...(typeof ground === 'string' ? [] : placesSvg(map, ground, color, names)),
    '</svg>',
  ].join('\n');
}

/** The names that are drawn already: of two that would cover each other, the second is left out. */
class Names {
  private readonly boxes: [number, number, number, number][] = [];

  draw(text: string, x: number, y: number, style: string): string {
    const lines = text.split('\n');
    const half = (Math.max(...lines.map((line) => line.length)) * characterWidth) / 2;
    const box: [number, number, number, number] = [x - half, y - fontSize, x + half, y + fontSize * (lines.length - 1) + 3];
    if (this.boxes.some(([left, top, right, bottom]) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top)) return '';
    this.boxes.push(box);
    const spans = lines.map((line, index) => `<tspan x="${x.toFixed(1)}" dy="${index === 0 ? 0 : fontSize + 1}">${escape(line)}</tspan>`).join('');
    return `<text y="${y.toFixed(1)}" text-anchor="middle" paint-order="stroke" stroke-width="3" stroke-linejoin="round" ${style}>${spans}</text>`;
  }

  /** Keeps names away from a mark. */
  keepFree(x: number, y: number, half: number): void {
    this.boxes.push([x - half, y - half, x + half, y + half]);
  }
}

function groundSvg(map: MapLibre, ground: Ground & { areas: Areas | null }, color: Colors): string[] {
  const fill = (shapes: Shapes, paint: string) => `<path d="${pathOf(map, shapes, true)}" ${paint}/>`;
  const line = (shapes: Shapes, paint: string) => `<path d="${pathOf(map, shapes, false)}" fill="none" ${paint}/>`;
  return [
    `<rect width="100%" height="100%" fill="${escape(color['--water'])}"/>`,
    fill(ground.countries, `fill="${escape(color['--land'])}" fill-rule="evenodd"`),
    fill(ground.lakes, `fill="${escape(color['--water'])}" fill-rule="evenodd"`),
    line(ground.rivers, `stroke="${escape(color['--water'])}" stroke-width="2"`),
    ...(ground.areas && map.getZoom() >= areasZoom
      ? [line(ground.areas.lines, `stroke="${escape(color['--border-line'])}" stroke-width="0.7" stroke-dasharray="3 2"`)]
      : []),
    line(ground.countries, `stroke="${escape(color['--border-line'])}" stroke-width="1.4"`),
  ];
}

function placesSvg(map: MapLibre, { names, areas }: Ground & { areas: Areas | null }, color: Colors, drawn: Names): string[] {
  const style = (size: number) => `font-size="${size}" fill="${escape(color['--place'])}" stroke="${escape(color['--land'])}"`;
  const text = ({ geometry, properties }: GeoJSON.Feature<GeoJSON.Point>, size: number) => {
    const { x, y } = map.project(geometry.coordinates as [number, number]);
    const { clientWidth, clientHeight } = map.getContainer();
    if (x < 0 || y < 0 || x > clientWidth || y > clientHeight) return '';
    const { name, local } = properties as { name: string; local?: string };
    return drawn.draw(local ? `${name}\n${local}` : name, x, y, style(size));
  };
  return [
    ...(areas && map.getZoom() >= areaNamesZoom ? areas.names.features.map((one) => text(one, 11)) : []),
    ...(map.getZoom() < areaNamesZoom ? names.features.map((one) => text(one, 12)) : []),
  ];
}

function clusterSvg(map: MapLibre, one: MapGeoJSONFeature, color: Colors, names: Names): string {
  const { x, y } = map.project((one.geometry as GeoJSON.Point).coordinates as [number, number]);
  const count = Number(one.properties.point_count);
  const radius = count >= 100 ? 24 : count >= 10 ? 18 : 14;
  names.keepFree(x, y, radius);
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="${escape(color['--accent'])}" fill-opacity="0.85" stroke="${escape(color['--surface'])}" stroke-width="2"/>`
    + `<text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="middle" font-size="${fontSize}" fill="${escape(color['--surface'])}">${escape(String(one.properties.point_count_abbreviated))}</text>`;
}

function pointSvg(map: MapLibre, model: Model, one: MapGeoJSONFeature, color: Colors, names: Names): string {
  const { x, y } = map.project((one.geometry as GeoJSON.Point).coordinates as [number, number]);
  const { label, type, selected, past } = one.properties as { label: string; type: string; selected: boolean; past: boolean };
  const mark = markOf(model, type);
  const half = selected ? markSize + 2 : markSize;
  names.keepFree(x, y, half);
  const paint = `fill="${escape(readColors([mark.color])[mark.color]!)}" stroke="${escape(color[selected ? '--text' : '--surface'])}" stroke-width="2" stroke-linejoin="round"`;
  const name = names.draw(label, x, y + half + fontSize + 2, `font-size="${fontSize}" fill="${escape(color['--text'])}" stroke="${escape(color['--land'])}"`);
  return `<g opacity="${past ? 0.3 : 1}">${markSvg(mark.corners, x, y, half, paint)}${name}</g>`;
}

/** The parts of shapes that are near the view, as a path. */
function pathOf(map: MapLibre, shapes: Shapes, isClosed: boolean): string {
  const bounds = map.getBounds();
  const isNear = (ring: Ring) => {
    let [west, south, east, north] = [180, 90, -180, -90];
    for (const [lng, lat] of ring) {
      west = Math.min(west, lng!);
      east = Math.max(east, lng!);
      south = Math.min(south, lat!);
      north = Math.max(north, lat!);
    }
    return west <= bounds.getEast() && east >= bounds.getWest() && south <= bounds.getNorth() && north >= bounds.getSouth();
  };
  const parts: string[] = [];
  for (const { geometry } of shapes.features) {
    for (const ring of ringsOf(geometry)) {
      if (!isNear(ring)) continue;
      const points = ring.map(([lng, lat]) => {
        const { x, y } = map.project([lng!, lat!]);
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      });
      parts.push(`M${points.join('L')}${isClosed ? 'Z' : ''}`);
    }
  }
  return parts.join('');
}

function ringsOf(geometry: GeoJSON.Geometry | null): Ring[] {
  switch (geometry?.type) {
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'LineString':
      return [geometry.coordinates];
    default:
      return [];
  }
}
