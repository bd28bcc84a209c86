/**
 * A mesh of flat surfaces, each with its own points: what a building is between reading and drawing. Lives in growing typed
 * arrays that are used again for the next building, and travels as bytes.
 */

import { guessKind } from '../../model/surface-kind.ts';
import { createTriangulator } from '../../model/triangulate-surface.ts';

/** Views on one mesh. Valid until the bytes or the builder below it change. */
export interface FacetMesh {
  readonly surfaceCount: number;
  readonly vertexCount: number;
  readonly indexCount: number;
  /** Per surface: code of `surfaceKinds`. */
  readonly kinds: Uint8Array;
  /** Per surface: unit normal east, north, up, and area in m². */
  readonly normals: Float32Array;
  readonly areas: Float32Array;
  /** Per surface: its points and indices end here (and begin where those of the one before end). */
  readonly vertexEnds: Uint32Array;
  readonly indexEnds: Uint32Array;
  /** Metres east, north, up of the building's frame. */
  readonly positions: Float32Array;
  /** Counted from the first point of the surface. */
  readonly indices: Uint32Array;
}

/** What happened to the surfaces of the meshes so far. */
export interface FacetCounts {
  degenerate: number;
  irregular: number;
  bent: number;
  guessed: number;
  flipped: number;
}

const grow = <T extends Float32Array | Float64Array | Uint32Array | Uint8Array>(array: T, needed: number): T => {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
};

/** Two points closer than 0.1 mm are one. */
const SAME_POINT = 1e-8;

export function createFacetBuilder() {
  const triangulate = createTriangulator();
  const counts: FacetCounts = { degenerate: 0, irregular: 0, bent: 0, guessed: 0, flipped: 0 };
  let kinds = new Uint8Array(64);
  let normals = new Float32Array(192);
  let areas = new Float32Array(64);
  let vertexEnds = new Uint32Array(64);
  let indexEnds = new Uint32Array(64);
  let positions = new Float32Array(1024);
  let indices = new Uint32Array(1024);
  let surfaceCount = 0;
  let vertexCount = 0;
  let indexCount = 0;
  /** Points of the outer ring, per surface. */
  let outerCounts = new Uint32Array(64);
  /** The surface being read: points and where its rings start. */
  let points = new Float64Array(384);
  let pointCount = 0;
  let ringStarts: number[] = [];

  function closeRing() {
    const start = ringStarts[ringStarts.length - 1] as number;
    while (pointCount - start > 1 && isSame(start, pointCount - 1)) pointCount--;
    if (pointCount - start >= 3) return;
    // A hole without area is no hole; an outer ring without area leaves nothing to draw.
    pointCount = start;
    if (ringStarts.length > 1) ringStarts.pop();
  }

  function isSame(a: number, b: number): boolean {
    const dx = points[a * 3] - points[b * 3];
    const dy = points[a * 3 + 1] - points[b * 3 + 1];
    const dz = points[a * 3 + 2] - points[b * 3 + 2];
    return dx * dx + dy * dy + dz * dz < SAME_POINT;
  }

  /**
   * Where the outer ring goes down most. A wall that begins there has its points in pairs above each other and ends where its
   * neighbour begins, which packs a quarter better.
   */
  function steepestDrop(outer: number): number {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < outer; i++) {
      const drop = points[i * 3 + 2] - points[((i + 1) % outer) * 3 + 2];
      if (drop > most + 0.001) {
        most = drop;
        best = i;
      }
    }
    return best;
  }

  return {
    counts,
    clear() {
      surfaceCount = 0;
      vertexCount = 0;
      indexCount = 0;
    },
    get surfaceCount() {
      return surfaceCount;
    },
    /** How many of a surface's points, from its first, are its outer ring. */
    outerCount: (surface: number) => outerCounts[surface],
    startSurface() {
      pointCount = 0;
      ringStarts = [];
    },
    startRing() {
      ringStarts.push(pointCount);
    },
    /** Room for one point: write three numbers there and call {@link keepPoint}. */
    nextPoint(): { array: Float64Array; offset: number } {
      points = grow(points, pointCount * 3 + 3);
      return { array: points, offset: pointCount * 3 };
    },
    keepPoint() {
      const start = ringStarts[ringStarts.length - 1] as number;
      if (pointCount === start || !isSame(pointCount, pointCount - 1)) pointCount++;
    },
    endRing: closeRing,
    /** Answers whether the surface has area; `kind` undefined is guessed from its direction. */
    endSurface(kind: number | undefined): boolean {
      const triangles = pointCount >= 3 ? triangulate(points, pointCount, ringStarts) : undefined;
      if (!triangles) {
        counts.degenerate++;
        return false;
      }
      if (triangles.isIrregular) counts.irregular++;
      if (triangles.isBent) counts.bent++;
      if (kind === undefined) counts.guessed++;
      const s = surfaceCount++;
      kinds = grow(kinds, surfaceCount);
      normals = grow(normals, surfaceCount * 3);
      areas = grow(areas, surfaceCount);
      vertexEnds = grow(vertexEnds, surfaceCount);
      indexEnds = grow(indexEnds, surfaceCount);
      kinds[s] = kind ?? guessKind(triangles.nz);
      normals[s * 3] = triangles.nx;
      normals[s * 3 + 1] = triangles.ny;
      normals[s * 3 + 2] = triangles.nz;
      areas[s] = triangles.area;
      outerCounts = grow(outerCounts, surfaceCount);
      outerCounts[s] = ringStarts[1] ?? pointCount;
      const outer = outerCounts[s];
      const turn = Math.abs(triangles.nz) < 0.26 ? steepestDrop(outer) : 0;
      positions = grow(positions, (vertexCount + pointCount) * 3);
      for (let i = 0; i < pointCount; i++) {
        const from = (i < outer ? (i + turn) % outer : i) * 3;
        const to = (vertexCount + i) * 3;
        positions[to] = points[from];
        positions[to + 1] = points[from + 1];
        positions[to + 2] = points[from + 2];
      }
      vertexCount += pointCount;
      indices = grow(indices, indexCount + triangles.indices.length);
      for (const index of triangles.indices)
        indices[indexCount++] = index < outer ? (index + outer - turn) % outer : index;
      vertexEnds[s] = vertexCount;
      indexEnds[s] = indexCount;
      return true;
    },
    /** Turns the surfaces from `first` on inside out. */
    flipFrom(first: number) {
      for (let s = first; s < surfaceCount; s++) {
        for (let k = s * 3; k < s * 3 + 3; k++) normals[k] = -normals[k];
        for (let i = s === 0 ? 0 : indexEnds[s - 1]; i < indexEnds[s]; i += 3) {
          const keep = indices[i + 1];
          indices[i + 1] = indices[i + 2];
          indices[i + 2] = keep;
        }
        counts.flipped++;
      }
    },
    mesh(): FacetMesh {
      return {
        surfaceCount,
        vertexCount,
        indexCount,
        kinds: kinds.subarray(0, surfaceCount),
        normals: normals.subarray(0, surfaceCount * 3),
        areas: areas.subarray(0, surfaceCount),
        vertexEnds: vertexEnds.subarray(0, surfaceCount),
        indexEnds: indexEnds.subarray(0, surfaceCount),
        positions: positions.subarray(0, vertexCount * 3),
        indices: indices.subarray(0, indexCount),
      };
    },
  };
}

export type FacetBuilder = ReturnType<typeof createFacetBuilder>;

const pad = (length: number, to: number) => Math.ceil(length / to) * to;

/** Bytes of a mesh: three counts, then the arrays; indices of two bytes unless a surface has more points. Length a multiple of 8. */
export function encodeMesh(mesh: FacetMesh): Uint8Array {
  const { surfaceCount: s, vertexCount: v, indexCount: n } = mesh;
  const bytes = new Uint8Array(pad(16 + s * (12 + 4 + 4 + 4) + v * 12 + n * 4 + s, 8));
  new Uint32Array(bytes.buffer, 0, 4).set([s, v, n, 0]);
  let at = 16;
  for (const array of [
    mesh.normals,
    mesh.areas,
    mesh.vertexEnds,
    mesh.indexEnds,
    mesh.positions,
    mesh.indices,
    mesh.kinds,
  ]) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** Views on bytes made by {@link encodeMesh}; `bytes` must begin at a multiple of 4 in its buffer. */
export function decodeMesh(bytes: Uint8Array): FacetMesh {
  const { buffer } = bytes;
  const [s, v, n] = new Uint32Array(buffer, bytes.byteOffset, 3);
  let at = bytes.byteOffset + 16;
  const take = (length: number) => {
    at += length * 4;
    return at - length * 4;
  };
  return {
    surfaceCount: s,
    vertexCount: v,
    indexCount: n,
    normals: new Float32Array(buffer, take(s * 3), s * 3),
    areas: new Float32Array(buffer, take(s), s),
    vertexEnds: new Uint32Array(buffer, take(s), s),
    indexEnds: new Uint32Array(buffer, take(s), s),
    positions: new Float32Array(buffer, take(v * 3), v * 3),
    indices: new Uint32Array(buffer, take(n), n),
    kinds: new Uint8Array(buffer, at, s),
  };
}
