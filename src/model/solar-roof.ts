/**
 * One building's roof, computed in the browser for its leaflet (`workers/start-solar-roof.ts`): light and yield by month, where the
 * panels lie, and what stands in the sun at which hour. RD New metres and metres NAP.
 */
import type { PlanModel } from './plan-model.ts';
import type { SolarClass, SolarClimate, SolarSettings } from './solar.ts';

export interface RoofRequest {
  /** Id of the building, and the middle of its footprint. */
  readonly building: string;
  readonly x: number;
  readonly y: number;
  /** Whole addresses of the tilesets of buildings. */
  readonly tilesets: readonly { readonly url: string; readonly isNap: boolean }[];
  /** Whole address of the heights; undefined without terrain. */
  readonly heights: string | undefined;
  /** Whole addresses of the tilesets of trees. */
  readonly trees: readonly { readonly url: string; readonly isNap: boolean }[];
  /** What a plan builds and takes away, with the address that its files start from. */
  readonly models: readonly { readonly model: PlanModel; readonly base: string }[];
  readonly settings: SolarSettings;
  readonly climate: SolarClimate;
}

export const MONTHS = 12;
export const HOURS = 24;
/** The sun is down then, or behind the plane. */
export const NO_SUN = -1;

export interface RoofPart {
  /** As in `SolarRoofs`, where the tiles tell it. */
  readonly surface: number | undefined;
  /** Middle of the plane. */
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly area: number;
  readonly slope: number;
  /** Clockwise from true north, −1 for flat. */
  readonly azimuth: number;
  readonly skyView: number;
  readonly suitability: SolarClass;
  /** kWh/m² in the plane per month, January first. */
  readonly unshaded: readonly number[];
  readonly shaded: readonly number[];
  readonly panels: number;
  /** kWh of all its panels per month. */
  readonly yieldMonths: readonly number[];
  /** Twelve numbers a panel: x, y, NAP of its corners, counter-clockwise from above. */
  readonly corners: readonly number[];
  /**
   * `MONTHS * HOURS`, index `month * HOURS + hour`, hour of the clock in the Netherlands (an hour from then on): share of the sun
   * that does not reach the plane, 0 to 1, or {@link NO_SUN}.
   */
  readonly blocked: readonly number[];
  /** In the same order: row in {@link RoofDetail.blockers} of what takes most, −1 where nothing does. */
  readonly blocker: readonly number[];
}

export interface RoofBlocker {
  readonly kind: 'own' | 'building' | 'plan' | 'tree' | 'terrain';
  /** Of the building, solid or tree; empty where it has none. */
  readonly id: string;
}

export interface RoofDetail {
  readonly parts: readonly RoofPart[];
  readonly blockers: readonly RoofBlocker[];
}

/** Metres: planes of the same building that lie further apart are two. */
const SAME = 1.5;

/** The part that is the plane of that number, or the nearest in place that looks the same way. */
export function findPart(
  parts: readonly RoofPart[],
  plane: { readonly surface: number; readonly x: number; readonly y: number; readonly nap: number },
): RoofPart | undefined {
  const same = parts.find(({ surface }) => surface === plane.surface);
  if (same) return same;
  const away = ({ x, y, nap }: RoofPart) => Math.hypot(x - plane.x, y - plane.y, nap - plane.nap);
  const [nearest] = [...parts].sort((a, b) => away(a) - away(b));
  return nearest && away(nearest) < SAME ? nearest : undefined;
}
