/**
 * Counts of a municipality as they stream (`counts/counts.json`), checked once at the edge, and written. A row of intervals that follow each
 * other is one record: tens of thousands of counts are some hundred kilobytes.
 */
import * as z from 'zod/mini';
import { MINUTE } from './count-time.ts';
import { type Count, type CountState, type CountTown, countDirections } from './counts.ts';
import { InputError } from './input-error.ts';
import { provenance } from './municipality.ts';
import { publishCounts } from './publish-counts.ts';
import { readChecked } from './read-checked.ts';

const share = z.number().check(z.minimum(0), z.maximum(1));
const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day like 2026-05-11'));

const countLive = z.object({
  url: z
    .string()
    .check(z.regex(/^https?:\/\/[^\s?#]+$/, 'expected the address of a service, as https://host/path/v1.1')),
  datastreams: z
    .array(z.object({ gate: z.string(), direction: z.enum(countDirections), id: z.string().check(z.minLength(1)) }))
    .check(z.minLength(1)),
  refreshSeconds: z.number().check(z.minimum(5), z.maximum(86_400)),
});

const gate = z.object({
  id: z.string(),
  title: z.string(),
  x: z.number(),
  y: z.number(),
  inDegrees: z.number(),
  error: z.object({ share, persons: z.number().check(z.minimum(0)) }),
});

/** Counts one after the other; `null`: not known; states by letter, as long as the counts. */
const series = z.object({
  gate: z.string(),
  direction: z.enum(countDirections),
  start: z.number(),
  minutes: z.number().check(z.positive()),
  counts: z.array(z.nullable(z.number().check(z.minimum(0)))),
  states: z.string().check(z.regex(/^[omxlfh]*$/, 'expected letters o, m, x, l, f and h')),
});

const countTown = z.object({
  schema: z.literal(1),
  gates: z.array(gate),
  series: z.array(series),
  /** Sums of which a part is withheld. */
  totals: z.array(series),
  leastShown: z.number().check(z.minimum(0), z.int('expected a whole number')),
  day: isoDay,
  live: z.optional(countLive),
  source: provenance,
  notes: z.array(z.string()),
});

const letters: Readonly<Record<CountState, string>> = {
  ok: 'o',
  missing: 'm',
  excluded: 'x',
  late: 'l',
  few: 'f',
  hidden: 'h',
};
const states = Object.fromEntries(Object.entries(letters).map(([state, letter]) => [letter, state])) as Readonly<
  Record<string, CountState>
>;

type CountSeries = z.infer<typeof series>;

function toSeries(counts: readonly Count[]): CountSeries[] {
  const all: CountSeries[] = [];
  for (const { gate, direction, start, minutes, count, state } of counts) {
    const last = all.at(-1);
    const isNext =
      last?.gate === gate &&
      last.direction === direction &&
      last.minutes === minutes &&
      last.start + last.counts.length * minutes * MINUTE === start;
    if (last && isNext) {
      last.counts.push(count ?? null);
      last.states += letters[state];
    } else all.push({ gate, direction, start, minutes, counts: [count ?? null], states: letters[state] });
  }
  return all;
}

/** Throws {@link InputError}. */
export function parseCountTown(json: unknown, file: string): CountTown {
  const { schema: _, series: rows, totals: sums, ...town } = readChecked(countTown.safeParse(json), file);
  const known = new Set(town.gates.map(({ id }) => id));
  const read = (member: string, { gate, direction, start, minutes, counts, states: written }: CountSeries): Count[] => {
    if (!known.has(gate)) throw new InputError(`${file}: ${member}: ${gate} is no gate`);
    if (counts.length !== written.length)
      throw new InputError(`${file}: ${member}: ${written.length} states, expected ${counts.length}`);
    return counts.map((count, at) => ({
      gate,
      direction,
      start: start + at * minutes * MINUTE,
      minutes,
      count: count ?? undefined,
      state: states[written[at] as string] as CountState,
    }));
  };
  return {
    ...(town as Omit<CountTown, 'counts' | 'totals'>),
    counts: rows.flatMap((own, i) => read(`series.${i}`, own)),
    totals: sums.flatMap((own, i) => read(`totals.${i}`, own)),
  };
}

/** Of counts as they were read (`parse-counts.ts`): what is too few is withheld here, so that no file with it can be made. */
export function countTownToJson({ counts, ...town }: Omit<CountTown, 'totals'>): string {
  const published = publishCounts(counts, town.leastShown);
  return JSON.stringify({ schema: 1, ...town, series: toSeries(published.counts), totals: toSeries(published.totals) });
}
