/** GeoJSON text in RD New: the town frame plus its origin, rounded to millimetres. */
import type { Polygon } from './area.ts';
import { origin, type Path, type Point } from './point.ts';

export interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry:
    | { readonly type: 'Point'; readonly point: Point }
    | { readonly type: 'LineString'; readonly line: Path }
    | { readonly type: 'Polygon'; readonly polygon: Polygon };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
const position = (p: Point) => `[${round(p.x + origin.x)},${round(p.y + origin.y)}]`;
const ringText = (ring: Path) => `[${[...ring, ring[0] as Point].map(position).join(',')}]`;

function coordinates({ geometry }: Feature): string {
  if (geometry.type === 'Point') return position(geometry.point);
  if (geometry.type === 'LineString') return `[${geometry.line.map(position).join(',')}]`;
  return `[${[geometry.polygon.outer, ...geometry.polygon.holes].map(ringText).join(',')}]`;
}

/** One feature a line. */
export function encodeGeoJson(name: string, features: readonly Feature[]): string {
  const lines = features.map(
    (feature) =>
      `{"type":"Feature","properties":${JSON.stringify(feature.properties)},"geometry":{"type":"${feature.geometry.type}","coordinates":${coordinates(feature)}}}`,
  );
  const crs = '{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}';
  return `{"type":"FeatureCollection","name":"${name}","crs":${crs},"features":[\n${lines.join(',\n')}\n]}\n`;
}
