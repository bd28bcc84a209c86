import { describe, expect, it } from 'vitest';
import { drawScene } from '../../src/engines/outlook.ts';
import type { LocalEye, Soup } from '../../src/engines/outlook-raster.ts';
import { LENS, outlookClasses } from '../../src/model/outlook.ts';
import { type Box, boxSoup } from './box-soup.ts';

type Vector = readonly [number, number, number];
const minus = (p: Vector, q: Vector): Vector => [p[0] - q[0], p[1] - q[1], p[2] - q[2]];
const dot = (p: Vector, q: Vector) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
const cross = (p: Vector, q: Vector): Vector => [
  p[1] * q[2] - p[2] * q[1],
  p[2] * q[0] - p[0] * q[2],
  p[0] * q[1] - p[1] * q[0],
];

/** Distance along a ray to a triangle after Möller and Trumbore (1997); infinite where it misses. */
function hitTriangle(origin: Vector, direction: Vector, corners: readonly [Vector, Vector, Vector]): number {
  const [edge1, edge2] = [minus(corners[1], corners[0]), minus(corners[2], corners[0])];
  const p = cross(direction, edge2);
  const determinant = dot(edge1, p);
  if (determinant === 0) return Infinity;
  const toOrigin = minus(origin, corners[0]);
  const u = dot(toOrigin, p) / determinant;
  const q = cross(toOrigin, edge1);
  const v = dot(direction, q) / determinant;
  if (u < 0 || v < 0 || u + v > 1) return Infinity;
  const t = dot(edge2, q) / determinant;
  return t > 0 ? t : Infinity;
}

function* triangles({ positions, indices }: Soup): Generator<readonly [Vector, Vector, Vector]> {
  const at = (i: number) => [...positions.subarray(3 * i, 3 * i + 3)] as unknown as Vector;
  for (let t = 0; t < indices.length; t += 3)
    yield [at(indices[t] as number), at(indices[t + 1] as number), at(indices[t + 2] as number)];
}

function castRay(soups: readonly Soup[], eye: LocalEye, x: number, y: number): number {
  const heading = (eye.headingDegrees * Math.PI) / 180;
  const direction: Vector = [Math.sin(heading) + x * Math.cos(heading), Math.cos(heading) - x * Math.sin(heading), y];
  let nearest = Infinity;
  let kind = y > 0 ? 0 : 1;
  for (const soup of soups) {
    for (const corners of triangles(soup)) {
      const distance = hitTriangle([eye.x, eye.y, eye.z], direction, corners);
      // The direction's part ahead is 1, so distance along it is depth: what is nearer than 0.3 m is cut away.
      if (distance >= 0.3 && distance < nearest) [nearest, kind] = [distance, soup.kind];
    }
  }
  return kind;
}

const placeAround = ({ x, y }: LocalEye, distance: number, angle: number) => ({
  x: x + distance * Math.sin(angle),
  y: y + distance * Math.cos(angle),
});

/** A small seeded generator (Lehmer), 0 up to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe('the z-buffer of the view from a window', () => {
  for (const seed of [1, 2, 3]) {
    it(`sees in town ${seed} what a ray through each sample meets, triangle by triangle`, () => {
      const random = createRandom(seed * 7919);
      const eye: LocalEye = {
        x: 20 * random(),
        y: -30 * random(),
        z: 1 + 20 * random(),
        headingDegrees: 360 * random(),
      };
      // All around, none so near that the eye stands in it.
      const makeBox = (): Box => ({
        ...placeAround(eye, 20 + 90 * random(), 2 * Math.PI * random()),
        width: 4 + 20 * random(),
        depth: 4 + 20 * random(),
        low: -2,
        high: 3 + 25 * random(),
        degrees: 360 * random(),
      });
      const soups = [2, 3].map((kind) => boxSoup(Array.from({ length: 16 }, makeBox), kind));
      const [width, height] = [48, 32];
      const { kinds } = drawScene(soups, eye, [width, height]);
      let different = 0;
      for (let row = 0; row < height; row++) {
        for (let column = 0; column < width; column++) {
          const x = ((2 * column + 1) / width - 1) * LENS.halfWidth;
          const y = ((2 * row + 1) / height - 1) * LENS.halfHeight;
          if (castRay(soups, eye, x, y) !== kinds[row * width + column]) different++;
        }
      }
      expect(new Set(kinds).size).toBeGreaterThan(1);
      expect(different).toBe(0);
    });
  }

  it('answers the same twice', () => {
    const soups = [
      boxSoup([{ x: 0, y: 50, width: 30, depth: 9, low: 0, high: 14, degrees: 12 }], outlookClasses.indexOf('new')),
    ];
    const eye: LocalEye = { x: 0, y: 0, z: 5, headingDegrees: 3 };
    const [once, again] = [1, 2].map(() => drawScene(soups, eye, [600, 400]).kinds);
    expect(once?.every((kind, i) => kind === again?.[i])).toBe(true);
  });
});
