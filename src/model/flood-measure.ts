/** Measures against water that a visitor places, as plain data. What each kind is stands in `flood-measure-table.ts`. */

export const measureKinds = [
  'wadi',
  'water-square',
  'ditch',
  'lowered-street',
  'kerb',
  'hump',
  'doorstep',
  'permeable',
  'green-roof',
  'pump',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** Names as they stand in files, with their unit. */
export type MeasureFigure =
  | 'depthM'
  | 'widthM'
  | 'heightM'
  | 'infiltrationMmPerHour'
  | 'storageMm'
  | 'capacityLitresPerSecond';

export interface FloodMeasure {
  readonly id: string;
  readonly kind: MeasureKind;
  /** RD New, flat x, y pairs: the outline (not closed), the line or the point. */
  readonly points: readonly number[];
  /** What is not named is as in the table. */
  readonly figures: Readonly<Partial<Record<MeasureFigure, number>>>;
}

/** Measures in the picture, and the one that is being placed. */
export interface FloodMeasures {
  readonly items: readonly FloodMeasure[];
  /** Earlier lists, the last one newest: for undo. */
  readonly past: readonly (readonly FloodMeasure[])[];
  readonly selected: string | undefined;
  /** A click in the picture puts a corner of it. */
  readonly placing: MeasureKind | undefined;
  /** Its corners so far: flat x, y pairs in RD New. */
  readonly pending: readonly number[];
  /** As a link has them (see `flood-measure-file.ts`); empty without any, and where they are too many. */
  readonly shared: string;
}

export const noMeasures: FloodMeasures = {
  items: [],
  past: [],
  selected: undefined,
  placing: undefined,
  pending: [],
  shared: '',
};
