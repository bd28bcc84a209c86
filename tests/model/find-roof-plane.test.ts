import { describe, expect, it } from 'vitest';
import { findRoofPlane } from '../../src/model/find-roof-plane.ts';

/** A house of 8 × 10 m with its ridge along y at x = 0, and a flat dormer on its east slope. */
const roofs = {
  x: [-2, 2, 2],
  y: [0, 0, 0],
  nap: [7, 7, 8.2],
  slope: [45, 45, 0],
  azimuth: [270, 90, -1],
  area: [56, 56, 4],
};
const find = (x: number, y: number, nap: number, rows = [0, 1, 2]) => findRoofPlane(roofs, rows, { x, y, nap });

describe('the roof plane at a point', () => {
  it('is the one that the point lies in', () => {
    expect(find(-1, 4, 8)).toBe(0);
    expect(find(-3.5, -4.5, 5.6)).toBe(0);
    expect(find(3, -4, 6.1)).toBe(1);
    expect(find(2.4, 0.3, 8.25)).toBe(2);
  });

  it('is the nearer one where two planes meet', () => {
    expect(find(-0.3, 4, 8.7)).toBe(0);
    expect(find(0.3, 4, 8.7)).toBe(1);
  });

  it('is none on a wall, and none without planes', () => {
    expect(find(-4, 0, 2)).toBeUndefined();
    expect(find(0, 5, 5)).toBeUndefined();
    expect(find(-1, 4, 8, [])).toBeUndefined();
  });
});
