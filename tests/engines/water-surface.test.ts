import { describe, expect, it } from 'vitest';
import { createWaterSurface } from '../../src/engines/water-surface.ts';
import { fromHalf } from '../../src/model/half-float.ts';

/** A row of cells, as a grid of three equal rows. */
function raiseRow(
  bed: readonly number[],
  depths: readonly number[],
  closed: readonly number[] = [],
  hidden: readonly number[] = [],
) {
  const width = bed.length;
  const rows = <T>(row: readonly T[]) => [...row, ...row, ...row];
  const surface = createWaterSurface({
    width,
    height: 3,
    bed: rows(bed),
    closed: closed.length ? Uint8Array.from(rows(closed)) : undefined,
    hidden: hidden.length ? Uint8Array.from(rows(hidden)) : undefined,
  });
  const { depths: halves, shore } = surface.raise(Uint16Array.from(rows(depths), (depth) => Math.round(depth * 1000)));
  const middle = Array.from(halves.subarray(width, 2 * width), fromHalf);
  return { middle, bed: Array.from(surface.bed.subarray(width, 2 * width)), shore: shore.subarray(width, 2 * width) };
}

describe('a water surface', () => {
  it('has the depth in wet cells, and in a dry one beside them the level minus the ground', () => {
    const { middle } = raiseRow([-4, -4, -3.7, -3.5], [0.2, 0.2, 0, 0]);
    expect(middle[0]).toBeCloseTo(0.2, 3);
    expect(middle[2]).toBeCloseTo(-0.1, 3);
    // Far from water nobody lends a level.
    expect(middle[3]).toBeCloseTo(-0.1, 3);
  });

  it('leaves dry ground dry that lies lower than a neighbour’s water', () => {
    const { middle } = raiseRow([-4, -4, -5, -5], [0.2, 0.2, 0, 0]);
    expect(middle[2]).toBeLessThanOrEqual(0);
  });

  it('goes on under a wall at the level in front of it, over ground as beside it, and no further than two cells', () => {
    const { middle, bed } = raiseRow([-4, -4, -3, -3, -3, -3, -3], [0.3, 0.3, 0, 0, 0, 0, 0], [0, 0, 1, 1, 1, 1, 1]);
    expect(bed[2]).toBeCloseTo(-4, 6);
    expect(bed[3]).toBeCloseTo(-4, 6);
    expect(middle[2]).toBeCloseTo(0.3, 3);
    expect(middle[3]).toBeCloseTo(0.3, 3);
    expect(middle[4]).toBeLessThan(0);
  });

  it('draws no water that always stands there, and takes no level from it', () => {
    const { middle, shore } = raiseRow([-5, -5, -4, -4], [0.4, 0.4, 0, 0], [], [1, 1, 0, 0]);
    expect(middle.every((depth) => depth < 0)).toBe(true);
    expect(shore.every((share) => share < 127)).toBe(true);
  });

  it('goes on level over a canal, where its shore ends it', () => {
    const { middle, bed, shore } = raiseRow([-4, -4, -4, -5, -5, -5], [0.2, 0.2, 0.2, 0, 0, 0], [], [0, 0, 0, 1, 1, 1]);
    expect((bed[3] ?? 0) + (middle[3] ?? 0)).toBeCloseTo(-3.8, 3);
    expect(middle[3]).toBeCloseTo(0.2, 3);
    expect(Array.from(shore, (share) => share > 127)).toEqual([true, true, true, false, false, false]);
    // Halfway between the middles of the cells.
    expect((shore[2] ?? 0) + (shore[3] ?? 0)).toBeCloseTo(255, -0.5);
  });

  it('has its shore halfway up a steep bank, however high, and where the level meets a gentle one', () => {
    for (const high of [-3.7, -1]) {
      const { middle } = raiseRow([-4, -4, high, high], [0.2, 0.2, 0, 0]);
      expect(((middle[1] ?? 0) + (middle[2] ?? 0)) / 2).toBeCloseTo(0.05, 3);
    }
  });

  it('gives the same for the same depths, whatever was raised before', () => {
    const width = 40;
    const bed = Array.from({ length: width * width }, (_, i) => Math.sin(i * 0.7) * 0.2 - 4);
    const closed = Uint8Array.from(bed, (_, i) => (i % 17 === 0 ? 1 : 0));
    const surface = createWaterSurface({ width, height: width, bed, closed });
    const depths = (seed: number) => Uint16Array.from(bed, (_, i) => Math.max(0, Math.sin(i * seed) * 400));
    const first = surface.raise(depths(0.31));
    surface.raise(depths(0.77));
    expect(surface.raise(depths(0.31))).toEqual(first);
  });

  it('says what is wrong with its arrays', () => {
    expect(() => createWaterSurface({ width: 3, height: 2, bed: [1, 2], closed: undefined })).toThrow(
      'Expected ground of 6 values (3 x 2), got 2.',
    );
  });
});
