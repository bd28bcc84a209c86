/** The question what a plan changes of the sun on roofs near it, for the thread that answers it, and the answer. */
import { type Groups, groupRows } from './group-rows.ts';
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

/** A plane of what the plan itself builds: as a row of {@link SolarRoofs}, with its form. */
export interface BuiltPlane {
  /** Of the plan's building. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly area: number;
  readonly slope: number;
  readonly azimuth: number;
  readonly skyView: number;
  readonly unshaded: number;
  readonly irradiation: number;
  readonly panels: number;
  readonly yield: number;
  /** RD and NAP, nine numbers a triangle, counter-clockwise from above. */
  readonly triangles: Float64Array;
}

export interface SolarPlanAnswer {
  readonly changes: readonly PlaneChange[];
  readonly built: readonly BuiltPlane[];
}

/** Words of uses that have no roof to lie under: bridges and their parts, gates, landing stages. */
const NO_HOUSE = /\b(\w*brug(dek)?|\w*deur(en)?|\w*steiger|viaduct|dijk|keermuur|bridge|gate|jetty)\b/i;
/** Metres: what is lower is a deck or a wall. */
const LOWEST_HOUSE = 2;

/** Whether what a plan builds may carry panels. */
export const hasRoof = ({ use = '', lowerNap, upperNap }: PlanModel['solids'][number]): boolean =>
  upperNap - lowerNap >= LOWEST_HOUSE && !NO_HOUSE.test(use);

/** Roofs of the plan's own buildings; rows of buildings are those of `ids`. */
export interface BuiltRoofs {
  readonly ids: readonly string[];
  readonly roofs: SolarRoofs;
  readonly planes: Groups;
  /** Of each plane. */
  readonly triangles: readonly Float64Array[];
}

export function listBuiltRoofs(built: readonly BuiltPlane[]): BuiltRoofs {
  const ids = [...new Set(built.map(({ id }) => id))];
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const column = (key: Exclude<keyof BuiltPlane, 'id' | 'triangles'>) => built.map((plane) => plane[key]);
  const building = built.map(({ id }) => rowOf.get(id) as number);
  return {
    ids,
    roofs: {
      building,
      surface: built.map((_, row) => row),
      x: column('x'),
      y: column('y'),
      nap: column('nap'),
      area: column('area'),
      slope: column('slope'),
      azimuth: column('azimuth'),
      skyView: column('skyView'),
      unshaded: column('unshaded'),
      irradiation: column('irradiation'),
      // Classes are the visitor's: told anew from light and panels.
      suitability: built.map(() => 0),
      panels: column('panels'),
      yield: column('yield'),
    },
    planes: groupRows(building, ids.length),
    triangles: built.map(({ triangles }) => triangles),
  };
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
