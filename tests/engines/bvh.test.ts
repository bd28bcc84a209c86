import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildBvh,
  firstHit,
  firstHitDistance,
  hitsAny,
  listHits,
  setRayKernel,
  shadePoints,
} from '../../src/engines/bvh.ts';
import { seedRandom } from '../../src/model/random.ts';
import { loadKernel } from '../../src/pipeline/compile-kernel.ts';

type Ray = readonly [ox: number, oy: number, oz: number, dx: number, dy: number, dz: number];
const FAR = 1e6;

/** Triangles of all sizes, some long and thin, some lying in a plane of the axes. */
function randomTriangles(count: number, seed: number): Float32Array {
  const random = seedRandom(seed);
  const positions = new Float32Array(9 * count);
  for (let t = 0; t < count; t++) {
    const size = 150 * random() ** 3 + 0.01;
    const flat = t % 5 === 0 ? t % 3 : -1;
    const middle = [random() * 100 - 50, random() * 100 - 50, random() * 30];
    for (let k = 0; k < 9; k++) {
      const spread = k % 3 === flat ? 0 : size * (random() - 0.5);
      positions[9 * t + k] = (middle[k % 3] as number) + spread;
    }
  }
  return positions;
}

function randomRays(count: number, seed: number): Ray[] {
  const random = seedRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const direction = [random() - 0.5, random() - 0.5, random() - 0.5];
    // Level with an axis or two, as a sun in the south or a plumb line is.
    if (i % 4 === 1) direction[i % 3] = 0;
    if (i % 8 === 3) direction[(i + 1) % 3] = 0;
    return [random() * 120 - 60, random() * 120 - 60, random() * 40 - 5, ...direction] as unknown as Ray;
  });
}

/** The planes' equations solved outright, by Cramer's rule; `edge`: how near a side the nearest decision was, in shares of it. */
function bruteForce(positions: Float32Array, ray: Ray, near: number) {
  const [ox, oy, oz, dx, dy, dz] = ray;
  const hits: { triangle: number; distance: number }[] = [];
  let edge = Infinity;
  const determinant = (a: readonly number[], b: readonly number[], c: readonly number[]) =>
    (a[0] as number) * ((b[1] as number) * (c[2] as number) - (b[2] as number) * (c[1] as number)) -
    (b[0] as number) * ((a[1] as number) * (c[2] as number) - (a[2] as number) * (c[1] as number)) +
    (c[0] as number) * ((a[1] as number) * (b[2] as number) - (a[2] as number) * (b[1] as number));
  for (let t = 0; t < positions.length / 9; t++) {
    const corner = (k: number) => [0, 1, 2].map((axis) => positions[9 * t + 3 * k + axis] as number);
    const a = corner(0);
    const side = (k: number) => corner(k).map((value, axis) => value - (a[axis] as number));
    const [b, c, d] = [side(1), side(2), [-dx, -dy, -dz]];
    const to = [ox - (a[0] as number), oy - (a[1] as number), oz - (a[2] as number)];
    const whole = determinant(b, c, d);
    if (whole === 0) continue;
    const u = determinant(to, c, d) / whole;
    const v = determinant(b, to, d) / whole;
    const distance = determinant(b, c, to) / whole;
    if (distance > 0)
      edge = Math.min(edge, Math.max(Math.min(Math.abs(u), Math.abs(v), Math.abs(1 - u - v)), -u, -v, u + v - 1));
    edge = Math.min(edge, Math.abs(distance - near));
    if (u >= 0 && v >= 0 && u + v <= 1 && distance >= near) hits.push({ triangle: t, distance });
  }
  return { hits: hits.sort((one, other) => one.distance - other.distance), edge };
}

const kernel = await WebAssembly.compile(await loadKernel('rays'));

describe.each([
  ['plain JavaScript', undefined],
  ['the kernel', kernel],
])('rays through a hierarchy by %s', (_, module) => {
  const near = 0.5;
  beforeAll(() => setRayKernel(module));
  afterAll(() => setRayKernel(undefined));

  it('meet what they meet when every triangle is asked', () => {
    let clear = 0;
    let hit = 0;
    const into = new Uint32Array(400);
    for (const [count, seed] of [
      [1, 1],
      [3, 2],
      [40, 3],
      [400, 4],
    ] as const) {
      const positions = randomTriangles(count, seed);
      const bvh = buildBvh(positions);
      for (const ray of randomRays(600, seed + 10)) {
        const { hits, edge } = bruteForce(positions, ray, near);
        // Where the answer hangs on a hair, rounding decides.
        if (edge < 1e-4) continue;
        clear++;
        const [nearest] = hits;
        expect(hitsAny(bvh, ...ray, near, FAR)).toBe(nearest !== undefined);
        expect(firstHit(bvh, ...ray, near, FAR)).toBe(nearest?.triangle ?? -1);
        expect(listHits(bvh, ...ray, near, FAR, into)).toBe(hits.length);
        expect([...into.subarray(0, hits.length)].sort()).toEqual(hits.map(({ triangle }) => triangle).sort());
        if (!nearest) continue;
        hit++;
        firstHit(bvh, ...ray, near, FAR);
        expect(Math.abs(firstHitDistance() - nearest.distance)).toBeLessThan(1e-4 * Math.max(1, nearest.distance));
        expect(hitsAny(bvh, ...ray, near, nearest.distance * (1 - 1e-4))).toBe(false);
      }
    }
    expect(clear).toBeGreaterThan(1500);
    expect(hit).toBeGreaterThan(400);
  });

  it('do not slip between triangles that share a side or a corner', () => {
    const random = seedRandom(7);
    const size = 24;
    const corner = (i: number, j: number) => [i * 1.7 - 20 + 800, j * 1.3 - 16 - 900, Math.sin(i * 2.3 + j) * 0.4];
    const positions: number[] = [];
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
        positions.push(...a, ...b, ...c, ...a, ...c, ...d);
      }
    }
    const bvh = buildBvh(Float32Array.from(positions));
    let escaped = 0;
    for (let k = 0; k < 20_000; k++) {
      // At a corner, along a side, or along a diagonal of the sheet.
      const i = 1 + Math.floor(random() * (size - 2));
      const j = 1 + Math.floor(random() * (size - 2));
      const from = corner(i, j);
      const to = corner(i + (k % 3 > 0 ? 1 : 0), j + (k % 3 === 2 ? 1 : 0));
      const along = random();
      const target = from.map((value, axis) => value + along * ((to[axis] as number) - value));
      const [dx, dy, dz] = [random() - 0.5, random() - 0.5, 0.4 + random()];
      const [x, y, z] = target as [number, number, number];
      if (!hitsAny(bvh, x - 20 * dx, y - 20 * dy, z - 20 * dz, dx, dy, dz, 0, FAR)) escaped++;
    }
    expect(escaped).toBe(0);
  });

  it('meet both sides of a triangle, and none without area', () => {
    const bvh = buildBvh(
      Float32Array.from([0, 0, 5, 4, 0, 5, 0, 4, 5, 1, 1, 2, 2, 2, 2, 3, 3, 2, 1, 1, 3, 1, 1, 3, 1, 1, 3]),
    );
    expect(firstHit(bvh, 1, 1, 0, 0, 0, 1, 0, FAR)).toBe(0);
    expect(firstHit(bvh, 1, 1, 9, 0, 0, -1, 0, FAR)).toBe(0);
    expect(firstHitDistance()).toBe(4);
  });

  it('find nothing where there is nothing', () => {
    expect(hitsAny(buildBvh(new Float32Array(0)), 0, 0, 0, 0, 0, 1, 0, FAR)).toBe(false);
  });

  it('cast through ten thousand triangles in one place', () => {
    const one = [0, 0, 5, 4, 0, 5, 0, 4, 5];
    const bvh = buildBvh(Float32Array.from({ length: 90_000 }, (_, k) => one[k % 9] as number));
    expect(hitsAny(bvh, 1, 1, 0, 0, 0, 1, 0, FAR)).toBe(true);
    expect(hitsAny(bvh, 3, 3, 0, 0, 0, 1, 0, FAR)).toBe(false);
    expect(listHits(bvh, 1, 1, 0, 0, 0, 1, 0, FAR, new Uint32Array(1))).toBe(10_000);
  });

  it('are the same at once as one by one, and leave what is known', () => {
    const bvh = buildBvh(randomTriangles(300, 5));
    const rays = randomRays(1500, 6);
    const points = Float32Array.from(rays.flatMap((ray) => ray.slice(0, 3)));
    const directions = Float32Array.from(rays.slice(0, 900).flatMap((ray) => ray.slice(3)));
    const [count, many] = [points.length / 3, directions.length / 3];
    const out = new Uint8Array(count * many);
    for (let i = 0; i < out.length; i += 7) out[i] = 2;
    shadePoints(bvh, points, directions, near, FAR, out);
    let differ = 0;
    for (let p = 0; p < count; p += 10) {
      for (let d = 0; d < many; d++) {
        const place = [...points.subarray(3 * p, 3 * p + 3)] as unknown as [number, number, number];
        const along = [...directions.subarray(3 * d, 3 * d + 3)] as unknown as [number, number, number];
        const i = p * many + d;
        if (i % 7 === 0) expect(out[i]).toBe(2);
        else if (hitsAny(bvh, ...place, ...along, near, FAR) !== (out[i] === 1)) differ++;
      }
    }
    expect(differ).toBe(0);
    expect(() => shadePoints(bvh, points, directions, near, FAR, out.subarray(1))).toThrow(/Expected room/);
  });

  it('refuse places that are no numbers, and half triangles', () => {
    expect(() => buildBvh(Float32Array.from([0, 0, 0, 1, 0, 0, 0, Number.NaN, 0]))).toThrow(/triangle 0.*axis y/);
    expect(() => buildBvh(new Float32Array(10))).toThrow(/nine numbers/);
  });
});

it('the kernel and plain JavaScript differ in less than one of ten thousand rays, at edges', () => {
  const positions = randomTriangles(20_000, 8);
  const slow = buildBvh(positions);
  setRayKernel(kernel);
  const fast = buildBvh(positions);
  setRayKernel(undefined);
  const rays = randomRays(60_000, 9);
  const differ = rays.filter((ray) => hitsAny(slow, ...ray, 0.01, FAR) !== hitsAny(fast, ...ray, 0.01, FAR));
  expect(fast.wide).toBeDefined();
  expect(differ.length).toBeLessThan(6);
});
