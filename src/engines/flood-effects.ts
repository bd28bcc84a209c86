/**
 * What water does to buildings: how deep it stands at the façade, against the threshold, and what share of the value that
 * costs. Doors are not in the data: the threshold is taken to lie the same height above the ground at every façade.
 *
 * Damage: share of the value of a dwelling by depth above the floor, J. Huizinga, H. de Moel and W. Szewczyk, Global flood
 * depth-damage functions (JRC 2017, EUR 28552 EN), residential buildings, Europe. It was made for river floods of metres; for
 * centimetres of rain it is a straight line from nothing and says little more than an order of magnitude.
 */

import { NO_CLASS } from '../model/building-marks.ts';
import { type BuildingWaterClass, buildingWaterClasses } from '../model/building-water.ts';
import { ARRIVAL_DEPTH } from '../model/flood.ts';
import type { BuildingWater } from '../model/flood-effects.ts';
import { NEVER } from '../model/flood-run.ts';
import type { FacadeCells } from './flood-effects/facade-cells.ts';

/** m above the ground at the façade: one for all, or per row of the table of buildings. */
type Thresholds = number | Float32Array;

/**
 * `bed` and `depth` per cell of the run (depth on open water as it stands). `threshold` m above the ground, `accuracy` m: within
 * it of the threshold water may or may not come in.
 */
export function touchBuildings(
  { starts, cells, ground }: FacadeCells,
  bed: ArrayLike<number>,
  depth: ArrayLike<number>,
  threshold: Thresholds,
  accuracy: number,
): BuildingWater {
  const rows = starts.length - 1;
  const classes = new Uint8Array(rows);
  const deepest = new Float32Array(rows).fill(Number.NaN);
  const counts = [0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    let most = Number.NaN;
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const cell = cells[i] as number;
      const h = depth[cell] as number;
      if (Number.isNaN(h) || Number.isNaN(bed[cell])) continue;
      // A film on a cell that lies higher is no water at the foot of the wall.
      const water = h < ARRIVAL_DEPTH ? h : Math.max(0, (bed[cell] as number) + h - (ground[i] as number));
      if (!(most >= water)) most = water;
    }
    deepest[row] = most;
    if (Number.isNaN(most)) {
      classes[row] = NO_CLASS;
      continue;
    }
    const door = typeof threshold === 'number' ? threshold : (threshold[row] as number);
    if (most < ARRIVAL_DEPTH) classes[row] = 0;
    else if (most < door - accuracy) classes[row] = 1;
    else classes[row] = most <= door + accuracy ? 2 : 3;
    counts[classes[row] as number] = (counts[classes[row] as number] as number) + 1;
  }
  const count = Object.fromEntries(buildingWaterClasses.map((name, i) => [name, counts[i] as number]));
  return { classes, depth: deepest, count: count as Record<BuildingWaterClass, number> };
}

/**
 * When water comes to each façade and how long it stays: of its cells with 5 cm or more in `depth` the soonest and the longest.
 * `arrival` and `duration` per cell of the run, whole minutes or `NEVER`; so are the answers per row of the table.
 */
export function timeBuildings(
  { starts, cells }: FacadeCells,
  depth: ArrayLike<number>,
  arrival: ArrayLike<number>,
  duration: ArrayLike<number>,
): { readonly arrival: Uint16Array; readonly duration: Uint16Array } {
  const rows = starts.length - 1;
  const soonest = new Uint16Array(rows).fill(NEVER);
  const longest = new Uint16Array(rows).fill(NEVER);
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const cell = cells[i] as number;
      if (!((depth[cell] as number) >= ARRIVAL_DEPTH)) continue;
      soonest[row] = Math.min(soonest[row] as number, arrival[cell] as number);
      const minutes = duration[cell] as number;
      if (minutes !== NEVER && (longest[row] === NEVER || minutes > (longest[row] as number))) longest[row] = minutes;
    }
  }
  return { arrival: soonest, duration: longest };
}

/** Depth above the floor, m, and share of the value that is lost. */
const DAMAGE: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.5, 0.25],
  [1, 0.4],
  [1.5, 0.5],
  [2, 0.6],
  [3, 0.75],
  [4, 0.85],
  [5, 0.95],
  [6, 1],
];

/** Share of the value, 0 to 1; straight between the points of the function. */
export function damageShare(depth: number): number {
  if (!(depth > 0)) return 0;
  const next = DAMAGE.findIndex(([at]) => at >= depth);
  if (next === -1) return 1;
  const [[a, low], [b, high]] = [DAMAGE[next - 1] as [number, number], DAMAGE[next] as [number, number]];
  return low + ((depth - a) / (b - a)) * (high - low);
}

/**
 * Sum over buildings of share times floor area (m², one floor) times value (euro per m²), where water stands above the
 * threshold: lowest when it lies `accuracy` higher than taken, and highest when lower.
 */
export function sumDamage(
  { depth }: BuildingWater,
  areas: readonly (number | null)[],
  valuePerSquareMetre: number,
  threshold: Thresholds,
  accuracy: number,
): { readonly low: number; readonly middle: number; readonly high: number } {
  const sumAt = (off: number) => {
    let sum = 0;
    for (let row = 0; row < depth.length; row++) {
      const floor = (typeof threshold === 'number' ? threshold : (threshold[row] as number)) + off;
      sum += damageShare((depth[row] as number) - floor) * (areas[row] ?? 0) * valuePerSquareMetre;
    }
    return sum;
  };
  return { low: sumAt(accuracy), middle: sumAt(0), high: sumAt(-accuracy) };
}
