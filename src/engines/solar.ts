/**
 * Sun on roofs: of each roof plane of a building what it gets through the year, with and without what stands around it, and which
 * panels fit on it. Planes: `solar/roof-planes.ts`; sky: `solar/sky-year.ts` (Hay & Davies 1980 on monthly sums); shade: rays from points
 * of the plane to all of the sky (`solar/look.ts`), with trees letting a share through by month; panels: `solar/fit-panels.ts`.
 *
 * Axes are RD's, metres from the origin of the scene; the sky is turned to them by RD's convergence, so azimuths are to true north.
 *
 * Not modelled: light that walls throw back, snow, dirt, what a panel loses when a part of it is shaded, growth of trees, strength of the
 * roof. Panels get the mean of their plane. Error: the climate's months (some per cent) and the heights of buildings; sampling adds less
 * than 0.5 % of a year.
 */

import { type SolarClass, type SolarSettings, solarClasses } from '../model/solar.ts';
import { buildBvh } from './bvh/build.ts';
import { FLAT_DEGREES, fitPanels, gridAzimuth, type PanelFit } from './solar/fit-panels.ts';
import { irradiatePlane, type PlaneLight } from './solar/irradiate.ts';
import { createLooker, hiddenShare, listNear, type NearThings, type Seen } from './solar/look.ts';
import { findRoofPlanes, type RoofMesh, type RoofPlane } from './solar/roof-planes.ts';
import { countPoints, GLANCES, MORE, SMALL, spreadPoints } from './solar/roof-points.ts';
import { createSkyCells } from './solar/sky-cells.ts';
import type { SkyYear } from './solar/sky-year.ts';
import type { SolarScene } from './solar/solar-scene.ts';

export interface RoofSun {
  readonly plane: RoofPlane;
  /** Clockwise from true north, −1 for flat. */
  readonly azimuthDegrees: number;
  readonly light: PlaneLight;
  /** kWh/m² a year, of {@link light}. */
  readonly unshaded: number;
  readonly irradiation: number;
  readonly suitability: SolarClass;
  readonly fit: PanelFit;
  readonly peakKw: number;
  /** kWh of all panels together per month, January first. */
  readonly yieldMonths: readonly number[];
  readonly yieldKwh: number;
}

export interface RoofAnswer {
  readonly roofs: readonly RoofSun[];
  /** Roof surfaces without an answer, and why. */
  readonly left: readonly { readonly surface: number; readonly reason: string }[];
}

export interface RoofQuestion {
  /** In the scene's axes. */
  readonly mesh: RoofMesh;
  /** Height of the ground around the building in the scene's axes, where it is known. */
  readonly ground?: number | undefined;
}

/** A plane of 1 m² in the open: in the scene's axes, azimuth to true north. */
export interface PointQuestion {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly slopeDegrees: number;
  readonly azimuthDegrees: number;
}

export interface SolarOptions {
  readonly sky: SkyYear;
  /** Azimuth of RD's north at the scene. */
  readonly convergenceDegrees: number;
  readonly settings: SolarSettings;
  /** Times as many points on a roof as usual; for tests of the sampling. */
  readonly density?: number;
}

const RADIANS = Math.PI / 180;
/** Metres that a roof must lie under the ground to be left out: heights of the ground are not sharper. */
const UNDER = 0.5;
/** Share of the sky that must be hidden for a second, closer look. */
const MUCH = 0.06;
/** Metres above a free-standing plane where rays begin. */
const POINT_LIFT = 0.005;
const sum = (months: readonly number[]) => months.reduce((all, month) => all + month, 0);

/** By what panels would get in their own plane, kWh/m² a year. */
export function classify(irradiation: number, { thresholds }: SolarSettings): SolarClass {
  return solarClasses.find((name) => name !== 'none' && irradiation >= thresholds[name]) ?? 'none';
}

/** For all roofs of one scene; made once, because the sky is cut in cells for it. */
export function createRoofEngine(scene: SolarScene, { sky, convergenceDegrees, settings, density = 1 }: SolarOptions) {
  const cells = createSkyCells(sky, convergenceDegrees);
  const looker = createLooker(scene, cells);
  const trueAzimuth = (grid: number) => (grid + convergenceDegrees + 360) % 360;

  function lightOf(slopeDegrees: number, azimuthDegrees: number, seen: Seen, isOther = false): PlaneLight {
    const grid = (azimuthDegrees - convergenceDegrees) * RADIANS;
    const flat = Math.sin(slopeDegrees * RADIANS);
    const normal = [flat * Math.sin(grid), flat * Math.cos(grid), Math.cos(slopeDegrees * RADIANS)] as const;
    return irradiatePlane(sky, cells, seen, { slopeDegrees, azimuthDegrees }, normal, settings.albedo, isOther);
  }

  function evaluatePlane(plane: RoofPlane, own: Float32Array, near: NearThings): RoofSun {
    const count = countPoints(plane.area, density);
    let seen = looker.look({ ...plane, ...spreadPoints(plane, count) }, near);
    if (plane.area > SMALL && hiddenShare(seen) > MUCH)
      seen = looker.lookCloser({ ...plane, ...spreadPoints(plane, MORE * count) });
    const facing = trueAzimuth(gridAzimuth(plane));
    const light = lightOf(plane.slopeDegrees, facing, seen);
    const fit = fitPanels(plane, own, settings);
    const isFlat = plane.slopeDegrees < FLAT_DEGREES;
    const onPanels = isFlat
      ? fit.rows.map((row) => lightOf(row.slopeDegrees, trueAzimuth(row.gridAzimuthDegrees), seen, true).shaded)
      : [light.shaded];
    const panelMonths = light.shaded.map((_, month) => sum(onPanels.map((shaded) => shaded[month])) / onPanels.length);
    const peakKw = (fit.count * settings.panel.peakW) / 1000;
    const yieldMonths = panelMonths.map((month) => month * peakKw * settings.performanceRatio);
    return {
      plane,
      azimuthDegrees: isFlat ? -1 : facing,
      light,
      unshaded: sum(light.unshaded),
      irradiation: sum(light.shaded),
      suitability: fit.count < settings.fewestPanels ? 'none' : classify(sum(panelMonths), settings),
      fit,
      peakKw,
      yieldMonths,
      yieldKwh: sum(yieldMonths),
    };
  }

  return {
    evaluate({ mesh, ground }: RoofQuestion): RoofAnswer {
      const found = findRoofPlanes(mesh, () => ({ ...buildBvh(mesh.positions), wide: undefined }));
      const left = [...found.left];
      const planes = found.planes.filter(({ middle, surfaces }) => {
        const under = (ground ?? Number.NEGATIVE_INFINITY) - middle[2];
        if (under <= UNDER) return true;
        left.push({ surface: surfaces[0], reason: `it lies ${under.toFixed(1)} m under the ground` });
        return false;
      });
      const near = listNear(scene, planes);
      return { roofs: planes.map((plane) => evaluatePlane(plane, mesh.positions, near)), left };
    },
    /** Looks from the middle only, in all directions that there are. */
    evaluatePoint({ x, y, z, slopeDegrees, azimuthDegrees }: PointQuestion): PlaneLight {
      const grid = (azimuthDegrees - convergenceDegrees) * RADIANS;
      const flat = Math.sin(slopeDegrees * RADIANS);
      const normal = [flat * Math.sin(grid), flat * Math.cos(grid), Math.cos(slopeDegrees * RADIANS)] as const;
      const points = new Float64Array(3 * GLANCES);
      for (let i = 0; i < GLANCES; i++) points.set([x, y, z], 3 * i);
      const offset = x * normal[0] + y * normal[1] + z * normal[2];
      const near = { runs: [...scene.firsts.keys()], crowns: [...scene.crowns.keys()] };
      const glances = Uint16Array.from({ length: GLANCES }, (_, i) => i);
      return lightOf(
        slopeDegrees,
        azimuthDegrees,
        looker.look({ normal, offset, points, glances, lift: POINT_LIFT }, near),
      );
    },
  };
}
