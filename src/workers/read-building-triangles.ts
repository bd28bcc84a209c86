/** The full-detail buildings of a tileset within an RD rectangle, as triangles in RD and NAP. Fetches only tiles that touch it. */
import { Tiles3DLoader } from '@loaders.gl/3d-tiles';
import { parse } from '@loaders.gl/core';
import { idProperties } from '../model/building-id.ts';
import { earthCentredToRd } from '../model/earth-centred.ts';
import type { RdExtent } from '../model/grid.ts';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { identity, type Matrix, multiply, nodeMatrix, transform, yUpToZUp } from './matrix.ts';

export interface BuildingTriangles {
  readonly id: string;
  /** RD x, y, NAP per corner: nine numbers per triangle. */
  readonly positions: Float64Array;
}

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
      earthCentredToRd(...transform(toEarth, x as number, y as number, z as number)),
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

/** Metres that a straight map from a tile to RD may be off over two kilometres of tile. */
const BEND = 5;

/** Flat RD x, y of all vertices, near enough to leave out what lies elsewhere: exact places cost fifty times as much. */
function placeRoughly(matrix: Matrix, value: ArrayLike<number>): number[] {
  const step = 1000;
  const [x, y, z] = [value[0] ?? 0, value[1] ?? 0, value[2] ?? 0];
  const place = (dx: number, dy: number, dz: number) => earthCentredToRd(...transform(matrix, x + dx, y + dy, z + dz));
  const origin = place(0, 0, 0);
  const sides = [place(step, 0, 0), place(0, step, 0), place(0, 0, step)];
  const slopes = [0, 1].map((axis) => sides.map((side) => ((side[axis] as number) - (origin[axis] as number)) / step));
  const rough: number[] = [];
  for (let k = 0; k < value.length; k += 3) {
    const [dx, dy, dz] = [(value[k] as number) - x, (value[k + 1] as number) - y, (value[k + 2] as number) - z];
    for (const axis of [0, 1] as const) {
      const [sx, sy, sz] = slopes[axis] as [number, number, number];
      rough.push(origin[axis] + sx * dx + sy * dy + sz * dz);
    }
  }
  return rough;
}

interface PlacedPrimitive {
  readonly primitive: GltfPrimitive;
  /** To earth-centred metres. */
  readonly matrix: Matrix;
  readonly idOf: (vertex: number) => string;
}

function listPrimitives(gltf: Gltf, { toEarth, url }: Content): PlacedPrimitive[] {
  const visit = (node: GltfNode, above: Matrix): PlacedPrimitive[] => {
    const matrix = multiply(above, nodeMatrix(node));
    const own = (node.mesh?.primitives ?? []).map((primitive, i) => {
      const idOf = readIds(primitive, gltf) ?? (() => `${url}#${i}`);
      return { primitive, matrix, idOf };
    });
    return [...own, ...(node.children ?? []).flatMap((child) => visit(child, matrix))];
  };
  return gltf.scenes.flatMap(({ nodes }) => nodes.flatMap((node) => visit(node, multiply(toEarth, yUpToZUp))));
}

/** Buildings with a rectangle near the bounds; their parts may lie in several primitives. */
function listNear(primitives: readonly PlacedPrimitive[], bounds: RdExtent): Set<string> {
  const extents = new Map<string, [number, number, number, number]>();
  for (const { primitive, matrix, idOf } of primitives) {
    const rough = placeRoughly(matrix, primitive.attributes.POSITION.value);
    for (let vertex = 0; 2 * vertex < rough.length; vertex++) {
      const [x, y] = [rough[2 * vertex] as number, rough[2 * vertex + 1] as number];
      const id = idOf(vertex);
      const [west, south, east, north] = extents.get(id) ?? [x, y, x, y];
      extents.set(id, [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]);
    }
  }
  const near: RdExtent = [bounds[0] - BEND, bounds[1] - BEND, bounds[2] + BEND, bounds[3] + BEND];
  return new Set([...extents].filter(([, extent]) => touches(extent, near)).map(([id]) => id));
}

/** Adds the triangles of a glTF to those of its buildings, of buildings near the bounds. */
function collect(gltf: Gltf, content: Content, bounds: RdExtent, buildings: Map<string, number[]>): void {
  const primitives = listPrimitives(gltf, content);
  const near = listNear(primitives, bounds);
  for (const { primitive, matrix, idOf } of primitives) {
    const { value } = primitive.attributes.POSITION;
    const indices = primitive.indices?.value ?? Array.from({ length: value.length / 3 }, (_, vertex) => vertex);
    const places: (readonly [number, number, number])[] = [];
    for (let k = 0; k < indices.length; k += 3) {
      const id = idOf(indices[k] as number);
      if (!near.has(id)) continue;
      const positions = buildings.get(id) ?? [];
      buildings.set(id, positions);
      for (const corner of [indices[k], indices[k + 1], indices[k + 2]] as number[]) {
        const [x, y, z] = [value[3 * corner], value[3 * corner + 1], value[3 * corner + 2]] as [number, number, number];
        places[corner] ??= earthCentredToRd(...transform(matrix, x, y, z));
        positions.push(...(places[corner] as readonly number[]));
      }
    }
  }
}

/** No textures: of pictures only the shape is wanted, and loaders.gl 4.5 asks for `Image`, which a thread has not, to know of AVIF. */
const loadOptions = {
  worker: false,
  '3d-tiles': { isTileset: false, loadGLTF: true },
  gltf: { loadImages: false, excludeExtensions: { EXT_texture_avif: false, EXT_texture_webp: false } },
};

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
    const { gltf } = (await parse(bytes, Tiles3DLoader, loadOptions)) as { gltf?: Gltf };
    if (!gltf) throw new Error(`${content.url} is no tile of models.`);
    collect(gltf, content, bounds, buildings);
  }
  return [...buildings]
    .filter(([, positions]) => touches(flatExtent(positions), bounds))
    .map(([id, positions]) => ({ id, positions: Float64Array.from(positions) }));
}
