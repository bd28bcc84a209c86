/** Changes of an event plan, each a new plan. Objects and fences are of one layout, all else is of the plan. */
import type { CrowdChoice, EventShape } from './crowd-choice.ts';
import { eventLibrary } from './event-library.ts';
import {
  EMERGENCY_WIDTH,
  type EmergencyRoute,
  type EventEntry,
  type EventFence,
  type EventGroup,
  type EventLayout,
  type EventObject,
  type EventObjectKind,
  type EventPlan,
  type EventStop,
} from './event-plan.ts';
import { mapCorners, type Place, toMillimetres, turnPlace } from './outline.ts';
import { ringCentre } from './plan-ring.ts';

export type Part =
  | { readonly what: 'object'; readonly item: EventObject }
  | { readonly what: 'fence'; readonly item: EventFence }
  | { readonly what: 'entry'; readonly item: EventEntry }
  | { readonly what: 'stop'; readonly item: EventStop }
  | { readonly what: 'route'; readonly item: EmergencyRoute };

/** Something of the plan, or of that layout, by its id. */
export function findPart(
  plan: EventPlan,
  layout: EventLayout,
  id: NonNullable<CrowdChoice['selected']>,
): Part | undefined {
  const has = (item: { readonly id: string }) => item.id === id;
  const object = layout.objects.find(has);
  if (object) return { what: 'object', item: object };
  const fence = layout.fences.find(has);
  if (fence) return { what: 'fence', item: fence };
  const entry = plan.entries.find(has);
  if (entry) return { what: 'entry', item: entry };
  const stop = plan.stops.find(has);
  if (stop) return { what: 'stop', item: stop };
  const route = plan.routes.find(has);
  return route && { what: 'route', item: route };
}

/** Its corners: flat x, y pairs; of an object its middle. */
export function pointsOf(part: Part): readonly number[] {
  if (part.what === 'object') return [part.item.x, part.item.y];
  return part.what === 'stop' ? (part.item.polygon[0] ?? []) : part.item.line;
}

export const middleOf = (part: Part): Place => {
  const points = pointsOf(part);
  if (part.what === 'stop') return ringCentre(points);
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  const half = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return [half(xs), half(ys)];
};

type Listed = { readonly id: string };
const swap = <T extends Listed>(items: readonly T[], id: string, change: (item: T) => T): readonly T[] =>
  items.map((item) => (item.id === id ? change(item) : item));
const without = <T extends Listed>(items: readonly T[], id: string): readonly T[] =>
  items.filter((item) => item.id !== id);

export const changeLayout = (plan: EventPlan, id: string, change: Partial<EventLayout>): EventPlan => ({
  ...plan,
  layouts: swap(plan.layouts, id, (layout) => ({ ...layout, ...change })),
});

/** Ids of everything that has one. */
const listIds = ({ entries, stops, groups, routes, layouts }: EventPlan): string[] =>
  [
    ...entries,
    ...stops,
    ...groups,
    ...routes,
    ...layouts,
    ...layouts.flatMap(({ objects, fences }) => [...objects, ...fences]),
  ].map(({ id }) => id);

/** `bar-2`: free in all of the plan, so that what two layouts have in common can be told by its id. */
function nextId(plan: EventPlan, stem: string): string {
  const used = new Set(listIds(plan));
  let number = 1;
  while (used.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

export interface AddedPart {
  readonly plan: EventPlan;
  readonly id: string;
}

const addObject = (plan: EventPlan, layout: EventLayout, object: EventObject): EventPlan =>
  changeLayout(plan, layout.id, { objects: [...layout.objects, object] });

export function placeObject(plan: EventPlan, layout: EventLayout, kind: EventObjectKind, [x, y]: Place): AddedPart {
  const { length, width, height } = eventLibrary[kind];
  const id = nextId(plan, kind);
  const at = { x: toMillimetres(x), y: toMillimetres(y), turnDegrees: 0 };
  return { plan: addObject(plan, layout, { id, kind, ...at, length, width, height }), id };
}

/** s: what a new stop asks of everyone. */
const STAY = [60, 300] as const;

/** `title`: of what has one. Nothing where there are too few points. */
export function addShape(
  plan: EventPlan,
  layout: EventLayout,
  shape: EventShape,
  points: readonly number[],
  title: string,
): AddedPart {
  const id = nextId(plan, shape);
  const line = points.map(toMillimetres);
  const made: Readonly<Record<EventShape, () => EventPlan>> = {
    fence: () => changeLayout(plan, layout.id, { fences: [...layout.fences, { id, kind: 'fence', line }] }),
    closure: () => changeLayout(plan, layout.id, { fences: [...layout.fences, { id, kind: 'closure', line }] }),
    entry: () => ({ ...plan, entries: [...plan.entries, { id, title, line }] }),
    stop: () => ({ ...plan, stops: [...plan.stops, { id, title, polygon: [line], seconds: STAY }] }),
    route: () => ({ ...plan, routes: [...plan.routes, { id, title, line, widthM: EMERGENCY_WIDTH }] }),
  };
  return { plan: made[shape](), id };
}

/** Points that a shape needs before it is one. */
export const pointsNeeded = (shape: EventShape): number => (shape === 'stop' ? 3 : 2);

/** Of an object the middle, of all else its corners. */
export function setPoints(plan: EventPlan, layout: EventLayout, part: Part, points: readonly number[]): EventPlan {
  const { id } = part.item;
  const line = points.map(toMillimetres);
  const [x = 0, y = 0] = line;
  const made: Readonly<Record<Part['what'], () => EventPlan>> = {
    object: () => changeLayout(plan, layout.id, { objects: swap(layout.objects, id, (item) => ({ ...item, x, y })) }),
    fence: () => changeLayout(plan, layout.id, { fences: swap(layout.fences, id, (item) => ({ ...item, line })) }),
    entry: () => ({ ...plan, entries: swap(plan.entries, id, (item) => ({ ...item, line })) }),
    stop: () => ({
      ...plan,
      stops: swap(plan.stops, id, (item) => ({ ...item, polygon: [line, ...item.polygon.slice(1)] })),
    }),
    route: () => ({ ...plan, routes: swap(plan.routes, id, (item) => ({ ...item, line })) }),
  };
  return made[part.what]();
}

export const movePart = (plan: EventPlan, layout: EventLayout, part: Part, dx: number, dy: number): EventPlan =>
  setPoints(
    plan,
    layout,
    part,
    mapCorners(pointsOf(part), ([x, y]) => [x + dx, y + dy]),
  );

const toTurn = (degrees: number) => (((Math.round(degrees * 10) / 10) % 360) + 360) % 360;

/** `degrees` clockwise, about its middle. */
export function turnPart(plan: EventPlan, layout: EventLayout, part: Part, degrees: number): EventPlan {
  if (part.what === 'object')
    return changeObject(plan, layout, part.item.id, { turnDegrees: toTurn(part.item.turnDegrees + degrees) });
  const centre = middleOf(part);
  return setPoints(
    plan,
    layout,
    part,
    mapCorners(pointsOf(part), (corner) => turnPlace(corner, degrees, centre)),
  );
}

export function changeObject(
  plan: EventPlan,
  layout: EventLayout,
  id: string,
  change: Partial<Omit<EventObject, 'id'>>,
): EventPlan {
  const turned = change.turnDegrees === undefined ? change : { ...change, turnDegrees: toTurn(change.turnDegrees) };
  return changeLayout(plan, layout.id, { objects: swap(layout.objects, id, (item) => ({ ...item, ...turned })) });
}

export const changeEntry = (plan: EventPlan, id: string, change: Partial<EventEntry>): EventPlan => ({
  ...plan,
  entries: swap(plan.entries, id, (item) => ({ ...item, ...change })),
});
export const changeStop = (plan: EventPlan, id: string, change: Partial<EventStop>): EventPlan => ({
  ...plan,
  stops: swap(plan.stops, id, (item) => ({ ...item, ...change })),
});
export const changeRoute = (plan: EventPlan, id: string, change: Partial<EmergencyRoute>): EventPlan => ({
  ...plan,
  routes: swap(plan.routes, id, (item) => ({ ...item, ...change })),
});
export const changeGroup = (plan: EventPlan, id: string, change: Partial<EventGroup>): EventPlan => ({
  ...plan,
  groups: swap(plan.groups, id, (item) => ({ ...item, ...change })),
});

/** m between a copy and its original. */
const COPY_GAP = 0.5;

/** Beside it, to the right of its length; undefined for what a plan has once: entries and the like. */
export function copyPart(plan: EventPlan, layout: EventLayout, part: Part): AddedPart | undefined {
  if (part.what === 'object') {
    const { item } = part;
    const id = nextId(plan, item.kind);
    const [dx, dy] = turnPlace([item.width + COPY_GAP, 0], item.turnDegrees, [0, 0]);
    const copy = { ...item, id, x: toMillimetres(item.x + dx), y: toMillimetres(item.y + dy) };
    return { plan: addObject(plan, layout, copy), id };
  }
  if (part.what !== 'fence') return undefined;
  const id = nextId(plan, part.item.kind);
  const line = mapCorners(part.item.line, ([x, y]) => [x + 2, y]);
  return { plan: changeLayout(plan, layout.id, { fences: [...layout.fences, { ...part.item, id, line }] }), id };
}

/** Titles of the groups that come or go there, or stay there: it cannot be taken away while there are any. */
export const listUsers = ({ groups }: EventPlan, id: string): string[] =>
  groups.filter(({ from, to, via }) => from === id || to.includes(id) || via.includes(id)).map(({ title }) => title);

export function deletePart(plan: EventPlan, layout: EventLayout, part: Part): EventPlan {
  const { id } = part.item;
  const made: Readonly<Record<Part['what'], () => EventPlan>> = {
    object: () => changeLayout(plan, layout.id, { objects: without(layout.objects, id) }),
    fence: () => changeLayout(plan, layout.id, { fences: without(layout.fences, id) }),
    entry: () => ({ ...plan, entries: without(plan.entries, id) }),
    stop: () => ({ ...plan, stops: without(plan.stops, id) }),
    route: () => ({ ...plan, routes: without(plan.routes, id) }),
  };
  return listUsers(plan, id).length > 0 ? plan : made[part.what]();
}

/** From the first entry, out by all of them, in the first half of the time. Undefined without entries. */
export function addGroup(plan: EventPlan, title: string): AddedPart | undefined {
  const [first] = plan.entries;
  if (!first) return undefined;
  const id = nextId(plan, 'group');
  const others = plan.entries.filter((entry) => entry !== first).map((entry) => entry.id);
  const group: EventGroup = {
    id,
    title,
    persons: 100,
    from: first.id,
    fromSecond: 0,
    untilSecond: Math.round(plan.seconds / 2),
    via: [],
    to: others.length > 0 ? others : [first.id],
  };
  return { plan: { ...plan, groups: [...plan.groups, group] }, id };
}

export const deleteGroup = (plan: EventPlan, id: string): EventPlan => ({
  ...plan,
  groups: without(plan.groups, id),
});

/** The same things with the same ids under another title. */
export function copyLayout(plan: EventPlan, layout: EventLayout, title: string): AddedPart {
  const id = nextId(plan, 'layout');
  return { plan: { ...plan, layouts: [...plan.layouts, { ...layout, id, title }] }, id };
}

/** The last one stays. */
export const deleteLayout = (plan: EventPlan, id: string): EventPlan =>
  plan.layouts.length < 2 ? plan : { ...plan, layouts: without(plan.layouts, id) };
