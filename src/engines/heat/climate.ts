/**
 * De Bilt: KNMI's monthly normals of temperature, 1991–2020 (January to March and May were met in what others quote; the other months
 * could not be checked here), and light on walls from the built-in climate of the sun.
 */
import { deBilt } from '../solar/climate-de-bilt.ts';
import { createSkyYear, irradiateUnshaded } from '../solar/sky-year.ts';
import type { HeatClimate } from './balance.ts';

const OUTDOOR = [3.6, 3.9, 6.5, 9.9, 13.4, 16.2, 18.2, 17.8, 14.7, 10.9, 7.0, 4.2];
const LATITUDE = 52.1;
const ALBEDO = 0.2;

export function createHeatClimate(): HeatClimate {
  const sky = createSkyYear(deBilt, LATITUDE);
  const walls = [0, 90, 180, 270].map((azimuthDegrees) =>
    irradiateUnshaded(sky, { slopeDegrees: 90, azimuthDegrees }, ALBEDO),
  );
  const facade = OUTDOOR.map((_, month) => walls.reduce((sum, wall) => sum + (wall[month] as number), 0) / 4);
  return { outdoor: OUTDOOR, facade };
}
