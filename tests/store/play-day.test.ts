import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setMoment } from '../../src/store/plans.ts';
import { playDay } from '../../src/store/play-day.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';

const DATE = '2026-03-21';
const run = { from: 397, until: 1133, stepMinutes: 10, everyMs: 200 };

beforeEach(() => {
  vi.useFakeTimers();
  twin.setState(initialTwin);
});
afterEach(() => vi.useRealTimers());

it('a day plays from sunrise to sunset in round steps, and says that it has ended', () => {
  setMoment({ date: DATE, minutes: 60 });
  const onEnd = vi.fn();
  playDay({ ...run, onEnd });
  expect(twin.getState().moment).toEqual({ date: DATE, minutes: 400 });
  vi.advanceTimersByTime(10 * run.everyMs);
  expect(twin.getState().moment?.minutes).toBe(500);
  vi.advanceTimersByTime(3600_000);
  expect(twin.getState().moment).toEqual({ date: DATE, minutes: 1130 });
  expect(onEnd).toHaveBeenCalledTimes(1);
});

it('a day goes on from the time that it is, and from the start at its end', () => {
  setMoment({ date: DATE, minutes: 725 });
  playDay({ ...run, onEnd() {} })();
  expect(twin.getState().moment?.minutes).toBe(730);
  setMoment({ date: DATE, minutes: 1130 });
  playDay({ ...run, onEnd() {} })();
  expect(twin.getState().moment?.minutes).toBe(400);
});

it('a stopped day stands still, and one whose moment is gone ends', () => {
  setMoment({ date: DATE, minutes: 720 });
  const onEnd = vi.fn();
  playDay({ ...run, onEnd })();
  vi.advanceTimersByTime(3600_000);
  expect([twin.getState().moment?.minutes, onEnd.mock.calls.length]).toEqual([720, 0]);
  playDay({ ...run, onEnd });
  setMoment(undefined);
  vi.advanceTimersByTime(3600_000);
  expect([twin.getState().moment, onEnd.mock.calls.length]).toEqual([undefined, 1]);
});
