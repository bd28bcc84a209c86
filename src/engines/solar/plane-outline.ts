/** A roof plane drawn flat: axes along eaves and slope, and the edges around its triangles, holes included. */
import type { RoofPlane } from './roof-planes.ts';

type Vector = readonly [x: number, y: number, z: number];

/** u runs level along the eaves, v up the slope; right-handed with the normal. */
export interface PlaneFrame {
  readonly origin: Vector;
  readonly u: Vector;
  readonly v: Vector;
  readonly normal: Vector;
}

/** Metres within which two corners are one, and a corner lies on an edge. */
const SAME = 0.01;

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** `along`: level direction of the rows; the eaves' own where absent. */
export function framePlane({ normal, middle }: RoofPlane, along?: readonly [x: number, y: number]): PlaneFrame {
  const flat = Math.hypot(normal[0], normal[1]);
  let u: Vector = flat > 1e-6 ? [-normal[1] / flat, normal[0] / flat, 0] : [1, 0, 0];
  if (along) {
    // In the plane, straight above the direction asked for.
    const z = -(normal[0] * along[0] + normal[1] * along[1]) / normal[2];
    const length = Math.hypot(along[0], along[1], z);
    u = [along[0] / length, along[1] / length, z / length];
  }
  return { origin: middle, u, v: cross(normal, u), normal };
}

/** Flat u, v per corner. */
export function flatten(positions: ArrayLike<number>, { origin, u, v }: PlaneFrame): Float64Array {
  const flat = new Float64Array((positions.length / 3) * 2);
  for (let i = 0; 3 * i < positions.length; i++) {
    const x = positions[3 * i] - origin[0];
    const y = positions[3 * i + 1] - origin[1];
    const z = positions[3 * i + 2] - origin[2];
    flat[2 * i] = x * u[0] + y * u[1] + z * u[2];
    flat[2 * i + 1] = x * v[0] + y * v[1] + z * v[2];
  }
  return flat;
}

/** Numbers of corners that lie within {@link SAME} of each other are equal; `at` collects the places. */
function weld(flat: Float64Array, at: number[]): Uint32Array {
  const known = new Map<number, number>();
  const keyOf = (column: number, row: number) => column * 4_194_304 + row;
  const numbers = new Uint32Array(flat.length / 2);
  for (let i = 0; i < numbers.length; i++) {
    const [u, v] = [flat[2 * i], flat[2 * i + 1]];
    const [column, row] = [Math.round(u / SAME), Math.round(v / SAME)];
    let found: number | undefined;
    for (let k = 0; k < 9 && found === undefined; k++) {
      // The cell itself first.
      const other = known.get(keyOf(column + ((k + 1) % 3) - 1, row + ((Math.floor(k / 3) + 1) % 3) - 1));
      if (other !== undefined && Math.hypot(at[2 * other] - u, at[2 * other + 1] - v) <= SAME) found = other;
    }
    if (found === undefined) {
      found = at.length / 2;
      at.push(u, v);
      known.set(keyOf(column, row), found);
    }
    numbers[i] = found;
  }
  return numbers;
}

/** Directed edges; adding one takes away its reverse. */
function createEdgeSet() {
  const counts = new Map<number, number>();
  const SIZE = 67_108_864;
  return {
    add(a: number, b: number) {
      if (a === b) return;
      const reverse = counts.get(b * SIZE + a);
      if (reverse === undefined) counts.set(a * SIZE + b, (counts.get(a * SIZE + b) ?? 0) + 1);
      else if (reverse === 1) counts.delete(b * SIZE + a);
      else counts.set(b * SIZE + a, reverse - 1);
    },
    list: (): [number, number][] => [...counts.keys()].map((key) => [Math.floor(key / SIZE), key % SIZE]),
  };
}

/** Corners among `corners` that lie on the edge a–b, from a to b. */
function cornersOn(a: number, b: number, corners: readonly number[], at: readonly number[]): number[] {
  const [x, y] = [at[2 * b] - at[2 * a], at[2 * b + 1] - at[2 * a + 1]];
  const length = Math.hypot(x, y);
  const on: { corner: number; along: number }[] = [];
  for (const corner of corners) {
    if (corner === a || corner === b) continue;
    const [dx, dy] = [at[2 * corner] - at[2 * a], at[2 * corner + 1] - at[2 * a + 1]];
    const along = (dx * x + dy * y) / length;
    if (along > 0 && along < length && Math.abs(dx * y - dy * x) / length <= SAME) on.push({ corner, along });
  }
  return on.sort((p, q) => p.along - q.along).map(({ corner }) => corner);
}

/** Four numbers an edge: u, v of its ends; the plane lies to the left. `flat` holds three corners a triangle. */
export function outlineOf(flat: Float64Array): Float64Array {
  const at: number[] = [];
  const numbers = weld(flat, at);
  let edges = createEdgeSet();
  for (let i = 0; i < numbers.length; i++) edges.add(numbers[i], numbers[i % 3 === 2 ? i - 2 : i + 1]);
  let list = edges.list();
  const corners = [...new Set(list.flat())];
  // Where one surface has a corner on the other's edge, that edge is cut there, so that both cancel.
  edges = createEdgeSet();
  for (const [a, b] of list) {
    const stops = [a, ...cornersOn(a, b, corners, at), b];
    for (let i = 1; i < stops.length; i++) edges.add(stops[i - 1], stops[i]);
  }
  list = edges.list();
  const outline = new Float64Array(4 * list.length);
  for (const [i, [a, b]] of list.entries()) outline.set([at[2 * a], at[2 * a + 1], at[2 * b], at[2 * b + 1]], 4 * i);
  return outline;
}

/** Direction in which most of the outline runs, as an angle from u between −45° and 45°. */
export function mainDirection(outline: Float64Array): number {
  let [x, y] = [0, 0];
  for (let at = 0; at < outline.length; at += 4) {
    const [du, dv] = [outline[at + 2] - outline[at], outline[at + 3] - outline[at + 1]];
    const turn = 4 * Math.atan2(dv, du);
    // Squares, so that many short pieces of a round edge weigh little.
    const weight = du * du + dv * dv;
    x += weight * Math.cos(turn);
    y += weight * Math.sin(turn);
  }
  return Math.atan2(y, x) / 4;
}
