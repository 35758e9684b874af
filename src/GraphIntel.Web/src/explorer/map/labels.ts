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
