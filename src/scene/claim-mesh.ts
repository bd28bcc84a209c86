/** From claims to what the graphics card draws: one mesh of faces, and one of edges and tubes, each vertex with the row of its claim. */
import type { ClaimShape } from '../model/claim-shape.ts';
import { ringArea } from '../model/plan-ring.ts';
import { triangulateRings } from '../model/triangulate-rings.ts';
import type { VertexAttributes } from './glb.ts';

/** RD New of the mesh's middle; heights are m NAP. Axes of glTF: x east, y up, z south. */
export type ClaimOrigin = readonly [x: number, y: number];

export interface ClaimMesh {
  readonly attributes: VertexAttributes;
  readonly indices: Uint32Array;
}

/** Cosine of the turn up to which a wall goes on round a corner: no edge is drawn there. */
const SMOOTH = Math.cos((25 * Math.PI) / 180);
const SIDES = 8;
/** In place of a tube's radius: an edge, drawn as a ribbon towards the eye. */
export const RIBBON = -1;

/** Lists that grow without a copy for each vertex. */
function createWriter(size: number) {
  let values = new Float32Array(size * 4096);
  let count = 0;
  return {
    add(...vertex: number[]) {
      if ((count + 1) * size > values.length) {
        const grown = new Float32Array(values.length * 2);
        grown.set(values);
        values = grown;
      }
      values.set(vertex, count * size);
      return count++;
    },
    take: () => values.slice(0, count * size),
  };
}

/** Counter-clockwise outside, clockwise in holes: walls then face outwards. */
function turnRings(rings: readonly (readonly number[])[]): (readonly number[])[] {
  return rings.map((ring, r) => {
    if (ringArea(ring) > 0 === (r === 0)) return ring;
    const turned: number[] = [];
    for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i] as number, ring[i + 1] as number);
    return turned;
  });
}

const allRows = (shapes: readonly ClaimShape[]): readonly number[] => [...shapes.keys()];

/** Of more claims than this a part of the town has a mesh of its own, so that what is out of the picture costs nothing. */
const MANY = 1000;
/** m, side of such a part. */
const PART = 500;

/** Rows of the claims of each mesh: by their middles, of few claims all together. */
export function groupShapes(shapes: readonly ClaimShape[]): (readonly number[])[] {
  if (shapes.length <= MANY) return [allRows(shapes)];
  const parts = new Map<string, number[]>();
  for (const [
    row,
    {
      box: [west, south, east, north],
    },
  ] of shapes.entries()) {
    const key = `${Math.floor((west + east) / 2 / PART)}/${Math.floor((south + north) / 2 / PART)}`;
    const rows = parts.get(key);
    if (rows) rows.push(row);
    else parts.set(key, [row]);
  }
  return [...parts.values()];
}

/** `POSITION` and `_CLAIM`: normal, then the claim's row; of some rows. */
export function meshFaces(shapes: readonly ClaimShape[], [ox, oy]: ClaimOrigin, rows = allRows(shapes)): ClaimMesh {
  const position = createWriter(3);
  const claim = createWriter(4);
  const indices: number[] = [];

  function add(x: number, nap: number, y: number, nx: number, up: number, ny: number, row: number): number {
    claim.add(nx, up, -ny, row);
    return position.add(x - ox, nap, oy - y);
  }

  function addWall(ring: readonly number[], i: number, { lower, upper }: ClaimShape, row: number): void {
    const k = (i + 2) % ring.length;
    const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[k], ring[k + 1]] as [number, number, number, number];
    const length = Math.hypot(bx - ax, by - ay);
    if (length < 1e-6) return;
    const [nx, ny] = [(by - ay) / length, (ax - bx) / length];
    const a = add(ax, lower, ay, nx, 0, ny, row);
    const b = add(bx, lower, by, nx, 0, ny, row);
    const c = add(bx, upper, by, nx, 0, ny, row);
    const d = add(ax, upper, ay, nx, 0, ny, row);
    indices.push(a, b, c, a, c, d);
  }

  for (const row of rows) {
    const shape = shapes[row] as ClaimShape;
    for (const part of shape.parts) {
      const rings = turnRings(part);
      for (const triangle of triangulateRings(rings)) {
        const [ax, ay, bx, by, cx, cy] = triangle as [number, number, number, number, number, number];
        const [nap, under] = [shape.upper, shape.lower];
        const top = [add(ax, nap, ay, 0, 1, 0, row), add(bx, nap, by, 0, 1, 0, row), add(cx, nap, cy, 0, 1, 0, row)];
        indices.push(...top);
        if (shape.isFlat) continue;
        indices.push(add(ax, under, ay, 0, -1, 0, row));
        indices.push(add(cx, under, cy, 0, -1, 0, row), add(bx, under, by, 0, -1, 0, row));
      }
      if (shape.isFlat) continue;
      for (const ring of rings) for (let i = 0; i < ring.length; i += 2) addWall(ring, i, shape, row);
    }
  }
  return {
    attributes: { POSITION: { size: 3, values: position.take() }, _CLAIM: { size: 4, values: claim.take() } },
    indices: Uint32Array.from(indices),
  };
}

const isSharp = (ring: readonly number[], i: number): boolean => {
  const n = ring.length;
  const at = (k: number) => ring[(k + n) % n] as number;
  const [ux, uy] = [at(i) - at(i - 2), at(i + 1) - at(i - 1)];
  const [vx, vy] = [at(i + 2) - at(i), at(i + 3) - at(i + 1)];
  const length = Math.hypot(ux, uy) * Math.hypot(vx, vy);
  return length === 0 || (ux * vx + uy * vy) / length < SMOOTH;
};

/**
 * `POSITION`; `_AXIS`: of a ribbon where it goes to, of a tube away from its middle, and the tube's radius or {@link RIBBON};
 * `_LINE`: side of a ribbon (±1 at its start, ±2 at its end), metres along, and the claim's row.
 */
export function meshLines(shapes: readonly ClaimShape[], [ox, oy]: ClaimOrigin, rows = allRows(shapes)): ClaimMesh {
  const position = createWriter(3);
  const axis = createWriter(4);
  const line = createWriter(3);
  const indices: number[] = [];

  type Point = readonly [x: number, nap: number, y: number];
  function addRibbon(from: Point, to: Point, along: number, row: number): number {
    const [dx, dz, dy] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
    const length = Math.hypot(dx, dy, dz);
    if (length < 1e-6) return along;
    let first = 0;
    for (const side of [1, -1, 2, -2]) {
      const [x, nap, y] = Math.abs(side) === 1 ? from : to;
      const at = position.add(x - ox, nap, oy - y);
      axis.add(dx / length, dz / length, -dy / length, RIBBON);
      line.add(side, along + (Math.abs(side) - 1) * length, row);
      if (side === 1) first = at;
    }
    indices.push(first, first + 1, first + 2, first + 2, first + 1, first + 3);
    return along + length;
  }

  function addOutline(ring: readonly number[], { lower, upper, isFlat }: ClaimShape, row: number): void {
    let along = 0;
    for (let i = 0; i < ring.length; i += 2) {
      const k = (i + 2) % ring.length;
      const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[k], ring[k + 1]] as [number, number, number, number];
      if (!isFlat) {
        addRibbon([ax, lower, ay], [bx, lower, by], along, row);
        if (isSharp(ring, i)) addRibbon([ax, lower, ay], [ax, upper, ay], 0, row);
      }
      along = addRibbon([ax, upper, ay], [bx, upper, by], along, row);
    }
  }

  /** A ring of vertices at each corner, askew by half its turn. */
  function addTube(flat: readonly number[], { lower, upper, radius }: ClaimShape, row: number): void {
    const nap = (lower + upper) / 2;
    let along = 0;
    let before = -1;
    const last = flat.length - 2;
    for (let i = 0; i < flat.length; i += 2) {
      const [x, y] = [flat[i], flat[i + 1]] as [number, number];
      const [h, k] = [Math.max(i - 2, 0), Math.min(i + 2, last)];
      const [ux, uy] = [x - (flat[h] as number), y - (flat[h + 1] as number)];
      const [vx, vy] = [(flat[k] as number) - x, (flat[k + 1] as number) - y];
      const [lu, lv] = [Math.hypot(ux, uy) || 1, Math.hypot(vx, vy) || 1];
      const [dx, dy] = [ux / lu + vx / lv, uy / lu + vy / lv];
      const length = Math.hypot(dx, dy) || 1;
      const [nx, ny] = [-dy / length, dx / length];
      // Of two unit directions half the sum is the cosine of half the turn; sharper turns are cut off.
      const isEnd = i === 0 || i === last;
      const wide = isEnd ? 1 : Math.min(2 / Math.max(length, 1e-3), 2);
      along += i > 0 ? lu : 0;
      let first = 0;
      for (let s = 0; s < SIDES; s++) {
        const angle = (2 * Math.PI * s) / SIDES;
        const [across, up] = [Math.cos(angle) * wide, Math.sin(angle)];
        const index = position.add(x - ox, nap, oy - y);
        axis.add(nx * across, up, -ny * across, radius);
        line.add(s, along, row);
        if (s === 0) first = index;
      }
      if (before >= 0)
        for (let s = 0; s < SIDES; s++) {
          const t = (s + 1) % SIDES;
          indices.push(before + s, first + s, first + t, before + s, first + t, before + t);
        }
      before = first;
    }
  }

  function addDashes(flat: readonly number[], nap: number, row: number): void {
    let along = 0;
    for (let i = 0; i + 3 < flat.length; i += 2) {
      const [ax, ay, bx, by] = flat.slice(i, i + 4) as [number, number, number, number];
      along = addRibbon([ax, nap, ay], [bx, nap, by], along, row);
    }
  }

  for (const row of rows) {
    const shape = shapes[row] as ClaimShape;
    for (const part of shape.parts) for (const ring of part) addOutline(ring, shape, row);
    for (const flat of shape.lines)
      if (shape.isFlat) addDashes(flat, shape.upper, row);
      else addTube(flat, shape, row);
  }
  return {
    attributes: {
      POSITION: { size: 3, values: position.take() },
      _AXIS: { size: 4, values: axis.take() },
      _LINE: { size: 3, values: line.take() },
    },
    indices: Uint32Array.from(indices),
  };
}
