import { describe, expect, it } from 'vitest';
import { createTriangulator } from '../../src/model/triangulate-surface.ts';
import { boundingRectangle, simplifyRing } from '../../src/pipeline/tiles/coarse.ts';

const triangulate = createTriangulator();
const surface = (...rings: number[][][]) => {
  const starts = rings.map((_, i) => rings.slice(0, i).reduce((sum, ring) => sum + ring.length, 0));
  return triangulate(Float64Array.from(rings.flat(2)), rings.flat().length, starts);
};

/** A comb of n teeth, upright: 2 n of area. */
const comb = (teeth: number) => {
  const top = Array.from({ length: teeth }, (_, i) => [
    [2 * i + 2, 0, 1],
    [2 * i + 2, 0, 2],
    [2 * i + 1, 0, 2],
    [2 * i + 1, 0, 1],
  ]).reverse();
  return [[0, 0, 0], [2 * teeth, 0, 0], ...top.flat(), [0, 0, 1]].filter(
    (point, i, all) => i === 0 || point.some((n, k) => n !== all[i - 1]?.[k]),
  );
};

describe('triangulating a surface', () => {
  it('covers combs, holes and slanted shapes exactly, seen from outside', () => {
    const wall = surface(comb(40));
    expect(wall?.area).toBeCloseTo(40 * 3, 6);
    expect([wall?.isIrregular, wall?.isBent, wall?.ny]).toEqual([false, false, -1]);
    const square = (a: number, b: number) => [
      [a, a, a],
      [b, a, a],
      [b, b, b],
      [a, b, b],
    ];
    const hole = square(4, 6).reverse();
    const roof = surface(square(0, 10), hole);
    expect(roof?.area).toBeCloseTo(96 * Math.SQRT2, 6);
    expect(roof?.isIrregular).toBe(false);
    expect(roof?.indices).toHaveLength(24);
  });

  it('reports a bow tie as irregular and a twisted quad as bent', () => {
    expect(
      surface([
        [0, 0, 0],
        [4, 4, 0],
        [4, 0, 0],
        [0, 3, 0],
      ])?.isIrregular,
    ).toBe(true);
    expect(
      surface([
        [0, 0, 0],
        [4, 0, 0],
        [4, 4, 1],
        [0, 4, 0],
      ])?.isBent,
    ).toBe(true);
  });

  it('leaves out what has no area', () => {
    expect(
      surface([
        [0, 0, 0],
        [1, 0, 0],
        [2, 0, 0],
      ]),
    ).toBeUndefined();
    expect(
      surface([
        [0, 0, 0],
        [0.01, 0, 0],
        [0, 0.01, 0],
      ]),
    ).toBeUndefined();
    expect(
      surface([
        [0, 0, Number.NaN],
        [1, 0, 0],
        [0, 1, 0],
      ]),
    ).toBeUndefined();
  });
});

describe('coarse forms', () => {
  it('the smallest rectangle turns with its points', () => {
    const [c, s] = [Math.cos(0.4), Math.sin(0.4)];
    const turned = [
      [0, 0],
      [10, 0],
      [10, 4],
      [5, 3],
      [0, 4],
    ].flatMap(([x, y]) => [c * (x as number) - s * (y as number), s * (x as number) + c * (y as number)]);
    const box = boundingRectangle(turned);
    const side = (i: number) =>
      Math.hypot(
        (box[i] as number) - (box[(i + 2) % 8] as number),
        (box[i + 1] as number) - (box[(i + 3) % 8] as number),
      );
    expect([side(0), side(2)].sort((a, b) => a - b)[0]).toBeCloseTo(4, 6);
    expect([side(0), side(2)].sort((a, b) => a - b)[1]).toBeCloseTo(10, 6);
  });

  it('a simplified ring keeps its corners and loses its points on straight lines', () => {
    expect(simplifyRing([0, 0, 5, 0, 10, 0, 10, 10, 5, 10.05, 0, 10])).toEqual([0, 0, 10, 0, 10, 10, 0, 10]);
  });
});
