/** The tiles of full detail of a 3D Tiles tileset that touch a place, and of the tilesets within it. */
import { earthCentredToRd } from '../model/earth-centred.ts';
import type { RdExtent } from '../model/grid.ts';
import { identity, type Matrix, multiply, transform } from '../model/matrix.ts';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { fetchBytes } from './fetch-bytes.ts';

interface Tile {
  readonly boundingVolume?: { readonly box?: readonly number[]; readonly sphere?: readonly number[] };
  readonly refine?: string;
  readonly transform?: readonly number[];
  readonly content?: { readonly uri?: string; readonly url?: string };
  readonly children?: readonly Tile[];
}

export interface Content {
  readonly url: string;
  /** From the glb with z up to earth-centred metres. */
  readonly toEarth: Matrix;
}

type Axis = readonly [number, number, number];

/** Middle and half sides; undefined for a region, which building tilesets that we know do not use. */
function boxOf({ boundingVolume: { box, sphere } = {} }: Tile): readonly Axis[] | undefined {
  if (box) return [0, 3, 6, 9].map((at) => box.slice(at, at + 3) as unknown as Axis);
  if (!sphere) return undefined;
  const [x, y, z, radius] = sphere as unknown as readonly [number, number, number, number];
  return [
    [x, y, z],
    [radius, 0, 0],
    [0, radius, 0],
    [0, 0, radius],
  ];
}

/** RD rectangle around a tile; undefined where nothing is said or RD New does not reach: such a tile is looked into. */
function tileExtent(tile: Tile, toEarth: Matrix): RdExtent | undefined {
  const box = boxOf(tile);
  if (!box) return undefined;
  const [middle, ...sides] = box as [Axis, ...Axis[]];
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  try {
    for (let corner = 0; corner < 8; corner++) {
      const at = [0, 1, 2].map((axis) =>
        sides.reduce(
          (sum, side, i) => sum + (corner & (1 << i) ? 1 : -1) * (side[axis] as number),
          middle[axis] as number,
        ),
      ) as unknown as Axis;
      const [x, y] = earthCentredToRd(...transform(toEarth, ...at));
      extent[0] = Math.min(extent[0], x);
      extent[1] = Math.min(extent[1], y);
      extent[2] = Math.max(extent[2], x);
      extent[3] = Math.max(extent[3], y);
    }
    return extent;
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) return undefined;
    throw error;
  }
}

export type IsWanted = (extent: RdExtent) => boolean;

/** In the order of the tileset, so that what is made of them does not depend on which comes first. Throws when a file is missing. */
export async function listContents(
  url: string,
  isWanted: IsWanted,
  signal?: AbortSignal,
  above: Matrix = identity,
): Promise<Content[]> {
  const { root } = JSON.parse(new TextDecoder().decode(await fetchBytes(url, signal))) as { root: Tile };

  async function walk(tile: Tile, parent: Matrix, refineAbove: string): Promise<Content[]> {
    const toEarth = tile.transform ? multiply(parent, tile.transform) : parent;
    const extent = tileExtent(tile, toEarth);
    if (extent && !isWanted(extent)) return [];
    const refine = tile.refine?.toUpperCase() ?? refineAbove;
    const { children = [], content } = tile;
    const uri = content?.uri ?? content?.url;
    const below = (await Promise.all(children.map((child) => walk(child, toEarth, refine)))).flat();
    if (uri === undefined) return below;
    const address = new URL(uri, url).href;
    const isTileset = new URL(address).pathname.endsWith('.json');
    if (isTileset) return [...(await listContents(address, isWanted, signal, toEarth)), ...below];
    return children.length === 0 || refine === 'ADD' ? [{ url: address, toEarth }, ...below] : below;
  }

  return walk(root, above, 'REPLACE');
}
