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
  const refine = createFloodDetail({ width, height, bed, factor, fineBed, isLeftOut });
  return { bed, fineBed, fineWidth, isLeftOut, refine };
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

  it('know what is left out, closed or dry', () => {
    const { bed, isLeftOut, refine } = createScene(() => -4);
    isLeftOut[5] = 1;
    const coarse = new Uint16Array(bed.length).fill(200);
    coarse[14] = NONE;
    coarse[21] = 10;
    const fine = refine(coarse, NONE);
    expect(fine[5]).toBe(0);
    expect(fine[6]).toBe(200);
    expect(fine[9 * 24 + 9]).toBe(0);
    expect(fine[13 * 24 + 13]).toBe(0);
  });
});
