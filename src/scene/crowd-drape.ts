/** What of an answer is draped on the ground: the row of its series at a moment, the most of all time, or seconds over the limit. */
import type { CrowdAnswer, DensityGrid } from '../model/crowd-answer.ts';
import type { DensityView as DensityKind } from '../model/crowd-choice.ts';
import { densityClasses, overClasses } from '../model/crowd-levels.ts';
import type { DensityView } from './crowd-density.ts';

/** Persons/m² × 10 in a series. */
const TENTHS = 10;

/** The row of the series in which a second lies; undefined without any. */
export function rowAt({ everySeconds, density }: CrowdAnswer['series'], second: number): number | undefined {
  if (density.length === 0) return undefined;
  return Math.min(Math.max(Math.ceil(second / everySeconds) - 1, 0), density.length - 1);
}

/** Gives the same view for the same row of the same answer. */
export function createDrape(): (
  answer: CrowdAnswer | undefined,
  kind: DensityKind,
  second: number,
) => DensityView | undefined {
  let known: { readonly answer: CrowdAnswer; readonly key: string; readonly view: DensityView } | undefined;

  function read({ series, density }: CrowdAnswer, kind: DensityKind, row: number): DensityView {
    const { west, south, cell, width, height }: DensityGrid = density;
    const cells = { west, south, cell, width, height };
    if (kind === 'most') return { cells, values: density.most, classes: densityClasses };
    if (kind === 'over') return { cells, values: density.overSeconds, classes: overClasses };
    const tenths = series.density[row] ?? new Uint8Array(width * height);
    return { cells, values: Float32Array.from(tenths, (value) => value / TENTHS), classes: densityClasses };
  }

  return (answer, kind, second) => {
    if (!answer) return undefined;
    const row = rowAt(answer.series, second);
    if (kind === 'now' && row === undefined) return undefined;
    const key = kind === 'now' ? `now ${row}` : kind;
    if (known?.answer !== answer || known.key !== key) known = { answer, key, view: read(answer, kind, row ?? 0) };
    return known.view;
  };
}
