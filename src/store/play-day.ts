/** Lets the clock of the picture run through its day. */
import { setMoment } from './plans.ts';
import { twin } from './twin.ts';

interface DayRun {
  /** Minutes after midnight; the clock starts at `from` when it stands outside them. */
  readonly from: number;
  readonly until: number;
  readonly stepMinutes: number;
  readonly everyMs: number;
  readonly onEnd: () => void;
}

/** Returns the function that stops it. It stops by itself at `until`, or when plain daylight comes back. */
export function playDay({ from, until, stepMinutes, everyMs, onEnd }: DayRun): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function step(): void {
    const { moment } = twin.getState();
    const next = moment && moment.minutes + stepMinutes;
    if (!moment || next === undefined || next > until) {
      onEnd();
      return;
    }
    setMoment({ ...moment, minutes: next });
    timer = setTimeout(step, everyMs);
  }

  const { moment } = twin.getState();
  // Onto whole steps, so that the clock shows round times.
  const start = Math.ceil(from / stepMinutes) * stepMinutes;
  if (moment) {
    const isWithin = moment.minutes >= from && moment.minutes + stepMinutes <= until;
    setMoment({ ...moment, minutes: isWithin ? Math.ceil(moment.minutes / stepMinutes) * stepMinutes : start });
  }
  timer = setTimeout(step, everyMs);
  return () => clearTimeout(timer);
}
