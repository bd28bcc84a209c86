/** Dutch clock time: the time zone Europe/Amsterdam with its summer time, from the browser's own tables. */
import type { Moment } from './plan.ts';

const zone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Milliseconds that the clock in Amsterdam is ahead of UTC at an instant. */
export function offsetAt(time: number): number {
  const parts = Object.fromEntries(zone.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

/**
 * The instant. A time that the clock skips in spring is the one after the skip; one that it shows twice in autumn is the first.
 */
export function momentToDate({ date, minutes }: Moment): Date {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  if (Number.isNaN(wall)) throw new Error(`Expected a date like 2026-03-21, got ${date}.`);
  const first = wall - offsetAt(wall);
  // Around a change of the clock the first guess lies on the wrong side.
  const earlier = wall - offsetAt(wall - 2 * 3_600_000);
  return new Date(earlier + offsetAt(earlier) === wall ? earlier : wall - offsetAt(first));
}

/** Whether the clock stands at summer time then. */
export function isSummerTime(moment: Moment): boolean {
  return offsetAt(momentToDate(moment).getTime()) === 2 * 3_600_000;
}
