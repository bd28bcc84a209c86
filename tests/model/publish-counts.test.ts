import { expect, it } from 'vitest';
import type { Count } from '../../src/model/counts.ts';
import { publishCounts, shownMinutes } from '../../src/model/publish-counts.ts';
import { seedRandom } from '../../src/model/random.ts';

const midnight = Date.parse('2026-05-11T00:00+02:00');
const QUARTER = 900_000;
const day = (values: readonly number[], minutes = 15): Count[] =>
  values.map((count, i) => ({
    gate: 'A',
    direction: 'in',
    start: midnight + i * minutes * 60_000,
    minutes,
    count,
    state: 'ok',
  }));

const written = ({ count, state }: Count) => (state === 'few' ? '<' : state === 'hidden' ? '*' : String(count));
const write = (counts: readonly Count[], least: number) => {
  const published = publishCounts(counts, least);
  const totals = published.totals.map(
    (total) => `${(total.start - midnight) / QUARTER}/${total.minutes}=${written(total)}`,
  );
  return `${published.counts.map(written).join(' ')} | ${totals.join(' ')}`;
};

it('withholds a lone small number with a partner, several that add up to anything alone', () => {
  expect(write(day([20, 3, 30, 40]), 5)).toBe('* < 30 40 | 0/60=93');
  // Of 3 + 4 none could be less than 3.
  expect(write(day([20, 3, 4, 40]), 5)).toBe('* < < 40 | 0/60=67');
  // 1 + 1 + 2 may be 4 + 0 + 0 in any order.
  expect(write(day([1, 1, 2, 40]), 5)).toBe('< < < 40 | 0/60=44');
});

it('tells no sum that is small, nor that nobody came', () => {
  expect(write(day([0, 0, 0, 1]), 5)).toBe('< < < < | 0/60=< 0/1440=<');
  // All but one are zero: with 40 the four would be, too.
  expect(write(day([0, 0, 0, 0, 40, 41, 42, 43]), 5)).toBe('< < < < * * * * | 0/60=< 4/60=* 0/1440=166');
});

it('hides all parts where no partner is big enough', () => {
  expect(write(day([0, 5, 0, 0]), 5)).toBe('* * * * | 0/60=5');
});

it('withholds nothing without a minimum, and no zero is shown with one', () => {
  const counts = day([0, 1, 2, 3]);
  expect(publishCounts(counts, 0)).toEqual({ counts, totals: [] });
  expect(publishCounts(counts, 1).counts.map(({ state }) => state)).toEqual(['few', 'ok', 'ok', 'ok']);
});

it('never adds up what is excluded, and does not tell it where it is small', () => {
  const [first, second, ...rest] = day([2, 50, 60, 70]) as [Count, Count, ...Count[]];
  const { counts } = publishCounts([{ ...first, state: 'excluded' }, { ...second, state: 'excluded' }, ...rest], 5);
  expect(counts.map(({ count, state }) => [count, state])).toEqual([
    [undefined, 'excluded'],
    [50, 'excluded'],
    [60, 'ok'],
    [70, 'ok'],
  ]);
});

it('adds up what is shorter than a quarter, and what is not whole is missing', () => {
  expect(
    publishCounts(day([4, 5, 6, 7, 8, 9, 1], 5), 5).counts.map(({ minutes, count, state }) => [minutes, count, state]),
  ).toEqual([
    [15, 15, 'ok'],
    [15, 24, 'ok'],
    [15, undefined, 'missing'],
  ]);
  expect([[5], [1, 15], [10], [30, 15], [60, 15], [7], [90]].map(shownMinutes)).toEqual([15, 15, 20, 30, 60, 60, 90]);
});

/** Whether a table of leaves (some quarters for each hour) agrees with what was published of another, by the meaning of its marks. */
function isPossible(leaves: readonly number[], perHour: number, least: number, marks: readonly string[][]): boolean {
  const [leafMarks = [], hourMarks = [], [dayMark = '']] = marks;
  const hours = hourMarks.map((_, h) => leaves.slice(h * perHour, (h + 1) * perHour).reduce((a, b) => a + b, 0));
  const sum = hours.reduce((a, b) => a + b, 0);
  const agrees = (mark: string, value: number, hasFewBeside: boolean) =>
    mark === '<' ? value < least : mark === '*' ? !hasFewBeside || value >= least : Number(mark) === value;
  return (
    agrees(dayMark, sum, false) &&
    hours.every((value, h) => agrees(hourMarks[h] as string, value, hourMarks.includes('<'))) &&
    leaves.every((value, i) => {
      const hour = Math.floor(i / perHour);
      const beside = leafMarks.slice(hour * perHour, (hour + 1) * perHour);
      return agrees(leafMarks[i] as string, value, beside.includes('<') && hourMarks[hour] !== '*');
    })
  );
}

/** Marks of leaves, hours and the day; sums that are not told apart follow from their parts. */
function listMarks(values: readonly number[], perHour: number, least: number): string[][] {
  const places = values.map((_, i) => Math.floor(i / perHour) * 4 + (i % perHour));
  const counts = values.map(
    (count, i): Count => ({
      gate: 'A',
      direction: 'in',
      start: midnight + (places[i] as number) * QUARTER,
      minutes: 15,
      count,
      state: 'ok',
    }),
  );
  const { counts: told, totals } = publishCounts(counts, least);
  const hours = Array.from({ length: values.length / perHour }, (_, h) => {
    const total = totals.find(({ start, minutes }) => minutes === 60 && start === midnight + h * 4 * QUARTER);
    const own = values.slice(h * perHour, (h + 1) * perHour).reduce((a, b) => a + b, 0);
    return total ? written(total) : String(own);
  });
  const whole = totals.find(({ minutes }) => minutes === 1440);
  return [told.map(written), hours, [whole ? written(whole) : String(values.reduce((a, b) => a + b, 0))]];
}

it('leaves each withheld small number everything that it could be, whatever else is shown (60 random days)', () => {
  const random = seedRandom(7);
  const least = 3;
  let checked = 0;
  for (let round = 0; round < 60; round++) {
    const perHour = 2;
    const highest = random() < 0.5 ? 4 : 7;
    const values = Array.from({ length: 6 }, () => Math.floor(random() * random() * (highest + 1)));
    const marks = listMarks(values, perHour, least);
    const [leaves = []] = marks;
    const withheld = leaves.flatMap((mark, i) => (mark === '<' || mark === '*' ? [i] : []));
    const seen = leaves.map(() => new Set<number>());
    const trial = [...values];
    const limit = Math.max(...values) + least;
    const tryAll = (at: number) => {
      const place = withheld[at];
      if (place === undefined) {
        if (isPossible(trial, perHour, least, marks)) for (const own of withheld) seen[own]?.add(trial[own] as number);
        return;
      }
      for (let value = 0; value <= (leaves[place] === '<' ? least - 1 : limit); value++) {
        trial[place] = value;
        tryAll(at + 1);
      }
    };
    tryAll(0);
    for (const place of withheld) {
      checked++;
      const small = [...(seen[place] as Set<number>)].filter((value) => value < least);
      const label = `${values.join(' ')} as ${marks.map((row) => row.join(' ')).join(' | ')}, place ${place}`;
      if (leaves[place] === '<') expect(small.length, label).toBe(least);
      else expect(seen[place]?.size, label).toBeGreaterThan(1);
    }
  }
  expect(checked).toBeGreaterThan(100);
});

it('does not give a small number away to who knows this method either (all days of two hours with up to 7 each)', () => {
  const groups = new Map<string, number[][]>();
  for (let code = 0; code < 4096; code++) {
    const values = [code & 7, (code >> 3) & 7, (code >> 6) & 7, (code >> 9) & 7];
    // Then every day with the same sums is among them.
    if ((values[0] ?? 0) + (values[1] ?? 0) > 7 || (values[2] ?? 0) + (values[3] ?? 0) > 7) continue;
    const key = JSON.stringify(listMarks(values, 2, 3));
    const own = groups.get(key);
    if (own) own.push(values);
    else groups.set(key, [values]);
  }
  const given = [...groups].flatMap(([key, tables]) => {
    const [leaves = []] = JSON.parse(key) as string[][];
    return leaves.flatMap((mark, i) =>
      mark === '<' && new Set(tables.map((table) => table[i])).size === 1 ? [key] : [],
    );
  });
  expect(given).toEqual([]);
});
