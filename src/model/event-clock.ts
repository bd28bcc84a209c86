/** Clock times of an event: its start is local time, and what it lasts is counted in seconds from there. */

const minutesOf = (start: string): number => {
  const [, hours = '0', minutes = '0'] = /T(\d{2}):(\d{2})/.exec(start) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

/** `17:05`, a day goes round; whole minutes that have passed. */
export function clockAt(start: string, second: number): string {
  const minutes = (minutesOf(start) + Math.floor(second / 60 + 1e-6)) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Steps of an axis, minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360];

/** Seconds at which the clock shows a round time, no more than `most` of them, between 0 and `last`. */
export function listClockTicks(start: string, last: number, most: number): number[] {
  const step = (STEPS.find((minutes) => last / 60 / minutes <= most) ?? 720) * 60;
  const first = (step - ((minutesOf(start) * 60) % step)) % step;
  const ticks: number[] = [];
  for (let second = first; second <= last; second += step) ticks.push(second);
  return ticks;
}

/** Seconds from the event's start at which the clock shows `17:05` (or `17:05:30`): the first time after the start; undefined for no time. */
export function secondAt(start: string, clock: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock);
  const [hours, minutes, seconds] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 0)];
  if (!match || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const day = 86_400;
  return (hours * 3600 + minutes * 60 + seconds - minutesOf(start) * 60 + day) % day;
}
