/** The view from a window against closed formulas: each test names its formula and prints the figure beside it. */
import { describe, expect, it } from 'vitest';
import {
  boundSampling,
  computeOutlook,
  drawScene,
  measureShares,
  measureSolidAngles,
  SAMPLES,
} from '../../src/engines/outlook.ts';
import type { LocalEye, Soup } from '../../src/engines/outlook-raster.ts';
import { LENS, type OutlookClass, outlookClasses } from '../../src/model/outlook.ts';
import { type Box, boxSoup } from '../engines/box-soup.ts';

const [EXISTING, NEW] = [outlookClasses.indexOf('existing'), outlookClasses.indexOf('new')];
const { halfWidth: a, halfHeight: b } = LENS;
const north: LocalEye = { x: 0, y: 0, z: 4.3, headingDegrees: 0 };

/** Prints, and expects the figure within half a sample along the outlines. */
function compare(what: string, soups: readonly Soup[], kind: OutlookClass, expected: number, eye = north): void {
  const raster = drawScene(soups, eye, SAMPLES);
  const figure = measureShares(raster)[kind];
  const bound = boundSampling(raster)[kind];
  console.log(
    `${what}: ${(100 * figure).toFixed(3)} %, formula ${(100 * expected).toFixed(3)} %, bound ${(100 * bound).toFixed(3)} %`,
  );
  expect(Math.abs(figure - expected)).toBeLessThanOrEqual(bound + 1e-12);
  expect(bound).toBeLessThan(0.005);
}

/** A wall without thickness that faces the eye. */
const wall = (distance: number, left: number, right: number, low: number, high: number): Box => ({
  x: (left + right) / 2,
  y: distance,
  width: right - left,
  depth: 0,
  low,
  high,
});
/** Part of the picture that a rectangle at one distance covers: its sides over the distance, cut off at the picture's edge. */
function rectangleShare({ x, y: d, width, low, high }: Box, eye = north): number {
  const across = Math.min((x + width / 2) / d, a) - Math.max((x - width / 2) / d, -a);
  const up = Math.min((high - eye.z) / d, b) - Math.max((low - eye.z) / d, -b);
  return (Math.max(0, across) * Math.max(0, up)) / (4 * a * b);
}
/** Solid angle of a rectangle from the axis to X, Y at unit distance: atan(X Y / √(1 + X² + Y²)). */
const corner = (X: number, Y: number) => Math.atan((X * Y) / Math.sqrt(1 + X * X + Y * Y));

describe('shares of the view from a window', () => {
  it('empty plain: half sky, half ground', () => {
    const shares = measureShares(drawScene([], north, SAMPLES));
    expect(shares).toEqual({ sky: 0.5, ground: 0.5, existing: 0, new: 0 });
  });

  for (const [height, distance] of [
    [10, 60],
    [25, 200],
    [6, 31.7],
    [80, 40],
  ] as const) {
    it(`endless wall, ${height} m high at ${distance} m: (min((H−e)/d, b) + min(e/d, b)) / 2b`, () => {
      const box = wall(distance, -1e5, 1e5, 0, height);
      compare('endless wall', [boxSoup([box], NEW)], 'new', rectangleShare(box));
    });
  }

  it('box: front w/d × H/d over 4ab; by solid angle four times atan(XY / √(1 + X² + Y²))', () => {
    const box: Box = { x: 5, y: 90, width: 24, depth: 20, low: 0, high: 17 };
    const front = wall(80, -7, 17, 0, 17);
    compare('box', [boxSoup([box], NEW)], 'new', rectangleShare(front));
    const [left, right, low, high] = [-7 / 80, 17 / 80, -4.3 / 80, 12.7 / 80];
    const expected =
      (corner(right, high) - corner(left, high) - corner(right, low) + corner(left, low)) / (4 * corner(a, b));
    const figure = measureSolidAngles(drawScene([boxSoup([box], NEW)], north, SAMPLES)).new;
    console.log(`box by solid angle: ${(100 * figure).toFixed(3)} %, formula ${(100 * expected).toFixed(3)} %`);
    expect(Math.abs(figure - expected)).toBeLessThan(0.002);
  });

  it('two walls, the nearer half before the further: each share by inclusion and exclusion', () => {
    const near = wall(50, -5, 5, 0, 12);
    const far = wall(100, 0, 20, 0, 24);
    // From the eye the far one reaches over the near one from 0 to 0.1 of the picture, all of the near one's height.
    const both = rectangleShare(wall(1, 0, 0.1, 4.3 - 0.043, 4.3 + 0.154));
    const soups = [boxSoup([far], EXISTING), boxSoup([near], NEW)];
    compare('near wall', soups, 'new', rectangleShare(near));
    compare('far wall', soups, 'existing', rectangleShare(far) - both);
    compare('near wall, drawn first', soups.toReversed(), 'new', rectangleShare(near));
  });

  it('turning everything around the eye changes nothing', () => {
    const boxes: Box[] = [
      wall(60, -9, 4, 0, 15),
      { x: 12, y: 110, width: 30, depth: 12, low: -1, high: 22, degrees: 20 },
    ];
    const straight = drawScene([boxSoup(boxes, NEW)], north, SAMPLES);
    const bound = boundSampling(straight).new;
    for (const degrees of [37, 90, 201.5]) {
      const turn = (degrees * Math.PI) / 180;
      const turned = boxes.map((box) => ({
        ...box,
        x: box.x * Math.cos(turn) + box.y * Math.sin(turn),
        y: box.y * Math.cos(turn) - box.x * Math.sin(turn),
        degrees: (box.degrees ?? 0) + degrees,
      }));
      const figure = measureShares(
        drawScene([boxSoup(turned, NEW)], { ...north, headingDegrees: degrees }, SAMPLES),
      ).new;
      console.log(
        `turned ${degrees}°: ${(100 * figure).toFixed(3)} %, unturned ${(100 * measureShares(straight).new).toFixed(3)} %`,
      );
      expect(Math.abs(figure - measureShares(straight).new)).toBeLessThanOrEqual(bound);
    }
  });

  it('half as many samples each way stay within both bounds', () => {
    const soups = [boxSoup([{ x: 3, y: 70, width: 17, depth: 13, low: 0, high: 21, degrees: 33 }], NEW)];
    const [fine, coarse] = [drawScene(soups, north, SAMPLES), drawScene(soups, north, [300, 200])];
    const difference = Math.abs(measureShares(fine).new - measureShares(coarse).new);
    console.log(`600 × 400 against 300 × 200: ${(100 * difference).toFixed(3)} % apart`);
    expect(difference).toBeLessThanOrEqual(boundSampling(fine).new + boundSampling(coarse).new);
  });

  it('the figure of a plan: sky lost = today − plan, what is hidden adds up to what is new', () => {
    const today = [boxSoup([wall(120, -30, 0, 0, 9)], EXISTING)];
    const block = wall(60, -10, 10, 0, 15);
    const [before, after] = computeOutlook([today, [...today, boxSoup([block], NEW)]], north);
    if (!before || !after) throw new Error('no figures');
    // Above the horizon the block is 20 wide and 10.7 high at 60 m; the wall behind it takes 10/60 × 4.7/120 of that sky already.
    const expected = ((20 / 60) * (10.7 / 60) - (10 / 60) * (4.7 / 120)) / (4 * a * b);
    const lost = before.shares.sky - after.shares.sky;
    console.log(`sky lost: ${(100 * lost).toFixed(3)} %, formula ${(100 * expected).toFixed(3)} %`);
    expect(Math.abs(lost - expected)).toBeLessThanOrEqual(before.sampling.sky + after.sampling.sky);
    expect(after.hides.sky).toBeCloseTo(lost, 12);
    expect(after.hides.sky + after.hides.ground + after.hides.existing).toBeCloseTo(after.shares.new, 12);
    // Half a metre higher or lower: the block stays as large, so only sampling widens its range.
    expect(after.low.new).toBeLessThanOrEqual(after.shares.new - after.sampling.new + 1e-12);
    expect(after.high.sky).toBeGreaterThan(after.shares.sky);
  });

  it('a house around the near plane is cut, not turned inside out', () => {
    const around = boxSoup([{ x: 0, y: 0, width: 10, depth: 10, low: 0, high: 3 }], EXISTING);
    // From 4.3 m high a flat roof at 3 m, 5 m ahead, hides everything below −1.3/5 of the picture: below its lower edge.
    expect(measureShares(drawScene([around], north, SAMPLES)).existing).toBe(0);
    const wide = boxSoup([{ x: 0, y: 0, width: 40, depth: 40, low: 0, high: 3 }], EXISTING);
    compare('roof below the eye', [wide], 'existing', (b - 1.3 / 20) / (2 * b));
  });
});
