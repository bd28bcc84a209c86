/** Shapes of event plans in files: what a person writes and what the build made have the same. Places as `[x, y]` pairs, or flat. */
import * as z from 'zod/mini';
import { MOST_PERSONS } from './crowd.ts';
import { eventObjectKinds } from './event-plan.ts';
import { provenance } from './municipality.ts';

const finite = z.number();
const id = z.string().check(z.minLength(1, 'expected an id'), z.maxLength(80, 'expected an id of at most 80 letters'));
const title = z.string().check(z.minLength(1, 'expected a title'), z.maxLength(200));
const between = (low: number, high: number) =>
  z.number().check(z.minimum(low, `expected at least ${low}`), z.maximum(high, `expected at most ${high}`));
/** Longer than any event. */
const second = between(0, 172_800);

const pairs = (least: number) =>
  z.array(z.tuple([finite, finite])).check(z.minLength(least, `expected at least ${least} points`));
const flat = (least: number) =>
  z.array(finite).check(
    z.minLength(2 * least, `expected at least ${least} points`),
    z.refine((list) => list.length % 2 === 0, 'expected as many x as y'),
  );

/** Flat x, y pairs. */
function points(least: number) {
  return z.pipe(
    z.union([flat(least), pairs(least)], `expected at least ${least} points [x, y]`),
    z.transform((value) => (value as readonly (number | readonly number[])[]).flat()),
  );
}

/** Without the first point repeated at the end, as GeoJSON has it. Whether a ring of pairs is closed: `parse-event-plan.ts`. */
const ring = z.pipe(
  points(3),
  z.transform((list) =>
    list.length > 6 && list[0] === list.at(-2) && list[1] === list.at(-1) ? list.slice(0, -2) : list,
  ),
);
const line = points(2);
/** A ring, or rings: outer first. */
const polygon = z.pipe(
  z.union([z.array(ring).check(z.minLength(1)), ring], 'expected a ring of at least 3 points [x, y], or rings'),
  z.transform((value) => (typeof value[0] === 'number' ? [value as number[]] : (value as number[][]))),
);

const object = z.strictObject({
  id,
  kind: z.enum(eventObjectKinds),
  name: z.optional(title),
  x: finite,
  y: finite,
  turnDegrees: finite,
  length: between(0.1, 100),
  width: between(0.1, 100),
  height: between(0.1, 30),
});

const layout = z.strictObject({
  id,
  title,
  objects: z.array(object),
  fences: z.array(z.strictObject({ id, kind: z.enum(['fence', 'closure']), line })),
});

const speed = z.strictObject({ mean: between(0.1, 4), sd: between(0, 2), min: between(0.05, 4), max: between(0.1, 6) });

export const eventPlanSchema = z.strictObject({
  id,
  title,
  place: id,
  start: z
    .string()
    .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'expected a local time like 2026-06-20T13:00')),
  seconds: between(1, 86_400),
  entries: z.array(z.strictObject({ id, title, line })),
  stops: z.array(
    z.strictObject({
      id,
      title,
      polygon,
      seconds: z.tuple([second, second]),
      places: z.optional(between(1, 1000).check(z.int('expected a whole number'))),
    }),
  ),
  groups: z.array(
    z.strictObject({
      id,
      title,
      persons: between(0, MOST_PERSONS).check(z.int('expected a whole number of persons')),
      from: id,
      fromSecond: second,
      untilSecond: second,
      via: z.array(id),
      to: z.array(id),
      speed: z.optional(speed),
    }),
  ),
  routes: z.array(z.strictObject({ id, title, line, widthM: between(0.5, 20) })),
  layouts: z.array(layout).check(z.minLength(1, 'expected at least one layout')),
  limitPersonsPerM2: between(0.1, 10),
  source: provenance,
});

const place = z.object({
  id,
  title,
  walkable: z.array(polygon).check(z.minLength(1)),
  fixed: z.array(z.object({ what: z.enum(['building', 'water', 'tree', 'other']), polygon })),
  groundNap: finite,
});

export const eventTownSchema = z.object({
  places: z.array(place),
  events: z.array(eventPlanSchema),
  source: provenance,
});
