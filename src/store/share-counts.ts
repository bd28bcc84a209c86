/** Counts in a shared address: `day/minute/interval/way/gate`, of which only what differs from the start is written. */
import {
  type CountChoice,
  countIntervals,
  countWays,
  initialCountChoice,
  MOST_DAY_MINUTES,
} from '../model/count-choice.ts';
import { readId, readOneOf } from './link-parts.ts';

const start = initialCountChoice;

export function writeCounts({ day, minute, interval, way, gate }: CountChoice): string {
  return [
    day ?? '',
    minute ?? '',
    interval === start.interval ? '' : interval,
    way === start.way ? '' : way,
    encodeURIComponent(gate ?? ''),
  ]
    .join('/')
    .replace(/\/+$/, '');
}

function readDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(Date.parse(`${text}T00:00:00Z`));
  if (!isDay) throw new Error('expected a day like 2026-05-11');
  return text;
}

function readMinute(text: string): number {
  const minute = Number(text);
  if (!Number.isInteger(minute) || minute < 0 || minute >= MOST_DAY_MINUTES)
    throw new Error(`expected whole minutes from 0 up to ${MOST_DAY_MINUTES}`);
  return minute;
}

/** Throws an Error that says what was expected. */
export function readCounts(text: string): CountChoice {
  const [day = '', minute = '', interval = '', way = '', gate = '', ...rest] = text.split('/');
  if (rest.length > 0) throw new Error('expected day/minute/interval/way/gate');
  return {
    day: day === '' ? undefined : readDay(day),
    minute: minute === '' ? undefined : readMinute(minute),
    interval: interval === '' ? start.interval : readOneOf(countIntervals)(interval),
    way: way === '' ? start.way : readOneOf(countWays)(way),
    gate: gate === '' ? undefined : readId(gate),
  };
}
