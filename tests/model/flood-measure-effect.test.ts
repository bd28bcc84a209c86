import { describe, expect, it } from 'vitest';
import { classOf } from '../../src/model/flood-classes.ts';
import { differenceClasses, differenceTint, NO_DIFFERENCE } from '../../src/model/flood-difference.ts';
import {
  compareWater,
  isNoEffect,
  isStreetChanged,
  netOf,
  type RunWater,
} from '../../src/model/flood-measure-effect.ts';
import { costClass, costOf } from '../../src/model/flood-measure-table.ts';
import { fromHalf } from '../../src/model/half-float.ts';

const run = (depths: readonly number[], street = 1000): RunWater => ({
  cellSize: 4,
  classes: Uint8Array.from(depths, (depth) => (!(depth >= 0.05) ? 0 : depth < 0.1 ? 1 : depth <= 0.2 ? 2 : 3)),
  depth: Float32Array.from(depths),
  street,
  amounts: [],
});

describe('what measures do', () => {
  it('counts buildings that lose their water and those that get some', () => {
    const effect = compareWater(run([0.3, 0.08, 0.12, 0, 0]), run([0.06, 0.01, 0.01, 0.07, 0]));
    expect(effect.facade).toEqual({ before: 3, better: 2, worse: 1 });
    expect(netOf(effect.facade)).toBe(-1);
    expect(effect.inside).toEqual({ before: 2, better: 2, worse: 0 });
  });

  it('does not count what the cells cannot tell', () => {
    const effect = compareWater(run([0.055, 0.045], 1000), run([0.045, 0.055], 1015));
    expect(effect.facade).toEqual({ before: 1, better: 0, worse: 0 });
    expect(isStreetChanged(effect)).toBe(false);
    expect(isNoEffect(effect)).toBe(true);
    expect(isStreetChanged(compareWater(run([], 1000), run([], 900)))).toBe(true);
  });

  it('leaves out buildings that went, and tells those of a plan apart', () => {
    const effect = compareWater(run([0.3, 0]), run([Number.NaN, 0, 0.2, 0]));
    expect(effect.facade).toEqual({ before: 1, better: 1, worse: 0 });
    expect(effect.added).toBe(1);
  });

  it('costs what it is as large as, by our figures or the municipality’s own', () => {
    expect(costClass(costOf('wadi', 100))).toBe('A');
    expect(costClass(costOf('wadi', 100, { wadi: 2000 }))).toBe('C');
    expect(costClass(50_000)).toBe('B');
    expect(costClass(50_001)).toBe('C');
    expect(costClass(2e6)).toBe('E');
  });
});

describe('the colours of a difference', () => {
  const side = (deepest: readonly number[], bed = deepest.map(() => 0), buildings = deepest.map(() => 0)) => ({
    deepest,
    bed,
    buildings,
  });
  const valueAt = (tint: Uint16Array, cell: number) => fromHalf(tint[2 * cell] ?? 0);

  it('tell less from more, on both sides of a middle that is no difference', () => {
    const tint = differenceTint(side([300, 120, 50, 50, 0]), side([50, 50, 55, 120, 400]));
    const rows = [0, 1, 2, 3, 4].map((cell) => classOf(differenceClasses, valueAt(tint, cell)));
    expect(rows).toEqual([0, 2, 3, 4, 6]);
    expect(valueAt(tint, 2)).toBe(NO_DIFFERENCE + 1);
  });

  it('say nothing where the ground itself changed, or a building came', () => {
    const tint = differenceTint(side([0, 0, 0]), side([300, 0, 0], [-0.3, 0, 0.01], [0, 7, 0]));
    expect([0, 1, 2].map((cell) => valueAt(tint, cell))).toEqual([-1, -1, NO_DIFFERENCE]);
  });
});
