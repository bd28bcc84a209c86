import { describe, expect, it } from 'vitest';
import { createFloodDetail } from '../../src/engines/flood-detail.ts';

const NONE = 0xffff;

/** A grid of 6 × 6 cells with 4 × 4 fine ones in each. */
function createScene(heightAt: (x: number, y: number) => number) {
  const [width, height, factor] = [6, 6, 4];
  const fineWidth = width * factor;
  const fineBed = Float32Array.from({ length: fineWidth * fineWidth }, (_, i) =>
    heightAt((i % fineWidth) + 0.5, Math.floor(i / fineWidth) + 0.5),
  );
  const bed = Float32Array.from({ length: width * height }, (_, cell) => {
    let sum = 0;
    for (let i = 0; i < factor * factor; i++) {
      const column = (cell % width) * factor + (i % factor);
      const row = Math.floor(cell / width) * factor + Math.floor(i / factor);
      sum += fineBed[row * fineWidth + column] as number;
    }
    return sum / (factor * factor);
  });
  const isLeftOut = new Uint8Array(fineBed.length);
  const { depths: refine, minutes } = createFloodDetail({ width, height, bed, factor, fineBed, isLeftOut });
  return { bed, fineBed, fineWidth, isLeftOut, refine, minutes };
}

describe('depths on finer ground', () => {
  it('stand level over ground that is not, and keep their volume where all of it is under water', () => {
    const { bed, fineBed, refine } = createScene((x, y) => -4 + 0.05 * Math.sin(x) + 0.04 * Math.cos(1.7 * y));
    const level = -3.5;
    const fine = refine(
      Uint16Array.from(bed, (ground) => Math.round((level - ground) * 1000)),
      NONE,
    );
    let volume = 0;
    for (let i = 0; i < fine.length; i++) {
      // Half a millimetre by the run's rounding, half by its own.
      expect(Math.abs((fineBed[i] as number) + (fine[i] as number) / 1000 - level)).toBeLessThan(0.0011);
      volume += (fine[i] as number) / 1000;
    }
    const coarse = bed.reduce((sum, ground) => sum + (level - ground) * 16, 0);
    expect(volume / coarse).toBeCloseTo(1, 3);
  });

  it('leave a kerb dry that stands out of the water', () => {
    const { bed, fineWidth, refine } = createScene((x) => (x < 10 ? -4 : -3.88));
    const fine = refine(
      Uint16Array.from(bed, (ground) => Math.max(0, Math.round((-3.93 - ground) * 1000))),
      NONE,
    );
    const row = Array.from(fine.subarray(fineWidth * 8, fineWidth * 9));
    expect(row.slice(0, 8).every((mm) => mm === 70)).toBe(true);
    expect(row.slice(12).every((mm) => mm === 0)).toBe(true);
  });

  it('follow thin water down a slope without steps', () => {
    const { bed, fine } = (() => {
      const scene = createScene((x) => -4 + 0.02 * x);
      return { bed: scene.bed, fine: scene.refine(new Uint16Array(scene.bed.length).fill(30), NONE) };
    })();
    expect(bed.length).toBe(36);
    // Away from the borders, where there is a cell on both sides.
    for (let x = 4; x < 20; x++) expect(fine[10 * 24 + x] as number).toBeCloseTo(30, -0.5);
  });

  it('end between a wet cell and a dry one, nowhere as the side of a cell, and are dry in the dry one’s middle', () => {
    const { bed, fineWidth, refine } = createScene(() => -4);
    const coarse = Uint16Array.from(bed, (_, cell) => (cell % 6 < 3 ? 200 : 0));
    const row = Array.from(refine(coarse, NONE).subarray(fineWidth * 9, fineWidth * 10));
    expect(row.slice(0, 10)).toEqual(new Array(10).fill(200));
    // Down to the film on equal ground beside it.
    expect(row.slice(10, 16)).toEqual([175, 125, 56, 6, 0, 0]);
    expect(row.slice(16).every((mm) => mm === 0)).toBe(true);
  });

  it('keep apart a street and the canal under its quay', () => {
    const { bed, fineWidth, refine } = createScene((x) => (x < 12 ? -3.6 : -4.5));
    const coarse = Uint16Array.from(bed, () => 100);
    const row = Array.from(refine(coarse, NONE).subarray(fineWidth * 9, fineWidth * 10));
    expect(row).toEqual(new Array(fineWidth).fill(100));
  });

  it('go on to the wall of a building that has most of a cell, and know what is left out', () => {
    const { bed, isLeftOut, refine, fineWidth } = createScene(() => -4);
    isLeftOut[5] = 1;
    // Row 2, column 2: closed; of its fine cells only the western ones are open.
    bed[14] = Number.NaN;
    for (let y = 8; y < 12; y++) for (let x = 9; x < 12; x++) isLeftOut[y * fineWidth + x] = 1;
    const coarse = new Uint16Array(bed.length).fill(200);
    coarse[14] = NONE;
    const fine = refine(coarse, NONE);
    expect(fine[5]).toBe(0);
    expect(fine[6]).toBe(200);
    expect(fine[9 * fineWidth + 8]).toBe(200);
    expect(fine[9 * fineWidth + 9]).toBe(0);
  });

  it('have minutes that are linear between the middles of cells, and none where none is known', () => {
    const { bed, fineWidth, minutes } = createScene(() => -4);
    const coarse = Uint16Array.from(bed, (_, cell) => (cell % 6 < 3 ? 10 + 8 * (cell % 6) : NONE));
    const row = Array.from(minutes(coarse, NONE).subarray(fineWidth * 9, fineWidth * 10));
    expect(row.slice(2, 10)).toEqual([11, 13, 15, 17, 19, 21, 23, 25]);
    expect(row.slice(10, 14)).toEqual([26, 26, 26, 26]);
    expect(row.slice(14).every((value) => value === NONE)).toBe(true);
  });
});
