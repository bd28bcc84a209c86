import { describe, expect, it } from 'vitest';
import { type MeasurePoint, measureArea, measureDistance, rdScale } from '../../src/model/measure.ts';
import { lonLatToRd, rdToLonLat } from '../../src/model/rd.ts';
import { toEarthCentred } from '../../src/pipeline/tiles/ellipsoid.ts';

const at = (x: number, y: number, nap?: number, error: number | undefined = 0): MeasurePoint => ({
  x: 147000 + x,
  y: 508000 + y,
  nap,
  on: 'typed',
  error,
});

describe('a distance', () => {
  it('of 3, 4 and 12 metres is 13 in space and 5 on the map', () => {
    const { onMap, inSpace, rise, slopeDegrees } = measureDistance([at(0, 0, -4), at(3, 4, 8)]);
    expect(onMap).toEqual({ value: 5, error: 0 });
    expect(inSpace).toEqual({ value: 13, error: 0 });
    expect(rise).toEqual({ value: 12, error: 0 });
    expect(slopeDegrees?.value).toBeCloseTo((Math.atan2(12, 5) * 180) / Math.PI, 10);
  });

  it('adds up along a line, and the rise counts from first to last', () => {
    const { onMap, inSpace, rise } = measureDistance([at(0, 0, 0), at(0, 10, 5), at(10, 10, 0)]);
    expect(onMap.value).toBeCloseTo(20, 9);
    expect(inSpace?.value).toBeCloseTo(2 * Math.hypot(10, 5), 9);
    expect(rise?.value).toBe(0);
  });

  it('has the error that its points make', () => {
    // Two ends of 0.3 and 0.4 m: along the line and in height √(0.3² + 0.4²) = 0.5.
    const pair = [at(0, 0, 0, 0.3), at(100, 0, 0, 0.4)];
    const { onMap, rise, slopeDegrees } = measureDistance(pair);
    expect(onMap.error).toBeCloseTo(0.5, 6);
    expect(rise?.error).toBeCloseTo(0.5, 6);
    expect(slopeDegrees?.error).toBeCloseTo((0.005 * 180) / Math.PI, 6);
    // A point halfway that errs sideways changes a straight line by nothing, lengthwise nothing either.
    expect(measureDistance([at(0, 0), at(50, 0, undefined, 1), at(100, 0)]).onMap.error).toBeCloseTo(0, 4);
  });

  it('knows no error when one of the sources names none, and no height where a point has none', () => {
    const unknown: MeasurePoint = { ...at(3, 4), error: undefined };
    expect(measureDistance([at(0, 0, 1), unknown])).toMatchObject({
      onMap: { value: 5, error: undefined },
      inSpace: undefined,
      rise: undefined,
      slopeDegrees: undefined,
    });
  });

  it('straight up has no slope', () => {
    expect(measureDistance([at(0, 0, 0), at(0, 0, 9)])).toMatchObject({
      inSpace: { value: 9 },
      slopeDegrees: undefined,
    });
  });
});

describe('an area', () => {
  it('of a roof under 60 degrees is twice that on the map', () => {
    const rise = 5 * Math.sqrt(3);
    const { onMap, inSpace, perimeterOnMap, perimeterInSpace, unevenness } = measureArea([
      at(0, 0, 3),
      at(20, 0, 3),
      at(20, 5, 3 + rise),
      at(0, 5, 3 + rise),
    ]);
    expect(onMap.value).toBeCloseTo(100, 8);
    expect(inSpace?.value).toBeCloseTo(200, 8);
    expect(perimeterOnMap.value).toBeCloseTo(50, 8);
    expect(perimeterInSpace?.value).toBeCloseTo(60, 8);
    expect(unevenness).toBeCloseTo(0, 9);
  });

  it('of a wall is nothing on the map and whole in space', () => {
    const wall = measureArea([at(0, 0, 0), at(8, 6, 0), at(8, 6, 4), at(0, 0, 4)]);
    expect(wall.onMap.value).toBeCloseTo(0, 9);
    expect(wall.inSpace?.value).toBeCloseTo(40, 9);
    expect(wall.crossesItself).toBe(false);
  });

  it('of a notched polygon takes the notch off, whichever way round', () => {
    const notched = [at(0, 0), at(10, 0), at(10, 10), at(5, 5), at(0, 10)];
    expect(measureArea(notched).onMap.value).toBeCloseTo(75, 9);
    expect(measureArea(notched.toReversed()).onMap.value).toBeCloseTo(75, 9);
  });

  it('has the error of its corners: a square of side a with corners off by e, a·e·√2', () => {
    const square = [at(0, 0), at(10, 0), at(10, 10), at(0, 10)].map((point) => ({ ...point, error: 0.2 }));
    expect(measureArea(square).onMap.error).toBeCloseTo(10 * 0.2 * Math.SQRT2, 6);
  });

  it('has no surface in space where its points are not in one plane', () => {
    const saddle = measureArea([at(0, 0, 0), at(10, 0, 3), at(10, 10, 0), at(0, 10, 3)]);
    expect(saddle.inSpace).toBeUndefined();
    expect(saddle.unevenness).toBeCloseTo(1.5, 6);
  });

  it('is told to cross itself', () => {
    expect(measureArea([at(0, 0), at(10, 10), at(10, 0), at(0, 10.5)]).crossesItself).toBe(true);
    expect(measureArea([at(0, 0), at(10, 0), at(10, 10), at(0, 10)]).crossesItself).toBe(false);
  });
});

describe('the scale of RD', () => {
  it('is 0.9999079 at Amersfoort and 1 on the circle that the map cuts', () => {
    expect(rdScale({ x: 155000, y: 463000 })).toBe(0.9999079);
    expect(rdScale({ x: 155000, y: 463000 + 122_516 })).toBeCloseTo(1, 7);
  });

  it.each([
    [155000, 463000],
    [147000, 508000],
    [90000, 440000],
    [190000, 320000],
    [250000, 590000],
  ])('at %i, %i agrees with ETRS89 within 2 parts in 100,000', (x, y) => {
    // A kilometre on the map, as a chord over the ellipsoid; its curvature takes 10⁻⁹ of it.
    const ends = [-500, 500].map((dx) => toEarthCentred(rdToLonLat({ x: x + dx, y }), 0));
    const [a, b] = ends as unknown as [number[], number[]];
    const truth = Math.hypot(...a.map((value, i) => value - (b[i] as number)));
    expect(Math.abs(1000 / truth / rdScale({ x, y }) - 1)).toBeLessThan(2e-5);
    expect(lonLatToRd(rdToLonLat({ x, y })).x).toBeCloseTo(x, 5);
  });
});
