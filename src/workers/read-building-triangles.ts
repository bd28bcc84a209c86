/** The full-detail buildings of a tileset within an RD rectangle, as triangles in RD and NAP. Fetches only tiles that touch it. */
import { Tiles3DLoader } from '@loaders.gl/3d-tiles';
import { parse } from '@loaders.gl/core';
import { earthCentredToRd } from '../model/earth-centred.ts';
import type { RdExtent } from '../model/grid.ts';
import { OutsideNetherlandsError } from '../model/rd.ts';

export interface BuildingTriangles {
  readonly id: string;
  /** RD x, y, NAP per corner: nine numbers per triangle. */
  readonly positions: Float64Array;
}

/** Column by column, as 3D Tiles and glTF write it. */
type Matrix = readonly number[];

interface Tile {
  readonly boundingVolume: { readonly box?: number[]; readonly sphere?: number[]; readonly region?: number[] };
  readonly refine?: string;
  readonly transform?: number[];
  readonly content?: { readonly uri?: string; readonly url?: string };
  readonly children?: readonly Tile[];
}

interface GltfNode {
  readonly matrix?: number[];
  readonly translation?: number[];
  readonly rotation?: number[];
  readonly scale?: number[];
  readonly children?: readonly GltfNode[];
  readonly mesh?: { readonly primitives: readonly GltfPrimitive[] };
}

interface FeatureIds {
  readonly label?: string;
  readonly propertyTable?: number;
  /** Number of the vertex attribute; absent: the vertex itself is the feature. */
  readonly attribute?: number;
}

interface GltfPrimitive {
  readonly attributes: {
    readonly POSITION: { readonly value: ArrayLike<number> };
    readonly [name: string]: { readonly value: ArrayLike<number> } | undefined;
  };
  readonly indices?: { readonly value: ArrayLike<number> };
  readonly extensions?: { readonly EXT_mesh_features?: { readonly featureIds?: readonly FeatureIds[] } };
}

interface Gltf {
  readonly scenes: readonly { readonly nodes: readonly GltfNode[] }[];
  readonly extensions?: {
    readonly EXT_structural_metadata?: {
      readonly propertyTables?: readonly {
        readonly properties: Readonly<Record<string, { readonly data: ArrayLike<unknown> }>>;
      }[];
    };
  };
}

const identity: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
/** glTF has y up, tiles have z up. */
const upright: Matrix = [1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1];
/** Names of the property that identifies a building, first match wins. */
const idProperties = ['id', 'identificatie', 'gml_id', 'gml:id'];

function multiply(a: Matrix, b: Matrix): number[] {
  const product: number[] = [];
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += (a[4 * k + row] as number) * (b[4 * column + k] as number);
      product.push(sum);
    }
  }
  return product;
}

function apply(m: Matrix, x: number, y: number, z: number): [number, number, number] {
  const row = (i: number) =>
    (m[i] as number) * x + (m[4 + i] as number) * y + (m[8 + i] as number) * z + (m[12 + i] as number);
  return [row(0), row(1), row(2)];
}

function nodeMatrix({ matrix, translation = [0, 0, 0], rotation = [0, 0, 0, 1], scale = [1, 1, 1] }: GltfNode): Matrix {
  if (matrix) return matrix;
  const [x, y, z, w] = rotation as [number, number, number, number];
  const [sx, sy, sz] = scale as [number, number, number];
  const [tx, ty, tz] = translation as [number, number, number];
  return [
    ...[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0],
    ...[2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0],
    ...[2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0],
    ...[tx, ty, tz, 1],
  ];
}

/** RD rectangle around a tile; undefined where RD New does not reach: such a tile is taken to touch everything. */
function tileExtent({ boundingVolume: { box, sphere } }: Tile, toEarth: Matrix): RdExtent | undefined {
  const middle = box ?? sphere;
  // A region is not used by building tilesets that we know; a tile without known bounds is looked into.
  if (!middle) return undefined;
  const half = box
    ? [box.slice(3, 6), box.slice(6, 9), box.slice(9, 12)]
    : [0, 1, 2].map((axis) => [0, 1, 2].map((k) => (k === axis ? (sphere?.[3] ?? 0) : 0)));
  const corners = Array.from({ length: 8 }, (_, k) =>
    [0, 1, 2].map((axis) =>
      half.reduce(
        (sum, side, i) => sum + (k & (1 << i) ? 1 : -1) * (side[axis] as number),
        (middle as number[])[axis] as number,
      ),
    ),
  );
  try {
    const places = corners.map(([x, y, z]) =>
      earthCentredToRd(...apply(toEarth, x as number, y as number, z as number)),
    );
    const xs = places.map(([x]) => x);
    const ys = places.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) return undefined;
    throw error;
  }
}

/** A metre more on all sides: box corners bend away from the tile's sides with the earth. */
const touches = (a: RdExtent, b: RdExtent) =>
  a[0] <= b[2] + 1 && b[0] <= a[2] + 1 && a[1] <= b[3] + 1 && b[1] <= a[3] + 1;

async function request(url: string, signal: AbortSignal | undefined): Promise<Response> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${url}: the server answers ${response.status} ${response.statusText}`.trim());
  return response;
}

interface Content {
  readonly url: string;
  readonly toEarth: Matrix;
}

/** Contents of full detail that touch the bounds; opens tilesets within tilesets. */
async function listContents(url: string, parent: Matrix, bounds: RdExtent, signal?: AbortSignal): Promise<Content[]> {
  const { root } = (await (await request(url, signal)).json()) as { root: Tile };
  const found: Content[] = [];
  async function walk(tile: Tile, above: Matrix, refine: string): Promise<void> {
    const toEarth = tile.transform ? multiply(above, tile.transform) : above;
    const extent = tileExtent(tile, toEarth);
    if (extent && !touches(extent, bounds)) return;
    const kind = tile.refine?.toUpperCase() ?? refine;
    const children = tile.children ?? [];
    const uri = tile.content?.uri ?? tile.content?.url;
    if (uri !== undefined) {
      const address = new URL(uri, url).href;
      if (/\.json(\?|$)/.test(address)) found.push(...(await listContents(address, toEarth, bounds, signal)));
      else if (children.length === 0 || kind === 'ADD') found.push({ url: address, toEarth });
    }
    for (const child of children) await walk(child, toEarth, kind);
  }
  await walk(root, parent, 'REPLACE');
  return found;
}

/** What names the buildings of a primitive: per vertex a row, per row an id. */
function readIds({ attributes, extensions }: GltfPrimitive, gltf: Gltf): ((vertex: number) => string) | undefined {
  const sets = extensions?.EXT_mesh_features?.featureIds ?? [];
  const set = sets.find(({ label }) => label === 'building') ?? sets[0];
  const table = gltf.extensions?.EXT_structural_metadata?.propertyTables?.[set?.propertyTable ?? -1];
  const name = idProperties.find((property) => table?.properties[property]);
  const ids = name === undefined ? undefined : table?.properties[name]?.data;
  // Not the extension's own `data`: loaders.gl 4.5 fills that before it decodes meshopt, all zeros.
  const rows = attributes[`_FEATURE_ID_${set?.attribute}`]?.value;
  return ids && ((vertex) => String(ids[rows ? (rows[vertex] as number) : vertex]));
}

/** Adds the triangles of a glTF to those of its buildings. */
function collect(gltf: Gltf, { toEarth, url }: Content, buildings: Map<string, number[]>): void {
  const visit = (node: GltfNode, above: Matrix) => {
    const matrix = multiply(above, nodeMatrix(node));
    for (const [i, primitive] of (node.mesh?.primitives ?? []).entries()) {
      const { value } = primitive.attributes.POSITION;
      const places: number[] = [];
      for (let k = 0; k < value.length; k += 3) {
        const earth = apply(matrix, value[k] as number, value[k + 1] as number, value[k + 2] as number);
        places.push(...earthCentredToRd(...earth));
      }
      const indices = primitive.indices?.value ?? Array.from({ length: places.length / 3 }, (_, vertex) => vertex);
      const idOf = readIds(primitive, gltf) ?? (() => `${url}#${i}`);
      for (let k = 0; k < indices.length; k += 3) {
        const id = idOf(indices[k] as number);
        const positions = buildings.get(id) ?? [];
        buildings.set(id, positions);
        for (const corner of [indices[k], indices[k + 1], indices[k + 2]] as number[])
          positions.push(...places.slice(3 * corner, 3 * corner + 3));
      }
    }
    for (const child of node.children ?? []) visit(child, matrix);
  };
  for (const { nodes } of gltf.scenes) for (const node of nodes) visit(node, multiply(toEarth, upright));
}

function flatExtent(positions: readonly number[]): RdExtent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < positions.length; k += 3) {
    west = Math.min(west, positions[k] as number);
    east = Math.max(east, positions[k] as number);
    south = Math.min(south, positions[k + 1] as number);
    north = Math.max(north, positions[k + 1] as number);
  }
  return [west, south, east, north];
}

/** Buildings whose rectangle touches the bounds, whole. Throws when a file is missing or is no tile; aborts by the signal. */
export async function readBuildingTriangles(
  tilesetUrl: string,
  bounds: RdExtent,
  signal?: AbortSignal,
): Promise<BuildingTriangles[]> {
  const contents = await listContents(tilesetUrl, identity, bounds, signal);
  const buildings = new Map<string, number[]>();
  for (const content of contents) {
    const bytes = await (await request(content.url, signal)).arrayBuffer();
    const options = { worker: false, '3d-tiles': { isTileset: false, loadGLTF: true } } as const;
    const { gltf } = (await parse(bytes, Tiles3DLoader, options)) as { gltf?: Gltf };
    if (!gltf) throw new Error(`${content.url} is no tile of models.`);
    collect(gltf, content, buildings);
  }
  return [...buildings]
    .filter(([, positions]) => touches(flatExtent(positions), bounds))
    .map(([id, positions]) => ({ id, positions: Float64Array.from(positions) }));
}
