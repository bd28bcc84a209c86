/** Buildings at full detail around a point, from 3D Tiles (glb with EXT_mesh_features), in metres of a local origin. */
import { idProperties } from '../model/building-id.ts';
import { earthCentredToRd } from '../model/earth-centred.ts';
import { identity, type Matrix, multiply, transform } from './matrix.ts';
import { fetchBytes, type Gltf, listPrimitives, type Primitive, parseGltf, readTexts } from './read-gltf.ts';

export interface BuildingMesh {
  /** Flat x, y, z: metres east and north of the origin, metres NAP. */
  readonly positions: Float32Array;
  /** Three a triangle. */
  readonly indices: Uint32Array;
  /** Row of `ids` of each triangle. */
  readonly owners: Uint32Array;
  readonly ids: readonly string[];
}

export interface TilesQuery {
  readonly url: string;
  readonly isNap: boolean;
  /** Origin of the mesh and middle of what is read, RD New. */
  readonly x: number;
  readonly y: number;
  /** Whether something within a circle (metres of the origin) counts. */
  readonly isWanted: (x: number, y: number, radius: number) => boolean;
}

interface Tile {
  readonly boundingVolume?: { readonly box?: number[]; readonly sphere?: number[] };
  readonly transform?: number[];
  readonly refine?: string;
  readonly content?: { readonly uri?: string; readonly url?: string };
  readonly children?: readonly Tile[];
}

/** Middle and radius of a tile in earth-centred metres; undefined where it does not say in a way that we know: then it counts. */
function boundsOf({ boundingVolume }: Tile, toEarth: Matrix) {
  const { box, sphere } = boundingVolume ?? {};
  if (box) {
    const [x, y, z, ...sides] = box as [number, number, number];
    return { middle: transform(toEarth, x, y, z), radius: Math.hypot(...(sides as number[])) };
  }
  if (!sphere) return undefined;
  const [x, y, z, radius] = sphere as [number, number, number, number];
  return { middle: transform(toEarth, x, y, z), radius };
}

interface Leaf {
  readonly url: string;
  readonly toEarth: Matrix;
}

async function listLeaves(query: TilesQuery, url: string, toEarth: Matrix): Promise<Leaf[]> {
  const tileset = JSON.parse(new TextDecoder().decode(await fetchBytes(url))) as { root: Tile };

  async function walk(tile: Tile, parent: Matrix): Promise<Leaf[]> {
    const own = tile.transform ? multiply(parent, tile.transform) : parent;
    const bounds = boundsOf(tile, own);
    if (bounds) {
      const [x, y] = earthCentredToRd(...bounds.middle, query.isNap);
      if (!query.isWanted(x - query.x, y - query.y, bounds.radius)) return [];
    }
    const children = tile.children ?? [];
    const uri = tile.content?.uri ?? tile.content?.url;
    const below = (await Promise.all(children.map((child) => walk(child, own)))).flat();
    if (uri === undefined || (children.length > 0 && tile.refine !== 'ADD')) return below;
    const address = new URL(uri, url).href;
    const isTileset = new URL(address).pathname.endsWith('.json');
    return [...below, ...(isTileset ? await listLeaves(query, address, own) : [{ url: address, toEarth: own }])];
  }

  return walk(tileset.root, toEarth);
}

/** Gathers triangles of all tiles; a building may be in several. */
function createMesh({ x: originX, y: originY, isNap, isWanted }: TilesQuery) {
  const positions: number[] = [];
  const indices: number[] = [];
  const owners: number[] = [];
  const rows = new Map<string, number>();

  function addPrimitive(
    { points, features, corners, toWorld }: Primitive,
    ids: readonly string[] | undefined,
    tile: string,
  ) {
    const first = positions.length / 3;
    for (let i = 0; i < points.length; i += 3) {
      const earth = transform(toWorld, points[i] as number, points[i + 1] as number, points[i + 2] as number);
      const [x, y, nap] = earthCentredToRd(...earth, isNap);
      positions.push(x - originX, y - originY, nap);
    }
    const count = corners?.length ?? points.length / 3;
    for (let t = 0; t < count; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => (corners ? (corners[t + k] as number) : t + k)) as [
        number,
        number,
        number,
      ];
      const at = 3 * (first + a);
      if (!isWanted(positions[at] as number, positions[at + 1] as number, 0)) continue;
      const feature = features?.[a];
      const id = String((feature !== undefined && ids?.[feature]) || `${tile}#${feature ?? ''}`);
      let row = rows.get(id);
      if (row === undefined) {
        row = rows.size;
        rows.set(id, row);
      }
      indices.push(first + a, first + b, first + c);
      owners.push(row);
    }
  }

  return {
    add(gltf: Gltf, toEarth: Matrix, tile: string) {
      const ids = readTexts(gltf, idProperties);
      for (const primitive of listPrimitives(gltf, toEarth)) addPrimitive(primitive, ids, tile);
    },
    finish: (): BuildingMesh => ({
      positions: Float32Array.from(positions),
      indices: Uint32Array.from(indices),
      owners: Uint32Array.from(owners),
      ids: [...rows.keys()],
    }),
  };
}

/** Throws where the tileset or a tile cannot be read. */
export async function readBuildingTiles(query: TilesQuery): Promise<BuildingMesh> {
  const leaves = await listLeaves(query, query.url, identity);
  const mesh = createMesh(query);
  const contents = await Promise.all(leaves.map(({ url }) => fetchBytes(url)));
  // In the order of the tileset, so that the answer does not depend on which tile comes first.
  for (const [i, { url, toEarth }] of leaves.entries()) {
    const gltf = await parseGltf(contents[i] as ArrayBuffer);
    if (gltf) mesh.add(gltf, toEarth, url);
  }
  return mesh.finish();
}
