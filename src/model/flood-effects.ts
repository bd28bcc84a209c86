/** What water does to buildings, roads and those who must come to help: results of `engines/flood-effects*`, as plain data. */
import type { BuildingWaterClass } from './building-water.ts';
import { FLOOD_FIELDS, type MassBalance } from './flood.ts';

export interface BuildingWater {
  /** Row of {@link buildingWaterClasses} per row of the table of buildings, or {@link NO_CLASS}. */
  readonly classes: Uint8Array;
  /** Deepest water at the façade, m above the ground there; NaN where no ground is known beside it. */
  readonly depth: Float32Array;
  /** Of the buildings for which something was computed. */
  readonly count: Readonly<Record<BuildingWaterClass, number>>;
}

export interface BlockedStreet {
  /** Row in the index of streets. */
  readonly street: number;
  /** m that were impassable at some moment. */
  readonly metres: number;
  /** At least so long in one place, s. */
  readonly seconds: number;
  /** It was still so at the last moment that was computed. */
  readonly isLasting: boolean;
  /** Middle of its first impassable piece, RD. */
  readonly x: number;
  readonly y: number;
}

/** Those who must be able to come. */
export const rescueServices = ['ambulance', 'fire'] as const;
export type RescueService = (typeof rescueServices)[number];

export interface RescueSetting {
  /** m: in deeper water their vehicles do not drive. */
  readonly depth: number;
  /** Where they come from, RD; empty: over the largest connected part of the roads. */
  readonly from: readonly (readonly [number, number])[];
}

/** In place of seconds where an address is not judged: outside what was computed, or no road that joins the others near. */
export const NOT_JUDGED = -1;

export interface Reach {
  /** Addresses that were judged, and of those the ones that were cut off at some moment. */
  readonly judged: number;
  readonly cut: number;
  /** Seconds that each address is cut off, at least; {@link NOT_JUDGED}. Index: row in the index of addresses. */
  readonly seconds: Float32Array;
  /** Rows of the addresses that were cut off at some moment, the longest first. */
  readonly rows: Uint32Array;
  /** Longest, s, and how many were still cut off at the last moment. */
  readonly longest: number;
  readonly lasting: number;
}

/** In m² of one floor times the share of its value that is lost; times a value per m² it is money. */
interface DamageRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface FloodEffects {
  readonly buildings: BuildingWater & {
    /** Minutes until 5 cm at the façade and with 5 cm or more, of the cell where that is soonest or longest; `NEVER`. */
    readonly arrival: Uint16Array;
    readonly duration: Uint16Array;
  };
  /** m above the ground, and what it may be off together with the depth. */
  readonly threshold: number;
  readonly accuracy: number;
  readonly roads: {
    readonly streets: readonly BlockedStreet[];
    /** Impassable pieces: x, y, m NAP of the water, twice. */
    readonly lines: Float64Array;
    /** Row in the index of streets, and seconds at least, per piece. */
    readonly owners: Uint32Array;
    readonly seconds: Float32Array;
  };
  readonly reach: Readonly<Record<RescueService, Reach>>;
  readonly damage: DamageRange & {
    /** m² of the buildings where water may come in. */
    readonly area: number;
  };
  /** Between the moments that were compared, s: times are no finer. */
  readonly step: number;
  /** RD metres: west, south, east, north of what was computed. */
  readonly extent: readonly [number, number, number, number];
}

/** m of water where cars and the vehicles of emergency services stop, where a municipality says nothing else. */
export const IMPASSABLE_DEPTH = 0.3;

/** What a depth at a façade may be off, m: the step that depths are told in and the ground's heights together. */
export const depthAccuracy = (groundAccuracy: number | undefined): number =>
  Math.hypot(FLOOD_FIELDS.depth.step, groundAccuracy ?? FLOOD_FIELDS.depth.step);

/** Where the rain went, m³: what of it lies on the surface, in the ground and in the sewer at the end. */
export const rainShares = ({ initial, rain, inflow, infiltrated, sewer, outflow, stored }: MassBalance) => ({
  all: rain + inflow,
  ground: infiltrated,
  sewer,
  outflow,
  surface: Math.max(stored - initial, 0),
});
