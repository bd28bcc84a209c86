/** What makes the ground another than today's: plans and measures. Plain data that goes to threads. */
import type { FloodMeasure } from './flood-measure.ts';
import type { GroundPiece, PlanModel, PlanSolid } from './plan-model.ts';

/** What of a plan model water meets. */
export interface FloodPlan {
  readonly origin: PlanModel['origin'];
  readonly ground: readonly Pick<GroundPiece, 'surface' | 'area' | 'isCut' | 'positions' | 'indices'>[];
  readonly solids: readonly Pick<PlanSolid, 'footprint' | 'lowerNap'>[];
  /** Rows + 1 in the table of buildings of those that go, and of the first of its own. */
  readonly removed: readonly number[];
  readonly firstRow: number;
}

export interface FloodChange {
  /** Another for each other change. */
  readonly key: string;
  readonly plans: readonly FloodPlan[];
  readonly measures: readonly FloodMeasure[];
}

/** The town as it is, or with what changes it. */
export type FloodSide = 'today' | 'changed';
