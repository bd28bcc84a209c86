import { describe, expect, it } from 'vitest';
import { isInPolygon, polygonArea } from '../../src/model/polygon.ts';

describe('a polygon', () => {
  it('knows inside from outside, also in a bent polygon', () => {
    const bent = [0, 0, 10, 0, 10, 10, 5, 2, 0, 10];
    expect(isInPolygon(bent, 1, 1)).toBe(true);
    expect(isInPolygon(bent, 5, 8)).toBe(false);
    expect(polygonArea(bent)).toBe(60);
  });
});
