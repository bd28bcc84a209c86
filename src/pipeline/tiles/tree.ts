/**
 * The order of tiles: buildings halved along their longer side until a tile holds few enough, two halvings a level. The finest
 * tiles hold full detail; those above hold prisms, then boxes of their buildings, and replace each other.
 */
import type { BuildingIndex } from './building-index.ts';

export interface TreeNode {
  /** Path from the root: "r", "r0", "r03"… */
  readonly name: string;
  /** 0 for the finest. */
  readonly height: number;
  /** Places in the index, sorted; may be fewer than the children hold (the largest are kept). */
  readonly buildings: Uint32Array;
  readonly children: readonly TreeNode[];
  /** 2 full, 1 prism, 0 box. */
  readonly level: number;
  /** Metres; buildings whose coarse form strays further are kept in a finer form. */
  readonly geometricError: number;
}

const MOST_BUILDINGS = 500;
const MOST_SURFACES = 40_000;
/** Vertices fit 16-bit steps of 1/128 m up to 512 m. */
const LARGEST_SIDE = 490;
const FEWEST_TO_SPLIT = 120;
/** More than these are not drawn in one coarse tile. */
const MOST_COARSE = 8000;
export const PRISM_ERROR = 4;
export const BOX_ERROR = 10;

/** Metres on a map around the first building: good enough to sort by. */
export function toMap(index: BuildingIndex): { x: Float64Array; y: Float64Array } {
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
    const width = east - west;
    const height = north - south;
    const isLarge = Math.max(width, height) > LARGEST_SIDE && list.length > FEWEST_TO_SPLIT;
    const parts = Math.max(
      Math.ceil(list.length / MOST_BUILDINGS),
      Math.ceil(surfaces / MOST_SURFACES),
      isLarge ? 2 : 1,
    );
    return { parts: Math.min(parts, list.length), isWide: width >= height };
  }

  function halve(list: Uint32Array): Uint32Array[] {
    const { parts, isWide } = measure(list);
    if (parts < 2) return [list];
    const middle = Math.round((list.length * Math.ceil(parts / 2)) / parts);
    select(list, isWide ? x : y, 0, list.length, middle);
    return [list.subarray(0, middle), list.subarray(middle)];
  }

  function leaf(list: Uint32Array, name: string): TreeNode {
    return { name, height: 0, buildings: list.slice().sort(), children: [], level: 2, geometricError: 0 };
  }

  function parent(list: Uint32Array, name: string, children: readonly TreeNode[]): TreeNode {
    const height = 1 + Math.max(...children.map((child) => child.height));
    const below = Math.max(...children.map((child) => child.geometricError));
    const level = height === 1 ? 1 : 0;
    let error = level === 1 ? PRISM_ERROR : BOX_ERROR * 1.5 ** (height - 2);
    let kept = list.slice();
    if (kept.length > MOST_COARSE) {
      const cut = kept.length - MOST_COARSE;
      select(kept, index.size as Float32Array, 0, kept.length, cut);
      error = Math.max(error, index.size[kept[cut]]);
      kept = kept.slice(cut);
    }
    return { name, height, buildings: kept.sort(), children, level, geometricError: Math.max(error, below * 1.25) };
  }

  function split(list: Uint32Array, name: string): TreeNode {
    const quarters = halve(list).flatMap((half) => (half === list ? [half] : halve(half)));
    if (quarters.length === 1) return leaf(list, name);
    return parent(
      list,
      name,
      quarters.map((quarter, i) => split(quarter, `${name}${i}`)),
    );
  }

  const root = split(all, 'r');
  return root.height === 0 ? parent(all, 'r', [leaf(all, 'r0')]) : root;
}

export function listNodes(root: TreeNode | undefined): TreeNode[] {
  return root ? [root, ...root.children.flatMap(listNodes)] : [];
}
