/**
 * Where water must be held back: the line of a dike or wall with the height that it must have. A municipality names its lines as
 * GeoJSON; a plan is held against them, and what it cuts is kept with its model.
 */
import { type GeoFeature, listLines, numberOf, textOf } from './geojson.ts';
import { InputError } from './input-error.ts';

export interface WaterBarrier {
  readonly name?: string;
  /** Metres NAP that ground or gates must reach here. */
  readonly requiredNap: number;
  /** Flat x, y pairs in RD New; the water that it holds back lies to its left. */
  readonly line: readonly number[];
}

/**
 * What holds the water back where a plan has cut the barrier: the new ground round about, gates as they are drawn, nothing that
 * is drawn; `unknown` where today's ground is too low nearby, so that nothing follows from the plan.
 */
export const barrierHolds = ['ground', 'gates', 'nothing', 'unknown'] as const;

function toBarriers(feature: GeoFeature): WaterBarrier[] {
  const requiredNap = numberOf(feature, 'vereistehoogte', 'requiredheight');
  if (requiredNap === undefined)
    throw new InputError(`${feature.where}: vereiste_hoogte is missing; it must be a number (m NAP).`);
  const lines = listLines(feature);
  if (lines.length === 0) throw new InputError(`${feature.where}: geometry is missing; it must be a LineString.`);
  const name = textOf(feature, 'naam', 'name');
  return lines.map((line) => ({ ...(name === undefined ? {} : { name }), requiredNap, line }));
}

/** Throws {@link InputError} that names file, feature and field. */
export const listBarriers = (features: readonly GeoFeature[]): WaterBarrier[] => features.flatMap(toBarriers);
