/**
 * Possible sun at one point over one day: what the ray to the sun meets, every few minutes, and the borders between to the second.
 * What the geometry's error may change is found by moving the point by that error, up, down and to both sides: for the ray that is the
 * same as if every edge were moved the other way.
 */
import type { RdPoint } from '../model/rd.ts';
import { trueNorthInRd } from '../model/sun-direction.ts';
import type { SunBlocker, SunDay, SunInterval, SunJudgement, SunPoint, SunRule, SunShadow } from '../model/sunlight.ts';
import { hitsAny } from './bvh.ts';
import { findBlocker, lightAlong, type Shade } from './shade.ts';
import type { SunTrack } from './sun-track.ts';

/** Metres before the point from which things count: it stands a little before its wall. */
const NEAR = 0.03;
const FAR = 20_000;
/** Halvings until a border is known within seconds. */
const HALVINGS = 7;
const RADIANS = Math.PI / 180;
/** States of a ray beside the row of what it meets. */
const [SUN, WALL] = [-1, -2];

/** Metres from the shade's origin; the outward normal is 0, 0 in the open. */
export interface LocalPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly nx: number;
  readonly ny: number;
}

export function toLocal({ x, y, nap, facingDegrees }: SunPoint, shade: Shade, place: RdPoint): LocalPoint {
  const [ox, oy, oz] = shade.origin;
  const turn = facingDegrees === undefined ? undefined : (facingDegrees + trueNorthInRd(place)) * RADIANS;
  return {
    x: x - ox,
    y: y - oy,
    z: nap - oz,
    nx: turn === undefined ? 0 : Math.sin(turn),
    ny: turn === undefined ? 0 : Math.cos(turn),
  };
}

const isOpen = ({ nx, ny }: LocalPoint) => nx === 0 && ny === 0;

/** Row in the shade's objects of what stands before the sun; {@link SUN} or {@link WALL}. */
function stateOf(shade: Shade, point: LocalPoint, x: number, y: number, z: number): number {
  if (!isOpen(point) && x * point.nx + y * point.ny <= 0) return WALL;
  const blocker = findBlocker(shade, point.x, point.y, point.z, x, y, z, NEAR, FAR);
  return blocker < 0 ? SUN : blocker;
}

function blockerOf({ objects }: Shade, state: number): SunBlocker {
  if (state === WALL) return { kind: 'wall', id: '' };
  const { kind, id } = objects[state] as Shade['objects'][number];
  return { kind: kind === 'tree' ? 'terrain' : kind, id };
}

/** Minutes of sun by samples alone: enough to find the day with the least. */
export function countSun(shade: Shade, point: LocalPoint, { directions, step }: SunTrack): number {
  const open = isOpen(point);
  const { x, y, z, nx, ny } = point;
  let count = 0;
  for (let i = 0; i < directions.length; i += 3) {
    const dx = directions[i] as number;
    const dy = directions[i + 1] as number;
    if (!open && dx * nx + dy * ny <= 0) continue;
    if (!hitsAny(shade.solid, x, y, z, dx, dy, directions[i + 2] as number, NEAR, FAR)) count++;
  }
  return count * step;
}

interface Piece extends SunInterval {
  readonly state: number;
}

/** From rise to set, one after the other. */
function cutDay(shade: Shade, point: LocalPoint, track: SunTrack): Piece[] {
  const { rise, set, step, directions, directionAt } = track;
  if (set <= rise) return [];
  const stateAt = (minutes: number) => {
    const { x, y, z } = directionAt(minutes);
    return stateOf(shade, point, x, y, z);
  };
  const pieces: Piece[] = [];
  let from = rise;
  let before = stateOf(shade, point, directions[0] as number, directions[1] as number, directions[2] as number);
  for (let i = 1; i < directions.length / 3; i++) {
    const [x, y, z] = [directions[3 * i], directions[3 * i + 1], directions[3 * i + 2]] as [number, number, number];
    const state = stateOf(shade, point, x, y, z);
    if (state === before) continue;
    let [low, high] = [rise + (i - 0.5) * step, rise + (i + 0.5) * step];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      // A third thing between the two goes with the later one.
      if (stateAt(middle) === before) low = middle;
      else high = middle;
    }
    pieces.push({ from, until: high, state: before });
    from = high;
    before = state;
  }
  pieces.push({ from, until: set, state: before });
  return pieces;
}

const lengthOf = (pieces: readonly SunInterval[]) => pieces.reduce((sum, { from, until }) => sum + until - from, 0);
const sunOf = (pieces: readonly Piece[]) => lengthOf(pieces.filter(({ state }) => state === SUN));

/** The point as it may be: `error` metres up, down and to both sides. */
function listMoved(point: LocalPoint, error: number): LocalPoint[] {
  const { x, y, z, nx, ny } = point;
  const [alongX, alongY] = isOpen(point) ? [1, 0] : [-ny, nx];
  const level = isOpen(point) ? [[0, 1] as const, [0, -1] as const] : [];
  const sides = [[alongX, alongY] as const, [-alongX, -alongY] as const, ...level];
  return [
    { ...point, z: z + error },
    { ...point, z: z - error },
    ...sides.map(([dx, dy]) => ({ ...point, x: x + error * dx, y: y + error * dy })),
  ];
}

function treesOf(
  shade: Shade,
  { x, y, z }: LocalPoint,
  track: SunTrack,
  sunny: readonly SunInterval[],
): SunDay['trees'] {
  if (shade.openOwners.length === 0) return { minutes: 0, share: 1 };
  const { directions, rise, step, month } = track;
  let [count, sum] = [0, 0];
  for (let i = 0; 3 * i < directions.length; i++) {
    const minutes = rise + (i + 0.5) * step;
    if (!sunny.some(({ from, until }) => minutes >= from && minutes < until)) continue;
    const [dx, dy, dz] = [directions[3 * i], directions[3 * i + 1], directions[3 * i + 2]] as [number, number, number];
    const share = lightAlong(shade, x, y, z, dx, dy, dz, NEAR, FAR, month);
    if (share === 1) continue;
    count++;
    sum += share;
  }
  return { minutes: count * step, share: count === 0 ? 1 : sum / count };
}

/** `error` in metres; 0: the range is the value itself. */
export function sunDayAt(shade: Shade, point: LocalPoint, track: SunTrack, error: number): SunDay {
  const pieces = cutDay(shade, point, track);
  const minutes = sunOf(pieces);
  const around = error > 0 ? listMoved(point, error).map((moved) => sunOf(cutDay(shade, moved, track))) : [];
  const intervals = pieces.filter(({ state }) => state === SUN).map(({ from, until }) => ({ from, until }));
  const shadows = pieces
    .filter(({ state }) => state !== SUN)
    .map(({ from, until, state }): SunShadow => ({ from, until, by: blockerOf(shade, state) }));
  return {
    date: track.date,
    minutes,
    low: Math.min(minutes, ...around),
    high: Math.max(minutes, ...around),
    intervals,
    shadows,
    trees: treesOf(shade, point, track, intervals),
  };
}

/** Days between those that are looked at first, in search of the day with the least sun. */
const STRIDE = 5;
const DAY_MS = 86_400_000;
const toIso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The day of the rule's period with the least sun; `tracks` with the rule's lowest sun. */
export function findWorstDay(
  shade: Shade,
  point: LocalPoint,
  rule: SunRule,
  year: string,
  tracks: (date: string) => SunTrack,
): string {
  const [first, last] = [Date.parse(`${year}-${rule.from}`), Date.parse(`${year}-${rule.until}`)];
  let worst = first;
  let least = Number.POSITIVE_INFINITY;
  function look(time: number) {
    const minutes = countSun(shade, point, tracks(toIso(time)));
    if (minutes >= least) return;
    least = minutes;
    worst = time;
  }
  for (let time = first; time < last; time += STRIDE * DAY_MS) look(time);
  look(last);
  const middle = worst;
  for (let days = 1 - STRIDE; days < STRIDE; days++) {
    const time = middle + days * DAY_MS;
    if (time >= first && time <= last) look(time);
  }
  return toIso(worst);
}

/** A day is enough when it has what the rule asks; unknown where the error of the geometry decides. */
export function judgeDay(rule: SunRule, worst: SunDay): SunJudgement {
  const asked = 60 * rule.hours;
  const verdict = worst.low >= asked ? 'meets' : worst.high < asked ? 'fails' : 'unknown';
  return { rule, verdict, worst };
}
