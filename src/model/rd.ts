/**
 * The only module that knows datums: RD New (EPSG:28992) ↔ ETRS89, and NAP (EPSG:5709) ↔ ellipsoidal height.
 *
 * Helmert and double stereographic by proj4, then the residuals of RD New and the height of the geoid from a regular
 * 0.05° × 0.08° table, by cubic convolution (bilinearly the worst official point is off by 20.2 mm). ETRS89 is used as WGS84 (NSGI's null transformation; the true difference is under
 * 1 m and shared by everything drawn). Measured against the official self-validation points within the RD polygon:
 * at most 11 mm horizontally and 7 mm vertically. Figures computed from rdtrans2018 and nlgeo2018 of NSGI / Kadaster,
 * CC BY 4.0; not certified, and the name RDNAPTRANS is not claimed.
 */
import proj4 from 'proj4';
import residuals from './nl-residuals.json' with { type: 'json' };

/** RD New, metres: x east, y north. */
export interface RdPoint {
  readonly x: number;
  readonly y: number;
}

/** ETRS89 / WGS84, degrees, GeoJSON order. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** Metres above NAP. */
export type NapHeight = number & { readonly __frame: 'nap' };
/** Metres above the GRS80 ellipsoid. */
export type EllipsoidHeight = number & { readonly __frame: 'ellipsoid' };

export const napHeight = (metres: number): NapHeight => metres as NapHeight;
export const ellipsoidHeight = (metres: number): EllipsoidHeight => metres as EllipsoidHeight;

export class OutsideNetherlandsError extends Error {
  override name = 'OutsideNetherlandsError';
}

const { rows, columns, latitude0, longitude0, latitudeStep, longitudeStep } = residuals;

/**
 * A table of the file, in millimetres: rows from the south, columns from the west, ETRS89. RD is the projection plus dx and dy; the geoid
 * lies n above 43 m. Written as differences with the western, southern and south-western neighbours, one character each around
 * {@link ZERO} or `~difference;`, which compresses best.
 */
function readTable(text: string): readonly number[] {
  const values: number[] = [];
  for (let at = 0, node = 0; at < text.length; at++, node++) {
    let difference = text.charCodeAt(at) - ZERO;
    if (text[at] === '~') {
      const end = text.indexOf(';', at);
      difference = Number(text.slice(at + 1, end));
      at = end;
    }
    const isFirst = node % columns === 0;
    const west = isFirst ? 0 : (values[node - 1] as number);
    const south = values[node - columns] ?? 0;
    const southWest = isFirst ? 0 : (values[node - columns - 1] ?? 0);
    values.push(difference + west + south - southWest);
  }
  return values;
}

const ZERO = '?'.charCodeAt(0);
const dx = readTable(residuals.dx);
const dy = readTable(residuals.dy);
const n = readTable(residuals.n);
const helmert = proj4(
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ' +
    '+ellps=bessel +units=m +no_defs +towgs84=565.7381,50.4018,465.2904,-0.395026,0.330772,-1.876073,4.07244',
);
/** The geoid table holds N − 43 m. */
const GEOID_BASE = 43;

/** Cubic convolution (Keys 1981, a = −1/2) at fraction t between the second and third of four nodes. */
function cubicWeights(t: number): readonly [number, number, number, number] {
  const t2 = t * t;
  const t3 = t2 * t;
  return [(-t + 2 * t2 - t3) / 2, (2 - 5 * t2 + 3 * t3) / 2, (t + 4 * t2 - 3 * t3) / 2, (t3 - t2) / 2];
}

/** Where a point lies in the table: south-western node of its cell and the weights of four nodes each way. */
interface TablePlace {
  readonly column: number;
  readonly row: number;
  readonly eastward: readonly number[];
  readonly northward: readonly number[];
}

/** Metres. No closure: this runs millions of times, and a function made per call costs more than the sum. */
function interpolate(table: readonly number[], { column, row, eastward, northward }: TablePlace): number {
  let sum = 0;
  for (let j = 0; j < 4; j++) {
    const tableRow = Math.min(Math.max(row + j - 1, 0), rows - 1) * columns;
    for (let i = 0; i < 4; i++) {
      const value = table[tableRow + Math.min(Math.max(column + i - 1, 0), columns - 1)] as number;
      sum += value * (eastward[i] as number) * (northward[j] as number);
    }
  }
  return sum / 1000;
}

/** Throws outside the table. */
function placeInTable(lon: number, lat: number): TablePlace {
  const column = (lon - longitude0) / longitudeStep;
  const row = (lat - latitude0) / latitudeStep;
  if (!(column >= 0 && row >= 0 && column <= columns - 1 && row <= rows - 1)) {
    throw new OutsideNetherlandsError(
      `Longitude ${lon}°, latitude ${lat}° lies outside the table of RD New and NAP (longitude ${longitude0}° to ` +
        `${longitude0 + (columns - 1) * longitudeStep}°, latitude ${latitude0}° to ${latitude0 + (rows - 1) * latitudeStep}°).`,
    );
  }
  const c = Math.min(Math.floor(column), columns - 2);
  const r = Math.min(Math.floor(row), rows - 2);
  return { column: c, row: r, eastward: cubicWeights(column - c), northward: cubicWeights(row - r) };
}

/** ETRS89 degrees to RD New metres. Throws {@link OutsideNetherlandsError} outside the table. */
export function lonLatToRd({ lon, lat }: LonLat): RdPoint {
  const place = placeInTable(lon, lat);
  const [x, y] = helmert.forward([lon, lat]);
  return { x: (x as number) + interpolate(dx, place), y: (y as number) + interpolate(dy, place) };
}

/** RD New metres to ETRS89 degrees, the inverse of {@link lonLatToRd} within 0.001 mm. Throws outside the table. */
export function rdToLonLat({ x, y }: RdPoint): LonLat {
  if (!(Number.isFinite(x) && Number.isFinite(y))) throw new OutsideNetherlandsError(`RD (${x}, ${y}) is not a point.`);
  let targetX = x;
  let targetY = y;
  // Helmert there and back drops the height and so is no exact inverse (0.5 mm). What the way back misses, and the
  // residual, change by under 1e-4 per metre: each round leaves less than that part of the error before.
  for (let round = 0; round < 3; round++) {
    const [lon, lat] = helmert.inverse([targetX, targetY]) as [number, number];
    const reached = lonLatToRd({ lon, lat });
    targetX -= reached.x - x;
    targetY -= reached.y - y;
  }
  const [lon, lat] = helmert.inverse([targetX, targetY]) as [number, number];
  return { lon, lat };
}

/** Height of the geoid (NAP zero) above the ellipsoid, metres: about 43 in the Netherlands. */
export function geoidHeight({ lon, lat }: LonLat): number {
  return GEOID_BASE + interpolate(n, placeInTable(lon, lat));
}

export function napToEllipsoid(nap: NapHeight, at: LonLat): EllipsoidHeight {
  return (nap + geoidHeight(at)) as EllipsoidHeight;
}

export function ellipsoidToNap(height: EllipsoidHeight, at: LonLat): NapHeight {
  return (height - geoidHeight(at)) as NapHeight;
}

/** Whether RD New is defined here (the official validity polygon). */
export function isInsideRd({ x, y }: RdPoint): boolean {
  const ring = residuals.validityPolygonRd as [number, number][];
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number];
    const [xj, yj] = ring[j] as [number, number];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
