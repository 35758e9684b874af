import type { Map as MapLibre } from 'maplibre-gl';
import type { Model } from '../api/model';
import { markOf, readColors } from '../graph/shapes';

const size = 24;
const pixelRatio = 2;
const half = (size / 2) * pixelRatio;
const lineWidth = 2 * pixelRatio;

/** The name of the image of a node type's mark; `selected`: with a ring. */
export function markName(type: string, isSelected: boolean): string {
  return `${isSelected ? 'selected' : 'mark'} ${type}`;
}

/** Gives the map an image of each node type's mark, as on the graph: no meaning is by color alone. */
export function addMarks(map: MapLibre, model: Model): void {
  const color = readColors(['--surface', '--text']);
  for (const type of model.nodeTypes) {
    for (const isSelected of [false, true]) {
      const name = markName(type.name, isSelected);
      const image = draw(model, type.name, isSelected ? color['--text'] : color['--surface'], isSelected);
      if (map.hasImage(name)) map.updateImage(name, image);
      else map.addImage(name, image, { pixelRatio });
    }
  }
}

function draw(model: Model, type: string, outline: string, isSelected: boolean): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = 2 * half;
  canvas.height = 2 * half;
  const context = canvas.getContext('2d')!;
  const mark = markOf(model, type);
  const radius = half * (isSelected ? 0.82 : 0.66);
  context.translate(half, half);
  context.beginPath();
  if (mark.corners) for (const [x, y] of mark.corners) context.lineTo(x * radius, y * radius);
  else context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.closePath();
  context.lineJoin = 'round';
  context.fillStyle = readColors([mark.color])[mark.color]!;
  context.fill();
  context.strokeStyle = outline;
  context.lineWidth = isSelected ? lineWidth * 1.5 : lineWidth;
  context.stroke();
  return context.getImageData(0, 0, 2 * half, 2 * half);
}
