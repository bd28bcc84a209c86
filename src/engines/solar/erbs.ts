/**
 * Which share of the light on flat ground is diffuse, from how clear the sky was (global over extraterrestrial): Erbs, Klein & Duffie
 * (1982), "Estimation of the diffuse radiation fraction for hourly, daily and monthly-average global radiation", Solar Energy 28.
 * Fitted on stations in the USA; a single hour may be off by 0.2. Their formula for a month's mean is left out: on De Bilt's 2000 it gives
 * a share of 0.535 where the hours give 0.582 and days of several kinds (`split-months.ts`) 0.573.
 */

/** Hour angle of sunset, 81.4°, that parts winter from the rest. */
const WINTER_SUNSET = (81.4 * Math.PI) / 180;

export function diffuseShareOfHour(clearness: number): number {
  const k = Math.max(0, clearness);
  if (k <= 0.22) return 1 - 0.09 * k;
  if (k > 0.8) return 0.165;
  return 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
}

/** `sunset` in radians. */
export function diffuseShareOfDay(clearness: number, sunset: number): number {
  const k = Math.max(0, clearness);
  if (sunset <= WINTER_SUNSET) {
    return k >= 0.715 ? 0.143 : 1 + k * (-0.2727 + k * (2.4495 + k * (-11.9514 + k * 9.3879)));
  }
  return k >= 0.722 ? 0.175 : 1 + k * (0.2832 + k * (-2.5557 + k * 0.8448));
}
