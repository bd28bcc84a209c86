/** A scenario of people from its file, checked once: what is wrong is an InputError that names the member. */
import * as z from 'zod/mini';
import {
  type CrowdAgents,
  type CrowdLine,
  type CrowdPolygon,
  type CrowdScenario,
  type CrowdSource,
  type CrowdStop,
  defaultAgents,
  MOST_PERSONS,
  SERIES_SECONDS,
} from './crowd.ts';
import { DENSITY_LIMIT } from './event-plan.ts';
import { InputError } from './input-error.ts';
import { ringArea } from './plan-ring.ts';
import { isInPolygon } from './polygon.ts';
import { checkClosed, readChecked } from './read-checked.ts';

const finite = z.number();
const positive = z.number().check(z.positive('expected more than 0'));
const least0 = z.number().check(z.minimum(0, 'expected 0 or more'));
const within = (least: number, most: number) => [
  z.minimum(least, `expected ${least} to ${most}`),
  z.maximum(most, `expected ${least} to ${most}`),
];
const position = z.tuple([finite, finite]);
const ring = z.array(position).check(z.minLength(3, 'expected at least three points'));
/** Points of one ring, or rings of points as in GeoJSON; the last point of each is its first again. */
const polygon = z.union(
  [ring, z.array(ring).check(z.minLength(1))],
  'expected a ring of at least three points [x, y] of finite numbers, or such a ring and its holes',
);
const line = z.array(position).check(z.minLength(2, 'expected at least two points'));
const id = z.string().check(z.minLength(1, 'expected a name'));
const place = { polygon: z.optional(polygon), line: z.optional(line) };

const speed = z.strictObject({ mean: positive, sd: least0, min: positive, max: positive });
const between = z.union([least0, z.tuple([least0, least0])], 'expected seconds of 0 or more, or two of them');

const source = z.strictObject({
  id,
  ...place,
  persons: z.optional(
    z.number().check(z.minimum(0, 'expected 0 or more persons'), z.int('expected a whole number of persons')),
  ),
  personsPerSecond: z.optional(least0),
  from: z.optional(least0),
  until: z.optional(least0),
  via: z.optional(z.array(id)),
  to: z.array(id).check(z.minLength(1, 'expected at least one exit')),
  speed: z.optional(speed),
});

const stop = z.strictObject({
  id,
  polygon,
  seconds: between,
  places: z.optional(z.number().check(...within(1, 1000), z.int('expected a whole number of places'))),
});

const scenario = z.strictObject({
  crs: z.optional(z.enum(['EPSG:28992', 'local'])),
  walkable: z.array(polygon).check(z.minLength(1, 'expected at least one polygon')),
  fixed: z.optional(z.array(polygon)),
  obstacles: z.optional(z.array(polygon)),
  sources: z.array(source).check(z.minLength(1, 'expected at least one source')),
  stops: z.optional(z.array(stop)),
  exits: z.array(z.strictObject({ id, ...place })).check(z.minLength(1, 'expected at least one exit')),
  gates: z.optional(z.array(z.strictObject({ id, line }))),
  agents: z.optional(
    z.strictObject({
      speed: z.optional(speed),
      radius: z.optional(z.number().check(...within(0.1, 0.5))),
      reactionSeconds: z.optional(between),
    }),
  ),
  seconds: positive.check(z.maximum(86_400, 'expected a day at most, 86400')),
  seed: z.optional(z.number().check(z.int('expected a whole number'))),
  densityCell: z.optional(z.number().check(...within(0.25, 100))),
  limit: z.optional(positive.check(z.maximum(20, 'expected 20 at most'))),
  everySeconds: z.optional(z.number().check(...within(10, 3600), z.multipleOf(10, 'expected whole tens of seconds'))),
});

type Position = readonly [number, number];
type Points = readonly Position[];
const isRing = (value: Points | readonly Points[]): value is Points => typeof value[0]?.[0] === 'number';

function toRing(points: Points, member: string): number[] {
  checkClosed(points, member);
  // Kept without the point that closes it.
  const flat = points.slice(0, -1).flat();
  if (!(Math.abs(ringArea(flat)) > 1e-6)) throw new InputError(`${member}: the polygon has no area.`);
  if (doRingsCross(flat, flat)) throw new InputError(`${member}: the polygon crosses itself.`);
  return flat;
}

function toPolygon(value: Points | readonly Points[], member: string): CrowdPolygon {
  if (isRing(value)) return [toRing(value, member)];
  const [outer, ...holes] = value.map((points, i) => toRing(points, value.length > 1 ? `${member}.${i}` : member));
  for (const [h, hole] of holes.entries()) {
    const name = `${member}.${h + 1}`;
    if (doRingsCross(hole, outer as number[])) throw new InputError(`${name}: the hole crosses the outline.`);
    if (!isInPolygon(outer as number[], hole[0] as number, hole[1] as number))
      throw new InputError(`${name}: the hole lies outside the outline.`);
    for (let other = 0; other < h; other++)
      if (doRingsCross(hole, holes[other] as number[]))
        throw new InputError(`${name}: the hole overlaps hole ${other + 1}.`);
  }
  return [outer as number[], ...holes];
}

/** Sides of two rings, or of one with itself, that share no corner and meet all the same; squares with their points, which are few. */
function doRingsCross(p: readonly number[], q: readonly number[]): boolean {
  const [n, m] = [p.length, q.length];
  for (let i = 0; i < n; i += 2) {
    for (let j = p === q ? i + 4 : 0; j < m; j += 2) {
      if (p === q && i === 0 && j === n - 2) continue;
      const [i2, j2] = [(i + 2) % n, (j + 2) % m];
      if (sideOf(p, i, i2, q, j) * sideOf(p, i, i2, q, j2) < 0 && sideOf(q, j, j2, p, i) * sideOf(q, j, j2, p, i2) < 0)
        return true;
    }
  }
  return false;
}

/** On which side of a–b of `p` lies c of `q`: 1 left, −1 right. */
function sideOf(p: readonly number[], a: number, b: number, q: readonly number[], c: number): number {
  const [x, y] = [p[a] as number, p[a + 1] as number];
  return Math.sign(
    ((p[b] as number) - x) * ((q[c + 1] as number) - y) - ((p[b + 1] as number) - y) * ((q[c] as number) - x),
  );
}

type PlaceMembers = { readonly polygon?: Points | readonly Points[] | undefined; readonly line?: Points | undefined };

function toPlace(thing: PlaceMembers, member: string): { polygon: CrowdPolygon } | { line: CrowdLine } {
  if ((thing.polygon === undefined) === (thing.line === undefined))
    throw new InputError(`${member}: expected either polygon or line.`);
  if (thing.polygon !== undefined) return { polygon: toPolygon(thing.polygon, `${member}.polygon`) };
  return { line: toLine(thing.line ?? [], `${member}.line`) };
}

function toLine(points: Points, member: string): CrowdLine {
  const flat = points.flat();
  for (let i = 2; i < flat.length; i += 2)
    if (flat[i] === flat[i - 2] && flat[i + 1] === flat[i - 1])
      throw new InputError(`${member}: two points are the same.`);
  return flat;
}

function checkSpeed({ mean, min, max }: CrowdAgents['speed'], member: string): void {
  if (min > max || mean < min || mean > max) throw new InputError(`${member}.speed: expected min ≤ mean ≤ max.`);
}

/** One number, or two of which the least comes first. */
function toRange(value: number | readonly [number, number], member: string): readonly [number, number] {
  const [least, most] = typeof value === 'number' ? [value, value] : value;
  if (most < least) throw new InputError(`${member}: expected the shortest first.`);
  return [least, most];
}

function toStop({ id: name, polygon: area, seconds, places }: z.infer<typeof stop>, member: string): CrowdStop {
  return {
    id: name,
    polygon: toPolygon(area, `${member}.polygon`),
    seconds: toRange(seconds, `${member}.seconds`),
    ...(places !== undefined && { places }),
  };
}

type SourceMembers = z.infer<typeof source>;

interface Named {
  readonly stops: ReadonlySet<string>;
  readonly exits: ReadonlySet<string>;
}

function toSource(given: SourceMembers, member: string, { stops, exits }: Named, end: number): CrowdSource {
  const { id: name, persons, personsPerSecond, from = 0, via = [], to } = given;
  if ((persons === undefined) === (personsPerSecond === undefined))
    throw new InputError(`${member}: expected either persons or personsPerSecond.`);
  const until = given.until ?? (personsPerSecond === undefined ? from : end);
  if (until < from) throw new InputError(`${member}: until ${until} is before from ${from}.`);
  for (const exit of to)
    if (!exits.has(exit)) throw new InputError(`${member}.to: there is no exit ${JSON.stringify(exit)}.`);
  for (const each of via)
    if (!stops.has(each)) throw new InputError(`${member}.via: there is no stop ${JSON.stringify(each)}.`);
  if (given.speed) checkSpeed(given.speed, member);
  const all = persons ?? Math.round((personsPerSecond as number) * (until - from));
  return {
    id: name,
    place: toPlace(given, member),
    persons: all,
    from,
    until,
    via,
    to: [...new Set(to)].sort(),
    ...(given.speed && { speed: given.speed }),
  };
}

function checkOnce(list: readonly { readonly id: string }[], member: string): void {
  const seen = new Set<string>();
  for (const [i, { id: name }] of list.entries()) {
    if (seen.has(name)) throw new InputError(`${member}.${i}: the id ${JSON.stringify(name)} is there twice.`);
    seen.add(name);
  }
}

/** `file` names it in messages. Throws {@link InputError}. */
export function parseCrowd(json: unknown, file: string): CrowdScenario {
  const read = readChecked(scenario.safeParse(json), file);
  for (const member of ['sources', 'stops', 'exits', 'gates'] as const)
    checkOnce(read[member] ?? [], `${file}: ${member}`);
  const names = {
    stops: new Set(read.stops?.map(({ id: name }) => name)),
    exits: new Set(read.exits.map(({ id: name }) => name)),
  };
  const sources = read.sources.map((each, i) =>
    toSource(each, `${file}: sources.${i} (${each.id})`, names, read.seconds),
  );
  const persons = sources.reduce((sum, each) => sum + each.persons, 0);
  if (persons > MOST_PERSONS)
    throw new InputError(
      `${file}: sources: ${persons} persons are more than the ${MOST_PERSONS} that can be simulated.`,
    );
  const { speed: pace = defaultAgents.speed, radius = defaultAgents.radius, reactionSeconds = 0 } = read.agents ?? {};
  checkSpeed(pace, `${file}: agents`);
  const named = (member: string, polygons: readonly (Points | readonly Points[])[]) =>
    polygons.map((each, i) => toPolygon(each, `${file}: ${member}.${i}`));
  return {
    crs: read.crs ?? 'local',
    walkable: named('walkable', read.walkable),
    ...(read.fixed && { fixed: named('fixed', read.fixed) }),
    obstacles: named('obstacles', read.obstacles ?? []),
    sources,
    stops: (read.stops ?? []).map((each, i) => toStop(each, `${file}: stops.${i} (${each.id})`)),
    exits: read.exits.map((each, i) => ({ id: each.id, place: toPlace(each, `${file}: exits.${i} (${each.id})`) })),
    gates: (read.gates ?? []).map((each, i) => ({
      id: each.id,
      line: toLine(each.line, `${file}: gates.${i} (${each.id})`),
    })),
    agents: {
      speed: pace,
      radius,
      reactionSeconds: toRange(reactionSeconds, `${file}: agents.reactionSeconds`),
    },
    seconds: read.seconds,
    seed: read.seed ?? 1,
    densityCell: read.densityCell ?? 1,
    limit: read.limit ?? DENSITY_LIMIT,
    everySeconds: read.everySeconds ?? SERIES_SECONDS,
  };
}
