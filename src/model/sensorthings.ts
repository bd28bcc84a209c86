/**
 * OGC SensorThings API 1.1 (18-088), as far as counts need it: addresses of datastreams and of their observations, and what comes back, checked at
 * the edge. An observation is a count of persons in the interval of its `phenomenonTime`. An instant is taken as the start of an interval, as
 * long as the datastream's instants lie apart. What is wrong names the datastream and the member.
 */
import * as z from 'zod/mini';
import { MINUTE } from './count-time.ts';
import type { Count, CountDirection } from './counts.ts';
import { InputError } from './input-error.ts';
import { LATE_MINUTES } from './parse-counts.ts';
import { lonLatToRd, OutsideNetherlandsError } from './rd.ts';
import { readChecked } from './read-checked.ts';

/** Observations on one page: servers may give fewer, and an address of the next ones. */
const PAGE = 500;

/** Numbers stand as they are, other ids between quotes (OData). */
const writeKey = (id: string) => (/^\d+$/.test(id) ? id : `'${id.replaceAll("'", "''")}'`);
const query = (options: Readonly<Record<string, string>>) =>
  Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
const streamUrl = (base: string, id: string) =>
  `${base.replace(/\/+$/, '')}/Datastreams(${encodeURIComponent(writeKey(id))})`;

/** With its thing and where that stands. */
export const datastreamUrl = (base: string, id: string): string =>
  `${streamUrl(base, id)}?${query({ $expand: 'Thing($expand=Locations)' })}`;

/** Of intervals that start from a moment on, in order. */
export const observationsUrl = (base: string, id: string, since: number): string =>
  `${streamUrl(base, id)}/Observations?${query({
    $select: 'phenomenonTime,resultTime,result,resultQuality',
    $filter: `phenomenonTime ge ${new Date(since).toISOString()}`,
    $orderby: 'phenomenonTime asc',
    $top: String(PAGE),
  })}`;

const location = z.object({ location: z.looseObject({ type: z.string(), coordinates: z.optional(z.unknown()) }) });
const datastream = z.object({
  name: z.string(),
  unitOfMeasurement: z.object({ name: z.optional(z.nullable(z.string())), symbol: z.optional(z.nullable(z.string())) }),
  Thing: z.optional(z.object({ name: z.string(), Locations: z.optional(z.array(location)) })),
});

export interface CountStream {
  readonly name: string;
  /** Of the thing that counts, RD New metres; undefined where the service does not say. */
  readonly place: { readonly x: number; readonly y: number } | undefined;
}

/** What counts of people are counted in: nothing else may be added up as persons. */
const countUnits =
  /^(|1|one|unity|count|counts|number|aantal|people|persons?|personen|pedestrians?|voetgangers?|passages?)$/i;

/** Throws {@link InputError}, also for what does not count. */
export function parseDatastream(json: unknown, where: string): CountStream {
  const { name, unitOfMeasurement, Thing } = readChecked(datastream.safeParse(json), where);
  const words = [unitOfMeasurement.symbol, unitOfMeasurement.name].filter(
    (word) => word !== undefined && word !== null,
  );
  if (words.length > 0 && !words.some((word) => countUnits.test(word.trim())))
    throw new InputError(`${where}: unitOfMeasurement ${words.join(', ')} is no number of persons`);
  const point = Thing?.Locations?.map(({ location: own }) => own).find(({ type }) => type === 'Point')?.coordinates;
  const [lon, lat] = Array.isArray(point) ? (point as unknown[]) : [];
  if (typeof lon !== 'number' || typeof lat !== 'number') return { name, place: undefined };
  try {
    return { name, place: lonLatToRd({ lon, lat }) };
  } catch (error) {
    if (error instanceof OutsideNetherlandsError) throw new InputError(`${where}: Thing.Locations: ${error.message}`);
    throw error;
  }
}

const observation = z.object({
  phenomenonTime: z.string(),
  resultTime: z.optional(z.nullable(z.string())),
  result: z.unknown(),
  resultQuality: z.optional(z.unknown()),
});
const page = z.looseObject({ value: z.array(z.unknown()), '@iot.nextLink': z.optional(z.string()) });

export interface Observation {
  readonly start: number;
  /** Undefined of an instant. */
  readonly minutes: number | undefined;
  readonly count: number | undefined;
  readonly isExcluded: boolean;
  /** When it was there; undefined: not said. */
  readonly received: number | undefined;
}

export interface ObservationPage {
  readonly observations: readonly Observation[];
  /** What could not be used, one technical line each. */
  readonly faults: readonly string[];
  /** Address of the next page, on the same host; undefined on the last one. */
  readonly next: string | undefined;
}

/** All texts in whatever a service says of quality: the standard leaves its form open. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}
const unusable = /^(bad|invalid|rejected|excluded|erroneous|slecht|ongeldig|uitgesloten|fout)$/i;

function readMoment(text: string | undefined): number | undefined {
  // Without an offset a browser would take its own clock's.
  const time = text !== undefined && /(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function readObservation(json: unknown, where: string): Observation {
  const { phenomenonTime, resultTime, result, resultQuality } = readChecked(observation.safeParse(json), where);
  const [from, until, ...rest] = phenomenonTime.split('/');
  const start = readMoment(from);
  const end = until === undefined ? undefined : readMoment(until);
  const isWrong =
    start === undefined || rest.length > 0 || (until !== undefined && (end === undefined || end <= start));
  if (isWrong)
    throw new InputError(
      `${where}: phenomenonTime ${JSON.stringify(phenomenonTime)} is no moment or interval with offsets from UTC`,
    );
  const isCount = typeof result === 'number' && Number.isFinite(result) && result >= 0;
  if (!isCount && result !== null)
    throw new InputError(`${where}: result ${JSON.stringify(result)} is no number of persons`);
  return {
    start,
    minutes: end === undefined ? undefined : (end - start) / MINUTE,
    count: isCount ? result : undefined,
    isExcluded: listTexts(resultQuality).some((text) => unusable.test(text.trim())),
    received: readMoment(resultTime ?? undefined),
  };
}

/** Throws {@link InputError} for what is no page at all; a wrong observation is told and left out. `url`: of this page. */
export function parseObservations(json: unknown, where: string, url: string): ObservationPage {
  const { value, '@iot.nextLink': link } = readChecked(page.safeParse(json), where);
  const observations: Observation[] = [];
  const faults: string[] = [];
  for (const [i, own] of value.entries()) {
    try {
      observations.push(readObservation(own, `${where}: value.${i}`));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(error.message);
    }
  }
  const next = link === undefined ? undefined : new URL(link, url);
  if (next && next.origin !== new URL(url).origin)
    throw new InputError(`${where}: @iot.nextLink goes to another host (${next.host})`);
  return { observations, faults, next: next?.href };
}

/** Minutes that instants lie apart, most of them; 15 where there is one only. */
function spacing(starts: readonly number[]): number {
  const times = new Map<number, number>();
  for (let i = 1; i < starts.length; i++) {
    const minutes = ((starts[i] as number) - (starts[i - 1] as number)) / MINUTE;
    if (minutes >= 1) times.set(minutes, (times.get(minutes) ?? 0) + 1);
  }
  return [...times].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 15;
}

/** By start, once each: the later of two stands. `before`: start of the last one that was known already. */
export function toCounts(
  observations: readonly Observation[],
  gate: string,
  direction: CountDirection,
  before?: number,
): Count[] {
  const sorted = [...observations].sort((a, b) => a.start - b.start);
  const instants = sorted.filter(({ minutes }) => minutes === undefined).map(({ start }) => start);
  const usual = spacing(before === undefined ? instants : [before, ...instants]);
  const counts = new Map<number, Count>();
  for (const { start, minutes = usual, count, isExcluded, received } of sorted) {
    const isLate = received !== undefined && received > start + (minutes + LATE_MINUTES) * MINUTE;
    const state = isExcluded ? 'excluded' : count === undefined ? 'missing' : isLate ? 'late' : 'ok';
    counts.set(start, { gate, direction, start, minutes, count, state });
  }
  return [...counts.values()];
}
