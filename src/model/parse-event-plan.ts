/**
 * An event plan from a file that someone wrote or saved, checked once: everything that is wrong is told at once, each with the file, the
 * feature by its id, and the field. What depends on the ground (an object in a house) is `check-event.ts`'s.
 */
import { type CrowdPolygon, MOST_PERSONS } from './crowd.ts';
import type { EventLayout, EventPlan } from './event-plan.ts';
import { eventPlanSchema } from './event-schema.ts';
import { InputError } from './input-error.ts';
import { isCrossing } from './outline.ts';
import { polygonArea } from './polygon.ts';
import { isInsideRd } from './rd.ts';
import { sayIssue, tellUnclosed } from './read-checked.ts';

/** `layouts.0 (a).objects.3 (cabin-1).width`: numbers alone are hard to find in a file. */
function namePath(json: unknown, path: readonly PropertyKey[]): string {
  const names: string[] = [];
  let at: unknown = json;
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
    const id =
      typeof key === 'number' && typeof at === 'object' && at !== null ? (at as { id?: unknown }).id : undefined;
    names.push(typeof id === 'string' ? `${String(key)} (${id})` : String(key));
  }
  return names.join('.') || '(top level)';
}

type Fault = readonly [path: readonly PropertyKey[], message: string];

function* findTwice(list: readonly { readonly id: string }[], path: readonly PropertyKey[]): Generator<Fault> {
  const seen = new Set<string>();
  for (const [i, { id }] of list.entries()) {
    if (seen.has(id)) yield [[...path, i, 'id'], `the id ${JSON.stringify(id)} is there twice`];
    seen.add(id);
  }
}

function* checkPoints(line: readonly number[], path: readonly PropertyKey[]): Generator<Fault> {
  for (let i = 0; i < line.length; i += 2) {
    const [x, y] = [line[i] as number, line[i + 1] as number];
    if (!isInsideRd({ x, y })) yield [path, `the point ${x}, ${y} lies outside RD New`];
    if (i > 0 && x === line[i - 2] && y === line[i - 1]) yield [path, `two points in a row are the same: ${x}, ${y}`];
  }
}

const spanOf = (ring: readonly number[]) =>
  [0, 1].map((axis) => {
    const values = ring.filter((_, i) => i % 2 === axis);
    return Math.max(...values) - Math.min(...values);
  });

function* checkPolygon(polygon: CrowdPolygon, path: readonly PropertyKey[]): Generator<Fault> {
  for (const ring of polygon) {
    yield* checkPoints(ring, path);
    // A bow's two halves have no area together.
    const [width = 0, height = 0] = spanOf(ring);
    if (isCrossing(ring) && width * height > 1e-6) yield [path, 'the polygon crosses itself'];
    else if (!(polygonArea(ring) > 1e-6)) yield [path, 'the polygon has no area'];
  }
}

function* checkLayout({ objects, fences }: EventLayout, path: readonly PropertyKey[]): Generator<Fault> {
  yield* findTwice(
    [...objects, ...fences].map(({ id }) => ({ id })),
    [...path, 'objects and fences'],
  );
  for (const [i, { x, y }] of objects.entries())
    if (!isInsideRd({ x, y })) yield [[...path, 'objects', i], `x, y ${x}, ${y} lies outside RD New`];
  for (const [i, { line }] of fences.entries()) yield* checkPoints(line, [...path, 'fences', i, 'line']);
}

function* checkGroups({ groups, entries, stops, seconds }: EventPlan): Generator<Fault> {
  const doors = new Set(entries.map(({ id }) => id));
  const places = new Set(stops.map(({ id }) => id));
  for (const [i, { from, to, via, fromSecond, untilSecond, speed }] of groups.entries()) {
    const at = ['groups', i];
    if (!doors.has(from)) yield [[...at, 'from'], `there is no entry ${JSON.stringify(from)}`];
    if (to.length === 0) yield [[...at, 'to'], 'expected at least one entry by which they leave'];
    for (const id of to) if (!doors.has(id)) yield [[...at, 'to'], `there is no entry ${JSON.stringify(id)}`];
    for (const id of via) if (!places.has(id)) yield [[...at, 'via'], `there is no stop ${JSON.stringify(id)}`];
    if (untilSecond < fromSecond) yield [[...at, 'untilSecond'], `${untilSecond} is before fromSecond ${fromSecond}`];
    if (fromSecond >= seconds) yield [[...at, 'fromSecond'], `${fromSecond} is after the end, ${seconds}`];
    if (speed && !(speed.min <= speed.mean && speed.mean <= speed.max))
      yield [[...at, 'speed'], 'expected min ≤ mean ≤ max'];
  }
  const persons = groups.reduce((sum, group) => sum + group.persons, 0);
  if (persons > MOST_PERSONS)
    yield [['groups'], `${persons} persons are more than the ${MOST_PERSONS} that can be simulated`];
}

type Pairs = readonly (readonly [number, number])[];

/**
 * Rings of pairs, as a person writes them, that are not closed; flat ones are ours, and have no last point. `json` passed the schema,
 * whose result no longer tells.
 */
function* findUnclosed(json: unknown): Generator<Fault> {
  const { stops } = json as { stops: { polygon: Pairs | (Pairs | number[])[] }[] };
  for (const [i, { polygon }] of stops.entries()) {
    const rings = (Array.isArray(polygon[0]?.[0]) ? polygon : [polygon]) as (Pairs | number[] | number[][])[];
    for (const ring of rings) {
      const fault = Array.isArray(ring[0]) ? tellUnclosed(ring as Pairs) : undefined;
      if (fault) yield [['stops', i, 'polygon'], fault];
    }
  }
}

/** What no schema says. */
function* checkPlan(plan: EventPlan): Generator<Fault> {
  const { entries, stops, groups, routes, layouts } = plan;
  if (Number.isNaN(Date.parse(`${plan.start}Z`))) yield [['start'], `there is no moment ${plan.start}`];
  yield* findTwice(entries, ['entries']);
  yield* findTwice(stops, ['stops']);
  yield* findTwice(groups, ['groups']);
  yield* findTwice(routes, ['routes']);
  yield* findTwice(layouts, ['layouts']);
  for (const [i, { line }] of entries.entries()) yield* checkPoints(line, ['entries', i, 'line']);
  for (const [i, { line }] of routes.entries()) yield* checkPoints(line, ['routes', i, 'line']);
  for (const [i, { polygon, seconds }] of stops.entries()) {
    yield* checkPolygon(polygon, ['stops', i, 'polygon']);
    if (seconds[1] < seconds[0]) yield [['stops', i, 'seconds'], 'expected the shortest first'];
  }
  yield* checkGroups(plan);
  for (const [i, layout] of layouts.entries()) yield* checkLayout(layout, ['layouts', i]);
}

/** Every line that is wrong, with what came of it where nothing is. */
export function readEventPlan(
  json: unknown,
  file: string,
): { readonly plan?: EventPlan; readonly faults: readonly string[] } {
  const read = eventPlanSchema.safeParse(json);
  const tell = (path: readonly PropertyKey[], message: string) => `${file}: ${namePath(json, path)}: ${message}`;
  if (!read.success) return { faults: read.error.issues.map((issue) => tell(issue.path, sayIssue(issue))) };
  const plan = read.data as EventPlan;
  const faults = [...findUnclosed(json), ...checkPlan(plan)].map(([path, message]) => tell(path, message));
  return faults.length > 0 ? { faults } : { plan, faults };
}

/** Throws an {@link InputError} with every fault on a line of its own. */
export function parseEventPlan(json: unknown, file: string): EventPlan {
  const { plan, faults } = readEventPlan(json, file);
  if (!plan) throw new InputError(faults.join('\n'));
  return plan;
}

/** Readable by a person, and by {@link parseEventPlan}: places as pairs, rings closed. */
export function eventPlanToJson(plan: EventPlan): string {
  const toPairs = (flat: readonly number[]) =>
    Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] as number, flat[2 * i + 1] as number]);
  const toRing = (flat: readonly number[]) => toPairs([...flat, ...flat.slice(0, 2)]);
  const withLine = <T extends { readonly line: readonly number[] }>(item: T) => ({ ...item, line: toPairs(item.line) });
  const file = {
    ...plan,
    entries: plan.entries.map(withLine),
    stops: plan.stops.map((stop) => ({ ...stop, polygon: stop.polygon.map(toRing) })),
    routes: plan.routes.map(withLine),
    layouts: plan.layouts.map((layout) => ({ ...layout, fences: layout.fences.map(withLine) })),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
