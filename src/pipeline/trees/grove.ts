/**
 * The quadtree of a tileset of trees. Every node draws its trees, all but the leaves with far models; nearby, the four
 * quarters take over until the cells are small, and those are replaced by near models. All coarse levels have about the same
 * error, because they look the same: the levels only let a viewer see near models here and far ones there.
 */
import type { Detail } from './model-buffer.ts';
import type { PlacedTree } from './tree-tile.ts';

export interface Grove {
  /** Name of its tile. */
  readonly name: string;
  readonly detail: Detail;
  readonly trees: readonly PlacedTree[];
  /** Metres by which it differs from the near models; 0 for those. */
  readonly geometricError: number;
  /** Too many trees for one tile: only its children are drawn. */
  readonly isEmpty: boolean;
  readonly children: readonly Grove[];
}

/** Side of the smallest cells, metres. */
const CELL = 300;
const MOST_TREES = 15_000;
/** At the usual 16 pixels and a window of 1080 rows, near models come within about 350 m. */
const FAR_ERROR = 6;
const LEVEL_ERROR = 0.1;

interface Square {
  readonly east: number;
  readonly north: number;
  readonly size: number;
}

function grow(trees: readonly PlacedTree[], square: Square, name: string): Grove {
  const { east, north, size } = square;
  const isCell = size <= CELL;
  const half = size / 2;
  const quarters: PlacedTree[][] = [[], [], [], []];
  if (!isCell) {
    for (const placed of trees) {
      const quarter = (placed.east >= east + half ? 1 : 0) + (placed.north >= north + half ? 2 : 0);
      quarters[quarter]?.push(placed);
    }
  }
  const children = isCell
    ? [{ name: `${name}n`, detail: 'near' as const, trees, geometricError: 0, isEmpty: false, children: [] }]
    : quarters.flatMap((own, i) => {
        const corner = { east: east + (i % 2) * half, north: north + Math.floor(i / 2) * half, size: half };
        return own.length === 0 ? [] : [grow(own, corner, `${name}${i}`)];
      });
  const isEmpty = trees.length > MOST_TREES;
  const below = Math.max(FAR_ERROR, ...children.map(({ geometricError }) => geometricError + LEVEL_ERROR));
  return { name, detail: 'far', trees, geometricError: isEmpty ? Math.max(size, below) : below, isEmpty, children };
}

/** Undefined without trees. */
export function growGrove(trees: readonly PlacedTree[]): Grove | undefined {
  if (trees.length === 0) return undefined;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const placed of trees) {
    west = Math.min(west, placed.east);
    south = Math.min(south, placed.north);
    east = Math.max(east, placed.east);
    north = Math.max(north, placed.north);
  }
  const side = Math.max(east - west, north - south);
  // A whole number of cells, doubled each level, around the middle.
  const levels = Math.max(0, Math.ceil(Math.log2(side / CELL)));
  const size = CELL * 2 ** levels;
  return grow(trees, { east: (west + east - size) / 2, north: (south + north - size) / 2, size }, 't');
}
