/**
 * The order of tiles: buildings halved along their longer side until a tile holds few enough. The finest
 * tiles hold full detail; those above hold prisms, then boxes of their buildings, and replace each other.
 */
import type { BuildingIndex } from './building-index.ts';
import { LEVEL_BOX, LEVEL_FULL, LEVEL_PRISM } from './detail-level.ts';

export interface TreeNode {
  /** Path from the root: "r", "r-0", "r-0-3"… */
  readonly name: string;
  /** 0 for the finest. */
  readonly height: number;
  /** Places in the index, sorted; may be fewer than the children hold (the largest are kept). */
  readonly buildings: Uint32Array;
  readonly children: readonly TreeNode[];
  /** Of `detail-level.ts`. */
  readonly level: number;
  /** Metres; buildings whose coarse form strays further are kept in a finer form. */
  readonly geometricError: number;
}

const MOST_BUILDINGS = 500;
/** A viewer's table of surfaces is a texture one row high: at most 16,384. One building may still have more. */
const MOST_SURFACES = 16_000;
/** Vertices fit 16-bit steps of 1/128 m up to 512 m; wider tiles cost the graphics card half as much again. */
const LARGEST_SIDE = 490;
const FEWEST_TO_SPLIT = 350;
/** A tile of height 1 holds so many buildings, one of height 2 four times as many, and so on. */
const MOST_PRISMS = 2000;
/** The largest of a coarse tile are drawn, no more than these. */
const MOST_COARSE = 8000;
/**
 * Geometric errors. At 16 pixels on a screen of 1080 lines full detail is drawn up to 580 m, prisms up to 1.5 km, all buildings
 * up to 3.5 km. They are larger than what forms may stray because a roof's shape is seen longer than its height suggests.
 */
const PRISM_ERROR = 10;
const BOX_ERROR = 25;
const THINNED_ERROR = 60;

/** Metres on a map around the first building: good enough to sort by. */
function toMap(index: BuildingIndex): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(index.count);
  const y = new Float64Array(index.count);
  if (index.count === 0) return { x, y };
  const radius = 6378137;
  const east = Math.hypot(index.ux[0], index.uy[0]);
  const middle = Math.atan2(index.uy[0], index.ux[0]);
  for (let i = 0; i < index.count; i++) {
    let turn = Math.atan2(index.uy[i], index.ux[i]) - middle;
    if (turn > Math.PI) turn -= 2 * Math.PI;
    if (turn < -Math.PI) turn += 2 * Math.PI;
    x[i] = turn * east * radius;
    y[i] = Math.asin(index.uz[i]) * radius;
  }
  return { x, y };
}

/** Rearranges list[from..to) so that place `k` holds what sorting by `key` would put there, smaller before, larger after. */
function select(list: Uint32Array, key: Float64Array | Float32Array, from: number, to: number, k: number): void {
  let left = from;
  let right = to - 1;
  while (left < right) {
    const pivot = key[list[(left + right) >> 1]];
    let i = left;
    let j = right;
    while (i <= j) {
      while (key[list[i]] < pivot) i++;
      while (key[list[j]] > pivot) j--;
      if (i <= j) {
        const keep = list[i];
        list[i++] = list[j];
        list[j--] = keep;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

/** Undefined without buildings. Cost n log n. */
export function buildTree(index: BuildingIndex): TreeNode | undefined {
  if (index.count === 0) return undefined;
  const { x, y } = toMap(index);
  const all = Uint32Array.from({ length: index.count }, (_, i) => i);

  function measure(list: Uint32Array) {
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    let surfaces = 0;
    for (const i of list) {
      const half = index.size[i] / 2;
      west = Math.min(west, x[i] - half);
      east = Math.max(east, x[i] + half);
      south = Math.min(south, y[i] - half);
      north = Math.max(north, y[i] + half);
      surfaces += index.surfaces[i];
    }
    return { surfaces, width: east - west, height: north - south };
  }

  /** Halves a list, along its longer side, until all pieces hold few enough. */
  function divide(
    list: Uint32Array,
    countParts: (list: Uint32Array, facts: ReturnType<typeof measure>) => number,
  ): Uint32Array[] {
    const facts = measure(list);
    const parts = Math.min(countParts(list, facts), list.length);
    if (parts < 2) return [list];
    const middle = Math.round((list.length * Math.ceil(parts / 2)) / parts);
    select(list, facts.width >= facts.height ? x : y, 0, list.length, middle);
    return [list.subarray(0, middle), list.subarray(middle)].flatMap((half) => divide(half, countParts));
  }

  const partsOfFinest = (list: Uint32Array, { surfaces, width, height }: ReturnType<typeof measure>) =>
    Math.max(
      Math.ceil(list.length / MOST_BUILDINGS),
      Math.ceil(surfaces / MOST_SURFACES),
      Math.max(width, height) > LARGEST_SIDE && list.length > FEWEST_TO_SPLIT ? 2 : 1,
    );

  function createNode(list: Uint32Array, name: string, height: number): TreeNode {
    if (height === 0)
      return { name, height, buildings: list.slice().sort(), children: [], level: LEVEL_FULL, geometricError: 0 };
    const most = MOST_PRISMS * 4 ** (height - 2);
    const pieces = divide(list, height === 1 ? partsOfFinest : ({ length }) => Math.ceil(length / most));
    const children = pieces.map((piece, i) => createNode(piece, `${name}-${i}`, height - 1));
    const below = Math.max(...children.map((child) => child.geometricError));
    const level = height === 1 ? LEVEL_PRISM : LEVEL_BOX;
    let error = level === LEVEL_PRISM ? PRISM_ERROR : BOX_ERROR;
    let kept = list.slice();
    if (kept.length > MOST_COARSE) {
      const cut = kept.length - MOST_COARSE;
      select(kept, index.size as Float32Array, 0, kept.length, cut);
      error = Math.max(THINNED_ERROR, index.size[kept[cut]]);
      kept = kept.slice(cut);
    }
    return { name, height, buildings: kept.sort(), children, level, geometricError: Math.max(error, 2 * below) };
  }

  let height = 1;
  while (index.count > MOST_PRISMS * 4 ** (height - 1)) height++;
  return createNode(all, 'r', height);
}

export function listNodes(root: TreeNode | undefined): TreeNode[] {
  return root ? [root, ...root.children.flatMap(listNodes)] : [];
}
