/** Counting points on the ways into the centre, and a week of hourly totals. Fictional, of a plausible daily shape. */
import { at, type Point } from './point.ts';
import type { Random } from './random.ts';

export interface Counter {
  readonly id: string;
  readonly name: string;
  readonly point: Point;
  /** Passages on a busy weekday hour. */
  readonly peak: number;
}

export const counters: readonly Counter[] = [
  { id: 'T1', name: 'Stationslaan', point: at(1446, 1100), peak: 620 },
  { id: 'T2', name: 'Westerweg', point: at(1117, 1722), peak: 310 },
  { id: 'T3', name: 'Brugstraat', point: at(1585, 1742), peak: 480 },
  { id: 'T4', name: 'Hoogstraat', point: at(1385, 1860), peak: 540 },
  { id: 'T5', name: 'Dijkopgang', point: at(1365, 2180), peak: 190 },
];

/** Share of the peak by hour of the day: commuters in the morning and evening, shoppers in between. */
const weekday = [2, 1, 1, 1, 2, 8, 28, 74, 82, 44, 42, 48, 58, 56, 54, 62, 82, 100, 72, 46, 32, 24, 14, 6];
const saturday = [4, 3, 2, 1, 1, 3, 8, 18, 36, 66, 88, 96, 92, 96, 98, 90, 74, 58, 42, 34, 28, 26, 22, 12];
const sunday = [5, 3, 2, 1, 1, 2, 4, 8, 16, 30, 46, 52, 56, 64, 66, 60, 48, 36, 28, 22, 18, 14, 9, 5];

/** CSV as counters deliver it: place, start, minutes, direction, number. Monday 2026-05-11 and the week after it. */
export function encodeCounts(random: Random): string {
  const lines = ['locatie,begintijd,duur_min,richting,aantal'];
  for (const { id, peak } of counters) {
    for (let day = 0; day < 7; day++) {
      const shape = day === 5 ? saturday : day === 6 ? sunday : weekday;
      for (let hour = 0; hour < 24; hour++) {
        const date = `2026-05-${11 + day}T${String(hour).padStart(2, '0')}:00:00+02:00`;
        const total = peak * ((shape[hour] ?? 0) / 100) * random.between(0.85, 1.15);
        // In the morning people leave for the station, in the evening they come back.
        const inward = Math.min(0.7, Math.max(0.3, 0.5 + 0.16 * Math.cos(((hour - 17) / 12) * Math.PI)));
        lines.push(
          `${id},${date},60,in,${Math.round(total * inward)}`,
          `${id},${date},60,uit,${Math.round(total * (1 - inward))}`,
        );
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
