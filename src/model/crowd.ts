/**
 * People on foot in a square or street, as `cli crowd` reads it: where they can walk, what stands there, where they come from and
 * go to. Metres in RD New or in a frame of the scenario's own, seconds from its start. Parsing: `parse-crowd.ts`.
 */

/** Flat x, y pairs, not closed; outer first, then holes. */
export type CrowdPolygon = readonly (readonly number[])[];
/** Flat x, y pairs of an open line. */
export type CrowdLine = readonly number[];

/** An area, or a line. */
export type CrowdPlace = { readonly polygon: CrowdPolygon } | { readonly line: CrowdLine };

export interface CrowdSource {
  readonly id: string;
  /** They start in a polygon, or along a line. */
  readonly place: CrowdPlace;
  /** All of them; `personsPerSecond` in the file becomes persons over its time. */
  readonly persons: number;
  readonly from: number;
  /** They come evenly between; the same as `from`: all at once. */
  readonly until: number;
  /** Ids of stops where each of them stays before leaving, in this order. */
  readonly via: readonly string[];
  /** Exits that serve: each person takes the one that is reached soonest. */
  readonly to: readonly string[];
  /** Otherwise than the scenario's, m/s. */
  readonly speed?: CrowdAgents['speed'] | undefined;
}

/** Where people stay a while: before a stage, or to be served. */
export interface CrowdStop {
  readonly id: string;
  readonly polygon: CrowdPolygon;
  /** Stay or service of each, evenly between. */
  readonly seconds: readonly [number, number];
  /** Served at once, the others queue in the polygon; undefined: everyone stays who finds room. */
  readonly places?: number | undefined;
}

export interface CrowdExit {
  readonly id: string;
  readonly place: CrowdPlace;
}

/** A line whose passing is counted; forward is from its right to its left, seen from its first to its last point. */
export interface CrowdGate {
  readonly id: string;
  readonly line: CrowdLine;
}

export interface CrowdAgents {
  /** Free speed, m/s: a normal distribution, cut off. */
  readonly speed: { readonly mean: number; readonly sd: number; readonly min: number; readonly max: number };
  /** m, of the disc that a body is. */
  readonly radius: number;
  /** How long after its start a person begins to walk: a number, or evenly between two. */
  readonly reactionSeconds: readonly [number, number];
}

export interface CrowdScenario {
  readonly crs: 'EPSG:28992' | 'local';
  readonly walkable: readonly CrowdPolygon[];
  /** Stands there for good: also in what passages were before. */
  readonly fixed?: readonly CrowdPolygon[] | undefined;
  /** Placed: passages become narrower by these. */
  readonly obstacles: readonly CrowdPolygon[];
  readonly sources: readonly CrowdSource[];
  readonly stops: readonly CrowdStop[];
  readonly exits: readonly CrowdExit[];
  readonly gates: readonly CrowdGate[];
  readonly agents: CrowdAgents;
  /** At most. */
  readonly seconds: number;
  readonly seed: number;
  /** m, side of the cells in which density is counted. */
  readonly densityCell: number;
  /** persons/m², mean over ten seconds in such a cell: what is above it is told. */
  readonly limit: number;
  /** s between rows of the series, whole tens. */
  readonly everySeconds: number;
}

/** Weidmann (1993): free speeds of pedestrians; the radius is that with which no case of RiMEA jams for good. */
export const defaultAgents: CrowdAgents = {
  speed: { mean: 1.34, sd: 0.26, min: 0.5, max: 2.2 },
  radius: 0.15,
  reactionSeconds: [0, 0],
};

/** s between rows of the series. */
export const SERIES_SECONDS = 60;

/** More than fit in memory and patience. */
export const MOST_PERSONS = 100_000;

/** Fruin's levels of service of walking people, persons/m²: A below the first, F above the last. */
export const walkingLevels = [0.31, 0.43, 0.72, 1.08, 2.17] as const;
/** Of people who stand, in a queue or before a stage. */
export const standingLevels = [0.83, 1.08, 1.54, 3.57, 5.26] as const;
export const levelNames = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Weidmann (1993): what a metre of width lets through at most, persons/(m·s). */
export const CAPACITY_PER_METRE = 1.2249;
/** Other figures for what a metre of width lets through, persons/(m·s), which one may choose instead. */
export const passageCapacities = [
  { id: 'weidmann', perMetre: CAPACITY_PER_METRE, source: 'Weidmann (1993), Transporttechnik der Fussgänger' },
  // Dutch building rules: persons a minute for each metre of width.
  { id: 'room', perMetre: 90 / 60, source: 'Besluit bouwwerken leefomgeving' },
  { id: 'single-door', perMetre: 110 / 60, source: 'Besluit bouwwerken leefomgeving' },
  { id: 'passage', perMetre: 135 / 60, source: 'Besluit bouwwerken leefomgeving' },
  { id: 'stairs', perMetre: 45 / 60, source: 'Besluit bouwwerken leefomgeving' },
] as const;

/** m: narrower is no passage for a person. */
export const BODY_WIDTH = 0.45;
