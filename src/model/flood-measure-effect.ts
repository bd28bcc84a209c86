/** What plans and measures do: the same storm on the same cells, with and without them. */
import type { MeasureAmount } from './flood-measure-table.ts';

/** What one run says of buildings and streets. Index: row in the table of buildings. */
export interface RunWater {
  /** m. */
  readonly cellSize: number;
  /** 0 no water of 5 cm at the façade, 1 below the threshold, 2 too near to say, 3 above it. */
  readonly classes: Uint8Array;
  /** Deepest at the façade, m; NaN where nothing is known. */
  readonly depth: Float32Array;
  /** m² of streets and paved ground with 5 cm or more. */
  readonly street: number;
  /** Of the measures on it, in their order; none: as it is today. */
  readonly amounts: readonly MeasureAmount[];
}

/**
 * m: a façade whose water changes by less has not changed. The heights' own error is the same in both runs and drops out; what
 * is left is that of the cells, which this is the usual size of.
 */
const LEAST_CHANGE = 0.02;
/** Share of the wet street that is no difference, and the m² that are none. */
const LEAST_SHARE = 0.02;
const LEAST_STREET = 50;

interface Touched {
  readonly before: number;
  readonly better: number;
  readonly worse: number;
}

export interface MeasureEffect {
  readonly cellSize: number;
  /** Buildings with 5 cm or more at the façade. */
  readonly facade: Touched;
  /** Buildings where water may stand above the threshold. */
  readonly inside: Touched;
  /** Of a plan, with water at the façade. */
  readonly added: number;
  /** m². */
  readonly street: { readonly before: number; readonly after: number };
}

export const netOf = ({ better, worse }: Touched): number => worse - better;

/** A class from which a building counts, in both runs. */
function compareClass(before: RunWater, after: RunWater, from: number): Touched {
  let [had, better, worse] = [0, 0, 0];
  for (let row = 0; row < before.classes.length; row++) {
    const [a, b] = [before.classes[row] as number, after.classes[row] ?? 0];
    if (a >= from) had++;
    if (a >= from === b >= from) continue;
    const [was, is] = [before.depth[row] as number, after.depth[row] ?? 0];
    // A building that goes has no façade any more: its water is no longer anyone's.
    const change = (Number.isNaN(is) ? 0 : is) - (Number.isNaN(was) ? 0 : was);
    if (Math.abs(change) < LEAST_CHANGE) continue;
    if (a >= from) better++;
    else worse++;
  }
  return { before: had, better, worse };
}

/** `before` and `after` on cells of one size. */
export function compareWater(before: RunWater, after: RunWater): MeasureEffect {
  let added = 0;
  for (let row = before.classes.length; row < after.classes.length; row++)
    if ((after.classes[row] as number) > 0) added++;
  return {
    cellSize: after.cellSize,
    facade: compareClass(before, after, 1),
    inside: compareClass(before, after, 2),
    added,
    street: { before: before.street, after: after.street },
  };
}

/** Whether the wet street differs by more than the cells can tell. */
export function isStreetChanged({ street: { before, after } }: MeasureEffect): boolean {
  return Math.abs(after - before) >= Math.max(LEAST_STREET, LEAST_SHARE * before);
}

/** Nothing that the cells can tell. */
export const isNoEffect = (effect: MeasureEffect): boolean =>
  netOf(effect.facade) === 0 && netOf(effect.inside) === 0 && effect.added === 0 && !isStreetChanged(effect);
