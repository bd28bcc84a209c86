import { describe, expect, it } from 'vitest';
import { areaError, createAreas, sizeOf } from '../../src/engines/claim-rules/areas.ts';
import { deepestDistance } from '../../src/engines/claim-rules/deepest.ts';
import {
  extentDistance,
  extentOf,
  listEdges,
  pointDistance,
  type Shape,
  shapeDistance,
} from '../../src/engines/claim-rules/distance.ts';
import { seedRandom } from '../../src/model/random.ts';
import { box, X, Y } from './claim-rule-cases.ts';

const polygon = (...rings: number[][]): Shape => ({ polygons: [rings], lines: [] });
const line = (...flat: number[]): Shape => ({
  polygons: [],
  lines: [flat.map((value, i) => value + (i % 2 === 0 ? X : Y))],
});
const turned = (degrees: number, width: number, depth: number, dx: number): number[] => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [0, 0, width, 0, width, depth, 0, depth].map((_, i, flat) => {
    const [x, y] = [flat[i - (i % 2)] as number, flat[i - (i % 2) + 1] as number];
    return i % 2 === 0 ? X + dx + c * x - s * y : Y + s * x + c * y;
  });
};

describe('distances in plan', () => {
  it('lie between corners, between corner and edge, and are zero where shapes touch, cross or hold each other', () => {
    const a = polygon(box(0, 0, 10, 10));
    expect(shapeDistance(a, polygon(box(13, 14, 5, 5)))).toBeCloseTo(5, 9);
    expect(shapeDistance(a, polygon(box(12, 3, 5, 4)))).toBeCloseTo(2, 9);
    expect(shapeDistance(a, polygon(box(10, 2, 5, 5)))).toBe(0);
    expect(shapeDistance(a, polygon(box(5, -5, 2, 30)))).toBe(0);
    expect(shapeDistance(a, polygon(box(4, 4, 1, 1)))).toBe(0);
    expect(shapeDistance(polygon(box(4, 4, 1, 1)), a)).toBe(0);
    expect(shapeDistance(a, line(-5, 5, 15, 5))).toBe(0);
    expect(shapeDistance(a, line(3, 3, 4, 4))).toBe(0);
    expect(shapeDistance(a, line(14, 13))).toBeCloseTo(5, 9);
  });

  it('are those to the edge of a hole for what stands in one', () => {
    const ring = polygon(box(0, 0, 40, 40), box(10, 10, 20, 20));
    expect(shapeDistance(ring, polygon(box(14, 15, 4, 4)))).toBeCloseTo(4, 9);
  });

  it('of a turned square follow the formula of its diagonal', () => {
    // A square of side a on its corner, whose lowest corner is at dx: its left corner is a·sin 45° farther west.
    const gap = 20 - 10 * Math.SQRT1_2 - 10;
    expect(shapeDistance(polygon(box(0, 0, 10, 10)), polygon(turned(45, 10, 10, 20)))).toBeCloseTo(gap, 9);
  });

  it('are symmetric, keep when all is moved, and never less than between rectangles round them', () => {
    const between = throwDice(7);
    const star = (x: number, y: number): number[] =>
      Array.from({ length: 9 }, (_, i) => {
        const [angle, radius] = [(2 * Math.PI * i) / 9, between(2, 9)];
        return [X + x + radius * Math.cos(angle), Y + y + radius * Math.sin(angle)];
      }).flat();
    let apart = 0;
    for (let i = 0; i < 200; i++) {
      const [a, b] = [star(0, 0), star(between(-25, 25), between(-25, 25))];
      const distance = shapeDistance(polygon(a), polygon(b));
      if (distance > 0) apart++;
      expect(shapeDistance(polygon(b), polygon(a))).toBe(distance);
      expect(extentDistance(extentOf(polygon(a)), extentOf(polygon(b)))).toBeLessThanOrEqual(distance + 1e-9);
      const move = (ring: number[]) => ring.map((value, k) => value + (k % 2 === 0 ? 1024 : -2048));
      expect(shapeDistance(polygon(move(a)), polygon(move(b)))).toBeCloseTo(distance, 6);
      // Brute force: no pair of places along the outlines lies nearer, and some pair nearly as near.
      const walk = (edges: number[]) =>
        Array.from({ length: edges.length / 4 }, (_, e) =>
          Array.from({ length: 40 }, (__, k) => [
            (edges[4 * e] as number) + ((edges[4 * e + 2] as number) - (edges[4 * e] as number)) * (k / 40),
            (edges[4 * e + 1] as number) + ((edges[4 * e + 3] as number) - (edges[4 * e + 1] as number)) * (k / 40),
          ]),
        ).flat();
      if (distance === 0 || i % 10 > 0) continue;
      const nearest = Math.min(
        ...walk(listEdges(polygon(a))).map(([x, y]) => pointDistance(x as number, y as number, listEdges(polygon(b)))),
      );
      expect(nearest).toBeGreaterThanOrEqual(distance - 1e-9);
      expect(nearest).toBeLessThan(distance + 0.25);
    }
    expect(apart).toBeGreaterThan(50);
  });
});

describe('depths', () => {
  it('are those of the middle of a rectangle: half its shorter side', () => {
    const ring = box(0, 0, 30, 8);
    expect(deepestDistance([ring], listEdges(polygon(ring)))).toBeCloseTo(4, 1);
  });

  it('are none without an area or edges', () => {
    expect(deepestDistance([], [0, 0, 1, 1])).toBe(0);
    expect(deepestDistance([box(0, 0, 1, 1)], [])).toBe(0);
  });

  it('of a circle are its radius, within a centimetre', () => {
    const ring = Array.from({ length: 720 }, (_, i) => {
      const angle = (Math.PI * i) / 720;
      return [X + 5 * Math.cos(2 * angle), Y + 5 * Math.sin(2 * angle)];
    }).flat();
    const depth = deepestDistance([ring], listEdges(polygon(ring)));
    expect(depth).toBeGreaterThan(5 - 0.011);
    expect(depth).toBeLessThanOrEqual(5);
  });
});

describe('areas', () => {
  it('are whole whichever way rings turn, with their holes', () => {
    const areas = createAreas(X, Y);
    const reversed = (ring: number[]) =>
      Array.from({ length: ring.length / 2 }, (_, i) => [ring[ring.length - 2 - 2 * i], ring[ring.length - 1 - 2 * i]])
        .flat()
        .map(Number);
    for (const outer of [box(0, 0, 20, 20), reversed(box(0, 0, 20, 20))])
      for (const hole of [box(5, 5, 4, 4), reversed(box(5, 5, 4, 4))])
        expect(sizeOf(areas.unite([[outer, hole]]))).toBeCloseTo(384, 6);
    const other = areas.unite([[box(5, 5, 4, 4)], [box(0, 0, 20, 20), box(5, 5, 4, 4)]]);
    expect(sizeOf(other)).toBeCloseTo(400, 6);
  });

  it('grow by round corners, and lines become strips with round ends', () => {
    const areas = createAreas(X, Y);
    expect(sizeOf(areas.grow(areas.unite([[box(0, 0, 20, 20)]]), 5))).toBeCloseTo(400 + 4 * 20 * 5 + Math.PI * 25, 0);
    expect(sizeOf(areas.strip([[X, Y, X + 100, Y]], 2))).toBeCloseTo(400 + Math.PI * 4, 0);
  });

  it('have the error of their corners, as drawing them anew again and again gives', () => {
    const between = throwDice(3);
    const ring = box(0, 0, 30, 10);
    const error = 0.4;
    const sizes = Array.from({ length: 4000 }, () => {
      const moved = ring.map((value) => value + error * gauss(between));
      return Math.abs(
        moved.reduce((sum, _, i) => {
          if (i % 2 === 1) return sum;
          const j = (i + 2) % moved.length;
          const [x, y] = [(moved[i] as number) - X, (moved[i + 1] as number) - Y];
          return sum + (x * ((moved[j + 1] as number) - Y) - ((moved[j] as number) - X) * y) / 2;
        }, 0),
      );
    });
    const mean = sizes.reduce((a, b) => a + b, 0) / sizes.length;
    const spread = Math.sqrt(sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length);
    expect(spread / areaError([[ring]], error)).toBeGreaterThan(0.95);
    expect(spread / areaError([[ring]], error)).toBeLessThan(1.05);
  });
});

function throwDice(seed: number) {
  const random = seedRandom(seed);
  return (low: number, high: number) => low + (high - low) * random();
}

/** Twelve throws: near enough to a normal spread of one. */
function gauss(between: (low: number, high: number) => number): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += between(0, 1);
  return sum - 6;
}
