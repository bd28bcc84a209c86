/**
 * Surface water over a height grid: what the flood engine is given and what it answers. SI units (m, s, m³/s) unless a name says
 * otherwise. Arrays named "per cell" have `width * height` values, index `row * width + column`, row 0 south, cell centres.
 */

/** A grid of square cells with its sides along RD x and y; `west` and `south` are outer sides, RD metres. */
export interface FloodFrame {
  readonly west: number;
  readonly south: number;
  readonly cellSize: number;
  readonly width: number;
  readonly height: number;
}

/** A value that holds from `second` until the next one; before the first it is 0. In order of time. */
export interface SeriesStep {
  readonly second: number;
  readonly value: number;
}
export type Series = readonly SeriesStep[];

/**
 * What happens at a face between two cells that the grid would lose. `axis` x: the east side of `cell`; y: its north side.
 * Water passes above `crest` (m NAP; +Infinity: never) through `openness` of the side's length (0 to 1).
 */
export interface FaceChange {
  readonly cell: number;
  readonly axis: 'x' | 'y';
  readonly crest?: number;
  readonly openness?: number;
}

/** Water that a sewer, culvert or pump takes from one cell and gives to another, or out of the model (`to` absent). */
export interface Culvert {
  readonly id: string;
  readonly from: number;
  readonly to?: number;
  /** Inside width and height of a rectangular barrel, its length, m; its floor at both ends, m NAP. */
  readonly width: number;
  readonly height: number;
  readonly length: number;
  readonly floorFrom: number;
  readonly floorTo: number;
  readonly manning: number;
  /** Water only goes from `from` to `to`. */
  readonly hasFlap?: boolean;
}

export interface Pump {
  readonly id: string;
  readonly from: number;
  readonly to?: number;
  /** m³/s while the water at `from` stands above `onLevel` (m NAP). */
  readonly capacity: number;
  readonly onLevel: number;
}

export interface Inflow {
  readonly id: string;
  /** The discharge is spread evenly over these cells. */
  readonly cells: readonly number[];
  /** m³/s. */
  readonly series: Series;
}

/** Water beyond the grid that holds cells at its level: a lake. */
export interface Basin {
  readonly id: string;
  readonly cells: readonly number[];
  /** m NAP at the start. */
  readonly level: number;
  /** m² beyond the grid, from which what flows in is taken; absent: so large that its level stays. */
  readonly area?: number;
}

/** How a gap in a dike deepens and then widens: `engines/flood-breach/growth.ts`. Levels m NAP, times s. */
export interface BreachGrowth {
  /** Seconds after the start of the run. */
  readonly start: number;
  /** The dike's crest before, and the lowest that it comes to, evenly in `lowering` s. */
  readonly crest: number;
  readonly lowest: number;
  readonly lowering: number;
  /** Of the gap from the start, and the most that it may become, m. */
  readonly width: number;
  readonly widest: number;
  /** Above which the flow takes the dike's ground along, m/s. */
  readonly criticalSpeed: number;
}

/** A side of a cell on the dike's crest: which part of the crest it is, m from the middle of the breach. */
export interface BreachSide {
  readonly cell: number;
  readonly axis: 'x' | 'y';
  readonly from: number;
  readonly until: number;
  /** 1: the polder lies east or north of the side; −1: west or south. */
  readonly inward: 1 | -1;
}

/** A dike that gives way; only in scheme "full". */
export interface Breach {
  readonly id: string;
  readonly growth: BreachGrowth;
  readonly sides: readonly BreachSide[];
  /** Cells whose mean level is that of the water on both sides; where they are dry it counts as the lowest crest. */
  readonly outside: readonly number[];
  readonly inside: readonly number[];
}

/** What a breach did until one moment. */
export interface BreachMoment {
  readonly second: number;
  /** m, and m NAP. */
  readonly width: number;
  readonly crest: number;
  readonly outside: number;
  readonly inside: number;
  /** m³/s into the polder, the mean since the moment before, and m³ in all. */
  readonly discharge: number;
  readonly volume: number;
}

export interface BreachHistory {
  readonly id: string;
  readonly moments: readonly BreachMoment[];
}

/** Open: water leaves freely at the slope of the bed. A number: the water outside stands at that level, m NAP. */
export type Border = 'closed' | 'open' | number;

export interface FloodInput {
  readonly frame: FloodFrame;
  /** m NAP per cell; NaN: unknown, nothing flows there. */
  readonly bed: Float32Array | Float64Array;
  /** Per cell, 1: closed for water (a building). */
  readonly closed?: Uint8Array;
  /** Manning's n, s/m^(1/3), everywhere or per cell. */
  readonly manning: number | Float32Array;
  /** Rain on the whole, m/s. */
  readonly rain: Series;
  /** Per cell how many times the rain it gets: 1 in the open, 0 under a roof, more where roofs drain to. Absent: 1 where open. */
  readonly rainFactor?: Float32Array;
  /** What the ground can take, m/s. */
  readonly infiltration?: number | Float32Array;
  /** What gullies can take, m/s, until `sewerStorage` (m of water per cell) is full. */
  readonly sewer?: number | Float32Array;
  readonly sewerStorage?: number;
  /** Of that storage what is taken at the start, m per cell: for cells that have less of it. */
  readonly sewerUsed?: Float32Array;
  /** Water that stands there at the start, m per cell. */
  readonly initialDepth?: Float32Array;
  readonly inflows?: readonly Inflow[];
  readonly faces?: readonly FaceChange[];
  readonly culverts?: readonly Culvert[];
  readonly pumps?: readonly Pump[];
  readonly basins?: readonly Basin[];
  readonly breaches?: readonly Breach[];
  readonly borders: { readonly west: Border; readonly east: Border; readonly south: Border; readonly north: Border };
  /** How long, s. */
  readonly seconds: number;
  /** Local-inertial for rain and rivers; full shallow water for breaches and supercritical flow. */
  readonly scheme?: 'inertial' | 'full';
}

/** Depth at which water counts as arrived, m: the national map leaves out what is shallower. */
export const ARRIVAL_DEPTH = 0.05;

/** m: what the specification of AHN allows single measurements at most (standard deviation), where a source says nothing else. */
export const ASSUMED_HEIGHT_ERROR = 0.05;

/** Everything per cell; what was never wet: depth 0, arrival NaN. */
export interface FloodMaxima {
  readonly depth: Float32Array;
  /** m/s, the mean of the faces' discharge over the depth, where the depth is 1 cm or more. */
  readonly speed: Float32Array;
  /** s until {@link ARRIVAL_DEPTH}. */
  readonly arrival: Float32Array;
  /** s with {@link ARRIVAL_DEPTH} or more. */
  readonly duration: Float32Array;
}

/** m³, all non-negative but `error`. */
export interface MassBalance {
  readonly initial: number;
  readonly rain: number;
  readonly inflow: number;
  readonly infiltrated: number;
  readonly sewer: number;
  readonly outflow: number;
  readonly stored: number;
  /** (initial + rain + inflow − infiltrated − sewer − outflow − stored) / (initial + rain + inflow). */
  readonly relativeError: number;
}

/** The water at one moment; arrays belong to the engine and are overwritten when it goes on: copy what is kept. */
export interface FloodMoment {
  readonly second: number;
  /** m per cell. */
  readonly depth: Float32Array;
  /** Discharge per metre through the east (x) and north (y) side of each cell, m²/s. */
  readonly qx: Float32Array;
  readonly qy: Float32Array;
}

export interface FloodResult {
  readonly frame: FloodFrame;
  readonly maxima: FloodMaxima;
  readonly last: FloodMoment;
  readonly balance: MassBalance;
  readonly breaches?: readonly BreachHistory[];
  readonly steps: number;
  /** Of the wall clock. */
  readonly seconds: number;
  /** Cells that were computed, over all steps. */
  readonly cellUpdates: number;
  /** What computed it: `wasm-simd`, `wasm-simd x 2`, `javascript`, `webgpu`. */
  readonly engine: string;
  /** Absent where nobody asked for one. */
  readonly gpu?: GpuVerdict;
}

/**
 * Whether the graphics card computed, or why not: the browser offers none; it is software; it does not know the full scheme; the run is too
 * short to pay for the start, or too large for its memory; it was slower, or gave another answer, in a short race; it failed.
 */
export type GpuAnswer =
  | 'used'
  | 'absent'
  | 'software'
  | 'full-scheme'
  | 'short'
  | 'large'
  | 'slower'
  | 'differs'
  | 'failed';

export interface GpuVerdict {
  readonly answer: GpuAnswer;
  /** What the device or the race told. */
  readonly detail: string;
}

export interface FloodRunOptions {
  /** Stops at each of these seconds for `onMoment`; ascending. */
  readonly moments?: readonly number[];
  readonly onMoment?: (moment: FloodMoment) => void;
  /** Share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Where a field is known: in the cell, or at its sides. */
export interface FloodField {
  readonly unit: string;
  readonly location: 'cell' | 'face';
  /** Whole steps that the figure is told in: its accuracy is no better. */
  readonly step: number;
}

/** Read by legend, tooltip, table and export alike; labels stand in the texts under the same names. */
export const FLOOD_FIELDS = {
  depth: { unit: 'm', location: 'cell', step: 0.05 },
  level: { unit: 'm NAP', location: 'cell', step: 0.05 },
  speed: { unit: 'm/s', location: 'cell', step: 0.1 },
  arrival: { unit: 'min', location: 'cell', step: 1 },
  duration: { unit: 'min', location: 'cell', step: 5 },
} as const satisfies Record<string, FloodField>;

export type FloodFieldId = keyof typeof FLOOD_FIELDS;
