/** The series of simulated people as rows, for charts, tables and files. */
import { levelNames } from './crowd.ts';
import type { CrowdAnswer } from './crowd-answer.ts';

export interface CrowdRow {
  /** s from the start, its end. */
  readonly second: number;
  readonly present: number;
  readonly entered: number;
  readonly left: number;
  /** persons/m², of the densest cell. */
  readonly densest: number;
  /** m² over the limit, mean. */
  readonly overM2: number;
  /** Persons by level, A to F; together those present on average. */
  readonly levels: readonly number[];
  /** By gate of the scenario, persons. */
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  /** By stop of the scenario: who wait for a place, and who have one. */
  readonly waiting: readonly number[];
  readonly staying: readonly number[];
}

const at = (values: ArrayLike<number> | undefined, row: number): number => values?.[row] ?? 0;

/** The last row ends when the simulation does. */
export function listRows({ series, stops, seconds }: CrowdAnswer): CrowdRow[] {
  return Array.from(series.present, (present, row): CrowdRow => {
    const before = row > 0 ? (series.present[row - 1] as number) : 0;
    // Levels are shares of who were there meanwhile; between the ends of the row that is about the mean of both.
    const there = (before + present) / 2;
    return {
      second: Math.min((row + 1) * series.everySeconds, seconds),
      present,
      entered: at(series.entered, row),
      left: at(series.left, row),
      densest: at(series.densest, row),
      overM2: at(series.overM2, row),
      levels: levelNames.map((_, level) => at(series.levels[level], row) * there),
      forward: series.forward.map((values) => at(values, row)),
      backward: series.backward.map((values) => at(values, row)),
      waiting: stops.map((stop) => at(stop.waiting, row)),
      staying: stops.map((stop) => at(stop.staying, row)),
    };
  });
}

/** Standing and walking so close that it is hard to turn: E and F. */
const packed = ({ levels }: CrowdRow): number => levels.slice(-2).reduce((sum, persons) => sum + persons, 0);

/** s from the start of the end of the row in which most people are packed; where nobody is, in which most are there. */
export function busiestSecond(answer: CrowdAnswer | undefined): number | undefined {
  if (!answer) return undefined;
  const rows = listRows(answer);
  const [first, ...others] = rows;
  if (!first) return undefined;
  return others.reduce((best, row) => {
    const more = packed(row) - packed(best);
    return more > 0 || (more === 0 && row.present > best.present) ? row : best;
  }, first).second;
}
