/** The Dutch clock of counts: thousands of moments, so the clock is asked once an hour. Moments are UTC milliseconds, days ISO local dates. */
import { momentToDate, offsetAt } from './local-time.ts';

export const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

const offsets = new Map<number, number>();

/** Milliseconds that the clock is ahead of UTC; it changes on whole hours only. */
function offsetOf(time: number): number {
  const hour = Math.floor(time / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    offset = offsetAt(hour * HOUR);
    offsets.set(hour, offset);
  }
  return offset;
}

/** What the clock shows, as if it were UTC. */
const wallOf = (time: number) => time + offsetOf(time);

export const dayOf = (time: number): string => new Date(wallOf(time)).toISOString().slice(0, 10);

/** Minutes that the clock shows after midnight: on the day that it goes back, some come twice. */
export const clockMinute = (time: number): number => Math.floor((wallOf(time) % DAY) / MINUTE);

export const startOfDay = (day: string): number => momentToDate({ date: day, minutes: 0 }).getTime();

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1440, of the days on which the clock changes 1380 or 1500. */
export const minutesOfDay = (day: string): number => (startOfDay(addDays(day, 1)) - startOfDay(day)) / MINUTE;

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const written = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `14:15`. */
export const writeTime = (time: number): string => written(clockMinute(time));

/** ISO 8601 with its offset, so that no hour is told twice: `2026-05-11T14:15+02:00`. */
export const writeMoment = (time: number): string =>
  `${new Date(wallOf(time)).toISOString().slice(0, 16)}+${written(offsetOf(time) / MINUTE)}`;

/** Of a time that the clock shows twice, when it goes back: which of the two; undefined: it shows it once. */
export function twiceShown(time: number): 'first' | 'second' | undefined {
  if (wallOf(time) === wallOf(time + HOUR)) return 'first';
  return wallOf(time) === wallOf(time - HOUR) ? 'second' : undefined;
}

const local = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?$/;

export type ReadTime =
  | {
      /** The first of the two where the clock shows it twice. */
      readonly time: number;
      /** One hour after the first; absent where a time is only once, or says its offset. */
      readonly again?: number;
    }
  | { readonly problem: string };

/** With its offset from UTC, or as the Dutch clock shows it: `2026-05-11T14:15+02:00`, `2026-05-11 14:15`, `11-05-2026 14:15`. */
export function readTime(text: string): ReadTime {
  const iso = local.exec(text);
  const own = iso ?? dutch.exec(text);
  if (!own) return { problem: 'is no time like 2026-05-11T14:15 or 2026-05-11T14:15+02:00' };
  const [year, month, day] = (iso ? own.slice(1, 4) : own.slice(1, 4).reverse()).map(Number) as [
    number,
    number,
    number,
  ];
  const [hour, minute, second] = [Number(own[4]), Number(own[5]), Number(own[6] ?? 0)];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(wall);
  const isReal =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal) return { problem: 'is no day and time that exists' };
  const offset = own[7];
  if (offset !== undefined && iso) return readOffset(wall, offset);
  const time = momentToDate({ date: back.toISOString().slice(0, 10), minutes: (wall % DAY) / MINUTE }).getTime();
  if (wallOf(time) !== wall) return { problem: 'does not exist: the clock goes forward then' };
  return wallOf(time + HOUR) === wall ? { time, again: time + HOUR } : { time };
}

function readOffset(wall: number, offset: string): ReadTime {
  if (offset.toUpperCase() === 'Z') return { time: wall };
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 14 || minutes > 59) return { problem: `has an offset from UTC that no clock has (${offset})` };
  return { time: wall - (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE };
}
