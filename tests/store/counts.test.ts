import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCountDays } from '../../src/engines/counts.ts';
import { initialCountChoice } from '../../src/model/count-choice.ts';
import { MINUTE, startOfDay } from '../../src/model/count-time.ts';
import type { Count, CountTown } from '../../src/model/counts.ts';
import { countTownToJson, parseCountTown } from '../../src/model/parse-count-town.ts';
import { publishCounts } from '../../src/model/publish-counts.ts';
import {
  chooseSlot,
  counts,
  listDays,
  listFlows,
  NO_COUNTS,
  needCounts,
  openSharedCounts,
  seenDay,
  seenSlot,
  selectGate,
  setCountChoice,
} from '../../src/store/counts.ts';
import { followCounts, joinFresh } from '../../src/store/counts-follow.ts';
import { playCounts, stopCounts } from '../../src/store/counts-play.ts';
import { sharedCountsOf, toCountsRecord } from '../../src/store/scenario-counts.ts';
import { readCounts, writeCounts } from '../../src/store/share-counts.ts';
import { initialTwin, openQuestion, twin } from '../../src/store/twin.ts';
import type { CountThread } from '../../src/workers/start-counts.ts';

const source = { title: { nl: 'x', en: 'x' }, holder: 'x', date: '2026-05-11', licence: 'CC0-1.0' };
const gates = ['A', 'B'].map((id) => ({
  ...{ id, title: `Poort ${id}`, x: 147000, y: 508500, inDegrees: 90 },
  error: { share: 0.05, persons: 1 },
}));
const days = ['2026-05-11', '2026-05-12'];
const hours = (id: string, direction: 'in' | 'out', day: string): Count[] =>
  Array.from({ length: 24 }, (_, hour) => ({
    ...{ gate: id, direction, start: startOfDay(day) + hour * 60 * MINUTE, minutes: 60 },
    ...{ count: hour === 14 ? 300 : 10 + hour, state: 'ok' },
  }));
const raw = gates.flatMap(({ id }) =>
  (['in', 'out'] as const).flatMap((direction) => days.flatMap((day) => hours(id, direction, day))),
);
const file = countTownToJson({ gates, counts: raw, leastShown: 5, day: '2026-05-11', source, notes: [] });
const town: CountTown = parseCountTown(JSON.parse(file), 'counts.json');

/** Answers as the thread does, but here and now. */
function startHere(): CountThread & { asked: number; stopped: boolean } {
  let own: ReturnType<typeof createCountDays> | undefined;
  const thread = {
    asked: 0,
    stopped: false,
    ask({ input, day, minutes }: Parameters<CountThread['ask']>[0], onReply: Parameters<CountThread['ask']>[1]) {
      thread.asked++;
      if (input) own = createCountDays(input);
      if (own) onReply({ answer: own.answer(day, minutes) });
    },
    stop() {
      thread.stopped = true;
    },
  };
  return thread;
}

const municipality = { id: 'x', counts: { url: 'counts/counts.json', source } };
beforeEach(() => {
  twin.setState({
    ...initialTwin,
    municipality: { status: 'ready', value: municipality as never },
    baseUrl: 'http://x/made/x/',
  });
  counts.setState(counts.getInitialState());
});
afterEach(() => {
  openQuestion(undefined);
  vi.useRealTimers();
});

async function open() {
  const thread = startHere();
  await needCounts(async () => JSON.parse(file));
  openQuestion('counts');
  await followCounts(() => thread);
  return thread;
}

it('reads counts once, and says where a municipality has none or its file is wrong', async () => {
  const asked: string[] = [];
  const read = async (url: string) => {
    asked.push(url);
    return JSON.parse(file);
  };
  await Promise.all([needCounts(read), needCounts(read)]);
  expect(asked).toEqual(['http://x/made/x/counts/counts.json']);
  expect(counts.getState().town).toEqual({ status: 'ready', value: town });

  counts.setState({ town: { status: 'idle' } });
  await needCounts(async () => ({ schema: 9 }));
  expect(counts.getState().town).toMatchObject({ status: 'failed', message: expect.stringContaining('schema') });
  counts.setState({ town: { status: 'idle' } });
  twin.setState({ municipality: { status: 'ready', value: { id: 'x' } as never } });
  await needCounts(read);
  expect(counts.getState().town).toEqual({ status: 'failed', message: NO_COUNTS });
});

it('follows counts that are still being read for someone else', async () => {
  void needCounts(async () => JSON.parse(file));
  openQuestion('counts');
  await followCounts(startHere);
  expect(counts.getState().answer).toMatchObject({ day: '2026-05-11' });
});

it('asks the thread for the day and steps that are chosen, and ends it with the overlay', async () => {
  const thread = await open();
  expect(counts.getState().answer).toMatchObject({ day: '2026-05-11', slotMinutes: 60 });
  setCountChoice({ day: '2026-05-12' });
  expect(counts.getState().answer?.day).toBe('2026-05-12');
  setCountChoice({ day: '2026-05-13' });
  expect(counts.getState().answer?.day).toBe('2026-05-11');
  const { asked } = thread;
  setCountChoice({ way: 'out' });
  expect(thread.asked).toBe(asked);
  openQuestion(undefined);
  expect(thread.stopped).toBe(true);
  expect(counts.getState().answer).toBeUndefined();
});

it('shows the peak until a moment is chosen, and gives the picture what each gate counts then', async () => {
  await open();
  const flows = () => listFlows(counts.getState(), twin.getState().counts);
  expect(seenSlot(counts.getState(), twin.getState().counts)).toBe(14);
  expect(flows().map(({ gate, in: entered, isSelected }) => [gate.id, entered.value, isSelected])).toEqual([
    ['A', 300, false],
    ['B', 300, false],
  ]);
  expect(flows()).toBe(flows());
  chooseSlot(3);
  selectGate('B');
  expect(twin.getState().sharedCounts).toBe('/180///B');
  expect(flows().map(({ in: entered, isSelected }) => [entered.value, isSelected])).toEqual([
    [13, false],
    [13, true],
  ]);
  selectGate('B');
  expect(twin.getState().counts.gate).toBeUndefined();
});

it('lets the day pass from the moment that is shown, and keeps where it was stopped', async () => {
  await open();
  vi.useFakeTimers();
  chooseSlot(21);
  playCounts(false);
  vi.advanceTimersByTime(460);
  expect(counts.getState().playing).toBe(22);
  // The address stays as it is while it plays.
  expect(twin.getState().counts.minute).toBe(21 * 60);
  stopCounts();
  expect([counts.getState().playing, twin.getState().counts.minute]).toEqual([undefined, 22 * 60]);
  playCounts(true);
  vi.advanceTimersByTime(1500);
  expect(counts.getState().playing).toBe(22);
  vi.advanceTimersByTime(10_000);
  expect([counts.getState().playing, twin.getState().counts.minute]).toEqual([undefined, 23 * 60]);
  playCounts(false);
  expect(counts.getState().playing).toBe(0);
});

it('takes fresh counts for the day that they are of, without totals, and shows the newest day', async () => {
  await open();
  const fresh: Count[] = [
    { gate: 'A', direction: 'in', start: startOfDay('2026-05-13'), minutes: 60, count: 3, state: 'ok' },
  ];
  counts.setState({ fresh });
  expect(listDays(counts.getState())).toEqual([...days, '2026-05-13']);
  expect(seenDay(counts.getState(), initialCountChoice)).toBe('2026-05-13');
  expect(counts.getState().answer?.gates[0]?.cells.in[0]?.mark).toBe('few');
  const joined = joinFresh({ ...town, totals: publishCounts(hours('A', 'in', '2026-05-13'), 300).totals }, fresh);
  expect(joined.totals).toEqual([]);
  // Of the other way, and of the other gate, nothing came.
  expect(joined.counts.slice(town.counts.length).map(({ gate, state }) => [gate, state])).toEqual([
    ['A', 'few'],
    ['A', 'missing'],
    ['B', 'missing'],
    ['B', 'missing'],
  ]);
  const partly = joinFresh(town, [{ ...(fresh[0] as Count), start: startOfDay('2026-05-12') }]);
  expect(partly.counts.filter(({ gate, start }) => gate === 'B' && start >= startOfDay('2026-05-12'))).toHaveLength(48);
});

it('comes back from addresses and scenario files, and is told where it cannot', () => {
  const choices = [
    initialCountChoice,
    { day: '2026-06-13', minute: 855, interval: 'hour', way: 'both', gate: 'T1/ noord & zuid' },
    { ...initialCountChoice, gate: 'T2' },
  ] as const;
  for (const choice of choices) {
    expect(readCounts(writeCounts(choice))).toEqual(choice);
    expect(sharedCountsOf({ counts: toCountsRecord(choice) })).toBe(writeCounts(choice));
  }
  expect(writeCounts(initialCountChoice)).toBe('');
  for (const text of ['vandaag', '2026-02-30T', '/1500', '/1.5', '//week', '///weg', '////a/b'])
    expect(() => readCounts(text), text).toThrow();
  expect(sharedCountsOf({ counts: { interval: 'week', way: 'in' } })).toBeUndefined();
  expect(sharedCountsOf({})).toBeUndefined();

  twin.setState({ sharedCounts: '//week' });
  openSharedCounts('//week');
  expect(twin.getState().counts).toEqual(initialCountChoice);
  expect(twin.getState().problems).toMatchObject([{ what: 'link', url: 'counts=//week' }]);
});
