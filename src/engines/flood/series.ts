import type { Series } from '../../model/flood.ts';

/** ∫ of the series from `from` to `until` (s), exactly. */
export function integrateSeries(series: Series, from: number, until: number): number {
  let sum = 0;
  for (let i = 0; i < series.length; i++) {
    const start = Math.max(from, series[i].second);
    const end = Math.min(until, series[i + 1]?.second ?? Number.POSITIVE_INFINITY);
    if (end > start) sum += series[i].value * (end - start);
  }
  return sum;
}

/** The highest value anywhere between `from` and `until` (s). */
export function highestInSeries(series: Series, from: number, until: number): number {
  let highest = 0;
  for (let i = 0; i < series.length; i++) {
    const end = series[i + 1]?.second ?? Number.POSITIVE_INFINITY;
    if (series[i].second <= until && end > from) highest = Math.max(highest, series[i].value);
  }
  return highest;
}
