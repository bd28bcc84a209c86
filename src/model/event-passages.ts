/** What the measured passages of an event say, as rows and as the one that is asked about. */
import { BODY_WIDTH } from './crowd.ts';
import type { Passage } from './crowd-answer.ts';
import type { EventLayout, EventPlace } from './event-plan.ts';
import { listPlaced } from './event-scenario.ts';

/** m: wider ground is open, and has no width of its own. */
const OPEN = 12;
/** m: an end of a passage this near to a thing lies on it. */
const ON = 0.03;

export interface EventPassage {
  readonly id: string;
  readonly line: Passage['line'];
  /** m; undefined on open ground. */
  readonly widthBefore: number | undefined;
  readonly widthNow: number;
  readonly personsPerMinute: number;
  /** Percent less than before, 0 to 100; undefined on open ground. */
  readonly lessPercent: number | undefined;
  /** Ids of what was placed on either side of it. */
  readonly beside: readonly string[];
}

export interface EventPassages {
  /** Those that let nobody through any more first, then by width. */
  readonly passages: readonly EventPassage[];
  /** Gaps on open ground through which nobody goes. */
  readonly cracks: number;
}

function distanceToRing(ring: readonly number[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [ring[j], ring[j + 1], ring[i], ring[i + 1]] as [number, number, number, number];
    const [dx, dy] = [bx - ax, by - ay];
    const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(ax + dx * share - x, ay + dy * share - y));
  }
  return least;
}

/** `layout` as it was when its passages were measured. */
export function readPassages(
  measured: readonly Passage[],
  layout: EventLayout,
  place: Pick<EventPlace, 'walkable'>,
): EventPassages {
  const placed = listPlaced(layout, place).map(({ id, polygon: [ring = []] }) => ({ id, ring }));
  const all = measured.map((passage): EventPassage => {
    const { id, line, parts, widthNow } = passage;
    const isOpen = passage.widthBefore > OPEN;
    const ends = parts.flatMap(([x1, y1, x2, y2]) => [[x1, y1] as const, [x2, y2] as const]);
    const beside = placed.filter(({ ring }) => ends.some(([x, y]) => distanceToRing(ring, x, y) < ON));
    return {
      id,
      line,
      widthBefore: isOpen ? undefined : passage.widthBefore,
      widthNow,
      personsPerMinute: passage.capacityPersonsPerSecond * 60,
      lessPercent: isOpen ? undefined : Math.max(0, 100 * (1 - widthNow / passage.widthBefore)),
      beside: [...new Set(beside.map((thing) => thing.id))],
    };
  });
  const passages = all.filter(({ widthNow, widthBefore }) => widthNow >= BODY_WIDTH || widthBefore !== undefined);
  return { passages, cracks: all.length - passages.length };
}

/** The narrowest beside a thing; where nothing is chosen, or nothing is beside it, undefined. */
export const passageBeside = ({ passages }: EventPassages, id: string | undefined): EventPassage | undefined =>
  id === undefined ? undefined : passages.find(({ beside }) => beside.includes(id));
