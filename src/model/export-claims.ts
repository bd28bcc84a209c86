/** Claims as GeoJSON, as `parse-claims.ts` reads it back: degrees to exchange (RFC 7946), or RD New for who works in that. */
import type { Claim } from './claim.ts';
import { ringArea } from './plan-ring.ts';
import { rdToLonLat } from './rd.ts';

export type ExportFrame = 'crs84' | 'rd';

type Position = readonly [number, number];
type Flat = readonly number[];

/** About a millimetre in the Netherlands, as RD is written. */
const DECIMALS = { crs84: 8, rd: 3 } as const;

function toPositions(flat: Flat, frame: ExportFrame): Position[] {
  const round = (value: number) => Number(value.toFixed(DECIMALS[frame]));
  return Array.from({ length: flat.length / 2 }, (_, i): Position => {
    const [x, y] = [flat[2 * i] as number, flat[2 * i + 1] as number];
    if (frame === 'rd') return [round(x), round(y)];
    const { lon, lat } = rdToLonLat({ x, y });
    return [round(lon), round(lat)];
  });
}

/** Closed; outer ring counter-clockwise and holes clockwise, as RFC 7946 has it. */
function toRing(ring: Flat, isHole: boolean, frame: ExportFrame): Position[] {
  const positions = toPositions(ring, frame);
  if (ringArea(ring) > 0 === isHole) positions.reverse();
  return [...positions, positions[0] as Position];
}

/** Of areas (rings not closed) or, where there are none, lines; null where there is neither. */
export function toGeoJsonGeometry({ parts, lines }: Pick<Claim, 'parts' | 'lines'>, frame: ExportFrame) {
  const polygons = parts.map((rings) => rings.map((ring, i) => toRing(ring, i > 0, frame)));
  if (polygons.length > 1) return { type: 'MultiPolygon', coordinates: polygons } as const;
  if (polygons[0]) return { type: 'Polygon', coordinates: polygons[0] } as const;
  const strings = lines.map((line) => toPositions(line, frame));
  if (strings.length > 1) return { type: 'MultiLineString', coordinates: strings } as const;
  return strings[0] ? ({ type: 'LineString', coordinates: strings[0] } as const) : null;
}

const toFeature = (claim: Claim, frame: ExportFrame) => {
  const { parts, lines, combinableWith, norms, bufferM, roundingM: _, ...rest } = claim;
  return {
    type: 'Feature',
    id: claim.id,
    properties: {
      ...rest,
      ...(bufferM > 0 ? { bufferM } : {}),
      ...(combinableWith.length > 0 ? { combinableWith } : {}),
      ...(norms.length > 0 ? { norms } : {}),
    },
    geometry: toGeoJsonGeometry({ parts, lines }, frame),
  };
};

export const rdCrs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } } as const;

/** Of features that are in `frame` already. */
export function toFeatureCollection(name: string, features: readonly unknown[], frame: ExportFrame): string {
  const start = JSON.stringify({ type: 'FeatureCollection', name, ...(frame === 'rd' ? { crs: rdCrs } : {}) });
  return `${start.slice(0, -1)},"features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
}

export const claimsToGeoJson = (claims: readonly Claim[], name: string, frame: ExportFrame): string =>
  toFeatureCollection(
    name,
    claims.map((claim) => toFeature(claim, frame)),
    frame,
  );
