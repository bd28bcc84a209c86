import { describe, expect, it } from 'vitest';
import { addCells } from '../../src/engines/counts/grid.ts';
import { quantile } from '../../src/engines/counts/usual.ts';
import { createCountDays } from '../../src/engines/counts.ts';
import type { CountCell } from '../../src/model/count-answer.ts';
import { addDays, clockMinute, MINUTE, minutesOfDay, startOfDay } from '../../src/model/count-time.ts';
import type { Count, CountDirection, CountGate } from '../../src/model/counts.ts';
import { publishCounts } from '../../src/model/publish-counts.ts';
import { seedRandom } from '../../src/model/random.ts';

const gate = (id: string, share = 0, persons = 0): CountGate => ({
  ...{ id, title: id, x: 0, y: 0, inDegrees: 0 },
  error: { share, persons },
});

type Shape = (hour: number) => number | undefined;
/** Hours of one day by the clock; undefined: missing. */
const day = (id: string, direction: CountDirection, date: string, shape: Shape, minutes = 60): Count[] =>
  Array.from({ length: minutesOfDay(date) / minutes }, (_, i) => {
    const start = startOfDay(date) + i * minutes * MINUTE;
    const count = shape(clockMinute(start) / 60);
    return { gate: id, direction, start, minutes, count, state: count === undefined ? 'missing' : 'ok' };
  });

const prepare = (gates: readonly CountGate[], counts: readonly Count[], leastShown = 0) =>
  createCountDays({ gates, leastShown, ...publishCounts(counts, leastShown) });

const busy: Shape = (hour) => (hour === 14 ? 300 : hour >= 8 && hour < 20 ? 100 : 10);
const none: Shape = () => 0;

describe('a day', () => {
  const { answer } = prepare(
    [gate('A', 0.1, 2), gate('B')],
    [
      ...day('A', 'in', '2026-05-11', busy),
      ...day('A', 'out', '2026-05-11', none),
      ...day('B', 'in', '2026-05-11', () => 50),
      ...day('B', 'out', '2026-05-11', () => 60),
    ],
  );
  const { gates, town, starts, slotMinutes } = answer('2026-05-11', 15);
  const [a, b] = gates as [(typeof gates)[0], (typeof gates)[0]];

  it('is told in the intervals that it was counted in, and conserves what was counted', () => {
    expect([slotMinutes, starts.length]).toEqual([60, 24]);
    expect(a.totals.in).toEqual({ mark: 'ok', value: 300 + 11 * 100 + 12 * 10, low: 1520, high: 1520 });
    expect(town.totals.both.value).toBe(1520 + 24 * 50 + 24 * 60);
    expect(town.cells.in.reduce((all, { value }) => all + (value ?? 0), 0)).toBe(town.totals.in.value);
    expect(b.net).toEqual({ value: -240, error: 0 });
  });

  it('has its peak where most came in, with the error of its counters', () => {
    expect(town.peaks.in).toMatchObject({ slot: 14, value: 350, from: 14, until: 14 });
    // 2 persons, 10% of 300 miscounted one by one, and all of them 10% too many or too few.
    expect(town.peaks.in?.error).toBeCloseTo(Math.sqrt(4 + 30 + 900), 9);
    expect(b.peaks.in).toMatchObject({ slot: 0, from: 0, until: 23, filled: 0 });
  });

  it('refuses a day that is not there', () => {
    expect(() => answer('2026-05-12', 15)).toThrow('2026-05-12');
  });
});

it('takes slots for one peak that the error of the counters does not tell apart', () => {
  const shape: Shape = (hour) => [100, 240, 245, 250, 248, 100][hour - 10] ?? 5;
  const { answer } = prepare([gate('A', 0.05, 1)], day('A', 'in', '2026-05-11', shape));
  expect(answer('2026-05-11', 60).town.peaks.in).toMatchObject({ slot: 13, from: 11, until: 14 });
});

describe('what is usual', () => {
  const mondays = Array.from({ length: 11 }, (_, i) => addDays('2026-03-02', 7 * i));
  const at = (values: readonly number[], dates: readonly string[]) =>
    dates.flatMap((date, i) => day('A', 'in', date, (hour) => (hour === 9 ? values[i] : 20)));

  it('is the median of days of the same weekday and where 80% of them lie, over the change of the clock', () => {
    const values = [999, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    const { answer } = prepare([gate('A')], at(values, mondays));
    const { comparable, town } = answer('2026-03-02', 60);
    expect([comparable.kind, comparable.days.length, comparable.isRange]).toEqual(['same-weekday', 10, false]);
    expect(town.usual.in[9]).toEqual({ days: 10, median: 55, low: 19, high: 91 });
  });

  it('is from least to most with few days, of all weekdays where those of the day are too few', () => {
    const dates = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-16'];
    const { comparable, town } = prepare([gate('A')], at([5, 10, 30, 80, 999], dates)).answer('2026-05-11', 60);
    expect(comparable).toEqual({ kind: 'weekdays', days: dates.slice(1, 4), isRange: true });
    expect(town.usual.in[9]).toEqual({ days: 3, median: 30, low: 10, high: 80 });
  });

  it('is not told of fewer than three days, nor from what was not counted', () => {
    const dates = ['2026-05-09', '2026-05-16', '2026-05-23', '2026-05-30'];
    const counts = dates.flatMap((date, i) => day('A', 'in', date, (hour) => (hour === 9 && i === 2 ? undefined : 30)));
    const { comparable, town } = prepare([gate('A')], counts).answer('2026-05-30', 60);
    expect(comparable.kind).toBe('saturdays');
    expect([town.usual.in[8]?.days, town.usual.in[9]]).toEqual([3, undefined]);
  });

  it('is compared by the clock on days of 23 and 25 hours', () => {
    for (const sunday of ['2026-03-29', '2026-10-25']) {
      const others = [7, 14, 21].map((days) => addDays(sunday, -days));
      const counts = [sunday, ...others].flatMap((date) => day('A', 'in', date, (hour) => 100 + hour));
      const { starts, town } = prepare([gate('A')], counts).answer(sunday, 60);
      expect(starts).toHaveLength(minutesOfDay(sunday) / 60);
      for (const [slot, start] of starts.entries())
        expect(town.usual.in[slot]?.median).toBe(100 + clockMinute(start) / 60);
    }
  });

  it('has quantiles between values', () => {
    expect([0, 0.1, 0.5, 1].map((part) => quantile([0, 10, 20, 30, 40], part))).toEqual([0, 4, 20, 40]);
  });
});

describe('persons in the centre', () => {
  const entering: Shape = (hour) => (hour === 4 ? 1 : hour < 14 ? 100 : 20);
  const leaving: Shape = (hour) => (hour === 4 ? 1 : hour < 14 ? 20 : 100);
  const counts = [...day('A', 'in', '2026-05-11', entering), ...day('A', 'out', '2026-05-11', leaving)];

  it('are what went in less what went out since the quietest hour', () => {
    const { presence } = prepare([gate('A')], counts).answer('2026-05-11', 60);
    expect(presence?.start).toBe(startOfDay('2026-05-11') + 4 * 60 * MINUTE);
    expect(presence?.moments.map(({ value }) => value).slice(0, 4)).toEqual([0, 0, 80, 160]);
    expect(presence?.most).toMatchObject({ value: 720, error: 0 });
    expect(presence?.drift?.value).toBe(720 - 800);
    expect(presence?.driftShare).toBeCloseTo(-80 / (1 + 900 + 200), 12);
    expect(presence?.negative).toBe(1);
    expect(presence?.gaps).toEqual([]);
  });

  it('have an error that grows: chance in variance, what is wrong with a counter as it is', () => {
    const { presence } = prepare([gate('A', 0.1, 3)], counts).answer('2026-05-11', 60);
    const errors = presence?.moments.map(({ error }) => error) ?? [];
    for (const [i, error] of errors.entries()) if (i > 0) expect(error).toBeGreaterThan(errors[i - 1] as number);
    // After the quiet hour and one more: two counts each way.
    const chance = 4 * 9 + 0.1 * (101 + 21);
    expect(errors[2]).toBeCloseTo(Math.sqrt(chance + (0.1 * 101) ** 2 + (0.1 * 21) ** 2), 9);
    // Twelve times as long with the same flow: nearly twelve times the systematic part, not its root.
    const [one, ten] = [errors[2] as number, errors[10] as number];
    expect(ten / one).toBeGreaterThan(5);
  });

  it('are found with errors that cover the truth (150 days of counters that err as they say)', () => {
    const random = seedRandom(11);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let inside = 0;
    for (let round = 0; round < 150; round++) {
      const factors = { in: 1 + 0.05 * normal(), out: 1 + 0.05 * normal() };
      const measured = (direction: CountDirection, shape: Shape) =>
        day('A', direction, '2026-05-11', (hour) => {
          const truth = 10 * (shape(hour) ?? 0);
          return Math.max(0, Math.round(truth * factors[direction] + Math.sqrt(9 + 0.05 * truth) * normal()));
        });
      const own = [...measured('in', entering), ...measured('out', leaving)];
      const { presence } = prepare([gate('A', 0.05, 3)], own).answer('2026-05-11', 60);
      const { value = 0, error = 0 } = presence?.moments.at(-8) ?? {};
      const truth = 10 * (9 * 80 - 3 * 80);
      if (presence?.start === startOfDay('2026-05-11') + 4 * 60 * MINUTE && Math.abs(value - truth) <= 1.96 * error)
        inside++;
    }
    expect(inside / 150).toBeGreaterThan(0.9);
    expect(inside / 150).toBeLessThan(0.995);
  });

  it('do not let a gate that did not count at the busiest moment make another one the busiest', () => {
    const days = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14'];
    const shape: Shape = (hour) => [100, 200, 150, 100][hour - 12] ?? 20;
    const whole = days.flatMap((date) => ['A', 'B'].flatMap((id) => day(id, 'in', date, shape)));
    const gone = startOfDay('2026-05-14') + 13 * 60 * MINUTE;
    const holed = whole.map(
      (count): Count =>
        count.gate === 'B' && count.start === gone ? { ...count, count: undefined, state: 'missing' } : count,
    );
    const { town } = prepare([gate('A'), gate('B')], holed).answer('2026-05-14', 60);
    expect(town.cells.in[13]).toMatchObject({ mark: 'part', value: 200 });
    expect(town.peaks.in).toMatchObject({ slot: 13, value: 400, filled: 200, error: 50 });
  });

  it('go on through what is missing with what is usual, told, with a wider error', () => {
    const days = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14'];
    const whole = days.flatMap((date) => [...day('A', 'in', date, entering), ...day('A', 'out', date, leaving)]);
    const isGone = ({ start, direction }: Count) =>
      direction === 'in' &&
      start >= startOfDay('2026-05-14') + 10 * 60 * MINUTE &&
      start < startOfDay('2026-05-14') + 13 * 60 * MINUTE;
    const holed = whole.map((count): Count => (isGone(count) ? { ...count, state: 'excluded' } : count));
    const { presence } = prepare([gate('A')], holed).answer('2026-05-14', 60);
    expect(presence?.gaps).toEqual([
      {
        ...{ gate: 'A', direction: 'in', state: 'excluded', by: 'usual', value: 300 },
        ...{ from: startOfDay('2026-05-14') + 600 * MINUTE, until: startOfDay('2026-05-14') + 780 * MINUTE },
      },
    ]);
    expect(presence?.most?.value).toBe(720);
    // A quarter of each hour, the same way all along.
    expect(presence?.moments.at(-1)?.error).toBeCloseTo(75, 9);
    const alone = prepare(
      [gate('A')],
      holed.filter(({ start }) => start >= startOfDay('2026-05-14')),
    ).answer('2026-05-14', 60);
    expect(alone.presence?.gaps[0]).toMatchObject({ by: 'neighbours', value: 300 });
  });
});

describe('what is withheld', () => {
  const quarters = (values: readonly number[]) =>
    values.map(
      (count, i): Count => ({
        ...{ gate: 'A', direction: 'in', start: startOfDay('2026-05-11') + i * 15 * MINUTE, minutes: 15 },
        ...{ count, state: 'ok' },
      }),
    );
  const { answer } = prepare([gate('A')], quarters([20, 3, 30, 40, 0, 0, 1, 0, 60, 70, 80, 90]), 5);

  it('has no number in quarters, and hours and days have theirs where they may', () => {
    const inQuarters = answer('2026-05-11', 15).town;
    const marks = inQuarters.cells.in.map(({ mark }) => mark);
    expect(marks.slice(0, 8)).toEqual([...Array(4).fill('hidden'), ...Array(4).fill('few')]);
    expect(marks.slice(8, 12)).toEqual(Array(4).fill('ok'));
    const inHours = answer('2026-05-11', 60).town;
    // The second hour is few, so another is hidden beside it: the smallest that leaves it open.
    expect(inHours.cells.in.slice(0, 3).map(({ mark, value }) => [mark, mark === 'ok' ? value : 0])).toEqual([
      ['hidden', 0],
      ['few', 0],
      ['ok', 300],
    ]);
    expect(inHours.totals.in).toEqual({ mark: 'ok', value: 394, low: 394, high: 394 });
    expect(inQuarters.totals.in).toEqual(inHours.totals.in);
  });

  it('is estimated from what is shown alone: sums come out right, another small number changes nothing', () => {
    const { cells } = answer('2026-05-11', 15).town;
    expect(cells.in.reduce((all, { value }) => all + (value ?? 0), 0)).toBeCloseTo(394, 9);
    const other = prepare([gate('A')], quarters([22, 1, 30, 40, 1, 0, 0, 0, 60, 70, 80, 90]), 5).answer(
      '2026-05-11',
      15,
    );
    expect(other.town).toEqual(answer('2026-05-11', 15).town);
  });

  it('says of an hour of which a quarter is missing that there were at least so many', () => {
    const counts = quarters([20, 3, 30, 40, 50, 60, 70, 80]).map(
      (count, i): Count => (i === 3 ? { ...count, count: undefined, state: 'missing' } : count),
    );
    const { town } = prepare([gate('A')], counts, 5).answer('2026-05-11', 60);
    expect(town.cells.in.slice(0, 2)).toEqual([
      { mark: 'part', value: 53, low: 53, high: 53 },
      { mark: 'ok', value: 260, low: 260, high: 260 },
    ]);
    expect(town.totals.in).toMatchObject({ mark: 'part', value: 313 });
  });

  it('keeps sums over gates to what they are known to', () => {
    const cell = (mark: CountCell['mark'], value: number | undefined, low = value ?? 0, high = low): CountCell => ({
      mark,
      value,
      low,
      high,
    });
    expect(addCells([cell('ok', 20), cell('few', 2, 0, 4)])).toEqual(cell('about', 22, 20, 24));
    expect(addCells([cell('ok', 20), cell('missing', undefined)])).toEqual(cell('part', 20));
    expect(addCells([cell('ok', 20), cell('few', 2, 0, 4), cell('missing', undefined)])).toEqual(cell('part', 20));
    expect(addCells([cell('few', 2, 0, 4), cell('missing', undefined)])).toEqual({
      ...cell('missing', undefined),
      low: 0,
      high: 0,
    });
    expect(addCells([cell('none', undefined), cell('late', 3), cell('ok', 4)])).toEqual(cell('late', 7));
    expect(addCells([cell('missing', undefined), cell('excluded', undefined)]).mark).toBe('excluded');
    expect(addCells([cell('few', 2, 0, 4)]).mark).toBe('few');
    expect(addCells([]).mark).toBe('none');
  });
});
