/**
 * A roof plane from its triangles alone, as tiles carry them: what `fit-panels.ts` wants, and its outline as rings, seen from above. What
 * one plane is was found when the town was built (`roof-planes.ts`).
 */
import { outlineOf } from './plane-outline.ts';
import type { RoofPlane } from './roof-planes.ts';

/** Nine numbers a triangle. Undefined without area, or where it looks down. */
export function toPlane(positions: Float32Array): RoofPlane | undefined {
  const sum = [0, 0, 0] as [number, number, number];
  const middle = [0, 0, 0] as [number, number, number];
  let doubled = 0;
  for (let t = 0; t < positions.length; t += 9) {
    const at = (k: number) => positions[t + k] as number;
    const u = [at(3) - at(0), at(4) - at(1), at(5) - at(2)] as const;
    const v = [at(6) - at(0), at(7) - at(1), at(8) - at(2)] as const;
    const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const;
    const area = Math.hypot(...cross);
    doubled += area;
    for (let axis = 0; axis < 3; axis++) {
      sum[axis as 0] += cross[axis as 0];
      middle[axis as 0] += (area * (at(axis) + at(axis + 3) + at(axis + 6))) / 3;
    }
  }
  const length = Math.hypot(...sum);
  if (!(length > 0) || sum[2] <= 0) return undefined;
  const normal = [sum[0] / length, sum[1] / length, sum[2] / length] as const;
  const centre = [middle[0] / doubled, middle[1] / doubled, middle[2] / doubled] as const;
  return {
    surfaces: [],
    normal,
    offset: normal[0] * centre[0] + normal[1] * centre[1] + normal[2] * centre[2],
    area: doubled / 2,
    slopeDegrees: (Math.acos(Math.min(1, normal[2])) * 180) / Math.PI,
    middle: centre,
    positions,
  };
}

type Ring = readonly (readonly [x: number, y: number, z: number])[];

const keyOf = (x: number, y: number) => `${x} ${y}`;

/** Twice the area, positive counter-clockwise. */
function doubledArea(ring: Ring): number {
  let sum = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Ring[number];
    sum += x * nextY - nextX * y;
  }
  return sum;
}

/** Edges one behind the other; where several begin in one corner, the one that turns left most keeps rings from crossing. */
function chainEdges(edges: Float64Array, heightOf: ReadonlyMap<string, number>): Ring[] {
  const from = new Map<string, number[]>();
  for (let at = 0; at < edges.length; at += 4) {
    const key = keyOf(edges[at] as number, edges[at + 1] as number);
    const own = from.get(key);
    if (own) own.push(at);
    else from.set(key, [at]);
  }
  const angleOf = (at: number) =>
    Math.atan2(
      (edges[at + 3] as number) - (edges[at + 1] as number),
      (edges[at + 2] as number) - (edges[at] as number),
    );
  const takeNext = (last: number): number | undefined => {
    const open = from.get(keyOf(edges[last + 2] as number, edges[last + 3] as number)) ?? [];
    if (open.length === 0) return undefined;
    const turnOf = (at: number) => (angleOf(at) - angleOf(last) + 3 * Math.PI) % (2 * Math.PI);
    const best = open.reduce((a, b) => (turnOf(b) > turnOf(a) ? b : a));
    open.splice(open.indexOf(best), 1);
    return best;
  };
  const rings: Ring[] = [];
  for (const open of from.values()) {
    while (open.length > 0) {
      const ring: [number, number, number][] = [];
      for (let at = open.pop(); at !== undefined; at = takeNext(at)) {
        const [x, y] = [edges[at] as number, edges[at + 1] as number];
        ring.push([x, y, heightOf.get(keyOf(x, y)) ?? Number.NaN]);
      }
      if (ring.length > 2) rings.push(ring);
    }
  }
  return rings;
}

function holds(ring: Ring, [x, y]: Ring[number]): boolean {
  let isIn = false;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + 1) % ring.length] as Ring[number];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isIn = !isIn;
  }
  return isIn;
}

/** Square metres under which a ring is what rounding left. */
const SLIVER = 0.01;

/** Polygons of a plane as seen from above: of each its outer ring counter-clockwise, then its holes; not closed. Metres as they come. */
export function ringsOf(positions: ArrayLike<number>): Ring[][] {
  const flat = new Float64Array((positions.length / 9) * 6);
  const heightOf = new Map<string, number>();
  for (let i = 0; 3 * i < positions.length; i++) {
    const [x, y] = [positions[3 * i] as number, positions[3 * i + 1] as number];
    flat[2 * i] = x;
    flat[2 * i + 1] = y;
    if (!heightOf.has(keyOf(x, y))) heightOf.set(keyOf(x, y), positions[3 * i + 2] as number);
  }
  const rings = chainEdges(outlineOf(flat), heightOf).filter((ring) => Math.abs(doubledArea(ring)) > 2 * SLIVER);
  const outer = rings.filter((ring) => doubledArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings) {
    if (doubledArea(hole) > 0) continue;
    const around = outer.find(([ring]) => ring && holds(ring, hole[0] as Ring[number]));
    around?.push(hole);
  }
  return outer;
}
