/**
 * Rays through a bounding-volume hierarchy of triangles (`bvh/build.ts`): whether the sun is seen, and what stands before it.
 *
 * Two-sided. A triangle reaches a hundred-thousandth of its sides further than it is (in the kernel half a millimetre per kilometre
 * more) and its box some hundredths of a millimetre, so that no ray slips between two that share a side; triangles without area are
 * never hit. The plane of a triangle is looked at before its sides. Nothing is allocated while rays are cast and no function made. The
 * stack is the module's: one ray at a time in one thread.
 *
 * Measured on 100,000 triangles of a town, million rays a second on one busy core: this in plain JavaScript 1.7 (it loses its time on
 * branches that no processor can foresee), the kernel 8 ray by ray and 10 in one call ({@link shadePoints}): four boxes or triangles
 * at once, and of a point the four triangles first that shaded it last.
 */
import { type Bvh as Binary, buildBvh as buildBinary, TRIANGLE } from './bvh/build.ts';
import type { Ray } from './bvh/ray.ts';
import { createWideRays, type WideRays } from './bvh/wide-rays.ts';

export interface Bvh extends Binary {
  /** The same in the kernel; undefined where there is none. */
  readonly wide: WideRays | undefined;
}

let kernel: WebAssembly.Module | undefined;

/** From now on hierarchies built in this thread use the kernel (`bvh/kernel/rays.ts`, compiled); undefined: plain JavaScript again. */
export function setRayKernel(module: WebAssembly.Module | undefined): void {
  kernel = module;
}

/** `positions`: nine numbers a triangle, within some kilometres of their zero. Throws where one is no number. */
export function buildBvh(positions: Float32Array): Bvh {
  const binary = buildBinary(positions);
  return { ...binary, wide: kernel && createWideRays(binary, kernel) };
}

const REACH = 1e-5;
/** As good as level with an axis; spares a division by zero. */
const LEVEL = 1e-30;
/** What {@link cast} looks for. */
const [ANY, NEAREST, ALL] = [0, 1, 2];

const stack = new Int32Array(128);
let met = new Uint32Array(64);
let distanceOfNearest = 0;
const inverse = (d: number) => 1 / (Math.abs(d) < LEVEL ? LEVEL : d);

function growMet(): void {
  const more = new Uint32Array(2 * met.length);
  more.set(met);
  met = more;
}

/**
 * What the ray meets between `near` and `farthest` lengths of its direction, in the order of the leaves: any triangle, the nearest
 * (−1: none), or how many, which are then in `met`. Looks first where the ray comes first.
 */
function cast(
  { nodes, links, triangles, root }: Binary,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  near: number,
  farthest: number,
  mode: number,
): number {
  let far = farthest;
  let best = -1;
  let count = 0;
  const ix = inverse(dx);
  const iy = inverse(dy);
  const iz = inverse(dz);
  // Which side of a box the ray enters by.
  const nx = ix < 0 ? 3 : 0;
  const ny = iy < 0 ? 4 : 1;
  const nz = iz < 0 ? 5 : 2;
  const fx = 3 - nx;
  const fy = 5 - ny;
  const fz = 7 - nz;
  let depth = 0;
  let link = root;
  for (;;) {
    while (link >= 0) {
      let enterLeft = ((nodes[link + nx] as number) - ox) * ix;
      let leaveLeft = ((nodes[link + fx] as number) - ox) * ix;
      let a = ((nodes[link + ny] as number) - oy) * iy;
      let b = ((nodes[link + fy] as number) - oy) * iy;
      if (a > enterLeft) enterLeft = a;
      if (b < leaveLeft) leaveLeft = b;
      a = ((nodes[link + nz] as number) - oz) * iz;
      b = ((nodes[link + fz] as number) - oz) * iz;
      if (a > enterLeft) enterLeft = a;
      if (b < leaveLeft) leaveLeft = b;
      let enterRight = ((nodes[link + 6 + nx] as number) - ox) * ix;
      let leaveRight = ((nodes[link + 6 + fx] as number) - ox) * ix;
      a = ((nodes[link + 6 + ny] as number) - oy) * iy;
      b = ((nodes[link + 6 + fy] as number) - oy) * iy;
      if (a > enterRight) enterRight = a;
      if (b < leaveRight) leaveRight = b;
      a = ((nodes[link + 6 + nz] as number) - oz) * iz;
      b = ((nodes[link + 6 + fz] as number) - oz) * iz;
      if (a > enterRight) enterRight = a;
      if (b < leaveRight) leaveRight = b;
      const isLeft = enterLeft <= leaveLeft && leaveLeft >= near && enterLeft <= far;
      const isRight = enterRight <= leaveRight && leaveRight >= near && enterRight <= far;
      const left = links[link + 12] as number;
      const right = links[link + 13] as number;
      if (isLeft) {
        link = left;
        if (isRight) {
          if (enterRight < enterLeft) {
            link = right;
            stack[depth++] = left;
          } else stack[depth++] = right;
        }
      } else if (isRight) link = right;
      else if (depth > 0) link = stack[--depth] as number;
      else return mode === ALL ? count : best;
    }
    const leaf = ~link;
    const end = (leaf >> 3) + (leaf & 7);
    for (let t = leaf >> 3; t < end; t++) {
      const at = TRIANGLE * t;
      const normalX = triangles[at + 9] as number;
      const normalY = triangles[at + 10] as number;
      const normalZ = triangles[at + 11] as number;
      let across = dx * normalX + dy * normalY + dz * normalZ;
      const toX = (triangles[at] as number) - ox;
      const toY = (triangles[at + 1] as number) - oy;
      const toZ = (triangles[at + 2] as number) - oz;
      let along = toX * normalX + toY * normalY + toZ * normalZ;
      let sign = 1;
      if (across < 0) {
        across = -across;
        along = -along;
        sign = -1;
      }
      if (!(along >= near * across && along <= far * across && across > 0)) continue;
      const rx = sign * (toY * dz - toZ * dy);
      const ry = sign * (toZ * dx - toX * dz);
      const rz = sign * (toX * dy - toY * dx);
      const slack = -REACH * across;
      const u =
        rx * (triangles[at + 6] as number) + ry * (triangles[at + 7] as number) + rz * (triangles[at + 8] as number);
      if (u < slack) continue;
      const v = -(
        rx * (triangles[at + 3] as number) +
        ry * (triangles[at + 4] as number) +
        rz * (triangles[at + 5] as number)
      );
      if (v < slack || u + v > across - slack) continue;
      if (mode === ANY) return t;
      if (mode === NEAREST) {
        best = t;
        far = along / across;
        distanceOfNearest = far;
      } else {
        if (count === met.length) growMet();
        met[count++] = t;
      }
    }
    if (depth === 0) return mode === ALL ? count : best;
    link = stack[--depth] as number;
  }
}

/** Whether anything stands on the ray between `near` and `far` lengths of its direction. */
export const hitsAny: (bvh: Bvh, ...ray: Ray) => boolean = (bvh, ox, oy, oz, dx, dy, dz, near, far) => {
  const { wide } = bvh;
  if (wide) return wide.occluded(ox, oy, oz, dx, dy, dz, near, far) !== 0;
  return cast(bvh, ox, oy, oz, dx, dy, dz, near, far, ANY) >= 0;
};

/**
 * {@link hitsAny} of every point in every direction (three numbers each), at once: `out`, `points × directions`, index
 * `point * directions + direction`, becomes 1 where something stands on the ray. What is not 0 already is not looked at.
 */
export function shadePoints(
  bvh: Bvh,
  points: Float32Array,
  directions: Float32Array,
  near: number,
  far: number,
  out: Uint8Array,
): void {
  const count = directions.length / 3;
  if (out.length !== (points.length / 3) * count) {
    throw new Error(`Expected room for ${points.length / 3} points × ${count} directions, got ${out.length}.`);
  }
  if (bvh.wide) {
    bvh.wide.shadePoints(points, directions, near, far, out);
    return;
  }
  for (let at = 0; at < out.length; at++) {
    if (out[at] !== 0) continue;
    const p = 3 * Math.floor(at / count);
    const d = 3 * (at % count);
    const [x, y, z] = [points[p] as number, points[p + 1] as number, points[p + 2] as number];
    const [dx, dy, dz] = [directions[d] as number, directions[d + 1] as number, directions[d + 2] as number];
    if (cast(bvh, x, y, z, dx, dy, dz, near, far, ANY) >= 0) out[at] = 1;
  }
}

/** The triangle of the input that the ray meets first, −1: none; how far away says {@link firstHitDistance}. */
export const firstHit: (bvh: Bvh, ...ray: Ray) => number = (bvh, ox, oy, oz, dx, dy, dz, near, far) => {
  const slot = cast(bvh, ox, oy, oz, dx, dy, dz, near, far, NEAREST);
  return slot < 0 ? -1 : (bvh.order[slot] as number);
};

/** In lengths of the direction, of the {@link firstHit} that found something last. */
export const firstHitDistance = (): number => distanceOfNearest;

/** How many triangles the ray meets; their numbers in the input go to `into`, in no order, as many as it has room for. */
export const listHits: (bvh: Bvh, ...ray: [...Ray, into: Uint32Array]) => number = (
  bvh,
  ox,
  oy,
  oz,
  dx,
  dy,
  dz,
  near,
  far,
  into,
) => {
  const count = cast(bvh, ox, oy, oz, dx, dy, dz, near, far, ALL);
  for (let i = 0; i < count && i < into.length; i++) into[i] = bvh.order[met[i] as number] as number;
  return count;
};
