/** Trees of a plan: a trunk and a crown of facets, alike to the town's, in one mesh. */
import type { PlanModel } from '../model/plan-model.ts';
import { hashText } from './building-paint.ts';
import { createMesh, NO_WALL, type Vec3 } from './plan-mesh.ts';

const TRUNK = [0.16, 0.105, 0.07, 1] as const;
/** Linear greens: lighter than the town's trees, as young trees are. */
const CROWNS = [
  [0.17, 0.26, 0.11, 1],
  [0.21, 0.3, 0.12, 1],
  [0.14, 0.24, 0.12, 1],
] as const;
const SIDES = 5;

/** Corners and faces of an icosahedron with each face cut in four, on the unit sphere. */
function makeSphere(): { points: Vec3[]; faces: (readonly [number, number, number])[] } {
  const t = (1 + Math.sqrt(5)) / 2;
  const points = [
    ...[-1, 1].flatMap((a) => [-t, t].map((b): Vec3 => [a, b, 0])),
    ...[-1, 1].flatMap((a) => [-t, t].map((b): Vec3 => [0, a, b])),
    ...[-1, 1].flatMap((a) => [-t, t].map((b): Vec3 => [b, 0, a])),
  ].map(unit);
  const near = (i: number, j: number) => distance(points[i] as Vec3, points[j] as Vec3) < 1.1;
  const faces: [number, number, number][] = [];
  for (let i = 0; i < 12; i++)
    for (let j = i + 1; j < 12; j++)
      for (let k = j + 1; k < 12; k++) if (near(i, j) && near(j, k) && near(i, k)) faces.push([i, j, k]);
  const middles = new Map<string, number>();
  const middle = (i: number, j: number) => {
    const key = i < j ? `${i} ${j}` : `${j} ${i}`;
    const known = middles.get(key);
    if (known !== undefined) return known;
    const [a, b] = [points[i] as Vec3, points[j] as Vec3];
    middles.set(key, points.length);
    points.push(unit([a[0] + b[0], a[1] + b[1], a[2] + b[2]]));
    return points.length - 1;
  };
  const fine = faces.flatMap(([i, j, k]) => {
    const [a, b, c] = [middle(i, j), middle(j, k), middle(k, i)];
    return [
      [i, a, c],
      [a, j, b],
      [c, b, k],
      [a, b, c],
    ] as [number, number, number][];
  });
  return { points, faces: fine.map((face) => turnOutward(points, face)) };
}

function unit([x, y, z]: Vec3): Vec3 {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

const distance = (a: Vec3, b: Vec3) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function normalOf(a: Vec3, b: Vec3, c: Vec3): Vec3 {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  return unit([uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]);
}

function turnOutward(points: readonly Vec3[], [i, j, k]: readonly [number, number, number]) {
  const [a, b, c] = [points[i], points[j], points[k]] as [Vec3, Vec3, Vec3];
  const normal = normalOf(a, b, c);
  const isOutward = normal[0] * a[0] + normal[1] * a[1] + normal[2] * a[2] > 0;
  return (isOutward ? [i, j, k] : [i, k, j]) as readonly [number, number, number];
}

const sphere = makeSphere();

/** In the frame of the plan; each tree has lumps of its own, from its place. */
export function meshTrees({ trees, origin }: PlanModel) {
  const mesh = createMesh();
  for (const { x, y, nap, height, crown } of trees) {
    const [cx, cy, foot] = [x - origin[0], y - origin[1], nap - origin[2]];
    const hash = hashText(`${x.toFixed(1)} ${y.toFixed(1)}`);
    const bare = Math.min(0.32 * height, 2.6);
    const half = (height - bare) / 2;
    const radius = crown / 2;
    const thick = 0.05 + 0.012 * height;
    for (let side = 0; side < SIDES; side++) {
      const [from, to] = [side, side + 1].map((k) => (k / SIDES) * 2 * Math.PI) as [number, number];
      const at = (angle: number, z: number): Vec3 => [
        cx + thick * Math.cos(angle),
        cy + thick * Math.sin(angle),
        foot + z,
      ];
      const quad = [at(from, 0), at(to, 0), at(to, bare + half * 0.6), at(from, bare + half * 0.6)] as const;
      const normal: Vec3 = [Math.cos((from + to) / 2), Math.sin((from + to) / 2), 0];
      for (const corner of [0, 1, 2, 0, 2, 3] as const) mesh.add(quad[corner], normal, TRUNK, NO_WALL);
    }
    const lumpy = sphere.points.map(([px, py, pz], k): Vec3 => {
      const lump = 0.86 + (0.28 * ((((hash >>> (k % 19)) ^ (k * 2654435761)) >>> 7) & 255)) / 255;
      // Fuller below than above, as crowns are.
      const taper = pz > 0 ? 1 - 0.22 * pz : 1;
      return [cx + px * radius * lump * taper, cy + py * radius * lump * taper, foot + bare + half + pz * half * lump];
    });
    const green = CROWNS[hash % CROWNS.length] as (typeof CROWNS)[number];
    for (const [i, j, k] of sphere.faces) {
      const [a, b, c] = [lumpy[i], lumpy[j], lumpy[k]] as [Vec3, Vec3, Vec3];
      const normal = normalOf(a, b, c);
      for (const corner of [a, b, c]) mesh.add(corner, normal, green, NO_WALL);
    }
  }
  return mesh.finish();
}
