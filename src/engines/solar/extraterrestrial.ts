/**
 * The sun above the air, in true solar time: declination, distance and what would fall on flat ground without an atmosphere.
 * Declination and distance as in the European Solar Radiation Atlas (Gruter 1984; Rigollier, Bauer & Wald 2000, Solar Energy 68).
 */

/** W/m² at the mean distance; the value that the atlas, Erbs, Klein and Perez worked with (today's is 1361). */
const SOLAR_CONSTANT = 1367;
export const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const RADIANS = Math.PI / 180;

/** Of a day of the year, 1 January is 1. */
const dayAngle = (day: number) => (2 * Math.PI * day) / 365.25;

export function solarDeclination(day: number): number {
  const angle = dayAngle(day);
  return Math.asin(0.3978 * Math.sin(angle - 1.4 + 0.0355 * Math.sin(angle - 0.0489)));
}

/** W/m² across the rays, above the air. */
export function extraterrestrialNormal(day: number): number {
  return SOLAR_CONSTANT * (1 + 0.03344 * Math.cos(dayAngle(day) - 0.048869));
}

/** Hour angle of sunset in radians; 0 where the sun stays down, π where it stays up. */
export function sunsetAngle(latitudeDegrees: number, declination: number): number {
  const cosine = -Math.tan(latitudeDegrees * RADIANS) * Math.tan(declination);
  return Math.acos(Math.max(-1, Math.min(1, cosine)));
}

/** kWh/m² on flat ground in one day. */
export function extraterrestrialDay(latitudeDegrees: number, day: number): number {
  const declination = solarDeclination(day);
  const sunset = sunsetAngle(latitudeDegrees, declination);
  const latitude = latitudeDegrees * RADIANS;
  const mean =
    Math.cos(latitude) * Math.cos(declination) * Math.sin(sunset) + sunset * Math.sin(latitude) * Math.sin(declination);
  return ((24 / Math.PI) * extraterrestrialNormal(day) * mean) / 1000;
}

/** Days of the year of a month, January 0. */
export function daysOfMonth(month: number): number[] {
  const first = DAYS_IN_MONTH.slice(0, month).reduce((sum, days) => sum + days, 1);
  return Array.from({ length: DAYS_IN_MONTH[month] as number }, (_, i) => first + i);
}

export interface SunVector {
  readonly east: number;
  readonly north: number;
  readonly up: number;
}

/** Towards the sun, to the true north; `hourAngle` in radians, negative before noon. */
export function sunVector(latitudeDegrees: number, declination: number, hourAngle: number): SunVector {
  const latitude = latitudeDegrees * RADIANS;
  const [sine, cosine] = [Math.sin(declination), Math.cos(declination)];
  return {
    east: -cosine * Math.sin(hourAngle),
    north: Math.cos(latitude) * sine - Math.sin(latitude) * cosine * Math.cos(hourAngle),
    up: Math.sin(latitude) * sine + Math.cos(latitude) * cosine * Math.cos(hourAngle),
  };
}
