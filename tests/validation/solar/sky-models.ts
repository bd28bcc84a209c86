/** What a plane in the open gets of one moment's light, W/m², by three models of the sky: ours moment by moment, and two to compare with. */
import type { SunVector } from '../../../src/engines/solar/extraterrestrial.ts';
import { splitDiffuse } from '../../../src/engines/solar/hay-davies.ts';
import { type Plane, planeNormal, sineAbove, skyShare } from '../../../src/engines/solar/plane.ts';
import type { SkyMoment } from '../../../src/engines/solar/sky-moments.ts';

const RADIANS = Math.PI / 180;
const groundShare = (normal: SunVector) => (1 - normal.up) / 2;
const globalOf = (moment: SkyMoment) => moment.beam * moment.sun.up + moment.diffuse;

/** Every model takes the ground's light as spread evenly. */
export type SkyModel = (moment: SkyMoment, normal: SunVector, albedo: number) => number;

export const hayDavies: SkyModel = (moment, normal, albedo) => {
  const { ring, rest } = splitDiffuse(moment);
  return (
    (moment.beam + ring) * sineAbove(normal, moment.sun) +
    rest * skyShare(normal) +
    globalOf(moment) * albedo * groundShare(normal)
  );
};

export const isotropic: SkyModel = (moment, normal, albedo) =>
  moment.beam * sineAbove(normal, moment.sun) +
  moment.diffuse * skyShare(normal) +
  globalOf(moment) * albedo * groundShare(normal);

/** Clearness up to which a row holds, then F11, F12, F13, F21, F22, F23: "all sites composite" of the paper. */
const PEREZ: readonly (readonly number[])[] = [
  [1.065, -0.008, 0.588, -0.062, -0.06, 0.072, -0.022],
  [1.23, 0.13, 0.683, -0.151, -0.019, 0.066, -0.029],
  [1.5, 0.33, 0.487, -0.221, 0.055, -0.064, -0.026],
  [1.95, 0.568, 0.187, -0.295, 0.109, -0.152, -0.014],
  [2.8, 0.873, -0.392, -0.362, 0.226, -0.462, 0.001],
  [4.5, 1.132, -1.237, -0.412, 0.288, -0.823, 0.056],
  [6.2, 1.06, -1.6, -0.359, 0.264, -1.127, 0.131],
  [Number.POSITIVE_INFINITY, 0.678, -0.327, -0.25, 0.156, -1.377, 0.251],
];

export const perez: SkyModel = (moment, normal, albedo) => {
  const { beam, diffuse, sun } = moment;
  const ground = globalOf(moment) * albedo * groundShare(normal);
  if (diffuse <= 0) return beam * sineAbove(normal, sun) + ground;
  const zenith = Math.acos(Math.min(1, sun.up));
  const curve = 1.041 * zenith ** 3;
  const clearness = ((diffuse + beam) / diffuse + curve) / (1 + curve);
  const [, f11, f12, f13, f21, f22, f23] = PEREZ.find(([until]) => clearness < (until as number)) as number[] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Air mass of Kasten & Young (1989).
  const height = 90 - zenith / RADIANS;
  const airMass = 1 / (Math.sin(height * RADIANS) + 0.50572 * (height + 6.07995) ** -1.6364);
  const brightness = (diffuse * airMass) / moment.extraterrestrial;
  const ring = Math.max(0, f11 + f12 * brightness + f13 * zenith);
  const horizon = f21 + f22 * brightness + f23 * zenith;
  const sky =
    (1 - ring) * skyShare(normal) +
    (ring * sineAbove(normal, sun)) / Math.max(Math.cos(85 * RADIANS), sun.up) +
    horizon * Math.sqrt(Math.max(0, 1 - normal.up ** 2));
  return beam * sineAbove(normal, sun) + diffuse * Math.max(0, sky) + ground;
};

/** kWh/m² in all these moments. */
export function irradiate(moments: readonly SkyMoment[], plane: Plane, albedo: number, model: SkyModel): number {
  const normal = planeNormal(plane);
  let sum = 0;
  for (const moment of moments) sum += model(moment, normal, albedo) * moment.hours;
  return sum / 1000;
}
