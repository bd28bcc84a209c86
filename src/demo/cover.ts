/** Keeps what is already covered, in square tiles, so that thousands of small areas are subtracted from their neighbours only. */
import { type Area, type Box, boxOf, clipToBox, intersect, without } from './area.ts';
import type { Path } from './point.ts';

export interface Cover {
  /** What of this area was still free; it is taken from now on. */
  claim(area: Area): Area;
}

export function createCover(extent: Area, tileSize: number): Cover {
  const tiles = new Map<string, Path[]>();

  function listKeys(box: Box): [string, Box][] {
    const result: [string, Box][] = [];
    for (let i = Math.floor(box.west / tileSize); i <= Math.floor(box.east / tileSize); i++) {
      for (let j = Math.floor(box.south / tileSize); j <= Math.floor(box.north / tileSize); j++) {
        const west = i * tileSize;
        const south = j * tileSize;
        result.push([`${i} ${j}`, { west, south, east: west + tileSize, north: south + tileSize }]);
      }
    }
    return result;
  }

  const outer = boxOf(extent);
  const isWhole = extent.length === 1;
  return {
    claim(area) {
      const box = boxOf(area);
      const within =
        isWhole &&
        box.west >= outer.west &&
        box.south >= outer.south &&
        box.east <= outer.east &&
        box.north <= outer.north;
      const inside = within ? area : intersect(area, extent);
      if (inside.length === 0) return [];
      const keys = listKeys(boxOf(inside));
      const taken = keys.flatMap(([key]) => tiles.get(key) ?? []);
      const free = without(inside, taken);
      if (free.length === 0) return [];
      for (const [key, box] of keys) {
        const part = keys.length === 1 ? free : clipToBox(free, box);
        if (part.length === 0) continue;
        const tile = tiles.get(key);
        if (tile) tile.push(...part);
        else tiles.set(key, [...part]);
      }
      return free;
    },
  };
}
