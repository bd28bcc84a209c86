/**
 * Counts of a municipality as they stream (`counts/counts.json`), checked once at the edge, and written. A row of intervals that follow each
 * other is one record: tens of thousands of counts are some hundred kilobytes.
 */
import * as z from 'zod/mini';
import { MINUTE } from './count-time.ts';
import { type Count, type CountState, type CountTown, countDirections } from './counts.ts';
import { InputError } from './input-error.ts';
import { provenance } from './municipality.ts';
import { readChecked } from './read-checked.ts';

const share = z.number().check(z.minimum(0), z.maximum(1));
const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day like 2026-05-11'));

/** Also of `municipality.json`: where live counts come from. */
export const countLive = z.object({
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

const countTown = z.object({
  schema: z.literal(1),
  gates: z.array(gate),
  /** Counts one after the other; `null`: not known; states by letter, as long as the counts. */
  series: z.array(
    z.object({
      gate: z.string(),
      direction: z.enum(countDirections),
      start: z.number(),
      minutes: z.number().check(z.positive()),
      counts: z.array(z.nullable(z.number().check(z.minimum(0)))),
      states: z.string().check(z.regex(/^[omxl]*$/, 'expected letters o, m, x and l')),
    }),
  ),
  leastShown: z.number().check(z.minimum(0), z.int('expected a whole number')),
  day: isoDay,
  live: z.optional(countLive),
  source: provenance,
  notes: z.array(z.string()),
});

const letters: Readonly<Record<CountState, string>> = { ok: 'o', missing: 'm', excluded: 'x', late: 'l' };
const states = Object.fromEntries(Object.entries(letters).map(([state, letter]) => [letter, state])) as Readonly<
  Record<string, CountState>
>;

interface CountSeries extends Pick<Count, 'gate' | 'direction' | 'start' | 'minutes'> {
  readonly counts: (number | null)[];
  states: string;
}

/** Throws {@link InputError}. */
export function parseCountTown(json: unknown, file: string): CountTown {
  const { schema: _, series, ...town } = readChecked(countTown.safeParse(json), file);
  const known = new Set(town.gates.map(({ id }) => id));
  const counts = series.flatMap(({ gate, direction, start, minutes, counts, states: written }, i): Count[] => {
    if (!known.has(gate)) throw new InputError(`${file}: series.${i}: ${gate} is no gate`);
    if (counts.length !== written.length)
      throw new InputError(`${file}: series.${i}: ${written.length} states, expected ${counts.length}`);
    return counts.map((count, at) => ({
      gate,
      direction,
      start: start + at * minutes * MINUTE,
      minutes,
      count: count ?? undefined,
      state: states[written[at] as string] as CountState,
    }));
  });
  return { ...(town as Omit<CountTown, 'counts'>), counts };
}

/** Counts by gate, direction and start, as `parse-counts.ts` gives them. */
export function countTownToJson({ counts, ...town }: CountTown): string {
  const series: CountSeries[] = [];
  for (const { gate, direction, start, minutes, count, state } of counts) {
    const last = series.at(-1);
    const isNext =
      last?.gate === gate &&
      last.direction === direction &&
      last.minutes === minutes &&
      last.start + last.counts.length * minutes * MINUTE === start;
    if (last && isNext) {
      last.counts.push(count ?? null);
      last.states += letters[state];
    } else series.push({ gate, direction, start, minutes, counts: [count ?? null], states: letters[state] });
  }
  return JSON.stringify({ schema: 1, ...town, series });
}
