/** Keeps what is already covered, in square tiles, so that thousands of small areas are subtracted from their neighbours only. */
import {
  type Area,
  type Box,
  boxOf,
  clipToBox,
  doBoxesMeet,
  intersect,
  listPolygons,
  type Polygon,
  without,
} from './area.ts';

export interface Cover {
  /** What of this area was still free; it is taken from now on. */
  claim(area: Area): Polygon[];
}

interface Piece {
  readonly area: Area;
  readonly box: Box;
}

export function createCover(extent: Area, tileSize: number): Cover {
  const tiles = new Map<string, Piece[]>();

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

  function listTaken(keys: readonly [string, Box][], box: Box): Area {
    const taken: Area[number][] = [];
    for (const [key] of keys) {
      for (const piece of tiles.get(key) ?? []) {
        if (doBoxesMeet(piece.box, box)) taken.push(...piece.area);
      }
    }
    return taken;
  }

  function keep(key: string, area: Area) {
    if (area.length === 0) return;
    const piece = { area, box: boxOf(area) };
    const tile = tiles.get(key);
    if (tile) tile.push(piece);
    else tiles.set(key, [piece]);
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
      const insideBox = within ? box : boxOf(inside);
      const keys = listKeys(insideBox);
      const free = listPolygons(without(inside, listTaken(keys, insideBox)));
      for (const { outer, holes } of free) {
        const rings = [outer, ...holes];
        const own = listKeys(boxOf(rings));
        for (const [key, tile] of own) keep(key, own.length === 1 ? rings : clipToBox(rings, tile));
      }
      return free;
    },
  };
}
