import { describe, expect, it } from 'vitest';
import { buildBvh } from '../../../src/engines/bvh.ts';
import { fitPanels } from '../../../src/engines/solar/fit-panels.ts';
import { findRoofPlanes, type RoofMesh } from '../../../src/engines/solar/roof-planes.ts';
import { defaultSolarSettings } from '../../../src/model/solar-defaults.ts';
import { block, type Face, meshOf, roof } from './houses.ts';

/** A panel of 1 × 2 m, 0.5 m from the edges, so that hands can count. */
const settings = {
  ...defaultSolarSettings,
  panel: { width: 1, height: 2, peakW: 400 },
  edge: 0.5,
  flat: { layout: 'south', tiltDegrees: 0, pitch: 1.5 },
} as const;

function fitOn(faces: readonly Face[] | RoofMesh, changed: Partial<typeof defaultSolarSettings> = {}) {
  const mesh = 'positions' in faces ? faces : meshOf(faces);
  const [plane] = findRoofPlanes(mesh, () => buildBvh(mesh.positions)).planes;
  return fitPanels(plane, mesh.positions, { ...settings, ...changed });
}

/** `length` along the eaves, `slope` up the slope of 45° to the south. */
function slopeOf(length: number, slope: number) {
  const up = slope * Math.SQRT1_2;
  return roof([0, 0, 3], [length, 0, 3], [length, up, 3 + up], [0, up, 3 + up]);
}

/** Whether two of the rectangles overlap. */
function doOverlap(rectangles: ReturnType<typeof fitOn>['rectangles']) {
  return rectangles.some(([u, v, width, depth], i) =>
    rectangles.some(
      ([p, q, w, d], j) =>
        j > i && u < p + w - 1e-6 && p < u + width - 1e-6 && v < q + d - 1e-6 && q < v + depth - 1e-6,
    ),
  );
}

describe('panels on a slope', () => {
  it('fill a rectangle upright or lying, whichever holds more', () => {
    // Free: 9.2 × 4.1 m. Upright: nine of 1.02 along it (9.18 less a gap), two rows of 2.02: eighteen. Lying: four by four.
    const upright = fitOn([slopeOf(10.2, 5.1)]);
    expect(upright.count).toBe(18);
    expect(upright.rectangles[0].slice(2)).toEqual([1, 2]);
    // Free: 8.1 × 3.1 m. Upright: seven in one row. Lying: four by three.
    const lying = fitOn([slopeOf(9.1, 4.1)]);
    expect(lying.count).toBe(12);
    expect(lying.rectangles[0].slice(2)).toEqual([2, 1]);
    for (const { rectangles } of [upright, lying]) expect(doOverlap(rectangles)).toBe(false);
  });

  it('are none where a centimetre is missing', () => {
    expect(fitOn([slopeOf(2.0, 3.0)]).count).toBe(1);
    expect(fitOn([slopeOf(2.0, 2.98)]).count).toBe(0);
    expect(fitOn([slopeOf(1.98, 3.0)]).count).toBe(0);
  });

  it('keep the distance to what stands on the roof', () => {
    const empty = fitOn([slopeOf(10.2, 3.1)]);
    expect(empty.count).toBe(9);
    // A chimney of 0.6 m in the middle leaves 3.8 m at both sides, 0.5 m from it and from the edge: three each.
    const chimney = block(4.8, 0.8, 5.4, 1.4, 0, 6.5);
    const fitted = fitOn(meshOf([slopeOf(10.2, 3.1), ...chimney.slice(1)]));
    expect(fitted.count).toBe(6);
    for (const [u, , width] of fitted.rectangles) {
      const west = u + 5.1;
      expect(west + width <= 4.8 - 0.499 || west >= 5.4 + 0.499).toBe(true);
    }
  });

  it('lie in an L as in its two arms', () => {
    const l = [
      roof([0, 0, 3], [10.2, 0, 3], [10.2, 3, 3 + 3], [0, 3, 3 + 3]),
      roof([0, 3, 3 + 3], [4.1, 3, 3 + 3], [4.1, 8, 3 + 8], [0, 8, 3 + 8]),
    ];
    const { count, rectangles } = fitOn(l);
    // Slope lengths 4.24 and 7.07. Upright: the foot's nine in one row (3.24 free), above it three by three: 18 at least.
    expect(count).toBeGreaterThanOrEqual(18);
    expect(doOverlap(rectangles)).toBe(false);
    for (const [u, v, width, depth] of rectangles) {
      expect(u).toBeGreaterThan(-10.2);
      expect(width * depth).toBeCloseTo(2);
      expect(v).toBeLessThan(12);
    }
  });

  it('fit in a triangle no nearer to its sides than the distance', () => {
    const triangle = roof([0, 0, 3], [12, 0, 3], [6, 6, 9]);
    const { count, rectangles, frame } = fitOn([triangle]);
    expect(count).toBeGreaterThan(5);
    const corners: [number, number][] = [
      [0, 0],
      [12, 0],
      [6, 6 * Math.SQRT2],
    ];
    const local = corners.map(([u, v]) => [u - frame.origin[0], v - frame.origin[1] * Math.SQRT2]);
    for (const [u, v, width, depth] of rectangles) {
      for (const [x, y] of [
        [u, v],
        [u + width, v],
        [u + width, v + depth],
        [u, v + depth],
      ]) {
        for (let i = 0; i < 3; i++) {
          const [[ax, ay], [bx, by]] = [local[i], local[(i + 1) % 3]];
          const off = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay);
          expect(off).toBeGreaterThan(0.497);
        }
      }
    }
  });

  it('are none on a wall', () => {
    expect(fitOn([roof([0, 0, 0], [10, 0, 0], [10, 0, 10], [0, 0, 10])]).count).toBe(0);
  });
});

describe('panels on a flat roof', () => {
  const square = block(0, 0, 10, 8, 0, 6);

  it('stand in rows that face south, a pitch apart', () => {
    // Free: 9 × 7 m. Four of 2.02 in a row, rows of 1 m every 1.5 m: five.
    const { count, rows } = fitOn(square);
    expect(count).toBe(20);
    expect(rows).toHaveLength(1);
    expect(rows[0].gridAzimuthDegrees).toBeCloseTo(180, 3);
  });

  it('stand two by two facing east and west where that is asked', () => {
    // Rows run north–south: 7 m holds three of 2.02, pairs of 2.02 m every 2.32 m across 9 m: four.
    const { count, rows } = fitOn(square, { flat: { layout: 'east-west', tiltDegrees: 0, pitch: 1.5 } });
    expect(count).toBe(24);
    expect(rows.map(({ gridAzimuthDegrees }) => Math.round(gridAzimuthDegrees)).sort((a, b) => a - b)).toEqual([
      90, 270,
    ]);
  });

  it('follow a building that stands askew, facing its side nearest to the south', () => {
    const turn = (30 * Math.PI) / 180;
    const ring = square[0].ring.map(([x, y, z]) => [
      x * Math.cos(turn) - y * Math.sin(turn),
      x * Math.sin(turn) + y * Math.cos(turn),
      z,
    ]) as unknown as [number, number, number][];
    const { count, rows } = fitOn([roof(...ring)]);
    expect(count).toBe(20);
    expect(rows[0].gridAzimuthDegrees).toBeCloseTo(150, 2);
  });

  it('keep inside a parapet, and none stands on its rim', () => {
    const inner = block(0.3, 0.3, 9.7, 7.7, 5, 5.6)[0];
    const rim = [
      roof([0, 0, 6], [10, 0, 6], [9.7, 0.3, 6], [0.3, 0.3, 6]),
      roof([10, 0, 6], [10, 8, 6], [9.7, 7.7, 6], [9.7, 0.3, 6]),
      roof([10, 8, 6], [0, 8, 6], [0.3, 7.7, 6], [9.7, 7.7, 6]),
      roof([0, 8, 6], [0, 0, 6], [0.3, 0.3, 6], [0.3, 7.7, 6]),
    ];
    const mesh = meshOf([...rim, inner]);
    const { planes } = findRoofPlanes(mesh, () => buildBvh(mesh.positions));
    expect(planes.map(({ surfaces }) => surfaces)).toEqual([[0, 1, 2, 3], [4]]);
    expect(fitPanels(planes[0], mesh.positions, settings).count).toBe(0);
    // Free: 8.4 × 6.4 m: four in a row, four rows.
    expect(fitPanels(planes[1], mesh.positions, settings).count).toBe(16);
  });
});
