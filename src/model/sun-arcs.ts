/** The way of the sun over a place as lines on a dome around it: what is free and what is behind something. */
import { momentToDate } from './local-time.ts';
import { createSunDirection } from './sun-direction.ts';
import type { SunDay, SunPoint } from './sunlight.ts';

interface ArcPlace {
  /** RD New metres and m NAP. */
  readonly x: number;
  readonly y: number;
  readonly nap: number;
}

export interface SunArc {
  readonly date: string;
  /** In order; `isFree`: the place has sun there. */
  readonly pieces: readonly { readonly isFree: boolean; readonly points: readonly ArcPlace[] }[];
  /** Whole hours of the clock. */
  readonly hours: readonly { readonly hour: number; readonly at: ArcPlace }[];
}

/** Minutes between the points of a line. */
const STEP = 8;
const NOON = 720;

export type SunDome = (date: string, minutes: number) => ArcPlace;

/** Metres of RD and NAP of the sun on a dome around the point. */
export function createSunDome(point: Pick<SunPoint, 'x' | 'y' | 'nap'>, radius: number): SunDome {
  const locate = createSunDirection(point);
  return (date, minutes) => {
    // From noon: on days when the clock changes minutes of daylight are minutes all the same.
    const noon = momentToDate({ date, minutes: NOON }).getTime();
    const { x, y, z } = locate(new Date(noon + (minutes - NOON) * 60_000));
    return { x: point.x + radius * x, y: point.y + radius * y, nap: point.nap + radius * z };
  };
}

export function drawSunArc({ date, intervals, shadows }: SunDay, dome: SunDome): SunArc {
  const spans = [
    ...intervals.map((span) => ({ ...span, isFree: true })),
    ...shadows.map(({ from, until }) => ({ from, until, isFree: false })),
  ].sort((a, b) => a.from - b.from);
  const pieces: { isFree: boolean; from: number; until: number }[] = [];
  for (const { from, until, isFree } of spans) {
    const last = pieces.at(-1);
    // What stands before the sun may change; the line does not.
    if (last && last.isFree === isFree) last.until = until;
    else pieces.push({ isFree, from, until });
  }
  const [first, last] = [pieces[0]?.from ?? 0, pieces.at(-1)?.until ?? -1];
  const hours: { hour: number; at: ArcPlace }[] = [];
  for (let hour = Math.ceil(first / 60); hour * 60 <= last; hour++) hours.push({ hour, at: dome(date, 60 * hour) });
  return {
    date,
    pieces: pieces.map(({ isFree, from, until }) => {
      const count = Math.max(Math.ceil((until - from) / STEP), 1);
      return {
        isFree,
        points: Array.from({ length: count + 1 }, (_, i) => dome(date, from + ((until - from) * i) / count)),
      };
    }),
    hours,
  };
}
