/** How far corners may be off because a file writes its coordinates with few decimals: sides that were one line are then two. */
import type { GeoFeature } from './geojson.ts';

/** Steps that files in use are rounded to: centimetres, and the 1e-7° (7 by 11 mm) that GDAL writes by default. */
const PER_METRE = 1e2;
const PER_DEGREE = 1e7;
/**
 * Metres. Where two sides have their corners in different places both lines are off, by half a step's diagonal each at worst, which
 * is more; but a whole step of overlap may be meant.
 */
const REACH_M = 0.0095;

/** Whether all numbers in nested lists are whole steps. */
function areWhole(value: unknown, perUnit: number): boolean {
  if (Array.isArray(value)) return value.every((item) => areWhole(item, perUnit));
  if (typeof value !== 'number') return true;
  const count = value * perUnit;
  // A thousandth of a step: far more than doubles lose, far less than another decimal.
  return Math.abs(count - Math.round(count)) < 1e-3;
}

/** Metres, of all features of one file; undefined where any of them is written more finely. Stops at the first that is. */
export function roundingOf(features: readonly GeoFeature[]): number | undefined {
  const [first] = features;
  if (!first) return undefined;
  const perUnit = first.geographic ? PER_DEGREE : PER_METRE;
  const isOf = (steps: number) => features.every(({ geometry }) => areWhole(geometry?.coordinates, steps));
  // With fewer decimals still, they are drawn on a lattice, as sketches and tests are, rather than rounded.
  return isOf(perUnit) && !isOf(perUnit / 10) ? REACH_M : undefined;
}
