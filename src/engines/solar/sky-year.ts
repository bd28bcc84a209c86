/**
 * A year of light folded into directions, for whoever has to ask of each direction whether something stands in it. Hay & Davies' model
 * is linear in the light, so all moments with the sun in one place add up to one figure, however many kinds of days they had:
 *
 *   plane = Σ direct·cos(incidence)·seen + Σ diffuse·(share of the sky seen) + albedo·Σ global·(share of the ground seen)
 *
 * with the sums over suns and months. `irradiateUnshaded` is that with nothing in the way.
 */
import type { SolarClimate } from '../../model/solar.ts';
import { splitDiffuse } from './hay-davies.ts';
import { type Plane, planeNormal, skyShare } from './plane.ts';
import { listSkyMoments, type SkyMoment, type SkySampling, usualSampling } from './sky-moments.ts';

/** Sun i of every column; directions are unit vectors, north is the true one. */
export interface SkyYear {
  readonly latitude: number;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly up: Float64Array;
  /** January 0. */
  readonly month: Uint8Array;
  /** kWh/m² a year across its rays: the beam, and the bright ring around the sun. */
  readonly direct: Float64Array;
  /** kWh/m² per month on flat ground: of the sky outside the ring, and of everything. */
  readonly diffuse: Float64Array;
  readonly global: Float64Array;
}

function foldMoments(moments: readonly SkyMoment[], latitude: number): SkyYear {
  const suns: { moment: SkyMoment; direct: number }[] = [];
  const [diffuse, global] = [new Float64Array(12), new Float64Array(12)];
  for (const moment of moments) {
    const { ring, rest } = splitDiffuse(moment);
    const kilo = moment.hours / 1000;
    let sun = suns.at(-1);
    if (sun?.moment.sun !== moment.sun) {
      sun = { moment, direct: 0 };
      suns.push(sun);
    }
    sun.direct += (moment.beam + ring) * kilo;
    diffuse[moment.month] = (diffuse[moment.month] as number) + rest * kilo;
    global[moment.month] = (global[moment.month] as number) + (moment.beam * moment.sun.up + moment.diffuse) * kilo;
  }
  return {
    latitude,
    east: Float64Array.from(suns, (sun) => sun.moment.sun.east),
    north: Float64Array.from(suns, (sun) => sun.moment.sun.north),
    up: Float64Array.from(suns, (sun) => sun.moment.sun.up),
    month: Uint8Array.from(suns, (sun) => sun.moment.month),
    direct: Float64Array.from(suns, (sun) => sun.direct),
    diffuse,
    global,
  };
}

/** Latitude in degrees. */
export function createSkyYear(
  climate: Pick<SolarClimate, 'global' | 'diffuse'>,
  latitude: number,
  sampling: SkySampling = usualSampling,
): SkyYear {
  return foldMoments(listSkyMoments(climate, latitude, sampling), latitude);
}

/** kWh/m² in the plane per month, January first, with nothing in the way. */
export function irradiateUnshaded(sky: SkyYear, plane: Plane, albedo: number): Float64Array {
  const normal = planeNormal(plane);
  const seen = skyShare(normal);
  const months = new Float64Array(12);
  for (let month = 0; month < 12; month++) {
    months[month] = (sky.diffuse[month] as number) * seen + (sky.global[month] as number) * albedo * (1 - seen);
  }
  for (let i = 0; i < sky.direct.length; i++) {
    const sine =
      (sky.east[i] as number) * normal.east +
      (sky.north[i] as number) * normal.north +
      (sky.up[i] as number) * normal.up;
    if (sine <= 0) continue;
    const month = sky.month[i] as number;
    months[month] = (months[month] as number) + (sky.direct[i] as number) * sine;
  }
  return months;
}
