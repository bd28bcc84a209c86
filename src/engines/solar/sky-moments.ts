/**
 * Light from the sun and from the sky at moments that stand for a year, made from twelve monthly sums on flat ground. Each month has
 * days of several kinds, from dark to bright (`day-kinds.ts`); each day its diffuse share (`erbs.ts`) and its course (`day-profile.ts`).
 * At the end a month's beams and diffuse light are scaled to its sums, so that flat ground gets what was measured.
 *
 * Time is true solar time: morning and afternoon are alike. What a place has of morning mist or afternoon clouds is not in it (at
 * Uccle a roof to the east gets 2 % more than one to the west). Twice as many days and half the step change no plane's year by 0.2 %.
 */
import type { SolarClimate } from '../../model/solar.ts';
import { listDayKinds } from './day-kinds.ts';
import { diffuseShareAt, globalShareAt } from './day-profile.ts';
import { diffuseShareOfDay } from './erbs.ts';
import {
  DAYS_IN_MONTH,
  daysOfMonth,
  extraterrestrialDay,
  extraterrestrialNormal,
  type SunVector,
  solarDeclination,
  sunsetAngle,
  sunVector,
} from './extraterrestrial.ts';

export interface SkyMoment {
  /** January 0. */
  readonly month: number;
  /** The same object for moments with the sun in the same place. */
  readonly sun: SunVector;
  /** W/m² across the rays, above the air and below it. */
  readonly extraterrestrial: number;
  readonly beam: number;
  /** W/m² on flat ground. */
  readonly diffuse: number;
  /** Of a year, for which this moment stands. */
  readonly hours: number;
}

export interface SkySampling {
  /** Days for which each month's sun is placed, and minutes between its places. */
  readonly daysPerMonth: number;
  readonly stepMinutes: number;
}

export const usualSampling: SkySampling = { daysPerMonth: 2, stepMinutes: 30 };

type Mutable = { -readonly [K in keyof SkyMoment]: SkyMoment[K] };

/** Moments of one day, of all its kinds; its light still by the formulas, not by the month's sums. */
function dayMoments(
  place: { readonly latitude: number; readonly month: number; readonly day: number; readonly days: number },
  clearness: number,
  stepMinutes: number,
): Mutable[] {
  const { latitude, month, day, days } = place;
  const declination = solarDeclination(day);
  const sunset = sunsetAngle(latitude, declination);
  const extraterrestrial = extraterrestrialNormal(day);
  const dayHours = (sunset * 24) / Math.PI;
  const steps = Math.max(2, Math.round((dayHours * 60) / stepMinutes));
  const kinds = listDayKinds(clearness);
  const above = extraterrestrialDay(latitude, day) * 1000;
  const moments: Mutable[] = [];
  for (let i = 0; i < steps; i++) {
    const hourAngle = sunset * (((i + 0.5) / steps) * 2 - 1);
    const sun = sunVector(latitude, declination, hourAngle);
    const [ofDiffuse, ofGlobal] = [diffuseShareAt(hourAngle, sunset), globalShareAt(hourAngle, sunset)];
    for (const kind of kinds) {
      const share = diffuseShareOfDay(kind, sunset);
      const global = above * kind * ofGlobal;
      const diffuse = Math.min(global, above * kind * share * ofDiffuse);
      moments.push({
        month,
        sun,
        extraterrestrial,
        beam: (global - diffuse) / sun.up,
        diffuse,
        hours: ((dayHours / steps) * days) / kinds.length,
      });
    }
  }
  return moments;
}

/** `daysPerMonth` days in the middles of equal parts of a month. */
function pickDays(month: number, daysPerMonth: number): number[] {
  const days = daysOfMonth(month);
  const length = days.length / daysPerMonth;
  return Array.from({ length: daysPerMonth }, (_, i) => (days[0] as number) - 0.5 + (i + 0.5) * length);
}

/** Latitude in degrees, between the polar circles. */
export function listSkyMoments(
  climate: Pick<SolarClimate, 'global' | 'diffuse'>,
  latitude: number,
  sampling: SkySampling = usualSampling,
): SkyMoment[] {
  if (Math.abs(latitude) > 66) throw new RangeError(`Expected a latitude between −66° and 66°, got ${latitude}.`);
  return climate.global.flatMap((global, month) => {
    const all = daysOfMonth(month);
    const above = all.reduce((sum, day) => sum + extraterrestrialDay(latitude, day), 0);
    const days = (DAYS_IN_MONTH[month] as number) / sampling.daysPerMonth;
    const moments = pickDays(month, sampling.daysPerMonth).flatMap((day) =>
      dayMoments({ latitude, month, day, days }, global / above, sampling.stepMinutes),
    );
    const diffuse = climate.diffuse[month] as number;
    const beamSum = moments.reduce((sum, m) => sum + m.beam * m.sun.up * m.hours, 0) / 1000;
    const diffuseSum = moments.reduce((sum, m) => sum + m.diffuse * m.hours, 0) / 1000;
    for (const moment of moments) {
      moment.beam *= beamSum > 0 ? (global - diffuse) / beamSum : 0;
      moment.diffuse *= diffuseSum > 0 ? diffuse / diffuseSum : 0;
    }
    return moments;
  });
}
