/** What a simulation of people answers; made by `engines/crowd.ts`. Persons, metres, seconds. */
import type { levelNames } from './crowd.ts';

/** Share of the time and ground with anyone on it, by level, of who stands in stops and who walks elsewhere; together 1, or all 0 where nobody came. */
export type LevelShares = Readonly<Record<(typeof levelNames)[number], number>>;

/** Cells, `row * width + col`, row 0 south. */
export interface CrowdCells {
  /** RD or local metres. */
  readonly west: number;
  readonly south: number;
  readonly cell: number;
  readonly width: number;
  readonly height: number;
}

export interface DensityGrid extends CrowdCells {
  /** Persons/m² of the free ground in the cell: the most over ten seconds, and the mean of all. */
  readonly most: Float32Array;
  readonly mean: Float32Array;
  /** Seconds above the scenario's limit, and when that began; Infinity where never. */
  readonly overSeconds: Float32Array;
  readonly overFrom: Float32Array;
}

export interface GateAnswer {
  readonly id: string;
  readonly crossed: { readonly forward: number; readonly backward: number };
  readonly firstSecond?: number;
  readonly lastSecond?: number;
  /** The busiest minute, over the gate's length. */
  readonly peakPersonsPerMetreSecond: number;
  /** Seconds of every crossing, forward positive, backward negative (of the second half of a step). */
  readonly times: readonly number[];
}

export interface Passage {
  readonly id: string;
  /** Both ends of the line as it was: x1, y1, x2, y2. */
  readonly line: readonly [number, number, number, number];
  /** Metres. */
  readonly widthBefore: number;
  readonly widthNow: number;
  readonly capacityPersonsPerSecond: number;
  /** Free parts now, ends of each, also those that are narrower than a body. */
  readonly parts: readonly (readonly [number, number, number, number])[];
}

/** Whether a way for an ambulance or a fire engine stays open: from the geometry alone. */
export interface RouteAnswer {
  readonly id: string;
  readonly verdict: 'ok' | 'narrow' | 'blocked';
  /** m: the widest disc that passes along the line; {@link widestM} where it is wider. */
  readonly freeM: number;
  readonly neededM: number;
  /** m: wider is not measured. */
  readonly widestM: number;
  /** Where it is narrowest, from side to side: x1, y1, x2, y2. */
  readonly across?: readonly [number, number, number, number];
  /** Ids of what was placed and stands on either side there, or across it. */
  readonly by: readonly string[];
}

/** A queue or waiting area over time. */
export interface StopAnswer {
  readonly id: string;
  /** Who have stayed, or were served, to the end. */
  readonly served: number;
  /** Who wait for a place, and who have one, at each moment of the series. */
  readonly waiting: Uint16Array;
  readonly staying: Uint16Array;
  /** Most at once. */
  readonly longestQueue: number;
  /** Most at once for whom there was no room in the polygon: they stood around it. */
  readonly spilled: number;
  /** Middle and longest wait before service, s. */
  readonly middleWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

/** One row each `everySeconds`: the state at its end, what happened in it. */
export interface CrowdSeries {
  readonly everySeconds: number;
  readonly present: Uint32Array;
  readonly entered: Uint32Array;
  readonly left: Uint32Array;
  /** By gate of the scenario, then row. */
  readonly forward: readonly Uint32Array[];
  readonly backward: readonly Uint32Array[];
  /** The densest cell in it, persons/m². */
  readonly densest: Float32Array;
  /** m² above the limit, mean. */
  readonly overM2: Float32Array;
  /** By level A to F: share of who were there that stood in it. */
  readonly levels: readonly Float32Array[];
  /** Persons/m² × 10 by cell (25.5 at most), mean over the row's time: what is draped on the ground. */
  readonly density: readonly Uint8Array[];
}

export interface CrowdAnswer {
  readonly evacuated: number;
  /** Walking when it ended. */
  readonly remaining: number;
  /** Who found no room to come in. */
  readonly waiting: number;
  readonly lastExitSecond?: number;
  /** By exit, persons; not reachable: no one could come there, though who may leave by it has another. */
  readonly exits: readonly { readonly id: string; readonly left: number; readonly isReachable: boolean }[];
  readonly gates: readonly GateAnswer[];
  /** From the geometry alone, narrowest first. */
  readonly passages: readonly Passage[];
  readonly stops: readonly StopAnswer[];
  /** Persons/m² in a cell of `densityCell`, mean over ten seconds. */
  readonly maximumDensity: number;
  /** Where and when that was first: the cell's middle, and the window's beginning. */
  readonly densestAt?: { readonly x: number; readonly y: number; readonly second: number };
  readonly levelOfService: LevelShares;
  readonly density: DensityGrid;
  readonly series: CrowdSeries;
  /** Simulated. */
  readonly seconds: number;
  readonly agentSteps: number;
}
