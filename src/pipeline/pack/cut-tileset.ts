/**
 * A part of a 3D tileset: tiles that meet the extent, their parents, and their neighbours under the same parent, which would
 * otherwise be holes once the parent is refined. Neighbours lose their own children: beyond the extent the town is coarse.
 */
import { posix } from 'node:path';
import type { RdExtent } from '../../model/grid.ts';
import { lonLatToRd, OutsideNetherlandsError } from '../../model/rd.ts';
import { toLonLat, type Vec3 } from '../tiles/ellipsoid.ts';
import type { Cut } from './cut.ts';
import { meets } from './extent.ts';

interface Tile {
  readonly boundingVolume: { readonly box?: readonly number[] };
  /** Column-major 4 × 4, of the tile's frame to its parent's. */
  readonly transform?: readonly number[];
  readonly content?: { readonly uri: string };
  readonly children?: readonly Tile[];
}

type Matrix = readonly number[];
const identity: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

const multiply = (a: Matrix, b: Matrix): Matrix =>
  identity.map((_, k) => {
    let sum = 0;
    for (let i = 0; i < 4; i++) sum += (a[i * 4 + (k % 4)] as number) * (b[Math.floor(k / 4) * 4 + i] as number);
    return sum;
  });

function move(m: Matrix, [x, y, z]: Vec3): Vec3 {
  const row = (i: number) =>
    (m[i] as number) * x + (m[4 + i] as number) * y + (m[8 + i] as number) * z + (m[12 + i] as number);
  return [row(0), row(1), row(2)];
}

/** Around the corners of a box: its centre and three half axes. Undefined where RD does not reach. */
function rdAround(box: readonly number[], toEarth: Matrix): RdExtent | undefined {
  const corners = Array.from({ length: 8 }, (_, k) => {
    const at = (i: number) =>
      [0, 1, 2].reduce(
        (sum, axis) => sum + (k & (1 << axis) ? 1 : -1) * (box[3 + axis * 3 + i] as number),
        box[i] as number,
      );
    return move(toEarth, [at(0), at(1), at(2)]);
  });
  try {
    const points = corners.map((corner) => lonLatToRd(toLonLat(corner)));
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) return undefined;
    throw error;
  }
}

function cutTile(tile: Tile, extent: RdExtent, parent: Matrix): Tile {
  const toEarth = tile.transform ? multiply(parent, tile.transform) : parent;
  const { children, ...alone } = tile;
  if (!children) return tile;
  const around = tile.boundingVolume.box && rdAround(tile.boundingVolume.box, toEarth);
  // What cannot be placed is kept.
  if (around && !meets(around, extent)) return alone;
  return { ...alone, children: children.map((child) => cutTile(child, extent, toEarth)) };
}

const listUris = ({ content, children = [] }: Tile): string[] => [
  ...(content ? [content.uri] : []),
  ...children.flatMap(listUris),
];

/** `path` of the tileset in the made folder, `json` its content. */
export function cutTileset(path: string, json: unknown, extent: RdExtent): Cut {
  const tileset = json as { readonly root: Tile };
  const root = cutTile(tileset.root, extent, identity);
  const toPath = (uri: string) => posix.join(posix.dirname(path), uri);
  const kept = new Set(listUris(root).map(toPath));
  const dropped = new Set(
    listUris(tileset.root)
      .map(toPath)
      .filter((uri) => !kept.has(uri)),
  );
  return {
    texts: new Map([[path, `${JSON.stringify({ ...tileset, root })}\n`]]),
    isKept: (file) => !dropped.has(file),
  };
}
