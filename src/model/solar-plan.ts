/** The question what a plan changes of the sun on roofs near it, for the thread that answers it, and the answer. */
import type { PlanModel } from './plan-model.ts';
import type { SolarClimate, SolarRoofs, SolarSettings } from './solar.ts';

interface Tileset {
  readonly url: string;
  readonly isNap: boolean;
}

export interface SolarPlanRequest {
  /** Ids of the buildings whose roofs are asked for. */
  readonly buildings: readonly string[];
  /** RD, west, south, east, north: around them and the plan. */
  readonly extent: readonly [number, number, number, number];
  readonly models: readonly { readonly id: string; readonly model: PlanModel; readonly base: string }[];
  readonly tilesets: readonly Tileset[];
  readonly trees: readonly Tileset[];
  readonly heights: string | undefined;
  readonly climate: Pick<SolarClimate, 'global' | 'diffuse'>;
  readonly settings: SolarSettings;
}

/** One plane that changes: where it is, and with the plan over today its light and what its panels give. */
export interface PlaneChange {
  readonly id: string;
  /** Middle of the plane, RD and NAP, and its slope in degrees. */
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly slope: number;
  readonly light: number;
  readonly yield: number;
}

/** Less change than this is none: a few times what sampling leaves. */
const LEAST = 0.005;
/** Metres between the middles of one plane, as file and tiles round it. */
const SAME_PLACE = 0.5;

/** Which buildings a plan may shade: those above whose eaves it rises by this tangent, 4 degrees. */
const TANGENT = 0.07;
/** Metres under the highest point of a roof where its lowest planes are taken to be. */
const EAVES = 4;
const MOST = 400;

interface Rise {
  readonly x: number;
  readonly y: number;
  readonly top: number;
}

/** Rows of the table near what rises or goes, the most shaded first; at most a few hundred. */
export function listNearPlan(
  {
    x,
    y,
    roof,
  }: { readonly x: readonly number[]; readonly y: readonly number[]; readonly roof: readonly (number | null)[] },
  rises: readonly Rise[],
): number[] {
  const near: { row: number; steep: number }[] = [];
  for (const row of x.keys()) {
    const eaves = (roof[row] ?? 0) - EAVES;
    let steep = 0;
    for (const rise of rises) {
      const away = Math.hypot((x[row] as number) - rise.x, (y[row] as number) - rise.y);
      steep = Math.max(steep, (rise.top - eaves) / Math.max(away, 1));
    }
    if (steep >= TANGENT) near.push({ row, steep });
  }
  return near
    .sort((a, b) => b.steep - a.steep)
    .slice(0, MOST)
    .map(({ row }) => row);
}

export interface PlanRoofs {
  /** Rows as today; buildings that are gone have no planes, and −1. */
  readonly roofs: SolarRoofs;
  /** Planes that get less, and the largest part that one loses. */
  readonly shaded: number;
  readonly most: number;
}

/** `rowOf`: of a building in the table, by its id; `planesOf`: rows of the roofs of such a row. */
export function applyPlan(
  today: SolarRoofs,
  changes: readonly PlaneChange[],
  removed: ReadonlySet<number>,
  rowOf: (id: string) => number,
  planesOf: (row: number) => Iterable<number>,
): PlanRoofs {
  const irradiation = [...today.irradiation];
  const yields = [...today.yield];
  let shaded = 0;
  let most = 0;
  for (const change of changes) {
    if (Math.abs(change.light - 1) < LEAST && Math.abs(change.yield - 1) < LEAST) continue;
    let plane = -1;
    let nearest = SAME_PLACE;
    for (const row of planesOf(rowOf(change.id))) {
      const away = Math.hypot(
        (today.x[row] as number) - change.x,
        (today.y[row] as number) - change.y,
        (today.nap[row] as number) - change.nap,
      );
      const isTurned = Math.abs((today.slope[row] as number) - change.slope) > 2;
      if (away <= nearest && !isTurned) [plane, nearest] = [row, away];
    }
    if (plane < 0) continue;
    irradiation[plane] = Math.round((today.irradiation[plane] as number) * change.light);
    yields[plane] = Math.round((today.yield[plane] as number) * change.yield);
    if (change.light < 1) shaded++;
    most = Math.max(most, 1 - change.light);
  }
  const building = today.building.map((row) => (removed.has(row) ? -1 : row));
  return { roofs: { ...today, building, irradiation, yield: yields }, shaded, most };
}
