/**
 * Measures against water that a visitor places, as plain data. One row of {@link measureTable} per kind says how it is drawn, which
 * figures it has with their limits, and what it costs.
 *
 * Costs are assumptions of ours, an order of magnitude for building it once; a municipality that knows better says so under
 * `flood.measureCosts` in `municipality.json`. So are the figures that a new measure starts with; 97 mm/h for permeable paving is 270 l/s per
 * hectare, a design rain that paving is customarily laid out for.
 */
import type { FloodMeasure, MeasureFigure, MeasureKind } from './flood-measure.ts';
import { ringArea } from './plan-ring.ts';

type MeasureShape = 'area' | 'line' | 'point';

interface FigureRange {
  readonly start: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** What the amount of a measure is counted in. */
export type MeasureUnit = 'm²' | 'm' | 'piece' | 'building';

interface MeasureRow {
  readonly shape: MeasureShape;
  readonly figures: Readonly<Partial<Record<MeasureFigure, FigureRange>>>;
  readonly unit: MeasureUnit;
  /** Euro per unit. */
  readonly cost: number;
}

const range = (start: number, least: number, most: number, step: number): FigureRange => ({ start, least, most, step });

export const measureTable: Readonly<Record<MeasureKind, MeasureRow>> = {
  wadi: {
    shape: 'area',
    figures: { depthM: range(0.3, 0.1, 1, 0.05), infiltrationMmPerHour: range(20, 0, 200, 5) },
    unit: 'm²',
    cost: 90,
  },
  'water-square': { shape: 'area', figures: { depthM: range(0.8, 0.1, 3, 0.1) }, unit: 'm²', cost: 450 },
  ditch: {
    shape: 'line',
    figures: { depthM: range(0.8, 0.2, 3, 0.1), widthM: range(3, 1, 15, 0.5) },
    unit: 'm',
    cost: 70,
  },
  'lowered-street': {
    shape: 'line',
    figures: { depthM: range(0.1, 0.02, 0.5, 0.01), widthM: range(5, 2, 20, 0.5) },
    unit: 'm²',
    cost: 120,
  },
  kerb: { shape: 'line', figures: { heightM: range(0.15, 0.05, 0.5, 0.01) }, unit: 'm', cost: 60 },
  hump: { shape: 'line', figures: { heightM: range(0.1, 0.05, 0.3, 0.01) }, unit: 'm', cost: 400 },
  doorstep: { shape: 'area', figures: { heightM: range(0.3, 0.05, 1, 0.05) }, unit: 'building', cost: 1500 },
  permeable: {
    shape: 'area',
    figures: { infiltrationMmPerHour: range(97, 5, 400, 1), storageMm: range(60, 5, 500, 5) },
    unit: 'm²',
    cost: 95,
  },
  'green-roof': { shape: 'area', figures: { storageMm: range(30, 5, 150, 5) }, unit: 'm²', cost: 75 },
  pump: { shape: 'point', figures: { capacityLitresPerSecond: range(50, 1, 2000, 1) }, unit: 'piece', cost: 60_000 },
};

export const measureFigures = (kind: MeasureKind): readonly MeasureFigure[] =>
  Object.keys(measureTable[kind].figures) as MeasureFigure[];

/** The figure of a measure; one that its kind does not have is 0. */
export function figureOf({ kind, figures }: Pick<FloodMeasure, 'kind' | 'figures'>, name: MeasureFigure): number {
  return figures[name] ?? measureTable[kind].figures[name]?.start ?? 0;
}

/** As far as the table lets it. */
export function limitFigure(kind: MeasureKind, name: MeasureFigure, value: number): number {
  const limits = measureTable[kind].figures[name];
  return limits ? Math.min(Math.max(value, limits.least), limits.most) : value;
}

const leastCorners: Record<MeasureShape, number> = { area: 3, line: 2, point: 1 };

/** Corners that a measure needs before it is one. */
export const cornersNeeded = (kind: MeasureKind): number => leastCorners[measureTable[kind].shape];

/** Free among these; numbers are not used again. */
export function nextMeasureId(measures: readonly FloodMeasure[], kind: MeasureKind): string {
  const used = measures.map(({ id }) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0));
  return `${kind}-${Math.max(0, ...used) + 1}`;
}

export function lineLength(points: readonly number[]): number {
  let length = 0;
  for (let i = 2; i + 1 < points.length; i += 2)
    length += Math.hypot(
      (points[i] as number) - (points[i - 2] as number),
      (points[i + 1] as number) - (points[i - 1] as number),
    );
  return length;
}

/** m² that it takes of the ground, as drawn; 0 for what takes none. */
export function measureArea({ kind, points, figures }: Pick<FloodMeasure, 'kind' | 'points' | 'figures'>): number {
  const { shape } = measureTable[kind];
  if (shape === 'area') return Math.abs(ringArea(points));
  return shape === 'line' ? lineLength(points) * figureOf({ kind, figures }, 'widthM') : 0;
}

/** What the ground said of a measure when it was laid on it: roofs and buildings are counted there. */
export interface MeasureAmount {
  readonly id: string;
  /** In the unit of its kind. */
  readonly amount: number;
  /** m³ of water that it can hold; 0 for what holds none. */
  readonly storage: number;
}

const costClasses = ['A', 'B', 'C', 'D', 'E'] as const;
export type CostClass = (typeof costClasses)[number];
/** Euro: up to and including these it is A, B, C and D. */
const COST_BOUNDS = [10_000, 50_000, 200_000, 1_000_000] as const;

export type MeasureCosts = Readonly<Partial<Record<MeasureKind, number>>>;

export function costOf(kind: MeasureKind, amount: number, own: MeasureCosts = {}): number {
  return amount * (own[kind] ?? measureTable[kind].cost);
}

export function costClass(euro: number): CostClass {
  const row = COST_BOUNDS.findIndex((bound) => euro <= bound);
  return costClasses[row < 0 ? costClasses.length - 1 : row] as CostClass;
}
