/**
 * Where errors of the height measurement leave open whether water comes to 5 cm: drawn as hatching.
 *
 * Water's depth is its level minus the ground. An error that both share (AHN's systematic part, at most 5 cm, common to a strip of
 * flight) moves both alike and cancels. What is left are errors of single points, taken as independent (AHN's stochastic part:
 * standard deviation at most 5 cm; ahn.nl, kwaliteitsbeschrijving): a mean over n points errs by 1/√n of it, n = 10 per m² (AHN4 and
 * later: at least). A depth then errs by its own ground and by that of the one cell of the run that holds the level (the lowest of a sill):
 * σ² = σ²(drawn cell) + σ²(cell of the run). A cell is undecided where its depth lies within 1.28 σ of 5 cm, so that the chance of the other
 * answer is 10 % or more. Dry cells count too: with the level of the water that they touch, directly or over other undecided cells.
 *
 * Checked against runs on measured ground (`tests/validation/flood-uncertainty.test.ts`). Not in it: errors of tens of metres' length
 * between flight strips, grass and ditches that the laser misread, the model's own error, and the chance of the storm.
 */
import { ARRIVAL_DEPTH } from '../model/flood.ts';

/** Standard deviations to either side of which one in ten lies. */
const DOUBT = 1.2816;
/** Depth from which a cell has a level to compare with, mm: what is thinner runs off. */
const LEAST = 30;

const POINTS_PER_SQUARE_METRE = 10;

/** Standard deviation of the mean height of a cell, m; `error` of single points. */
export const meanHeightError = (error: number, cellSize: number): number =>
  error / Math.sqrt(Math.max(1, POINTS_PER_SQUARE_METRE * cellSize * cellSize));

/** Metres to either side of a depth within which the other answer has a chance of 10 % or more. */
export const depthDoubt = (error: number, drawnCell: number, runCell: number): number =>
  DOUBT * Math.hypot(meanHeightError(error, drawnCell), meanHeightError(error, runCell));

export interface DoubtfulGround {
  readonly width: number;
  readonly height: number;
  /** m NAP per cell, index `row * width + column`, row 0 south; NaN: unknown. */
  readonly bed: ArrayLike<number>;
  /** Cells that are closed or always under water: nothing is asked of them. */
  readonly isLeftOut: Uint8Array;
}

/** Per cell 1 where the answer is open; `doubt` (m) as {@link depthDoubt} gives it. Linear in the cells. */
export function findUndecided(ground: DoubtfulGround, millimetres: Uint16Array, doubt: number): Uint8Array {
  const { width, height, bed, isLeftOut } = ground;
  const count = width * height;
  if (millimetres.length !== count) throw new Error(`Expected ${count} depths, got ${millimetres.length}.`);
  const undecided = new Uint8Array(count);
  const level = new Float32Array(count).fill(Number.NaN);
  const queue = new Int32Array(count);
  let end = 0;
  for (let cell = 0; cell < count; cell++) {
    const mm = millimetres[cell] as number;
    if (mm < LEAST || isLeftOut[cell] || Number.isNaN(bed[cell])) continue;
    if (Math.abs(mm / 1000 - ARRIVAL_DEPTH) < doubt) undecided[cell] = 1;
    level[cell] = (bed[cell] as number) + mm / 1000;
    queue[end++] = cell;
  }
  for (let at = 0; at < end; at++) {
    const cell = queue[at] as number;
    const column = cell % width;
    if (column > 0) reach(cell - 1, level[cell] as number);
    if (column + 1 < width) reach(cell + 1, level[cell] as number);
    if (cell >= width) reach(cell - width, level[cell] as number);
    if (cell + width < count) reach(cell + width, level[cell] as number);
  }
  return undecided;

  /** A dry cell beside water that stands at `from`, m NAP. */
  function reach(cell: number, from: number): void {
    if (isLeftOut[cell] || !Number.isNaN(level[cell])) return;
    // Far below the level and dry all the same: something holds the water, or it runs down a slope. Unknown ground: no answer.
    if (!(Math.abs(from - (bed[cell] as number) - ARRIVAL_DEPTH) < doubt)) return;
    level[cell] = from;
    undecided[cell] = 1;
    queue[end++] = cell;
  }
}
