/**
 * What a plan changes of the sun on roofs near it, and what its own roofs get: the same roofs in the same surroundings, once as they are and once with what the plan
 * puts there and takes away. Only roofs that are asked for are computed. Models and limits are those of `solar.ts`.
 */
import { rdToLonLat } from '../model/rd.ts';
import type { SolarClimate, SolarSettings } from '../model/solar.ts';
import type { BuiltPlane, PlaneChange } from '../model/solar-plan.ts';
import { trueNorthInRd } from '../model/sun-direction.ts';
import type { Obstacles } from './obstacles.ts';
import { crownOf, type TreeCrown } from './solar/crowns.ts';
import type { HeightField } from './solar/height-field.ts';
import type { RoofMesh } from './solar/roof-planes.ts';
import { createSkyYear } from './solar/sky-year.ts';
import { createSolarScene } from './solar/solar-scene.ts';
import { createRoofEngine, type RoofSun } from './solar.ts';

export interface AskedRoof {
  /** Of the building. */
  readonly id: string;
  /** Metres from the origin. */
  readonly mesh: RoofMesh;
  /** Ground around it, m NAP. */
  readonly ground: number | undefined;
}

/** What stands around, today or with the plan. */
export interface RoofSurroundings {
  readonly obstacles: Obstacles;
  readonly trees: readonly TreeCrown[];
  readonly fields: readonly HeightField[];
}

/** Engines of one place, with the sky turned to RD's axes there. */
function createEngines(climate: Pick<SolarClimate, 'global' | 'diffuse'>, settings: SolarSettings) {
  return ({ obstacles, trees, fields }: RoofSurroundings) => {
    const place = { x: obstacles.origin[0], y: obstacles.origin[1] };
    const sky = createSkyYear(climate, rdToLonLat(place).lat, SAMPLING);
    const convergenceDegrees = -trueNorthInRd(place);
    return createRoofEngine(createSolarScene(obstacles, trees.map(crownOf), fields), {
      sky,
      convergenceDegrees,
      settings,
    });
  };
}

const SAMPLING = { daysPerMonth: 3, stepMinutes: 15 };
const share = (now: number, before: number) => (before > 0 ? now / before : 1);

/** Both have the same origin. In the order of `roofs`; planes of one building in the order of its surfaces. */
export function comparePlanRoofs(
  roofs: readonly AskedRoof[],
  today: RoofSurroundings,
  plan: RoofSurroundings,
  climate: Pick<SolarClimate, 'global' | 'diffuse'>,
  settings: SolarSettings,
): PlaneChange[] {
  const { origin } = today.obstacles;
  const createEngine = createEngines(climate, settings);
  const [before, after] = [createEngine(today), createEngine(plan)];
  return roofs.flatMap(({ id, mesh, ground }) => {
    const question = { mesh, ground: ground === undefined ? undefined : ground - origin[2] };
    const now = after.evaluate(question).roofs;
    return before.evaluate(question).roofs.map((roof, i): PlaneChange => {
      const other = now[i] as RoofSun;
      const [x, y, z] = roof.plane.middle;
      return {
        id,
        x: x + origin[0],
        y: y + origin[1],
        nap: z + origin[2],
        slope: roof.plane.slopeDegrees,
        light: share(other.irradiation, roof.irradiation),
        yield: share(other.yieldKwh, roof.yieldKwh),
      };
    });
  });
}

/** Planes of what the plan itself builds, among what stands there then. */
export function computeBuiltRoofs(
  roofs: readonly AskedRoof[],
  plan: RoofSurroundings,
  climate: Pick<SolarClimate, 'global' | 'diffuse'>,
  settings: SolarSettings,
): BuiltPlane[] {
  const { origin } = plan.obstacles;
  if (roofs.length === 0) return [];
  const engine = createEngines(climate, settings)(plan);
  return roofs.flatMap(({ id, mesh }) =>
    engine.evaluate({ mesh }).roofs.map(({ plane, azimuthDegrees, light, unshaded, irradiation, fit, yieldKwh }) => ({
      id,
      x: plane.middle[0] + origin[0],
      y: plane.middle[1] + origin[1],
      nap: plane.middle[2] + origin[2],
      area: plane.area,
      slope: plane.slopeDegrees,
      azimuth: azimuthDegrees,
      skyView: light.skyView,
      unshaded,
      irradiation,
      panels: fit.count,
      yield: yieldKwh,
      triangles: Float64Array.from(plane.positions, (value, i) => value + (origin[i % 3] as number)),
    })),
  );
}
