import { expect, it } from 'vitest';
import { isSummerTime, momentToDate } from '../../src/model/local-time.ts';

const at = (date: string, clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return { date, minutes: hours * 60 + minutes };
};

it.each([
  ['2026-03-21', '17:00', '2026-03-21T16:00:00.000Z'],
  ['2026-06-21', '17:00', '2026-06-21T15:00:00.000Z'],
  ['2026-12-22', '00:00', '2026-12-21T23:00:00.000Z'],
  ['2026-09-23', '23:59', '2026-09-23T21:59:00.000Z'],
  // The clock goes from 02:00 to 03:00: half past two does not exist.
  ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  // The clock goes back from 03:00 to 02:00: half past two comes twice, the first counts.
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
])('%s %s on the Dutch clock is %s', (date, clock, utc) => {
  expect(momentToDate(at(date, clock)).toISOString()).toBe(utc);
});

it('tells summer time from winter time', () => {
  expect(isSummerTime(at('2026-06-21', '12:00'))).toBe(true);
  expect(isSummerTime(at('2026-03-21', '17:00'))).toBe(false);
});
