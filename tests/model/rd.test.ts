import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ellipsoidHeight,
  ellipsoidToNap,
  isInsideRd,
  lonLatToRd,
  napHeight,
  napToEllipsoid,
  OutsideNetherlandsError,
  rdToLonLat,
} from '../../src/model/rd.ts';

const official = new URL('../../../shared/geodesy/validation-points.csv', import.meta.url);

interface ValidationPoint {
  lat: number;
  lon: number;
  h: number;
  x: number;
  y: number;
  nap: number;
}

// A few of the official self-validation points (NSGI, Z001), so that the test says something without the whole file.
const builtIn: ValidationPoint[] = [
  { lat: 52.39344607, lon: 4.913738955, h: 214.6078, x: 122772.1358, y: 489616.237, nap: 171.66 },
  { lat: 53.214203057, lon: 6.560321191, h: 250.6349, x: 233366.3945, y: 581480.2522, nap: 209.8676 },
  { lat: 50.882027737, lon: 5.681625221, h: 219.5894, x: 175721.2127, y: 321400.8054, nap: 173.9488 },
  { lat: 51.501490021, lon: 3.598533947, h: 308.9076, x: 30813.5968, y: 391798.1056, nap: 264.5894 },
  { lat: 52.361741299, lon: 5.201646464, h: 99.0968, x: 142360.3884, y: 485999.5117, nap: 56.1655 },
];

function readOfficialPoints(): ValidationPoint[] {
  const [, ...lines] = readFileSync(official, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, lat, lon, h, x, y, nap] = line.split(',').map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return { lat, lon, h, x, y, nap };
  });
}

function worst(points: ValidationPoint[]) {
  const result = { count: 0, horizontal: 0, vertical: 0, roundTrip: 0 };
  for (const point of points) {
    if (!isInsideRd(point)) continue;
    const rd = lonLatToRd(point);
    const back = lonLatToRd(rdToLonLat(rd));
    result.count++;
    result.horizontal = Math.max(result.horizontal, Math.hypot(rd.x - point.x, rd.y - point.y));
    result.vertical = Math.max(result.vertical, Math.abs(ellipsoidToNap(ellipsoidHeight(point.h), point) - point.nap));
    result.roundTrip = Math.max(result.roundTrip, Math.hypot(back.x - rd.x, back.y - rd.y));
  }
  return result;
}

function expectWithinBar(points: ValidationPoint[]) {
  const { count, horizontal, vertical, roundTrip } = worst(points);
  console.log(
    `RD New and NAP on ${count} official points: horizontal ${(horizontal * 1000).toFixed(1)} mm (bar 20), ` +
      `vertical ${(vertical * 1000).toFixed(1)} mm (bar 15), round trip ${(roundTrip * 1000).toFixed(4)} mm (bar 1)`,
  );
  expect(count).toBeGreaterThan(0);
  expect(horizontal).toBeLessThan(0.02);
  expect(vertical).toBeLessThan(0.015);
  expect(roundTrip).toBeLessThan(0.001);
}

describe('RD New and NAP', () => {
  it('agrees with five official self-validation points', () => expectWithinBar(builtIn));

  it.skipIf(!existsSync(official))('agrees with every official point within the RD polygon (shared/geodesy)', () =>
    expectWithinBar(readOfficialPoints()),
  );

  it('refuses points outside the table instead of shifting them silently', () => {
    expect(() => lonLatToRd({ lon: 8.5, lat: 52 })).toThrow(OutsideNetherlandsError);
    expect(() => lonLatToRd({ lon: Number.NaN, lat: 52 })).toThrow(OutsideNetherlandsError);
    expect(() => rdToLonLat({ x: 600000, y: 500000 })).toThrow(OutsideNetherlandsError);
    expect(() => rdToLonLat({ x: Number.NaN, y: 500000 })).toThrow(OutsideNetherlandsError);
  });

  it('puts NAP zero about 43 m above the ellipsoid and comes back', () => {
    const at = { lon: 5.2, lat: 52.55 };
    const ellipsoidal = napToEllipsoid(napHeight(-4), at);
    expect(ellipsoidal).toBeGreaterThan(37);
    expect(ellipsoidal).toBeLessThan(41);
    expect(ellipsoidToNap(ellipsoidal, at)).toBeCloseTo(-4, 12);
  });
});
