/**
 * Which tiles exist: the whole globe at levels 0 and 1, and at every further level only those near heights that it still
 * refines. What is missing Cesium cuts out of the nearest ancestor, so there are no holes; a ring around the data keeps
 * those ancestors close enough in level that neither the Earth's curve nor the ground shows a step.
 */
import type { RdExtent } from '../../model/grid.ts';
import type { Ground } from './ground.ts';
import { type Tile, tileDegrees } from './tiling.ts';

/** Tiles from south-west to north-east, both included, as `layer.json` lists them. */
export interface TileRange {
  startX: number;
  startY: number;
  endX: number;
  endY: number;
}

/** Tiles around the data. Two keep every existing tile's parent existing. */
const ring = 2;
/** From here on (tiles of 5 km) the sea is flat enough without a ring. */
const lastRingLevel = 12;

/** `extent` in degrees: the tiles of a level that lie in it, or near it where the Earth's curve would show. */
export function rangeAround([west, south, east, north]: RdExtent, level: number): TileRange {
  const size = tileDegrees(level);
  const margin = level <= lastRingLevel ? ring : 0;
  const columns = 2 ** (level + 1);
  const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  return {
    startX: clamp(Math.floor((west + 180) / size) - margin, columns),
    startY: clamp(Math.floor((south + 90) / size) - margin, columns / 2),
    endX: clamp(Math.floor((east + 180) / size) + margin, columns),
    endY: clamp(Math.floor((north + 90) / size) + margin, columns / 2),
  };
}

export const isIn = ({ startX, startY, endX, endY }: TileRange, { x, y }: Tile) =>
  x >= startX && x <= endX && y >= startY && y <= endY;

/** Rows of neighbouring tiles, equal rows joined: as few rectangles as that gives. */
export function toRanges(tiles: readonly Tile[]): TileRange[] {
  const runs: TileRange[] = [];
  for (const { x, y } of [...tiles].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = runs.at(-1);
    if (last?.startY === y && last.endX === x - 1) last.endX = x;
    else runs.push({ startX: x, startY: y, endX: x, endY: y });
  }
  const joined: TileRange[] = [];
  for (const run of runs) {
    const below = joined.find(
      (range) => range.startX === run.startX && range.endX === run.endX && range.endY === run.startY - 1,
    );
    if (below) below.endY = run.endY;
    else joined.push(run);
  }
  return joined;
}

/** Tiles from the root down, and the same per level as `available`. A tile's parent always exists. */
export function listTiles(ground: Ground): { tiles: Tile[]; available: TileRange[][] } {
  const deepest = Math.max(...ground.layers.map(({ leafLevel }) => leafLevel));
  const tiles: Tile[] = [];
  const available: TileRange[][] = [];
  for (let level = 0; level <= deepest; level++) {
    const globe = { startX: 0, startY: 0, endX: 2 ** (level + 1) - 1, endY: 2 ** level - 1 };
    const refined = ground.degrees.filter((_, i) => (ground.layers[i]?.leafLevel ?? 0) >= level);
    const ranges = level < 2 ? [globe] : refined.map((extent) => rangeAround(extent, level));
    const here: Tile[] = [];
    for (const [i, range] of ranges.entries()) {
      for (let y = range.startY; y <= range.endY; y++) {
        for (let x = range.startX; x <= range.endX; x++) {
          const tile = { level, x, y };
          if (!ranges.slice(0, i).some((earlier) => isIn(earlier, tile))) here.push(tile);
        }
      }
    }
    tiles.push(...here);
    available.push(toRanges(here));
  }
  return { tiles, available };
}
