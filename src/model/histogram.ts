/** How many of a set of numbers fall in each class; what is unknown is counted, not dropped. */

export interface HistogramClass {
  /** Lower bound, included; undefined for "below". */
  readonly from: number | undefined;
  /** Upper bound, excluded; undefined for "and above". */
  readonly to: number | undefined;
  readonly count: number;
}

export interface Histogram {
  readonly classes: readonly HistogramClass[];
  readonly unknown: number;
  readonly known: number;
  /** Middle of the known values, undefined without any. */
  readonly median: number | undefined;
}

/** `limits` ascending: n limits make n + 1 classes. */
export function countClasses(values: Iterable<number | null>, limits: readonly number[]): Histogram {
  const counts = new Array<number>(limits.length + 1).fill(0);
  const known: number[] = [];
  let unknown = 0;
  for (const value of values) {
    if (value === null) {
      unknown++;
      continue;
    }
    known.push(value);
    const above = limits.findIndex((limit) => value < limit);
    const slot = above < 0 ? limits.length : above;
    counts[slot] = (counts[slot] as number) + 1;
  }
  known.sort((a, b) => a - b);
  return {
    classes: counts.map((count, i) => ({ from: limits[i - 1], to: limits[i], count })),
    unknown,
    known: known.length,
    median:
      known.length === 0
        ? undefined
        : ((known[(known.length - 1) >> 1] as number) + (known[known.length >> 1] as number)) / 2,
  };
}
