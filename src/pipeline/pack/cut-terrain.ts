/** A part of a quantized-mesh pyramid: the tiles that meet the extent, all above them, and the ring that the whole one has too. */
import type { RdExtent } from '../../model/grid.ts';
import { isIn, rangeAround, type TileRange, toRanges } from '../terrain/availability.ts';
import type { Tile } from '../terrain/tiling.ts';
import type { Cut } from './cut.ts';
import { degreesAround } from './extent.ts';

function* listTiles(level: number, { startX, startY, endX, endY }: TileRange): Iterable<Tile> {
  for (let y = startY; y <= endY; y++) for (let x = startX; x <= endX; x++) yield { level, x, y };
}

/** `folder` ends in a slash; `json` is its `layer.json`. */
export function cutTerrain(folder: string, json: unknown, extent: RdExtent): Cut {
  const layer = json as { readonly available?: readonly (readonly TileRange[])[] };
  if (!layer.available) return { texts: new Map(), isKept: () => true };
  const degrees = degreesAround(extent);
  const kept = new Set<string>();
  const available = layer.available.map((ranges, level) => {
    const wanted = rangeAround(degrees, level);
    const tiles = ranges
      .flatMap((range) => [...listTiles(level, range)])
      // The globe itself stays whole.
      .filter((tile) => level < 2 || isIn(wanted, tile));
    for (const { x, y } of tiles) kept.add(`${folder}${level}/${x}/${y}.terrain`);
    return toRanges(tiles);
  });
  while (available.at(-1)?.length === 0) available.pop();
  const cut = { ...layer, maxzoom: available.length - 1, available };
  return {
    texts: new Map([[`${folder}layer.json`, `${JSON.stringify(cut)}\n`]]),
    isKept: (path) => !(path.startsWith(folder) && path.endsWith('.terrain')) || kept.has(path),
  };
}
