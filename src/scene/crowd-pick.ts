/** What of an event a line of sight meets: things by their upright outline, fences near their line, areas and entries on the ground. */

import type { Passage } from '../model/crowd-answer.ts';
import { FENCE_WIDTH, objectRing } from '../model/event-library.ts';
import type { EventLayout, EventPlan } from '../model/event-plan.ts';
import type { Place } from '../model/outline.ts';
import { isInRings } from '../model/plan-ring.ts';
import { findPrism, type Prism, type SightLine } from '../model/sight-line.ts';
import { stripAlong } from './crowd-strip.ts';

/** m: what a thin thing takes for a pointer. */
const THICK = 0.6;
const FENCE_HEIGHT = 2;
/** m from an entry's line or a route's. */
const NEAR = 0.8;

type ReadNap = (x: number, y: number) => number | undefined;

function listPrisms({ objects, fences }: EventLayout, nap: ReadNap): Prism[] {
  const prisms = objects.flatMap((object): Prism[] => {
    const lower = nap(object.x, object.y);
    if (lower === undefined) return [];
    const grown = { ...object, width: Math.max(object.width, THICK), length: Math.max(object.length, THICK) };
    return [{ id: object.id, ring: objectRing(grown), lower, upper: lower + object.height }];
  });
  const strips = fences.flatMap(({ id, line }) =>
    stripAlong(line, Math.max(FENCE_WIDTH, THICK)).flatMap((ring): Prism[] => {
      const lower = nap(ring[0] as number, ring[1] as number);
      return lower === undefined ? [] : [{ id, ring, lower, upper: lower + FENCE_HEIGHT }];
    }),
  );
  return [...prisms, ...strips];
}

function awayFrom(line: readonly number[], [x, y]: Place): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i, i + 4) as [number, number, number, number];
    const length = Math.hypot(bx - ax, by - ay);
    const t = Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length || 1), 0), 1);
    nearest = Math.min(nearest, Math.hypot(ax + (bx - ax) * t - x, ay + (by - ay) * t - y));
  }
  return nearest;
}

/** Its id. What stands goes before what lies, a line before an area. `ground`: where the line of sight meets it. */
export function findInPlan(
  plan: EventPlan,
  layout: EventLayout,
  {
    line,
    ground,
    nap,
  }: { readonly line: SightLine | undefined; readonly ground: Place | undefined; readonly nap: ReadNap },
): string | undefined {
  const standing = line && findPrism(line, listPrisms(layout, nap));
  if (standing) return standing.id;
  if (!ground) return undefined;
  const near = [
    ...plan.entries.map(({ id, line: threshold }) => ({ id, away: awayFrom(threshold, ground) - NEAR })),
    ...plan.routes.map(({ id, line: way, widthM }) => ({ id, away: awayFrom(way, ground) - widthM / 2 })),
  ].filter(({ away }) => away < 0);
  near.sort((a, b) => a.away - b.away);
  return near[0]?.id ?? plan.stops.find(({ polygon }) => isInRings(polygon, ...ground))?.id;
}

/** The passage whose line is nearest to a place on the ground, and near enough to be meant. */
export function findPassage(passages: readonly Passage[], ground: Place): string | undefined {
  let nearest = NEAR;
  let found: string | undefined;
  for (const { id, parts } of passages)
    for (const part of parts) {
      const away = awayFrom(part, ground);
      if (away >= nearest) continue;
      nearest = away;
      found = id;
    }
  return found;
}
