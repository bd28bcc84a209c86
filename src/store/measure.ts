/** Measuring: points by clicking or typing, the building that is measured, and the profile along the line. */

import { describeBuilding } from '../model/building-attributes.ts';
import type { BuildingTable } from '../model/city-index.ts';
import { findPlanSolid } from '../model/find-plan-solid.ts';
import type { MeasurePoint } from '../model/measure.ts';
import type { MeasureMode, MeasureState } from '../model/measure-state.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { chosenModel, findPlan } from './plans.ts';
import { rowAttributes } from './select-building.ts';
import { type BuildingSelection, type PointerPlace, type TwinState, twin } from './twin.ts';

function setMeasure(change: Partial<MeasureState>): void {
  twin.setState({ measure: { ...twin.getState().measure, ...change } });
}

/** A profile belongs to its line: without the line it is gone. */
function setPoints(points: readonly MeasurePoint[]): void {
  setMeasure({ points, profile: { status: 'idle' }, marker: undefined });
}

export function setMeasureMode(mode: MeasureMode): void {
  setMeasure({ mode, marker: undefined });
}

/** While pointing, a click in the picture measures instead of selecting. */
export function setPointing(isPointing: boolean): void {
  setMeasure({ isPointing });
}

export function addPoint(point: MeasurePoint): void {
  setPoints([...twin.getState().measure.points, point]);
}

export function replacePoint(index: number, point: MeasurePoint): void {
  setPoints(twin.getState().measure.points.with(index, point));
}

export function removePoint(index: number): void {
  setPoints(twin.getState().measure.points.toSpliced(index, 1));
}

/** One place earlier in the line. */
export function movePointUp(index: number): void {
  const points = [...twin.getState().measure.points];
  const [point] = points.splice(index, 1);
  if (!point || index === 0) return;
  points.splice(index - 1, 0, point);
  setPoints(points);
}

export const undoPoint = (): void => setPoints(twin.getState().measure.points.slice(0, -1));
export const clearPoints = (): void => setPoints([]);

function measureBuilding(building: BuildingSelection | undefined): void {
  setMeasure({ building });
}

/** By its row in the building table, for who cannot point; what only the tiles know stays unknown. */
export function measureBuildingRow(table: BuildingTable, row: number): void {
  const id = table.id[row];
  if (id !== undefined) measureBuilding({ id, attributes: rowAttributes(table, row) });
}

/** A place on the line that the chart points at. */
export function markPlace(marker: MeasureState['marker']): void {
  setMeasure({ marker });
}

/** What a click in the picture found while pointing. `pixel`: metres that one pixel of the picture covers there. */
export function pointAt(place: PointerPlace, building: BuildingSelection | undefined, pixel: number): void {
  const state = twin.getState();
  if (state.measure.mode === 'height') {
    if (building) measureBuilding(building);
    return;
  }
  const plan = building ? undefined : planAt(state, place);
  const on = building ? 'building' : plan ? 'plan' : 'ground';
  const source = plan?.precisionM ?? sourceError(state, building ? 'building' : 'ground');
  // Where the source is exact, the hand is not: a click says no more than its pixel.
  addPoint({ ...place, on, error: source === undefined ? undefined : Math.hypot(source, pixel) });
}

/** For the keyboard: the ground at the middle of the picture. */
export function pointAtCentre(): void {
  const { footprint } = twin.getState();
  if (footprint?.centre) pointAt(footprint.centre, undefined, footprint.metresPerPixel ?? 0);
}

type SourceState = Pick<TwinState, 'municipality' | 'choice' | 'planModels'>;

/** Standard error in metres that the source of such a point states. */
function sourceError(state: SourceState, on: 'building' | 'ground'): number | undefined {
  if (state.municipality.status !== 'ready') return undefined;
  const { buildings, heights, terrain } = state.municipality.value;
  return on === 'building' ? buildings[0]?.source.accuracyM : (heights ?? terrain)?.source.accuracyM;
}

/** The plan that is shown, or the visitor's own drawing, where one of their buildings stands. */
function planAt(state: SourceState & Pick<TwinState, 'drawn'>, { x, y }: PointerPlace): PlanModel | undefined {
  return [chosenModel(state), state.drawn].find((model) => model && findPlanSolid(model, x, y) !== undefined);
}

/** On or in a building of the plan that is shown or of the drawing. */
export const isInPlan = (place: PointerPlace): boolean => planAt(twin.getState(), place) !== undefined;

export interface BuildingHeights {
  /** Metres NAP; undefined where the source does not know. */
  readonly ground: number | undefined;
  readonly eaves: number | undefined;
  readonly top: number | undefined;
  /** Metres NAP of the open plan's zero. */
  readonly peil: number | undefined;
  /** Standard error of each height, metres. */
  readonly error: number | undefined;
}

export function readBuildingHeights(
  state: SourceState & Pick<TwinState, 'plans'>,
  { attributes }: BuildingSelection,
): BuildingHeights {
  const { known } = describeBuilding(attributes);
  const numberOf = (...keys: string[]) => {
    for (const wanted of keys) {
      const value = known.find(({ key }) => key === wanted)?.value;
      if (typeof value === 'number') return value;
    }
    return undefined;
  };
  return {
    ground: numberOf('ground'),
    eaves: numberOf('roofLow'),
    top: numberOf('roofTop', 'ridge'),
    peil: findPlan(state, state.choice?.plan)?.peilNap,
    error: sourceError(state, 'building'),
  };
}
