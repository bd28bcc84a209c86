/**
 * The way of the sun over one day as rays can use it: directions in the axes of RD every so many minutes, from rise to set.
 */
import { momentToDate } from '../model/local-time.ts';
import type { RdPoint } from '../model/rd.ts';
import { createSunDirection, type SunDirection } from '../model/sun-direction.ts';

const NOON = 720;
const DAY = 1440;

export interface SunTrack {
  readonly date: string;
  /** 0 is January. */
  readonly month: number;
  /** Minutes after midnight on the clock when the sun comes above the least elevation and goes below it; equal: it does not. */
  readonly rise: number;
  readonly set: number;
  /** Minutes between samples; each stands for the time around it. */
  readonly step: number;
  /** x, y, z of each sample. */
  readonly directions: Float64Array;
  readonly directionAt: (minutes: number) => SunDirection;
}

/** Halvings until a border is known within a second. */
const HALVINGS = 12;

/** Makes tracks for days at one place; the same day is made once. `step` in minutes. */
export function createTracks(place: RdPoint, step: number, leastElevation = 0): (date: string) => SunTrack {
  const locate = createSunDirection(place);
  const known = new Map<string, SunTrack>();

  function findBorder(heightAt: (minutes: number) => number, up: number, down: number): number {
    let [inside, outside] = [up, down];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (inside + outside) / 2;
      if (heightAt(middle) > 0) inside = middle;
      else outside = middle;
    }
    return (inside + outside) / 2;
  }

  function make(date: string): SunTrack {
    // The clock changes at night: seen from noon, minutes of daylight are minutes.
    const noon = momentToDate({ date, minutes: NOON }).getTime();
    const directionAt = (minutes: number) => locate(new Date(noon + (minutes - NOON) * 60_000));
    const heightAt = (minutes: number) => directionAt(minutes).elevationDegrees - leastElevation;
    // The sun is highest between noon and two o'clock on Dutch clocks.
    let top = NOON;
    for (let minutes = NOON; minutes <= NOON + 150; minutes += 10) if (heightAt(minutes) > heightAt(top)) top = minutes;
    const isUp = heightAt(top) > 0;
    const rise = isUp ? findBorder(heightAt, top, 0) : top;
    const set = isUp ? findBorder(heightAt, top, DAY) : top;
    const count = Math.max(Math.ceil((set - rise) / step), 0);
    const length = count > 0 ? (set - rise) / count : 0;
    const directions = new Float64Array(3 * count);
    for (let i = 0; i < count; i++) {
      const { x, y, z } = directionAt(rise + (i + 0.5) * length);
      directions[3 * i] = x;
      directions[3 * i + 1] = y;
      directions[3 * i + 2] = z;
    }
    return { date, month: Number(date.slice(5, 7)) - 1, rise, set, step: length, directions, directionAt };
  }

  return (date) => {
    const found = known.get(date) ?? make(date);
    known.set(date, found);
    return found;
  };
}
