/**
 * The buildings of a tileset at full detail near a place, as triangles in RD and NAP: the one reader of building tiles. Fetches only
 * tiles that touch the place, and reckons exactly only where buildings near it stand: exact places cost fifty times as much.
 */
import {
  type Features,
  type Gltf,
  listPrimitives,
  type Primitive,
  parseGltf,
  readTexts,
} from '../engines/read-gltf.ts';
import { idProperties } from '../model/building-id.ts';
import { earthCentredToRd } from '../model/earth-centred.ts';
import type { RdExtent } from '../model/grid.ts';
import { type Matrix, transform } from '../model/matrix.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { type Content, type IsWanted, listContents } from './list-contents.ts';

export interface BuildingTriangles {
  readonly id: string;
  /** RD x, y, NAP per corner: nine numbers per triangle. */
  readonly positions: Float64Array;
  /** Per triangle: the surface that it is of, in any order and with gaps. Absent where the tiles do not say it. */
  readonly surfaces?: Uint32Array;
  /** Per triangle: the row of its plane in the table of roofs, −1 for none. Absent where the tiles do not say it. */
  readonly roofs?: Int32Array;
}

export interface BuildingQuery {
  /** Of the tileset, whole. */
  readonly url: string;
  /** Heights of the tiles are NAP, not those above the ellipsoid. */
  readonly isNap: boolean;
  /** Whether something within an RD rectangle may count; asked of tiles and of buildings. */
  readonly isWanted: IsWanted;
  readonly signal?: AbortSignal;
}

/** A metre more on all sides: box corners bend away from the tile's sides with the earth. */
export const touches = (a: RdExtent, b: RdExtent) =>
  a[0] <= b[2] + 1 && b[0] <= a[2] + 1 && a[1] <= b[3] + 1 && b[1] <= a[3] + 1;

type Extent = [west: number, south: number, east: number, north: number];

function growExtent(extent: Extent, x: number, y: number): void {
  if (x < extent[0]) extent[0] = x;
  if (y < extent[1]) extent[1] = y;
  if (x > extent[2]) extent[2] = x;
  if (y > extent[3]) extent[3] = y;
}

const emptyExtent = (): Extent => [Infinity, Infinity, -Infinity, -Infinity];

/** Metres that a straight map from a tile to RD may be off over two kilometres of tile. */
const BEND = 5;

/** Flat RD x, y of all vertices, near enough to leave out what lies elsewhere. */
function placeRoughly(matrix: Matrix, value: ArrayLike<number>): Float64Array {
  const step = 1000;
  const [x, y, z] = [value[0] ?? 0, value[1] ?? 0, value[2] ?? 0];
  const place = (dx: number, dy: number, dz: number) => earthCentredToRd(...transform(matrix, x + dx, y + dy, z + dz));
  const origin = place(0, 0, 0);
  const sides = [place(step, 0, 0), place(0, step, 0), place(0, 0, step)];
  const slopes = [0, 1].flatMap((axis) =>
    sides.map((side) => ((side[axis] as number) - (origin[axis] as number)) / step),
  );
  const [xx, xy, xz, yx, yy, yz] = slopes as [number, number, number, number, number, number];
  const rough = new Float64Array((value.length / 3) * 2);
  for (let vertex = 0; 2 * vertex < rough.length; vertex++) {
    const dx = (value[3 * vertex] as number) - x;
    const dy = (value[3 * vertex + 1] as number) - y;
    const dz = (value[3 * vertex + 2] as number) - z;
    rough[2 * vertex] = origin[0] + xx * dx + xy * dy + xz * dz;
    rough[2 * vertex + 1] = origin[1] + yx * dx + yy * dy + yz * dz;
  }
  return rough;
}

interface Owned {
  readonly primitive: Primitive;
  /** Of each vertex. */
  readonly idOf: (vertex: number) => string;
}

function listOwned(gltf: Gltf, { toEarth, url }: Content): Owned[] {
  const known = new Map<number, string[] | undefined>();
  function readIds({ table = -1 }: Features): string[] | undefined {
    if (!known.has(table)) known.set(table, readTexts(gltf, table, idProperties));
    return known.get(table);
  }
  return listPrimitives(gltf, toEarth).map((primitive) => {
    const { features } = primitive;
    const ids = features && readIds(features);
    const rows = features?.rows;
    return {
      primitive,
      idOf(vertex) {
        const row = rows ? (rows[vertex] as number) : vertex;
        // What has no id is told apart by its tile and row.
        return features ? ids?.[row] || `${url}#${row}` : `${url}#`;
      },
    };
  });
}

/** Buildings of a tile with a rectangle that counts; their parts may lie in several primitives. */
function listNear(all: readonly Owned[], isWanted: IsWanted): Set<string> {
  const extents = new Map<string, Extent>();
  for (const { primitive, idOf } of all) {
    const rough = placeRoughly(primitive.toWorld, primitive.points);
    for (let vertex = 0; 2 * vertex < rough.length; vertex++) {
      const id = idOf(vertex);
      const extent = extents.get(id) ?? emptyExtent();
      if (extent[0] === Infinity) extents.set(id, extent);
      growExtent(extent, rough[2 * vertex] as number, rough[2 * vertex + 1] as number);
    }
  }
  const near = [...extents].filter(([, [west, south, east, north]]) =>
    isWanted([west - BEND, south - BEND, east + BEND, north + BEND]),
  );
  return new Set(near.map(([id]) => id));
}

interface Collected {
  readonly positions: number[];
  readonly surfaces: number[];
  readonly roofs: number[];
}

/** Numbers of surfaces count within one tile: so many of them lie between those of two. */
const MOST_SURFACES = 1 << 20;

/** Adds the triangles of a tile to those of its buildings. */
function collect(
  gltf: Gltf,
  content: Content,
  tile: number,
  { isNap, isWanted }: BuildingQuery,
  all: Map<string, Collected>,
): void {
  const owned = listOwned(gltf, content);
  const near = listNear(owned, isWanted);
  for (const { primitive, idOf } of owned) {
    const { points, corners, toWorld, surfaces: surfaceOf, roofs: roofOf } = primitive;
    // Of each vertex once, when it is first needed.
    const places = new Float64Array(points.length).fill(Number.NaN);
    const count = corners?.length ?? points.length / 3;
    for (let k = 0; k + 2 < count; k += 3) {
      const id = idOf(corners ? (corners[k] as number) : k);
      if (!near.has(id)) continue;
      const own = all.get(id) ?? { positions: [], surfaces: [], roofs: [] };
      const { positions, surfaces, roofs } = own;
      if (positions.length === 0) all.set(id, own);
      if (surfaceOf) surfaces.push(tile * MOST_SURFACES + (surfaceOf[corners ? (corners[k] as number) : k] as number));
      if (roofOf) {
        const first = 2 * (corners ? (corners[k] as number) : k);
        roofs.push((roofOf[first] as number) + 65_536 * (roofOf[first + 1] as number) - 1);
      }
      for (let i = k; i < k + 3; i++) {
        const at = 3 * (corners ? (corners[i] as number) : i);
        if (Number.isNaN(places[at])) {
          const [x, y, z] = [points[at] as number, points[at + 1] as number, points[at + 2] as number];
          places.set(earthCentredToRd(...transform(toWorld, x, y, z), isNap), at);
        }
        positions.push(places[at] as number, places[at + 1] as number, places[at + 2] as number);
      }
    }
  }
}

function flatExtent(positions: readonly number[]): Extent {
  const extent = emptyExtent();
  for (let k = 0; k < positions.length; k += 3) growExtent(extent, positions[k] as number, positions[k + 1] as number);
  return extent;
}

/** Buildings whose rectangle counts, whole. Throws when a file is missing or is no tile of models; aborts by the signal. */
export async function readBuildings(query: BuildingQuery): Promise<BuildingTriangles[]> {
  const { url, isWanted, signal } = query;
  const contents = await listContents(url, isWanted, signal);
  const files = await Promise.all(contents.map((content) => fetchBytes(content.url, signal)));
  const all = new Map<string, Collected>();
  for (const [i, content] of contents.entries()) {
    const gltf = await parseGltf(files[i] as ArrayBuffer);
    if (!gltf) throw new Error(`${content.url} is no tile of models.`);
    collect(gltf, content, i, query, all);
  }
  return [...all]
    .filter(([, { positions }]) => isWanted(flatExtent(positions)))
    .map(([id, { positions, surfaces, roofs }]) => ({
      id,
      positions: Float64Array.from(positions),
      ...(9 * surfaces.length === positions.length && { surfaces: Uint32Array.from(surfaces) }),
      ...(9 * roofs.length === positions.length && { roofs: Int32Array.from(roofs) }),
    }));
}
