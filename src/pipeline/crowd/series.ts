/** A crowd over time as a table: a row for each piece of time, named by the second at which it ends. */
import { levelNames } from '../../model/crowd.ts';
import type { CrowdAnswer } from '../../model/crowd-answer.ts';
import type { CrowdSpread } from '../../model/crowd-spread.ts';
import { toCommaCell } from '../../model/csv.ts';

type Column = readonly [name: string, cellOf: (row: number) => string];

const whole = (name: string, values: ArrayLike<number>): Column => [name, (row) => String(values[row] ?? 0)];
const fraction = (name: string, values: ArrayLike<number>): Column => [name, (row) => (values[row] ?? 0).toFixed(3)];

function writeColumns(columns: readonly Column[], rows: number): string {
  const lines = [columns.map(([name]) => toCommaCell(name)).join(',')];
  for (let row = 0; row < rows; row++) lines.push(columns.map(([, cellOf]) => cellOf(row)).join(','));
  return `${lines.join('\n')}\n`;
}

export function writeSeries({ series, stops, gates, seconds }: CrowdAnswer): string {
  const { everySeconds } = series;
  return writeColumns(
    [
      ['second', (row) => String(Math.min(seconds, (row + 1) * everySeconds))],
      whole('present', series.present),
      whole('entered', series.entered),
      whole('left', series.left),
      fraction('densest_persons_per_m2', series.densest),
      fraction('above_limit_m2', series.overM2),
      ...levelNames.map((name, i) => fraction(`share_level_${name.toLowerCase()}`, series.levels[i] ?? [])),
      ...gates.flatMap(({ id }, g) => [
        whole(`${id}_forward`, series.forward[g] ?? []),
        whole(`${id}_backward`, series.backward[g] ?? []),
      ]),
      ...stops.flatMap(({ id, waiting, staying }) => [
        whole(`${id}_waiting`, waiting),
        whole(`${id}_staying`, staying),
      ]),
    ],
    series.present.length,
  );
}

/** Over runs: the least, the middle and the most of each row. */
export function writeSpread({ series: { everySeconds, present, densest } }: CrowdSpread): string {
  const names = ['low', 'middle', 'high'] as const;
  return writeColumns(
    [
      ['second', (row) => String((row + 1) * everySeconds)],
      ...names.map((name) => fraction(`present_${name}`, present[name])),
      ...names.map((name) => fraction(`densest_${name}_persons_per_m2`, densest[name])),
    ],
    present.low.length,
  );
}
