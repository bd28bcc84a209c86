import { describe, expect, it } from 'vitest';
import { depthDoubt, findUndecided, meanHeightError } from '../../src/engines/flood-uncertainty.ts';

/** One row of cells. */
function row(bed: readonly number[], millimetres: readonly number[], leftOut: readonly number[] = []) {
  const isLeftOut = Uint8Array.from(bed, (_, cell) => (leftOut.includes(cell) ? 1 : 0));
  const ground = { width: bed.length, height: 1, bed, isLeftOut };
  return [...findUndecided(ground, Uint16Array.from(millimetres), 0.02)];
}

describe('undecided cells', () => {
  it('are those whose depth is near 5 cm', () => {
    expect(row([0, 0, 0, 0], [200, 65, 40, 75])).toEqual([0, 1, 1, 0]);
  });

  it('go on over dry ground that is as high, and end where it is not', () => {
    // Water stands at 0.1 m; 3 to 7 cm below that is undecided.
    expect(row([0, 0.06, 0.04, 0.09, 0.05], [100, 0, 0, 0, 0])).toEqual([0, 1, 1, 0, 0]);
    expect(row([0, 0.06, Number.NaN, 0.05], [100, 0, 0, 0])).toEqual([0, 1, 0, 0]);
    expect(row([0, 0.06, 0.05, 0.05], [100, 0, 0, 0], [2])).toEqual([0, 1, 0, 0]);
  });

  it('are not where ground far below the level stays dry: something holds the water', () => {
    expect(row([0, -0.2, 0.05], [100, 0, 0])).toEqual([0, 0, 0]);
  });

  it('are not where water is deep, everywhere dry, or not asked of', () => {
    expect(row([0, 0], [300, 300])).toEqual([0, 0]);
    expect(row([0, 0], [0, 0])).toEqual([0, 0]);
    expect(row([0, 0], [50, 50], [0])).toEqual([0, 1]);
  });

  it('turn with the grid', () => {
    const bed = Array.from({ length: 48 }, (_, i) => 0.1 * Math.sin(i * 1.7));
    const mm = Uint16Array.from(bed, (z) => Math.max(0, Math.round(1000 * (0.06 - z))));
    const isLeftOut = new Uint8Array(48);
    const plain = findUndecided({ width: 8, height: 6, bed, isLeftOut }, mm, 0.03);
    const turn = (cell: number) => (cell % 8) * 6 + (5 - Math.floor(cell / 8));
    const [turnedBed, turnedMm] = [new Float64Array(48), new Uint16Array(48)];
    for (let cell = 0; cell < 48; cell++) {
      turnedBed[turn(cell)] = bed[cell] as number;
      turnedMm[turn(cell)] = mm[cell] as number;
    }
    const turned = findUndecided({ width: 6, height: 8, bed: turnedBed, isLeftOut }, turnedMm, 0.03);
    expect(Array.from(plain, (_, cell) => turned[turn(cell)])).toEqual([...plain]);
    expect(plain.some((value) => value === 1)).toBe(true);
  });

  it('a mean over more points errs less, a wider band where cells are smaller', () => {
    expect(meanHeightError(0.05, 1)).toBeCloseTo(0.0158, 4);
    expect(meanHeightError(0.05, 2)).toBeCloseTo(0.0079, 4);
    expect(meanHeightError(0.05, 0.1)).toBe(0.05);
    expect(depthDoubt(0.05, 1, 2)).toBeCloseTo(1.2816 * 0.01768, 4);
    expect(depthDoubt(0.05, 0.5, 2)).toBeGreaterThan(depthDoubt(0.05, 1, 2));
  });

  it('depths and ground of different size are refused', () => {
    expect(() =>
      findUndecided({ width: 2, height: 1, bed: [0, 0], isLeftOut: new Uint8Array(2) }, new Uint16Array(3), 0.02),
    ).toThrow('Expected 2 depths, got 3.');
  });
});
