/**
 * What is odd or wrong about an event as it is placed: told at once, by name. What cannot be simulated says so (`isBlocking`); the rest is
 * told, because a cabin half in a wall may be meant.
 */
import { BODY_WIDTH, type CrowdLine, type CrowdPolygon } from './crowd.ts';
import { fenceRings, objectRing } from './event-library.ts';
import type { EventLayout, EventPlace, EventPlan } from './event-plan.ts';
import { listCorners, type Place } from './outline.ts';
import { isInRings } from './plan-ring.ts';

export type EventFaultKind =
  | 'no-group'
  | 'entry-outside'
  | 'entry-blocked'
  | 'stop-outside'
  | 'stop-blocked'
  | 'stop-cut'
  | 'leaves-at-once'
  | 'object-outside'
  | 'object-partly-outside'
  | 'overlap';

export interface EventFault {
  readonly kind: EventFaultKind;
  /** What it is about: object, fence, entry, stop or group. */
  readonly id: string;
  /** What it overlaps, or what stands in it. */
  readonly by?: string | undefined;
}

const blocking: ReadonlySet<EventFaultKind> = new Set([
  'no-group',
  'entry-outside',
  'entry-blocked',
  'stop-outside',
  'stop-blocked',
]);
export const isBlocking = ({ kind }: EventFault): boolean => blocking.has(kind);

interface Thing {
  readonly id: string;
  readonly isFence: boolean;
  readonly rings: readonly (readonly number[])[];
}

const listThings = ({ objects, fences }: EventLayout, walkable: readonly CrowdPolygon[]): Thing[] => [
  ...objects.map((object) => ({ id: object.id, isFence: false, rings: [objectRing(object)] })),
  ...fences.map((fence) => ({ id: fence.id, isFence: true, rings: fenceRings(fence, walkable) })),
];

/** m: things may touch, and lie this far over each other by rounding. */
const TOUCHING = 0.01;

/** Least overlap of two convex rings over the directions square to their sides; negative where they are apart. */
export function overlapDepth(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of [a, b]) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [dx, dy] = [(ring[i] as number) - (ring[j] as number), (ring[i + 1] as number) - (ring[j + 1] as number)];
      const length = Math.hypot(dx, dy);
      if (length === 0) continue;
      const [nx, ny] = [dy / length, -dx / length];
      const [lowA, highA] = shadow(a, nx, ny);
      const [lowB, highB] = shadow(b, nx, ny);
      least = Math.min(least, Math.min(highA, highB) - Math.max(lowA, lowB));
    }
  }
  return least;
}

function shadow(ring: readonly number[], nx: number, ny: number): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < ring.length; i += 2) {
    const at = (ring[i] as number) * nx + (ring[i + 1] as number) * ny;
    low = Math.min(low, at);
    high = Math.max(high, at);
  }
  return [low, high];
}

const isOn = (polygons: readonly CrowdPolygon[], [x, y]: Place) => polygons.some((rings) => isInRings(rings, x, y));

/** m between the points that are looked at. */
const STEP = 0.1;
const AREA_STEP = 0.5;

function sampleLine(line: CrowdLine): Place[] {
  const corners = listCorners(line);
  return corners.slice(1).flatMap((end, i) => {
    const start = corners[i] as Place;
    const count = Math.max(1, Math.ceil(Math.hypot(end[0] - start[0], end[1] - start[1]) / STEP));
    return Array.from({ length: count }, (_, k): Place => {
      const share = (k + 0.5) / count;
      return [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share];
    });
  });
}

function sampleArea(polygon: CrowdPolygon): Place[] {
  const [outer = []] = polygon;
  const corners = listCorners(outer);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const step = Math.max(AREA_STEP, Math.max(east - west, north - south) / 40);
  const samples: Place[] = [];
  for (let y = south + step / 2; y < north; y += step)
    for (let x = west + step / 2; x < east; x += step) if (isInRings(polygon, x, y)) samples.push([x, y]);
  return samples;
}

/** Of the points that are ground, which are covered, and by what mostly. */
function lookAt(samples: readonly Place[], ground: readonly CrowdPolygon[], things: readonly Thing[]) {
  const inside = samples.filter((place) => isOn(ground, place));
  const covers = new Map<string, number>();
  let free = 0;
  for (const [x, y] of inside) {
    const thing = things.find(({ rings }) => rings.some((ring) => isInRings([ring], x, y)));
    if (thing) covers.set(thing.id, (covers.get(thing.id) ?? 0) + 1);
    else free++;
  }
  const [by] = [...covers].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { inside: inside.length, free, by };
}

/** Blocking ones first. */
export function listEventFaults(plan: EventPlan, layout: EventLayout, place: EventPlace): EventFault[] {
  const { walkable } = place;
  const things = listThings(layout, walkable);
  const faults: EventFault[] = [];
  if (plan.groups.every(({ persons }) => persons === 0)) faults.push({ kind: 'no-group', id: plan.id });
  for (const { id, line } of plan.entries) {
    const { inside, free, by } = lookAt(sampleLine(line), walkable, things);
    if (inside === 0) faults.push({ kind: 'entry-outside', id });
    else if (free * STEP < BODY_WIDTH) faults.push({ kind: 'entry-blocked', id, by });
  }
  for (const { id, polygon } of plan.stops) {
    const { inside, free, by } = lookAt(sampleArea(polygon), walkable, things);
    if (inside === 0) faults.push({ kind: 'stop-outside', id });
    else if (free === 0) faults.push({ kind: 'stop-blocked', id, by });
    else if (free < inside / 2) faults.push({ kind: 'stop-cut', id, by });
  }
  for (const { id, from, via, to } of plan.groups)
    if (via.length === 0 && to.includes(from)) faults.push({ kind: 'leaves-at-once', id });
  for (const { id, isFence, rings } of things) {
    if (isFence) continue;
    const corners = listCorners(rings[0] ?? []);
    const [a, , c] = corners as [Place, Place, Place, Place];
    const middle: Place = [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2];
    // A little inwards: a corner that touches the wall is no corner in it.
    const inner = corners.map(([x, y]): Place => [x + (middle[0] - x) * 0.05, y + (middle[1] - y) * 0.05]);
    const on = inner.filter((corner) => isOn(walkable, corner)).length;
    if (on === 0 && !isOn(walkable, middle)) faults.push({ kind: 'object-outside', id });
    else if (on < 4) faults.push({ kind: 'object-partly-outside', id });
  }
  for (const [i, a] of things.entries())
    for (const b of things.slice(i + 1)) {
      if (a.isFence && b.isFence) continue;
      const meets = a.rings.some((one) => b.rings.some((other) => overlapDepth(one, other) > TOUCHING));
      if (meets) faults.push({ kind: 'overlap', id: a.id, by: b.id });
    }
  return faults;
}
