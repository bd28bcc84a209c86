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
  /** Where it is: its widest part that is left. */
  readonly line: Passage['line'];
  /** m: in the layout it is held against, or without anything that is placed; undefined where it was open ground. */
  readonly widthBefore: number | undefined;
  readonly widthNow: number;
  readonly personsPerMinute: number;
  /** Percent less than before, negative where it is more; undefined where it was open ground. */
  readonly lessPercent: number | undefined;
  /** Ids of what was placed on either side of it. */
  readonly beside: readonly string[];
}

export interface EventPassages {
  /** Those that let nobody through any more first, then by width. */
  readonly passages: readonly EventPassage[];
}

type Line = Passage['line'];
const lengthOf = ([x1, y1, x2, y2]: Line) => Math.hypot(x2 - x1, y2 - y1);

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

const widest = ({ line, parts }: Passage): Line =>
  parts.reduce<Line | undefined>((best, part) => (best && lengthOf(best) >= lengthOf(part) ? best : part), undefined) ??
  line;

/** m: how far along the way two measurings of one passage may be apart; cosine of the angle between them. */
const ALONG = 3;
const PARALLEL = 0.9;
/** m */
const SLACK = 0.3;

/** The narrowest of another layout's passages that lies where this one does. */
function findFormer(line: Line, others: readonly Passage[]): number | undefined {
  const [mx, my] = [(line[0] + line[2]) / 2, (line[1] + line[3]) / 2];
  const length = lengthOf(line) || 1;
  const [ux, uy] = [(line[2] - line[0]) / length, (line[3] - line[1]) / length];
  let [nearest, width] = [ALONG, undefined as number | undefined];
  for (const passage of others) {
    if (passage.widthNow < BODY_WIDTH) continue;
    const other = widest(passage);
    const size = lengthOf(other) || 1;
    const [vx, vy] = [(other[2] - other[0]) / size, (other[3] - other[1]) / size];
    if (Math.abs(ux * vx + uy * vy) < PARALLEL) continue;
    const [dx, dy] = [mx - other[0], my - other[1]];
    const across = dx * vx + dy * vy;
    const away = Math.abs(dx * vy - dy * vx);
    if (across < -SLACK || across > size + SLACK || away >= nearest) continue;
    nearest = away;
    width = passage.widthNow;
  }
  return width;
}

/** `layout` as it was when its passages were measured; `former`: passages of the layout that it is held against. */
export function readPassages(
  measured: readonly Passage[],
  layout: EventLayout,
  place: Pick<EventPlace, 'walkable'>,
  former?: readonly Passage[],
): EventPassages {
  const placed = listPlaced(layout, place).map(({ id, polygon: [ring = []] }) => ({ id, ring }));
  const passages = measured.map((passage): EventPassage => {
    const { id, parts, widthNow } = passage;
    const line = widest(passage);
    const whole = passage.widthBefore > OPEN ? undefined : passage.widthBefore;
    const widthBefore = (former && findFormer(line, former)) ?? whole;
    const ends = parts.flatMap(([x1, y1, x2, y2]) => [[x1, y1] as const, [x2, y2] as const]);
    const beside = placed.filter(({ ring }) => ends.some(([x, y]) => distanceToRing(ring, x, y) < ON));
    return {
      id,
      line,
      widthBefore,
      widthNow,
      personsPerMinute: passage.capacityPersonsPerSecond * 60,
      lessPercent: widthBefore === undefined ? undefined : 100 * (1 - widthNow / widthBefore),
      beside: [...new Set(beside.map((thing) => thing.id))],
    };
  });
  return { passages };
}

/** The one that lost most against before; undefined where none got narrower. */
export function mostNarrowed({ passages }: EventPassages): EventPassage | undefined {
  let most: EventPassage | undefined;
  for (const passage of passages)
    if ((passage.lessPercent ?? 0) > Math.max(most?.lessPercent ?? 0, 0.5)) most = passage;
  return most;
}
