/** Which claim stands in front where one points, of those that are drawn. */
import { claimStates, PAINT_BYTES } from './claim-paint.ts';
import type { ClaimShape } from './claim-shape.ts';
import { along, meetPrism, type SightLine, type SightPoint } from './sight-line.ts';

export interface SeenClaim {
  readonly shape: ClaimShape;
  readonly at: SightPoint;
}

interface Drawn {
  readonly shapes: readonly ClaimShape[];
  readonly paint: Uint8Array;
}

/** Whether the line passes the box, in plan. */
function meetsBox({ eye, ahead }: SightLine, [west, south, east, north]: ClaimShape['box'], margin: number): boolean {
  let [from, to] = [0, Number.POSITIVE_INFINITY];
  const sides = [
    [eye.x, ahead.x - eye.x, west - margin, east + margin],
    [eye.y, ahead.y - eye.y, south - margin, north + margin],
  ] as const;
  for (const [start, step, low, high] of sides) {
    if (Math.abs(step) < 1e-12) {
      if (start < low || start > high) return false;
      continue;
    }
    const [a, b] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from <= to;
}

/** Where the line passes a level pipe within its radius, or within so many metres a metre of distance; undefined: nowhere. */
function meetPipe(line: SightLine, flat: readonly number[], nap: number, radius: number, reach: number) {
  const { eye, ahead } = line;
  const d = [ahead.x - eye.x, ahead.y - eye.y, ahead.nap - eye.nap] as const;
  const dd = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
  let nearest: number | undefined;
  for (let i = 0; i + 3 < flat.length; i += 2) {
    const [ax, ay, bx, by] = [flat[i], flat[i + 1], flat[i + 2], flat[i + 3]] as [number, number, number, number];
    const [ux, uy] = [bx - ax, by - ay];
    const uu = ux * ux + uy * uy;
    if (uu === 0) continue;
    const [wx, wy, wz] = [eye.x - ax, eye.y - ay, eye.nap - nap];
    const [ud, uw, dw] = [ux * d[0] + uy * d[1], ux * wx + uy * wy, d[0] * wx + d[1] * wy + d[2] * wz];
    const across = uu * dd - ud * ud;
    const s = Math.min(Math.max(across > 1e-9 ? (dd * uw - ud * dw) / across : 0, 0), 1);
    const t = (ud * s - dw) / dd;
    if (t <= 0) continue;
    const away = Math.hypot(wx + d[0] * t - ux * s, wy + d[1] * t - uy * s, wz + d[2] * t);
    if (away <= Math.max(radius, reach * t * Math.sqrt(dd)) && (nearest === undefined || t < nearest)) nearest = t;
  }
  return nearest;
}

/** Metres from the eye to the farthest corner of its box. */
function farthest({ x, y, nap }: SightPoint, { box: [west, south, east, north], lower }: ClaimShape): number {
  return Math.hypot(Math.max(x - west, east - x), Math.max(y - south, north - y), nap - lower);
}

/**
 * The nearest one between the planes. `reach`: metres a metre of distance within which a thin pipe is meant; `isSeen`: whether a place is not
 * hidden, by the ground or by what stands before it.
 */
export function findClaim(
  line: SightLine,
  { shapes, paint }: Drawn,
  [lowNap, highNap]: readonly [number, number],
  reach: number,
  isSeen: (at: SightPoint) => boolean,
): SeenClaim | undefined {
  let nearest = Number.POSITIVE_INFINITY;
  let found: SeenClaim | undefined;
  for (const [row, shape] of shapes.entries()) {
    if (paint[row * PAINT_BYTES] === claimStates.hidden) continue;
    if (!meetsBox(line, shape.box, shape.radius + reach * farthest(line.eye, shape))) continue;
    const [lower, upper] = shape.isFlat
      ? [shape.lower, shape.upper]
      : [Math.max(shape.lower, lowNap), Math.min(shape.upper, highNap)];
    const hits = [
      ...shape.parts.map((rings) => meetPrism(line, rings, lower, upper)),
      ...shape.lines.map((flat) => meetPipe(line, flat, (shape.lower + shape.upper) / 2, shape.radius, reach)),
    ];
    for (const t of hits) {
      if (t === undefined || t >= nearest) continue;
      const at = along(line, t);
      if (!isSeen(at)) continue;
      nearest = t;
      found = { shape, at };
    }
  }
  return found;
}
