/**
 * The climate that is built in: De Bilt. KNMI's monthly normals of radiation could not be cited, so this is the one year whose hours
 * are at hand, 2000 (KNMI, hourly data of station 260, column Q, CC BY 4.0), its months raised alike to the long-term sum that CBS (2023)
 * gives for De Bilt, 1,023 kWh/m². The diffuse share, 0.58 over the year, is of the same hours, split by Erbs (0.60 was measured at Uccle).
 *
 * The year's sum is good to a few per cent; a single month may be off by a fifth (July of 2000 was dark). Summer as a whole, June to
 * August, comes to 456 kWh/m²; KNMI gives 206 W/m² (455 kWh/m²) as the mean of five stations for 1991–2020.
 */
import type { SolarClimate } from '../../model/solar.ts';

/** kWh/m², January first; held against the hours by `tests/validation/solar-sky.test.ts`. */
export const deBilt2000 = {
  global: [17.4, 39.0, 54.2, 105.3, 146.6, 162.1, 118.6, 137.6, 75.6, 43.8, 20.9, 17.7],
  diffuse: [12.5, 24.6, 39.8, 60.9, 73.0, 80.1, 77.8, 72.4, 48.6, 28.5, 15.7, 12.7],
} as const;

const LONG_TERM = 1023;
const raise = LONG_TERM / deBilt2000.global.reduce((sum, month) => sum + month, 0);

export const deBilt: SolarClimate = {
  title: 'De Bilt',
  source: 'KNMI, uurgegevens station 260, 2000, verhoogd tot de langjarige som van 1.023 kWh/m² per jaar (CBS 2023)',
  global: deBilt2000.global.map((month) => month * raise),
  diffuse: deBilt2000.diffuse.map((month) => month * raise),
};
