import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clearDay } from '../../src/engines/solar/clear-sky.ts';
import { deBilt, deBilt2000 } from '../../src/engines/solar/climate-de-bilt.ts';
import type { Plane } from '../../src/engines/solar/plane.ts';
import { listSkyMoments } from '../../src/engines/solar/sky-moments.ts';
import { createSkyYear, irradiateUnshaded } from '../../src/engines/solar/sky-year.ts';
import { splitMonths } from '../../src/engines/solar/split-months.ts';
import { readMeasuredYear } from './solar/knmi-hours.ts';
import { hayDavies, irradiate, isotropic, perez } from './solar/sky-models.ts';

const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);
const plane = (slopeDegrees: number, azimuthDegrees: number): Plane => ({ slopeDegrees, azimuthDegrees });
const flat = plane(0, 0);
const percent = (is: number, should: number) => (is / should - 1) * 100;

describe('SO3b: a clear day by ESRA, Linke 3, albedo 0.2, 52.10° N, within 1 % of GRASS r.sun', () => {
  const planes: [string, Plane][] = [
    ['flat', flat],
    ['S 35°', plane(35, 180)],
    ['E 35°', plane(35, 90)],
    ['W 35°', plane(35, 270)],
    ['N 35°', plane(35, 0)],
    ['S 90°', plane(90, 180)],
  ];
  it.each([
    [80, [4581, 6954, 4477, 4477, 879, 6088]],
    [172, [8683, 8640, 8033, 8033, 6359, 4093]],
  ])('day %i', (day, expected) => {
    planes.forEach(([name, of], i) => {
      const { total, fromBehind } = clearDay(52.1, day, of, { linke: 3 }, 0.2);
      const should = expected[i] as number;
      // r.sun lets the ground in front of a plane reflect no beam while the sun stands behind the plane, though it is lit: a wall to the
      // south in June gets 110 Wh/m² more (2.7 %) than it says. Compared without; what we tell has it.
      const alike = total - fromBehind;
      console.log(
        `day ${day} ${name}: ${alike.toFixed(0)} Wh/m² (${should}, ${percent(alike, should).toFixed(2)} %), and ${fromBehind.toFixed(0)} by the ground while the sun is behind`,
      );
      expect(Math.abs(percent(alike, should))).toBeLessThan(1);
      expect(percent(total, should)).toBeLessThan(3);
    });
  });
});

/** Hay & Davies on hours of the Uccle typical year, relative to flat ground. */
const uccle: [string, Plane, number][] = [
  ['E 35°', plane(35, 90), 0.936],
  ['SE 35°', plane(35, 135), 1.066],
  ['S 35°', plane(35, 180), 1.11],
  ['SW 35°', plane(35, 225), 1.052],
  ['W 35°', plane(35, 270), 0.915],
  ['N 35°', plane(35, 0), 0.699],
  ['S wall', plane(90, 180), 0.771],
  ['E wall', plane(90, 90), 0.637],
  ['W wall', plane(90, 270), 0.617],
  ['N wall', plane(90, 0), 0.381],
];

/** Months of De Bilt with the year's sums of Uccle: that year's own months and hours are not at hand. */
function likeUccle() {
  const raise = (months: readonly number[], to: number) => months.map((month) => (month * to) / sum(months));
  return { global: raise(deBilt2000.global, 965), diffuse: raise(deBilt2000.diffuse, 579) };
}

describe('SO4: planes in the open relative to flat ground', () => {
  it('from monthly means within 4 % of the hours of Uccle', () => {
    const sky = createSkyYear(likeUccle(), 50.8);
    for (const [name, of, should] of uccle) {
      const is = sum(irradiateUnshaded(sky, of, 0.2)) / 965;
      console.log(`${name}: ${is.toFixed(3)} (${should}, ${percent(is, should).toFixed(1)} %)`);
      expect(Math.abs(percent(is, should))).toBeLessThan(4);
    }
  });

  it('a roof to the south by Perez (1.136) and by an evenly bright sky (1.078), within 4 %', () => {
    const moments = listSkyMoments(likeUccle(), 50.8);
    const south = plane(35, 180);
    const byPerez = irradiate(moments, south, 0.2, perez) / 965;
    const even = irradiate(moments, south, 0.2, isotropic) / 965;
    console.log(`Perez ${byPerez.toFixed(3)} (1.136), isotropic ${even.toFixed(3)} (1.078)`);
    expect(Math.abs(percent(byPerez, 1.136))).toBeLessThan(4);
    expect(Math.abs(percent(even, 1.078))).toBeLessThan(4);
  });

  it('folded into directions it is the same as moment by moment', () => {
    const moments = listSkyMoments(deBilt, 52.1);
    const sky = createSkyYear(deBilt, 52.1);
    for (const [, of] of uccle) {
      expect(sum(irradiateUnshaded(sky, of, 0.2))).toBeCloseTo(irradiate(moments, of, 0.2, hayDavies), 8);
    }
  });

  it('flat ground gets what was measured, month by month', () => {
    const months = irradiateUnshaded(createSkyYear(deBilt, 52.1), flat, 0.2);
    // The ring of a sun on the horizon is cut off, so a trace is lost.
    deBilt.global.forEach((should, i) => {
      expect(Math.abs(percent(months[i] as number, should))).toBeLessThan(0.05);
    });
  });

  it('morning and afternoon are alike: mirrored planes get the same', () => {
    const sky = createSkyYear(deBilt, 52.1);
    for (const azimuth of [20, 90, 135]) {
      const [east, west] = [azimuth, 360 - azimuth].map((a) => sum(irradiateUnshaded(sky, plane(35, a), 0.2)));
      expect(east).toBeCloseTo(west as number, 8);
    }
  });

  it('twice the days and half the step change no year by 0.2 %', () => {
    const usual = createSkyYear(deBilt, 52.1);
    const finer = createSkyYear(deBilt, 52.1, { daysPerMonth: 4, stepMinutes: 15 });
    for (const [name, of] of uccle) {
      const [is, should] = [usual, finer].map((sky) => sum(irradiateUnshaded(sky, of, 0.2))) as [number, number];
      console.log(`${name}: ${percent(is, should).toFixed(3)} %`);
      expect(Math.abs(percent(is, should))).toBeLessThan(0.2);
    }
  });
});

describe('the built-in climate, De Bilt', () => {
  const path = fileURLToPath(new URL('../../../shared/data/rain/rain-knmi/uurgeg_260_1991-2000.txt', import.meta.url));
  const measured = existsSync(path) ? readMeasuredYear(path, '260', { lon: 5.18, lat: 52.1 }) : undefined;

  it.skipIf(!measured)('has the months of the measured hours of 2000, split by Erbs', () => {
    if (!measured) return;
    for (let month = 0; month < 12; month++) {
      console.log(
        `month ${month + 1}: ${measured.global[month]?.toFixed(1)} (${deBilt2000.global[month]}), diffuse ${measured.diffuse[month]?.toFixed(1)} (${deBilt2000.diffuse[month]})`,
      );
      expect(Math.abs((measured.global[month] as number) - (deBilt2000.global[month] as number))).toBeLessThan(0.06);
      expect(Math.abs((measured.diffuse[month] as number) - (deBilt2000.diffuse[month] as number))).toBeLessThan(0.06);
    }
  });

  it.skipIf(!measured)('gives from its months what its hours give, within 4 %', () => {
    if (!measured) return;
    const sky = createSkyYear(deBilt2000, 52.1);
    const year = sum(measured.global);
    for (const [name, of] of uccle) {
      // The hours of 2000 have brighter afternoons; months know no difference, so planes are compared with their mirror.
      const mirror = plane(of.slopeDegrees, (360 - of.azimuthDegrees) % 360);
      const hours = [of, mirror].map((p) => irradiate(measured.moments, p, 0.2, hayDavies) / year);
      const should = sum(hours) / 2;
      const is = sum(irradiateUnshaded(sky, of, 0.2)) / sum(sky.global);
      console.log(
        `${name}: ${is.toFixed(3)} (${should.toFixed(3)}, ${percent(is, should).toFixed(1)} %; itself ${hours[0]?.toFixed(3)})`,
      );
      expect(Math.abs(percent(is, should))).toBeLessThan(4);
    }
  });

  it('sums to 1,023 kWh/m², in summer to the 455 of KNMI for 1991–2020 within 1 %', () => {
    const summer = sum(deBilt.global.slice(5, 8));
    console.log(`${sum(deBilt.global).toFixed(1)}, summer ${summer.toFixed(1)}`);
    expect(sum(deBilt.global)).toBeCloseTo(1023, 6);
    expect(Math.abs(percent(summer, (206 * 92 * 24) / 1000))).toBeLessThan(1);
  });

  it('panels to the south give 890–975 kWh a kWp at performance ratio 0.80, to east and west 740–790', () => {
    const sky = createSkyYear(deBilt, 52.1);
    const yieldOf = (of: Plane) => sum(irradiateUnshaded(sky, of, 0.2)) * 0.8;
    const [south, east] = [yieldOf(plane(35, 180)), yieldOf(plane(35, 90))];
    console.log(`S 35° ${south.toFixed(0)} kWh/kWp (890–975), E and W 35° ${east.toFixed(0)} (740–790)`);
    expect(south).toBeGreaterThan(890);
    expect(south).toBeLessThan(975);
    expect(east).toBeGreaterThan(740);
    expect(east).toBeLessThan(790);
  });

  it('months without a diffuse sum get a share near that of their hours', () => {
    const share = sum(splitMonths(deBilt2000.global, 52.1)) / sum(deBilt2000.global);
    console.log(
      `diffuse share ${share.toFixed(3)} (${(sum(deBilt2000.diffuse) / sum(deBilt2000.global)).toFixed(3)} by hours)`,
    );
    expect(Math.abs(share - sum(deBilt2000.diffuse) / sum(deBilt2000.global))).toBeLessThan(0.02);
  });
});
