/** Answers about sun as rows of a table: columns of `sunlight`. */
import { toCommaCell } from '../../model/csv.ts';
import type { SunAnswer, SunDay, SunPointResult } from '../../model/sunlight.ts';

/** Minutes after midnight as `hh:mm:ss` of the clock on the wall. */
export function writeClock(minutes: number): string {
  const seconds = Math.round(60 * minutes);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const writeHours = (minutes: number): string => (minutes / 60).toFixed(3);

/** What keeps most sun away, beside the own wall; undefined where nothing does. */
export function findMainBlocker({ shadows }: SunDay): { id: string; minutes: number } | undefined {
  const minutes = new Map<string, number>();
  for (const { from, until, by } of shadows)
    if (by.kind !== 'wall') minutes.set(by.id, (minutes.get(by.id) ?? 0) + until - from);
  const [most] = [...minutes].sort((a, b) => b[1] - a[1]);
  return most && { id: most[0], minutes: most[1] };
}

const state = ['hours', 'hours_low', 'hours_high', 'first', 'last', 'blocked_by', 'tree_hours'] as const;

export const listColumns = (hasPlan: boolean, rules: readonly string[]): string[] => [
  ...['id', 'date'],
  ...(hasPlan ? ['before', 'after'] : ['before']).flatMap((when) => [
    ...state.map((column) => `${column}_${when}`),
    ...rules.flatMap((rule) => [`${rule.replaceAll('-', '_')}_${when}`]),
  ]),
  ...(hasPlan ? ['hours_lost'] : []),
  ...['x', 'y', 'height_nap', 'facing_degrees'],
  'problem',
];

const joinCells = (cells: readonly string[]): string => cells.map(toCommaCell).join(',');

function writeAnswer(answer: SunAnswer | string | undefined, rules: readonly string[]): string[] {
  if (answer === undefined || typeof answer === 'string') return [...state, ...rules].map(() => '');
  const { day, judgements } = answer;
  const [first, last] = [day.intervals[0]?.from, day.intervals.at(-1)?.until];
  return [
    ...[day.minutes, day.low, day.high].map(writeHours),
    first === undefined ? '' : writeClock(first),
    last === undefined ? '' : writeClock(last),
    findMainBlocker(day)?.id ?? '',
    writeHours(day.trees.minutes),
    ...rules.map((id) => judgements.find(({ rule }) => rule.id === id)?.verdict ?? ''),
  ];
}

/** In the columns of {@link listColumns}. */
export function writeRow(
  result: SunPointResult,
  date: string,
  hasPlan: boolean,
  rules: readonly string[],
  problem: string,
) {
  const [after] = result.variants;
  const { today, point } = result;
  const { x, y, nap, facingDegrees } = point;
  const lost =
    typeof today === 'object' && typeof after === 'object' ? writeHours(today.day.minutes - after.day.minutes) : '';
  return joinCells([
    point.id,
    date,
    ...writeAnswer(today, rules),
    ...(hasPlan ? [...writeAnswer(after, rules), lost] : []),
    ...[x, y, nap].map((value) => value.toFixed(3)),
    facingDegrees === undefined ? '' : facingDegrees.toFixed(2),
    problem,
  ]);
}
