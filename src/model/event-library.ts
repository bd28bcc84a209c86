/**
 * What can stand at an event, with its true size in metres, and where that size comes from: a norm, a usual product (others are for
 * hire too), or the visitor's own. Sizes are of what takes room on the ground: a stall's with who sells there.
 */
import type { EventFence, EventObject, EventObjectKind } from './event-plan.ts';
import { listCorners, type Place, rectangleAround, toMillimetres } from './outline.ts';
import { isInRings } from './plan-ring.ts';

export type SizeBasis = 'norm' | 'usual' | 'own';

interface LibraryRow {
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly basis: SizeBasis;
}

const row = (length: number, width: number, height: number, basis: SizeBasis): LibraryRow => ({
  length,
  width,
  height,
  basis,
});

export const eventLibrary: Readonly<Record<EventObjectKind, LibraryRow>> = {
  'toilet-cabin': row(1.2, 1.2, 2.4, 'usual'),
  'accessible-toilet': row(2.2, 2.2, 2.4, 'usual'),
  // ISO 668, 1CC: 6058 × 2438 × 2591 mm.
  container: row(6.06, 2.44, 2.59, 'norm'),
  stage: row(10, 8, 6, 'usual'),
  bar: row(4, 2, 2.6, 'usual'),
  stall: row(4, 2.5, 2.6, 'usual'),
  'first-aid': row(3, 3, 2.8, 'usual'),
  tree: row(1.2, 1.2, 4, 'usual'),
  barrier: row(2.5, 0.5, 1.1, 'usual'),
  block: row(1.6, 0.8, 0.8, 'usual'),
  own: row(2, 2, 2, 'own'),
};

/** m: bounds of a size of one's own. */
export const OWN_SIZES = { least: 0.1, most: 50, tallest: 30 } as const;

/** Its outline on the ground: four corners. */
export const objectRing = ({
  x,
  y,
  length,
  width,
  turnDegrees,
}: Omit<EventObject, 'id' | 'kind' | 'height'>): number[] => rectangleAround([x, y], length, width, turnDegrees);

/** m: what a fence with its feet takes. */
export const FENCE_WIDTH = 0.1;
/** m that a closure is drawn on where it stops short of a wall. */
const CLOSE_GAP = 0.5;

const onwards = (from: Place, to: Place, by: number): Place => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [to[0] + ((to[0] - from[0]) / length) * by, to[1] + ((to[1] - from[1]) / length) * by];
};

/** Its ends run into the wall where they nearly do: nobody squeezes past a closed street. */
function closeGaps(corners: Place[], walkable: readonly (readonly (readonly number[])[])[]): Place[] {
  const isFree = ([x, y]: Place) => walkable.some((rings) => isInRings(rings, x, y));
  const reach = (from: Place, to: Place) => {
    const further = onwards(from, to, CLOSE_GAP);
    return isFree(further) ? to : further;
  };
  const [first, second] = corners;
  const [last, before] = [corners.at(-1), corners.at(-2)];
  if (!first || !second || !last || !before) return corners;
  return [reach(second, first), ...corners.slice(1, -1), reach(before, last)];
}

/** Strips on the ground, one for each stretch; they overlap where it turns. */
export function fenceRings(
  { kind, line }: Pick<EventFence, 'kind' | 'line'>,
  walkable: readonly (readonly (readonly number[])[])[] = [],
): number[][] {
  const drawn = listCorners(line);
  const corners = kind === 'closure' ? closeGaps(drawn, walkable) : drawn;
  const half = FENCE_WIDTH / 2;
  return corners.slice(1).flatMap((end, i) => {
    const start = corners[i] as Place;
    // Over the corner, so that there is no hole in it.
    const a = i > 0 ? onwards(end, start, half) : start;
    const b = i + 2 < corners.length ? onwards(start, end, half) : end;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (!(length > 0)) return [];
    const [nx, ny] = [(-(b[1] - a[1]) / length) * half, ((b[0] - a[0]) / length) * half];
    const ring = [a[0] - nx, a[1] - ny, b[0] - nx, b[1] - ny, b[0] + nx, b[1] + ny, a[0] + nx, a[1] + ny];
    return [ring.map(toMillimetres)];
  });
}
