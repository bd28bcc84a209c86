/**
 * The meshes of many buildings as one drawable mesh in the frame of a tile: sorted by material, quantized, in glTF's axes
 * (x east, y up, z south).
 */

import { KIND_WALL, kindToMaterial, materials } from '../../model/surface-kind.ts';
import { measureWall, ON_GROUND, packWidth } from '../../model/wall-frame.ts';
import { chainWalls } from './chain-walls.ts';
import type { Movement, Vec3 } from './ellipsoid.ts';
import type { FacetMesh } from './facet-mesh.ts';

export interface PlacedMesh {
  readonly mesh: FacetMesh;
  readonly movement: Movement;
  /** Row of the roof plane that a surface belongs to, −1 where to none; absent where no sun was computed. */
  readonly roofs?: ArrayLike<number> | undefined;
}

/** What one material draws: vertices and indices from `first…` on; indices count from the first vertex of the range. */
export interface MaterialRange {
  readonly material: number;
  readonly firstVertex: number;
  readonly vertexCount: number;
  readonly firstIndex: number;
  readonly indexCount: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface TileMesh {
  readonly vertexCount: number;
  readonly surfaceCount: number;
  /** Whole numbers of {@link STEP}, counted from `offset` (metres): four of 16 bits a vertex (the last is 0), or three floats. */
  readonly positions: Uint16Array | Float32Array;
  readonly offset: Vec3;
  /** Four signed bytes a vertex, 127 is 1, the last is 0. */
  readonly normals: Int8Array;
  /** Row in the building table and in the surface table: two 16-bit numbers a vertex (the second is 0), or floats. */
  readonly buildingIds: Uint16Array | Float32Array;
  readonly surfaceIds: Uint16Array | Float32Array;
  /** Of `wall-frame.ts`, two of each a vertex, in the units of `positions`. */
  readonly heights: Uint16Array | Float32Array;
  readonly widths: Uint16Array | Float32Array;
  /** Row of the roof plane + 1, 0 for none: lower and upper 16 bits a vertex; absent where no sun was computed. */
  readonly roofs: Uint16Array | undefined;
  readonly indices: Uint32Array;
  readonly ranges: readonly MaterialRange[];
  /** Per surface, in order of id: code, degrees, degrees (−1 where none), m². */
  readonly kinds: Uint8Array;
  readonly slopes: Float32Array;
  readonly azimuths: Float32Array;
  readonly areas: Float32Array;
  /** Row of the roof plane, −1 for none. */
  readonly roofRows: Int32Array;
  /** Bounds in the tile's frame (east, north, up), metres. */
  readonly low: Vec3;
  readonly high: Vec3;
}

/** Quantization step, metres: the largest error is half of it along each axis, 6.8 mm in space. */
export const STEP = 1 / 128;
const TO_DEGREES = 180 / Math.PI;
/** Steps of 1/8° and 1/16 m² leave the low bytes zero, which packs well. */
const roundTo = (value: number, parts: number) => Math.round(value * parts) / parts;

interface Cursor {
  vertex: number;
  index: number;
  surface: number;
}

function countByMaterial(placed: readonly PlacedMesh[]) {
  const totals = materials.map(() => ({ vertex: 0, index: 0, surface: 0 }));
  for (const { mesh } of placed) {
    for (let s = 0; s < mesh.surfaceCount; s++) {
      const total = totals[kindToMaterial(mesh.kinds[s])] as Cursor;
      total.vertex += mesh.vertexEnds[s] - (s === 0 ? 0 : mesh.vertexEnds[s - 1]);
      total.index += mesh.indexEnds[s] - (s === 0 ? 0 : mesh.indexEnds[s - 1]);
      total.surface++;
    }
  }
  return totals;
}

/** Positions of all meshes in the tile's frame, mesh by mesh, and their bounds. */
function moveAll(placed: readonly PlacedMesh[]) {
  const low: Vec3 = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high: Vec3 = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const moved = placed.map(({ mesh: { positions }, movement: { rotation: r, shift } }) => {
    const out = new Float64Array(positions.length);
    for (let k = 0; k < positions.length; k += 3) {
      const [x, y, z] = [positions[k], positions[k + 1], positions[k + 2]];
      for (let i = 0; i < 3; i++) {
        const value = r[i * 3] * x + r[i * 3 + 1] * y + r[i * 3 + 2] * z + shift[i];
        out[k + i] = value;
        if (value < low[i]) low[i] = value;
        if (value > high[i]) high[i] = value;
      }
    }
    return out;
  });
  return { moved, low, high };
}

const createIds = (count: number, vertices: number) =>
  count <= 65536 ? new Uint16Array(vertices * 2) : new Float32Array(vertices);

/** Cost linear in the vertices; a dozen arrays of their size. Every mesh is one row of the building table, in order. */
export function createTileMesh(placed: readonly PlacedMesh[]): TileMesh {
  const totals = countByMaterial(placed);
  const vertexCount = totals.reduce((sum, { vertex }) => sum + vertex, 0);
  const indexCount = totals.reduce((sum, { index }) => sum + index, 0);
  const surfaceCount = totals.reduce((sum, { surface }) => sum + surface, 0);
  const { moved, low, high } = moveAll(placed);
  const extent = Math.max(high[0] - low[0], high[1] - low[1], high[2] - low[2]);
  const isQuantized = extent < 65535 * STEP;
  const offset: Vec3 = [low[0], low[2], -high[1]];
  const positions = isQuantized ? new Uint16Array(vertexCount * 4) : new Float32Array(vertexCount * 3);
  const stride = isQuantized ? 4 : 3;
  // Beyond 65 km whole steps do not fit the 24 bits that the exponential filter keeps: then every second, fourth…
  const grain = 2 ** Math.max(0, Math.ceil(Math.log2((extent + 1) / STEP)) - 23);
  const perMetre = 1 / (STEP * grain);
  const snap = (metres: number) => Math.round(metres * perMetre) * grain;
  const normals = new Int8Array(vertexCount * 4);
  const buildingIds = createIds(placed.length, vertexCount);
  const surfaceIds = createIds(surfaceCount, vertexCount);
  const buildingStride = buildingIds.length / vertexCount;
  const surfaceStride = surfaceIds.length / vertexCount;
  const heights = isQuantized ? new Uint16Array(vertexCount * 2) : new Float32Array(vertexCount * 2);
  const widths = isQuantized ? new Uint16Array(vertexCount * 2) : new Float32Array(vertexCount * 2);
  const roofs = placed.some((one) => one.roofs) ? new Uint16Array(vertexCount * 2) : undefined;
  const roofRows = new Int32Array(surfaceCount).fill(-1);
  const indices = new Uint32Array(indexCount);
  const kinds = new Uint8Array(surfaceCount);
  const slopes = new Float32Array(surfaceCount);
  const azimuths = new Float32Array(surfaceCount);
  const areas = new Float32Array(surfaceCount);

  const cursors: Cursor[] = [];
  const sum: Cursor = { vertex: 0, index: 0, surface: 0 };
  for (const total of totals) {
    cursors.push({ ...sum });
    sum.vertex += total.vertex;
    sum.index += total.index;
    sum.surface += total.surface;
  }
  const starts = cursors.map((cursor) => ({ ...cursor }));

  for (let row = 0; row < placed.length; row++) {
    const { mesh, movement, roofs: ownRoofs } = placed[row] as PlacedMesh;
    const r = movement.rotation;
    const p = moved[row] as Float64Array;
    let bottom = Number.POSITIVE_INFINITY;
    for (let k = 2; k < p.length; k += 3) bottom = Math.min(bottom, p[k]);
    for (const s of chainWalls(mesh)) {
      const material = kindToMaterial(mesh.kinds[s]);
      const cursor = cursors[material] as Cursor;
      const start = starts[material] as Cursor;
      const [nx, ny, nz] = [mesh.normals[s * 3], mesh.normals[s * 3 + 1], mesh.normals[s * 3 + 2]];
      const n: Vec3 = [
        r[0] * nx + r[1] * ny + r[2] * nz,
        r[3] * nx + r[4] * ny + r[5] * nz,
        r[6] * nx + r[7] * ny + r[8] * nz,
      ];
      const surface = cursor.surface++;
      kinds[surface] = mesh.kinds[s];
      // Slope and azimuth belong to the building's own place, not to the tile's.
      slopes[surface] = roundTo(Math.acos(Math.max(-1, Math.min(1, nz))) * TO_DEGREES, 8);
      const bearing = Math.hypot(nx, ny) < 0.01 ? -1 : (Math.atan2(nx, ny) * TO_DEGREES + 360) % 360;
      azimuths[surface] = bearing < 0 ? -1 : roundTo(bearing, 8) % 360;
      areas[surface] = roundTo(mesh.areas[s], 16);
      const roof = ownRoofs?.[s] ?? -1;
      roofRows[surface] = roof;
      const from = s === 0 ? 0 : mesh.vertexEnds[s - 1];
      const to = mesh.vertexEnds[s];
      const first = cursor.vertex;
      const wall = mesh.kinds[s] === KIND_WALL ? measureWall(p, from, to, n) : undefined;
      const low = snap((wall?.low ?? bottom) - offset[1]);
      const eaves = wall ? snap(wall.eaves - offset[1]) : low;
      const width = wall ? packWidth(snap(wall.width), wall.low < bottom + ON_GROUND) : 0;
      for (let v = from; v < to; v++) {
        const at = cursor.vertex++;
        positions[at * stride] = snap(p[v * 3] - offset[0]);
        positions[at * stride + 1] = snap(p[v * 3 + 2] - offset[1]);
        positions[at * stride + 2] = snap(-p[v * 3 + 1] - offset[2]);
        heights[at * 2] = low;
        heights[at * 2 + 1] = eaves;
        widths[at * 2] = wall ? snap(wall.along(p, v)) : 0;
        widths[at * 2 + 1] = width;
        normals[at * 4] = Math.round(n[0] * 127);
        normals[at * 4 + 1] = Math.round(n[2] * 127);
        normals[at * 4 + 2] = Math.round(-n[1] * 127);
        if (roofs) {
          roofs[at * 2] = (roof + 1) & 0xffff;
          roofs[at * 2 + 1] = (roof + 1) >>> 16;
        }
        buildingIds[at * buildingStride] = row;
        surfaceIds[at * surfaceStride] = surface;
      }
      for (let i = s === 0 ? 0 : mesh.indexEnds[s - 1]; i < mesh.indexEnds[s]; i++)
        indices[cursor.index++] = first - start.vertex + mesh.indices[i];
    }
  }

  const ranges = materials.flatMap((_, material): MaterialRange[] => {
    const start = starts[material] as Cursor;
    const end = cursors[material] as Cursor;
    if (end.index === start.index) return [];
    const lowest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const highest = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let v = start.vertex; v < end.vertex; v++) {
      for (let i = 0; i < 3; i++) {
        const value = positions[v * stride + i];
        if (value < lowest[i]) lowest[i] = value;
        if (value > highest[i]) highest[i] = value;
      }
    }
    return [
      {
        material,
        firstVertex: start.vertex,
        vertexCount: end.vertex - start.vertex,
        firstIndex: start.index,
        indexCount: end.index - start.index,
        low: lowest,
        high: highest,
      },
    ];
  });
  return {
    vertexCount,
    surfaceCount,
    positions,
    offset,
    normals,
    buildingIds,
    surfaceIds,
    heights,
    widths,
    roofs,
    indices,
    ranges,
    kinds,
    slopes,
    azimuths,
    areas,
    roofRows,
    low,
    high,
  };
}
