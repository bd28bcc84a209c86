/** The tiles of Cesium's geographic terrain scheme: two at level 0, each level halves; x from −180°, y from −90° (TMS). */
import type { LonLat } from '../../model/rd.ts';

export interface Tile {
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

const metresPerDegree = (6378137 * Math.PI) / 180;

/** Side of a tile in degrees: a multiple of a power of two, so corners of neighbours are equal to the last bit. */
export const tileDegrees = (level: number): number => 180 / 2 ** level;

/** North–south side of a tile, metres. */
export const tileMetres = (level: number): number => tileDegrees(level) * metresPerDegree;

/** Position within a tile, u and v from 0 (south-west) to 1. */
export function tilePoint({ level, x, y }: Tile, u: number, v: number): LonLat {
  const size = tileDegrees(level);
  return { lon: -180 + (x + u) * size, lat: -90 + (y + v) * size };
}

/** The screen-space error Cesium assumes for a level, metres (a quarter of a heightmap of 65 posts). */
const cesiumError = (level: number): number => (6378137 * 2 * Math.PI * 0.25) / (65 * 2) / 2 ** level;

/** How far a mesh may be off where finer levels follow: a twelfth of what Cesium assumes, so below a fifth of a pixel. */
export const levelError = (level: number): number => cesiumError(level) / 12;

/** The level that shows every cell of that size: 160 to 320 of them from south to north. */
export const leafLevel = (cellSize: number): number => Math.ceil(Math.log2((180 * metresPerDegree) / (320 * cellSize)));

/** Longitudes join at ±180°. Undefined beyond the poles. */
export function neighbour({ level, x, y }: Tile, east: number, north: number): Tile | undefined {
  const columns = 2 ** (level + 1);
  const row = y + north;
  if (row < 0 || row >= columns / 2) return undefined;
  return { level, x: (x + east + columns) % columns, y: row };
}
