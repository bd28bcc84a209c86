/** Diffuse sums of months of which only the global sum is known: each month's kinds of days split by Erbs (`erbs.ts`). */
import { listDayKinds } from './day-kinds.ts';
import { diffuseShareOfDay } from './erbs.ts';
import { daysOfMonth, extraterrestrialDay, solarDeclination, sunsetAngle } from './extraterrestrial.ts';

/** kWh/m² in and out, January first; latitude in degrees. */
export function splitMonths(global: readonly number[], latitude: number): number[] {
  return global.map((sum, month) => {
    const days = daysOfMonth(month);
    const clearness = sum / days.reduce((all, day) => all + extraterrestrialDay(latitude, day), 0);
    const middle = days[Math.floor(days.length / 2)] as number;
    const sunset = sunsetAngle(latitude, solarDeclination(middle));
    const kinds = listDayKinds(clearness);
    const diffuse = kinds.reduce((all, kind) => all + kind * diffuseShareOfDay(kind, sunset), 0);
    return (sum * diffuse) / kinds.reduce((all, kind) => all + kind, 0);
  });
}
