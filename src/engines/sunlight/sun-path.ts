/**
 * The sun's path over one day at a place, in RD's axes. Asked exactly every twenty minutes and laid through four of those by a cubic
 * between: within 0.0001° (tests), and a hundred times as fast.
 */
import { momentToDate } from '../../model/local-time.ts';
import type { RdPoint } from '../../model/rd.ts';
import { createSunDirection } from '../../model/sun-direction.ts';

const KNOT = 20;
const DAY = 1440;
/** Halvings of a day at most: far under a second. */
const HALVINGS = 24;

export interface SunPath {
  /** ISO 8601. */
  readonly date: string;
  /** 0 is January. */
  readonly month: number;
  /** Writes x, y, z to the sun at a minute of the clock. */
  at(minute: number, out: Float64Array): void;
  /** When the sun's middle stands above an elevation (no refraction), minutes of the clock; undefined where it never does. */
  above(elevationDegrees: number): { readonly from: number; readonly until: number } | undefined;
}

/** Cubic through four knots, at a share between the second and third. */
function blend(values: Float64Array, first: number, axis: number, t: number): number {
  const a = values[3 * first + axis] as number;
  const b = values[3 * first + 3 + axis] as number;
  const c = values[3 * first + 6 + axis] as number;
  const d = values[3 * first + 9 + axis] as number;
  return (
    (-t * (t - 1) * (t - 2) * a) / 6 +
    ((t + 1) * (t - 1) * (t - 2) * b) / 2 -
    ((t + 1) * t * (t - 2) * c) / 2 +
    ((t + 1) * t * (t - 1) * d) / 6
  );
}

/** One for each day of a place. Throws outside the Netherlands and for what is no date. */
export function createSunPaths(place: RdPoint): (date: string) => SunPath {
  const direction = createSunDirection(place);
  const known = new Map<string, SunPath>();

  function makePath(date: string): SunPath {
    // From noon, because the clock is put forward or back at night: so minutes are those of the clock all day long.
    const noon = momentToDate({ date, minutes: DAY / 2 }).getTime();
    const knots = new Float64Array(3 * (DAY / KNOT + 3));
    for (let k = 0; 3 * k < knots.length; k++) {
      const { x, y, z } = direction(new Date(noon + ((k - 1) * KNOT - DAY / 2) * 60_000));
      knots.set([x, y, z], 3 * k);
    }
    const placeOf = (minute: number) => {
      const first = Math.min(Math.max(Math.floor(minute / KNOT), 0), DAY / KNOT - 1);
      return { first, t: minute / KNOT - first };
    };
    const heightAt = (minute: number) => {
      const { first, t } = placeOf(minute);
      return blend(knots, first, 2, t);
    };

    /** Between two times of which the sun is high enough at one only. */
    function cross(low: number, high: number, limit: number): number {
      let [from, until] = [low, high];
      const isUp = heightAt(from) > limit;
      for (let i = 0; i < HALVINGS; i++) {
        const middle = (from + until) / 2;
        if (heightAt(middle) > limit === isUp) from = middle;
        else until = middle;
      }
      return (from + until) / 2;
    }

    return {
      date,
      month: Number(date.slice(5, 7)) - 1,
      at(minute, out) {
        const { first, t } = placeOf(minute);
        for (let axis = 0; axis < 3; axis++) out[axis] = blend(knots, first, axis, t);
      },
      above(elevationDegrees) {
        const limit = Math.sin((elevationDegrees * Math.PI) / 180);
        // Over a day the sun is above once: it rises to its highest and sinks again.
        let highest = 0;
        for (let minute = 0; minute <= DAY; minute += KNOT / 4)
          if (heightAt(minute) > heightAt(highest)) highest = minute;
        if (!(heightAt(highest) > limit)) return undefined;
        const from = heightAt(0) > limit ? 0 : cross(0, highest, limit);
        const until = heightAt(DAY) > limit ? DAY : cross(highest, DAY, limit);
        return { from, until };
      },
    };
  }

  return (date) => {
    const path = known.get(date) ?? makePath(date);
    known.set(date, path);
    return path;
  };
}

/** Days from one to another, both included, ISO 8601. */
export function listDays(from: string, until: string): string[] {
  const days: string[] = [];
  for (let time = Date.parse(`${from}T00:00:00Z`); time <= Date.parse(`${until}T00:00:00Z`); time += 86_400_000) {
    days.push(new Date(time).toISOString().slice(0, 10));
  }
  return days;
}
