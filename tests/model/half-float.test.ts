import { describe, expect, it } from 'vitest';
import { fromHalf, toHalf } from '../../src/model/half-float.ts';

describe('16-bit floats', () => {
  it('come back exactly, all 63,488 of them that are finite', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, half) => half).filter((half) => {
      const value = fromHalf(half);
      return Number.isFinite(value) && toHalf(value) !== half;
    });
    expect(wrong).toEqual([]);
  });

  it('are the nearest there are', () => {
    for (let i = 0; i < 2000; i++) {
      const value = Math.sin(i) * 10 ** ((i % 9) - 5);
      const half = toHalf(value);
      const off = Math.abs(fromHalf(half) - value);
      for (const other of [half - 1, half + 1]) {
        const beside = fromHalf(other & 0xffff);
        if (Number.isFinite(beside)) expect(off).toBeLessThanOrEqual(Math.abs(beside - value));
      }
    }
  });

  it('know zero, infinity and what is no number', () => {
    expect(toHalf(0)).toBe(0);
    expect(fromHalf(toHalf(1e6))).toBe(Number.POSITIVE_INFINITY);
    expect(fromHalf(toHalf(Number.NaN))).toBeNaN();
    expect(toHalf(65504)).toBe(0x7bff);
  });
});
