/**
 * The people of an event on its ground with what one layout places there, as the engine reads it. Objects are their outlines, fences and
 * closures strips, every entry is where people come in, go out and are counted: forward is onto the square.
 */
import {
  type CrowdGate,
  type CrowdLine,
  type CrowdPolygon,
  type CrowdScenario,
  defaultAgents,
  SERIES_SECONDS,
} from './crowd.ts';
import { type EventFault, type EventFaultKind, isBlocking, listEventFaults } from './event-faults.ts';
import { fenceRings, objectRing } from './event-library.ts';
import type { EventLayout, EventPlace, EventPlan } from './event-plan.ts';
import { InputError } from './input-error.ts';
import { listCorners, type Place, toMillimetres } from './outline.ts';
import { isInRings } from './plan-ring.ts';

/** Something placed on the ground; a fence is several. */
interface PlacedPart {
  readonly id: string;
  readonly polygon: CrowdPolygon;
}

/** What stands in the way of visitors; with `areClosuresOpen` of who helps, for whom a closure is opened. */
export function listPlaced(
  { objects, fences }: Pick<EventLayout, 'objects' | 'fences'>,
  { walkable }: Pick<EventPlace, 'walkable'>,
  areClosuresOpen = false,
): PlacedPart[] {
  const standing = fences.filter(({ kind }) => !areClosuresOpen || kind === 'fence');
  return [
    ...objects.map((object) => ({ id: object.id, polygon: [objectRing(object)] })),
    ...standing.flatMap((fence) => fenceRings(fence, walkable).map((ring) => ({ id: fence.id, polygon: [ring] }))),
  ];
}

/** As {@link listPlaced}, without names. */
export const listObstacles = (...args: Parameters<typeof listPlaced>): CrowdPolygon[] =>
  listPlaced(...args).map(({ polygon }) => polygon);

/** m onto the square from the entry's line: up to where people are gone (and as far behind it), where they appear, and where they are counted. */
const GONE = 0.4;
const APPEARS = 0.7;
const COUNTED = 1.1;
/** m that a gate reaches further than the entry at most on both sides, up to the wall: the street may widen. */
const REACH = 0.5;
const REACH_STEP = 0.05;
/** m: how far it is looked which side is the square. */
const LOOK = 12;

const shift = (line: readonly Place[], nx: number, ny: number, by: number): number[] =>
  line.flatMap(([x, y]) => [toMillimetres(x + nx * by), toMillimetres(y + ny * by)]);

function lengthen(flat: readonly number[], isFree: (place: Place) => boolean): number[] {
  const corners = listCorners(flat);
  const reach = (from: Place, to: Place): Place => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    let by = 0;
    while (by < REACH && isFree([to[0] + ux * (by + REACH_STEP), to[1] + uy * (by + REACH_STEP)])) by += REACH_STEP;
    return [to[0] + ux * by, to[1] + uy * by];
  };
  const [first, second] = corners as [Place, Place];
  const [last, before] = [corners.at(-1) as Place, corners.at(-2) as Place];
  return [reach(second, first), ...corners.slice(1, -1), reach(before, last)].flat().map(toMillimetres);
}

interface Door {
  readonly source: CrowdLine;
  /** On both sides of the line: who comes to it need not step over it. */
  readonly exit: CrowdPolygon;
  readonly gate: CrowdLine;
}

/** Lines have the square on their left. */
export function openDoor(line: CrowdLine, walkable: readonly CrowdPolygon[]): Door {
  const corners = listCorners(line);
  const [a, b] = [corners[0] as Place, corners.at(-1) as Place];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  // To its left.
  const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const middle: Place = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const isFree = ([x, y]: Place) => walkable.some((rings) => isInRings(rings, x, y));
  const ground = (sign: number) => {
    let free = 0;
    for (let away = 0.5; away <= LOOK; away += 0.5) {
      if (isFree([middle[0] + sign * nx * away, middle[1] + sign * ny * away])) free++;
    }
    return free;
  };
  const isLeft = ground(1) >= ground(-1);
  const ordered = isLeft ? corners : [...corners].reverse();
  const sign = isLeft ? 1 : -1;
  const back = shift([...ordered].reverse(), nx, ny, sign * -GONE);
  return {
    source: shift(ordered, nx, ny, sign * APPEARS),
    exit: [[...shift(ordered, nx, ny, sign * GONE), ...back]],
    gate: lengthen(shift(ordered, nx, ny, sign * COUNTED), isFree),
  };
}

const words: Readonly<Record<EventFaultKind, (id: string, by: string) => string>> = {
  'no-group': () => 'groups: nobody comes: expected at least one person',
  'entry-outside': (id) => `entries (${id}): line: lies outside the ground of the place`,
  'entry-blocked': (id, by) => `entries (${id}): line: ${by} stands in it`,
  'stop-outside': (id) => `stops (${id}): polygon: lies outside the ground of the place`,
  'stop-blocked': (id, by) => `stops (${id}): polygon: ${by} stands on all of it`,
  'stop-cut': (id, by) => `stops (${id}): polygon: ${by} stands on most of it`,
  'leaves-at-once': (id) => `groups (${id}): to: they may leave where they come in, and stop nowhere`,
  'object-outside': (id) => `objects (${id}): lies outside the ground of the place`,
  'object-partly-outside': (id) => `objects (${id}): lies partly outside the ground of the place`,
  overlap: (id, by) => `objects (${id}): overlaps ${by}`,
};

/** A technical line in English. */
export const tellFault = ({ kind, id, by }: EventFault): string => words[kind](id, by ?? 'something');

interface ScenarioOptions {
  readonly seed?: number;
  readonly densityCell?: number;
}

/** Throws an {@link InputError} with a line for everything that cannot be simulated. */
export function eventToScenario(
  plan: EventPlan,
  layout: EventLayout,
  place: EventPlace,
  { seed = 1, densityCell = 1 }: ScenarioOptions = {},
): CrowdScenario {
  const faults = listEventFaults(plan, layout, place).filter(isBlocking);
  if (faults.length > 0)
    throw new InputError(faults.map((fault) => `${plan.id}, layout ${layout.id}: ${tellFault(fault)}`).join('\n'));
  const { walkable } = place;
  const doors = new Map(plan.entries.map(({ id, line }) => [id, openDoor(line, walkable)]));
  const used = new Set(plan.groups.flatMap(({ to }) => to));
  return {
    crs: 'EPSG:28992',
    walkable,
    obstacles: listObstacles(layout, place),
    sources: plan.groups
      .filter(({ persons }) => persons > 0)
      .map(({ id, persons, from, fromSecond, untilSecond, via, to, speed }) => ({
        id,
        place: { line: (doors.get(from) as Door).source },
        persons,
        from: fromSecond,
        until: untilSecond,
        via,
        to: [...new Set(to)].sort(),
        ...(speed && { speed }),
      })),
    stops: plan.stops.map(({ id, polygon, seconds, places }) => ({ id, polygon, seconds, places })),
    exits: plan.entries
      .filter(({ id }) => used.has(id))
      .map(({ id }) => ({ id, place: { polygon: (doors.get(id) as Door).exit } })),
    gates: plan.entries.map(({ id }): CrowdGate => ({ id, line: (doors.get(id) as Door).gate })),
    agents: defaultAgents,
    seconds: plan.seconds,
    seed,
    densityCell,
    limit: plan.limitPersonsPerM2,
    everySeconds: SERIES_SECONDS,
  };
}
