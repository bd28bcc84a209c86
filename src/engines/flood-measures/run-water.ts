/** What the greatest depths of a run mean for buildings and streets: what before and after are compared by. */
import { NO_CLASS } from '../../model/building-marks.ts';
import { ARRIVAL_DEPTH, type FloodInput } from '../../model/flood.ts';
import { type FloodGroundId, floodGroundIds } from '../../model/flood-ground.ts';
import type { FloodMeasure } from '../../model/flood-measure.ts';
import type { RunWater } from '../../model/flood-measure-effect.ts';
import { figureOf, type MeasureAmount } from '../../model/flood-measure-table.ts';
import type { FloodSite } from '../../model/flood-site.ts';
import { listFacadeCells } from '../flood-effects/facade-cells.ts';
import { touchBuildings } from '../flood-effects.ts';
import { buildingsUnder } from '../flood-measures.ts';

const streets: readonly FloodGroundId[] = ['asphalt', 'clinkers', 'half-paved'];

/** m above the ground, and within what a threshold cannot be told from the water. */
export interface Thresholds {
  readonly threshold: number;
  readonly accuracy: number;
}

/** m² of open street in cells with 5 cm or more. */
function wetStreet(
  { frame: fine, ground, buildings }: FloodSite,
  { frame }: FloodInput,
  depth: ArrayLike<number>,
): number {
  const isStreet = floodGroundIds.map((id) => (streets.includes(id) ? 1 : 0));
  const factor = Math.round(frame.cellSize / fine.cellSize);
  let cells = 0;
  for (let row = 0; row < frame.height * factor; row++) {
    const start = Math.floor(row / factor) * frame.width;
    for (let column = 0; column < frame.width * factor; column++) {
      const at = row * fine.width + column;
      if (isStreet[ground[at] as number] !== 1 || buildings[at] !== 0) continue;
      if ((depth[start + Math.floor(column / factor)] as number) >= ARRIVAL_DEPTH) cells++;
    }
  }
  return cells * fine.cellSize * fine.cellSize;
}

/**
 * `planned`: the site with its plans, before measures lie on it, so that a street stays a street; `site`: with all, from which
 * `input` was built. A doorstep is taken into account for the buildings that it lies on.
 */
export function readRunWater(
  planned: FloodSite,
  site: FloodSite,
  input: FloodInput,
  depth: ArrayLike<number>,
  { threshold, accuracy }: Thresholds,
  measures: readonly FloodMeasure[],
  amounts: readonly MeasureAmount[],
): RunWater {
  let rows = 0;
  for (let i = 0; i < site.buildings.length; i++) rows = Math.max(rows, site.buildings[i] as number);
  const facades = listFacadeCells(site, input.frame, rows, input.closed);
  const water = touchBuildings(facades, input.bed, depth, threshold, accuracy);
  // Without a façade there is no water at it: such as a building that goes.
  const known = (value: number) => (value === NO_CLASS ? 0 : value);
  const classes = water.classes.map(known);
  for (const measure of measures) {
    if (measure.kind !== 'doorstep') continue;
    const raised = touchBuildings(facades, input.bed, depth, figureOf(measure, 'heightM'), accuracy);
    for (const row of buildingsUnder(site, measure)) classes[row - 1] = known(raised.classes[row - 1] as number);
  }
  const street = wetStreet(planned, input, depth);
  return { cellSize: input.frame.cellSize, classes, depth: water.depth, street, amounts };
}
