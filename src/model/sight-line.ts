/** A straight line from the eye through a point of the picture, in RD New and NAP: what it meets of something drawn. */
import { cornerOf, type Place } from './outline.ts';
import { isInRings, type Ring } from './plan-ring.ts';

export interface SightPoint {
  readonly x: number;
  readonly y: number;
  readonly nap: number;
}

export interface SightLine {
  readonly eye: SightPoint;
  /** Another point, further along. */
  readonly ahead: SightPoint;
}

export const along = ({ eye, ahead }: SightLine, t: number): SightPoint => ({
  x: eye.x + t * (ahead.x - eye.x),
  y: eye.y + t * (ahead.y - eye.y),
  nap: eye.nap + t * (ahead.nap - eye.nap),
});

/** Part of the way to `ahead` at which the line is at this height; undefined when it never is, before the eye. */
function partAtLevel({ eye, ahead }: SightLine, nap: number): number | undefined {
  const t = (nap - eye.nap) / (ahead.nap - eye.nap);
  return Number.isFinite(t) && t > 0 ? t : undefined;
}

export function meetLevel(line: SightLine, nap: number): Place | undefined {
  const t = partAtLevel(line, nap);
  if (t === undefined) return undefined;
  const { x, y } = along(line, t);
  return [x, y];
}

/** Where the line first meets an upright prism (outer ring, then holes), as part of the way to `ahead`; undefined when it passes. */
export function meetPrism(line: SightLine, rings: readonly Ring[], lower: number, upper: number): number | undefined {
  const { eye, ahead } = line;
  const hits: number[] = [];
  for (const level of [lower, upper]) {
    const t = partAtLevel(line, level);
    const place = t === undefined ? undefined : along(line, t);
    if (t !== undefined && place && isInRings(rings, place.x, place.y)) hits.push(t);
  }
  const [dx, dy] = [ahead.x - eye.x, ahead.y - eye.y];
  for (const ring of rings) {
    for (let i = 0; i < ring.length / 2; i++) {
      const [[ax, ay], [bx, by]] = [cornerOf(ring, i), cornerOf(ring, i + 1)];
      const across = dx * (by - ay) - dy * (bx - ax);
      const t = ((ax - eye.x) * (by - ay) - (ay - eye.y) * (bx - ax)) / across;
      const s = ((ax - eye.x) * dy - (ay - eye.y) * dx) / across;
      const nap = eye.nap + t * (ahead.nap - eye.nap);
      if (t > 0 && s >= 0 && s <= 1 && nap >= lower && nap <= upper) hits.push(t);
    }
  }
  return hits.length === 0 ? undefined : Math.min(...hits);
}

export interface Prism {
  readonly id: string;
  readonly ring: Ring;
  readonly lower: number;
  readonly upper: number;
}

/** The nearest prism that the line meets, and the height at which it does. */
export function findPrism(line: SightLine, prisms: readonly Prism[]): { id: string; nap: number } | undefined {
  let nearest = Number.POSITIVE_INFINITY;
  let found: string | undefined;
  for (const { id, ring, lower, upper } of prisms) {
    const t = meetPrism(line, [ring], lower, upper);
    if (t === undefined || t >= nearest) continue;
    nearest = t;
    found = id;
  }
  return found === undefined ? undefined : { id: found, nap: along(line, nearest).nap };
}
