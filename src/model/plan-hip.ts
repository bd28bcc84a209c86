/**
 * Hips over any footprint. The inset of a point is how far the footprint can shrink, all sides at one pace and corners staying
 * sharp, before the point lies outside. For a convex outline that is the least distance to the lines of its sides, round a convex
 * court the greatest; for any outline it is a nesting of both, in which every side occurs once: the formula that makes the outline
 * from half planes (Dobkin, Guibas, Hershberger and Snoeyink 1993: cut the chain of sides at a corner of its hull; sides that meet
 * in an outer corner both bound, of those at an inner corner one is enough). So the inset bends only along straight lines.
 */
import { clip, convexPieces, type HalfPlane } from './plan-clip.ts';
import type { Ring } from './plan-ring.ts';

/** A row of the sides, or the least or greatest of two. */
type Formula = number | { readonly take: 'least' | 'greatest'; readonly of: readonly [Formula, Formula] };

interface Piece {
  readonly ring: Ring;
  readonly side: number;
}

interface Hips {
  /** Convex rings that tile the footprint, in each of which the inset counts from one side. */
  readonly parts: readonly Ring[];
  inset(x: number, y: number): number;
  /** The greatest inset, metres. */
  readonly deepest: number;
}

type Point = readonly [x: number, y: number];

/** Sine of a corner below which the walls at it are one wall. */
const STRAIGHT = 1e-3;
/** Sine of the angle below which two walls look the same way. */
const PARALLEL = 1e-4;
/** A direction that no side is likely to lie square to. */
const ASKEW: Point = [0.7648, 0.6442];

const unit = ([ax, ay]: Point, [bx, by]: Point): Point => {
  const length = Math.hypot(bx - ax, by - ay);
  return [(bx - ax) / length, (by - ay) / length];
};

/** Sine of the turn at b: positive to the left, where the footprint lies. */
function turnAt(a: Point, b: Point, c: Point): number {
  const [ux, uy] = unit(a, b);
  const [vx, vy] = unit(b, c);
  return ux * vy - uy * vx;
}

/** Corners at which the wall turns. */
function cornersOf(ring: Ring): Point[] {
  const all: Point[] = [];
  for (let i = 0; i < ring.length; i += 2) all.push([ring[i], ring[i + 1]]);
  return all.filter((corner, i) => {
    const [before, after] = [all[(i + all.length - 1) % all.length], all[(i + 1) % all.length]];
    return Math.abs(turnAt(before, corner, after)) > STRAIGHT;
  });
}

/** The corner that lies furthest in a direction, of those from row `from` up to, not with, `until`. */
function furthest(corners: readonly Point[], [nx, ny]: Point, from: number, until: number): number {
  let best = from;
  for (let i = from + 1; i < until; i++) {
    if (corners[i][0] * nx + corners[i][1] * ny > corners[best][0] * nx + corners[best][1] * ny) best = i;
  }
  return best;
}

/** Of the sides between the first and the last of a chain of corners; adds them to `sides`. */
function formulaOfChain(chain: readonly Point[], sides: HalfPlane[]): Formula {
  const last = chain.length - 1;
  if (last === 1) {
    const [ux, uy] = unit(chain[0], chain[1]);
    sides.push([-uy, ux, -uy * chain[0][0] + ux * chain[0][1]]);
    return sides.length - 1;
  }
  // The first and last side run on without end: the hull has a corner in each direction that leads away from both.
  const [ax, ay] = unit(chain[1], chain[0]);
  const [bx, by] = unit(chain[last - 1], chain[last]);
  const away: Point = Math.hypot(ax + bx, ay + by) > 1e-6 ? [-ax - bx, -ay - by] : [-ay, ax];
  const at = furthest(chain, away, 1, last);
  const isInner = turnAt(chain[at - 1], chain[at], chain[at + 1]) < 0;
  return {
    take: isInner ? 'greatest' : 'least',
    of: [formulaOfChain(chain.slice(0, at + 1), sides), formulaOfChain(chain.slice(at), sides)],
  };
}

function formulaOfRing(ring: Ring, isCourt: boolean, sides: HalfPlane[]): Formula {
  const corners = cornersOf(ring);
  const start = furthest(corners, ASKEW, 0, corners.length);
  const turned = [...corners.slice(start), ...corners.slice(0, start), corners[start]];
  const opposite = furthest(turned, [-ASKEW[0], -ASKEW[1]], 1, corners.length);
  return {
    take: isCourt ? 'greatest' : 'least',
    of: [formulaOfChain(turned.slice(0, opposite + 1), sides), formulaOfChain(turned.slice(opposite), sides)],
  };
}

/** `footprint` counter-clockwise with clockwise holes, whole millimetres. */
export function layHips(footprint: readonly Ring[]): Hips {
  const sides: HalfPlane[] = [];
  const formula = footprint
    .map((ring, r) => formulaOfRing(ring, r > 0, sides))
    .reduce((outer, court): Formula => ({ take: 'least', of: [outer, court] }));

  const distance = (side: number, x: number, y: number) => sides[side][0] * x + sides[side][1] * y - sides[side][2];

  function insetBy(part: Formula, x: number, y: number): number {
    if (typeof part === 'number') return distance(part, x, y);
    const [a, b] = [insetBy(part.of[0], x, y), insetBy(part.of[1], x, y)];
    return part.take === 'least' ? Math.min(a, b) : Math.max(a, b);
  }

  /** Where the first side counts less than the second; whole where they never meet. */
  function cutBetween(ring: Ring, first: number, second: number): Ring {
    const [p, q] = [sides[first], sides[second]];
    const [a, b, c] = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
    const length = Math.hypot(a, b);
    // Walls in one line, or side by side: one of both counts everywhere.
    if (length < PARALLEL) return c < 0 || (c === 0 && first < second) ? ring : [];
    return clip(ring, [a / length, b / length, c / length]);
  }

  function cut(part: Formula, ring: Ring): Piece[] {
    if (typeof part === 'number') return [{ ring, side: part }];
    const pieces: Piece[] = [];
    for (const first of cut(part.of[0], ring)) {
      for (const second of cut(part.of[1], first.ring)) {
        const [less, more] = part.take === 'least' ? [first.side, second.side] : [second.side, first.side];
        for (const [side, piece] of [
          [first.side, cutBetween(second.ring, less, more)],
          [second.side, cutBetween(second.ring, more, less)],
        ] as const)
          if (piece.length > 0) pieces.push({ ring: piece, side });
      }
    }
    return pieces;
  }

  const parts = convexPieces(footprint).flatMap((ring) => cut(formula, ring).map((piece) => piece.ring));
  const inset = (x: number, y: number) => insetBy(formula, x, y);
  let deepest = 0;
  for (const part of parts)
    for (let i = 0; i < part.length; i += 2) deepest = Math.max(deepest, inset(part[i], part[i + 1]));
  return { parts, inset, deepest };
}
