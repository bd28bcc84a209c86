/**
 * Triangles of a closed mesh joined to flat polygons, as CityJSON has them. Neighbours keep or lose the corners that they
 * share together, so what was closed stays closed.
 */
import { toMillimetres } from './outline.ts';

type Triple = readonly [number, number, number];

export interface Face {
  readonly part: number;
  /** Outer ring counter-clockwise from outside, then holes; corners as indices into `vertices`. */
  readonly rings: readonly (readonly number[])[];
}

export interface Mesh {
  /** Flat x, y, z. */
  readonly positions: readonly number[];
  /** Three per triangle, counter-clockwise from outside. */
  readonly indices: readonly number[];
  /** One per triangle. */
  readonly parts: readonly number[];
}

interface Triangle {
  readonly part: number;
  readonly corners: Triple;
  /** Unit vector; zero for a triangle without area. */
  readonly normal: Triple;
}

/** Cosine within which two triangles lie in one plane. */
const FLAT = 1 - 1e-6;

const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function unit(vector: Triple): Triple {
  const length = Math.hypot(...vector);
  return length < 1e-9 ? [0, 0, 0] : [vector[0] / length, vector[1] / length, vector[2] / length];
}

const edgesOf = ([a, b, c]: Triple): (readonly [number, number])[] => [
  [a, b],
  [b, c],
  [c, a],
];
const edgeKey = (a: number, b: number) => `${a} ${b}`;

/** Corners in whole millimetres, each once; triangles that fall together to a line are left out. */
function weld({ positions, indices, parts }: Mesh): { vertices: Triple[]; triangles: Triangle[] } {
  const vertices: Triple[] = [];
  const known = new Map<string, number>();
  const own = Array.from({ length: positions.length / 3 }, (_, i) => {
    const vertex = positions.slice(3 * i, 3 * i + 3).map(toMillimetres) as unknown as Triple;
    const key = vertex.join(' ');
    const index = known.get(key) ?? vertices.push(vertex) - 1;
    known.set(key, index);
    return index;
  });
  const triangles = parts.flatMap((part, t): Triangle[] => {
    const corners = indices.slice(3 * t, 3 * t + 3).map((i) => own[i]) as unknown as Triple;
    if (new Set(corners).size < 3) return [];
    const [a, b, c] = corners.map((i) => vertices[i] as Triple) as [Triple, Triple, Triple];
    return [{ part, corners, normal: unit(cross(minus(b, a), minus(c, a))) }];
  });
  return { vertices, triangles };
}

/** Neighbours of one part in one plane. */
function group(triangles: readonly Triangle[]): Triangle[][] {
  const owner = new Map(triangles.flatMap(({ corners }, t) => edgesOf(corners).map(([a, b]) => [edgeKey(a, b), t])));
  const groups: Triangle[][] = [];
  const isTaken = new Set<number>();
  for (const start of triangles.keys()) {
    if (isTaken.has(start)) continue;
    isTaken.add(start);
    const members: Triangle[] = [];
    const rest = [start];
    for (let t = rest.pop(); t !== undefined; t = rest.pop()) {
      const triangle = triangles[t] as Triangle;
      members.push(triangle);
      for (const [a, b] of edgesOf(triangle.corners)) {
        const other = owner.get(edgeKey(b, a));
        if (other === undefined || isTaken.has(other)) continue;
        const { part, normal } = triangles[other] as Triangle;
        if (part !== triangle.part || dot(normal, triangle.normal) < FLAT) continue;
        isTaken.add(other);
        rest.push(other);
      }
    }
    groups.push(members);
  }
  return groups;
}

/** The edges that no other member has the other way round, end to end; undefined where rings meet in a corner. */
function chain(members: readonly Triangle[]): number[][] | undefined {
  const edges = members.flatMap(({ corners }) => edgesOf(corners));
  const all = new Set(edges.map(([a, b]) => edgeKey(a, b)));
  const next = new Map<number, number>();
  for (const [a, b] of edges) {
    if (all.has(edgeKey(b, a))) continue;
    if (next.has(a)) return undefined;
    next.set(a, b);
  }
  const rings: number[][] = [];
  for (const start of [...next.keys()]) {
    const ring: number[] = [];
    for (let at = next.get(start); at !== undefined; at = next.get(at)) {
      const from = ring.at(-1) ?? start;
      next.delete(from);
      ring.push(at);
    }
    if (ring.length > 0) rings.push(ring);
  }
  return rings;
}

/** Twice the area as seen against `normal`. */
function areaOf(ring: readonly number[], vertices: readonly Triple[], normal: Triple): number {
  const origin = vertices[ring[0] as number] as Triple;
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [b, c] = [vertices[ring[i] as number] as Triple, vertices[ring[i + 1] as number] as Triple];
    sum += dot(cross(minus(b, origin), minus(c, origin)), normal);
  }
  return sum;
}

/** Metres that a corner may lie off the line between its neighbours: what rounding to millimetres can do. */
const STRAIGHT = 0.002;

/** Corners that lie on the edge between two faces and turn nothing: the triangles needed them, the faces do not. */
function findStraight(faces: readonly Face[], vertices: readonly Triple[]): Set<number> {
  const neighbours = new Map<number, Set<number>>();
  for (const ring of faces.flatMap(({ rings }) => rings)) {
    for (const [i, corner] of ring.entries()) {
      const known = neighbours.get(corner) ?? new Set();
      known.add(ring[(i + 1) % ring.length]).add(ring[(i + ring.length - 1) % ring.length]);
      neighbours.set(corner, known);
    }
  }
  const straight = new Set<number>();
  for (const [corner, around] of neighbours) {
    if (around.size !== 2) continue;
    const [a, b] = Array.from(around, (i) => vertices[i]);
    const [along, off] = [minus(b, a), minus(vertices[corner], a)];
    if (Math.hypot(...cross(along, off)) <= STRAIGHT * Math.hypot(...along)) straight.add(corner);
  }
  return straight;
}

export function mergeFaces(mesh: Mesh): { vertices: Triple[]; faces: Face[] } {
  const { vertices, triangles } = weld(mesh);
  const faces = group(triangles).flatMap((members): Face[] => {
    const [first] = members as [Triangle];
    const rings = chain(members);
    const sorted = rings
      ?.map((ring) => ({ ring, area: areaOf(ring, vertices, first.normal) }))
      .toSorted((a, b) => b.area - a.area);
    const isOnePiece = sorted?.every(({ area }, i) => area > 0 === (i === 0));
    if (sorted && isOnePiece) return [{ part: first.part, rings: sorted.map(({ ring }) => ring) }];
    return members.map(({ part, corners }) => ({ part, rings: [corners] }));
  });
  const straight = findStraight(faces, vertices);
  const isNeeded = (corner: number) => !straight.has(corner);
  return {
    vertices,
    faces: faces.map(({ part, rings }) => ({ part, rings: rings.map((ring) => ring.filter(isNeeded)) })),
  };
}
