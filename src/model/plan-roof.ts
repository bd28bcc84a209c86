/**
 * A roof as a surface over its footprint: parts that are each flat, and the height at any point. Gabled: two slopes that meet
 * over the middle of the footprint's width. Hipped: one slope from every side, the same steepness, where the footprint is
 * convex. Shed: one slope. All in whole millimetres, so that neighbours share their corners.
 */
import { InputError } from './input-error.ts';
import { extentAlong, isConvex, longDirection, type Ring, ringArea, withoutRepeats } from './plan-ring.ts';
import type { PlanVolume } from './plan-volume.ts';
import { triangulateRings } from './triangulate-rings.ts';

export interface Roof {
  /** Counter-clockwise rings (outer first, then holes) that tile the footprint. */
  readonly parts: readonly (readonly Ring[])[];
  /** Metres in the frame of `low` and `high`. */
  heightAt(x: number, y: number): number;
}

interface Slopes {
  /** Metres of the eaves and of the highest point. */
  readonly low: number;
  readonly high: number;
}

/** Signed metres to a line's left: a x + b y − c, with a, b of length 1. */
type HalfPlane = readonly [a: number, b: number, c: number];

const toMillimetres = (value: number) => Math.round(value * 1000) / 1000;

/** The part of a convex ring where `side` is positive; Sutherland–Hodgman, new corners on whole millimetres. */
function clip(ring: Ring, [a, b, c]: HalfPlane): number[] {
  const result: number[] = [];
  // Corners within half a millimetre lie on the line: no slivers.
  const off = (i: number) => {
    const d = ring[i] * a + ring[i + 1] * b - c;
    return Math.abs(d) < 5e-4 ? 0 : d;
  };
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const [from, until] = [off(i), off(j)];
    if (from >= 0) result.push(ring[i], ring[i + 1]);
    if (from * until >= 0) continue;
    // Both triangles at an edge walk it in opposite directions and must find the same corner.
    const [p, q, dp, dq] = from > 0 ? [i, j, from, until] : [j, i, until, from];
    const t = dp / (dp - dq);
    result.push(
      toMillimetres(ring[p] + (ring[q] - ring[p]) * t),
      toMillimetres(ring[p + 1] + (ring[q + 1] - ring[p + 1]) * t),
    );
  }
  return result.length >= 6 && ringArea(result) > 1e-6 ? result : [];
}

const clipAll = (ring: Ring, sides: readonly HalfPlane[]): Ring =>
  sides.reduce((rest, side) => (rest.length === 0 ? rest : clip(rest, side)), ring);

/** Convex rings that tile the footprint. */
const convexPieces = (footprint: readonly Ring[]): readonly Ring[] =>
  footprint.length === 1 && isConvex(footprint[0]) ? [footprint[0]] : triangulateRings(footprint);

function directionOf(degrees: number | undefined): [number, number] | undefined {
  if (degrees === undefined) return undefined;
  const angle = (degrees * Math.PI) / 180;
  return [Math.sin(angle), Math.cos(angle)];
}

function gabled(footprint: readonly Ring[], { low, high }: Slopes, ridgeDegrees: number | undefined): Roof {
  const [ux, uy] = directionOf(ridgeDegrees) ?? longDirection(footprint[0]);
  const across = extentAlong(footprint[0], -uy, ux);
  const middle = (across[0] + across[1]) / 2;
  const halfWidth = (across[1] - across[0]) / 2;
  const sides: HalfPlane[] = [
    [-uy, ux, middle],
    [uy, -ux, -middle],
  ];
  return {
    parts: joinCorners(
      footprint,
      sides.flatMap((side) => convexPieces(footprint).map((piece) => clip(piece, side))),
    ),
    heightAt: (x, y) => high - ((high - low) * Math.abs(ux * y - uy * x - middle)) / halfWidth,
  };
}

function shed(footprint: readonly Ring[], { low, high }: Slopes, fallDegrees: number | undefined): Roof {
  // Across the footprint, to the south where nothing is asked: that is where panels want to lie.
  const [lx, ly] = longDirection(footprint[0]);
  const [ux, uy] = directionOf(fallDegrees) ?? (lx > 0 || (lx === 0 && ly > 0) ? [ly, -lx] : [-ly, lx]);
  const [from, until] = extentAlong(footprint[0], ux, uy);
  return {
    parts: [footprint],
    heightAt: (x, y) => high - ((high - low) * (ux * x + uy * y - from)) / (until - from),
  };
}

/** Each side's slope covers what lies nearer to that side than to any other. */
function hipped(footprint: readonly Ring[], { low, high }: Slopes): Roof {
  const [ring] = footprint;
  const sides: HalfPlane[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const length = Math.hypot(ring[j] - ring[i], ring[j + 1] - ring[i + 1]);
    const [a, b] = [-(ring[j + 1] - ring[i + 1]) / length, (ring[j] - ring[i]) / length];
    const side: HalfPlane = [a, b, a * ring[i] + b * ring[i + 1]];
    // Corners on a straight wall make no slope of their own.
    if (!sides.some((other) => Math.hypot(other[0] - a, other[1] - b) < 1e-4)) sides.push(side);
  }
  const inset = (x: number, y: number) => Math.min(...sides.map(([a, b, c]) => a * x + b * y - c));
  const parts = sides.map((side) =>
    clipAll(
      ring,
      sides
        .filter((other) => other !== side)
        .map((other): HalfPlane => {
          const [a, b] = [other[0] - side[0], other[1] - side[1]];
          const length = Math.hypot(a, b);
          return [a / length, b / length, (other[2] - side[2]) / length];
        }),
    ),
  );
  let deepest = 0;
  for (const part of parts)
    for (let i = 0; i < part.length; i += 2) deepest = Math.max(deepest, inset(part[i], part[i + 1]));
  return {
    parts: joinCorners(footprint, parts),
    heightAt: (x, y) => Math.min(high, low + ((high - low) * Math.max(0, inset(x, y))) / deepest),
  };
}

/** Corners that parts reached along different ways become one: the first within 3 mm, those of the footprint first. */
function joinCorners(footprint: readonly Ring[], rings: readonly Ring[]): (readonly Ring[])[] {
  const known: [number, number][] = [];
  const join = (ring: Ring): number[] => {
    const result: number[] = [];
    for (let i = 0; i < ring.length; i += 2) {
      let corner = known.find(([x, y]) => Math.hypot(x - ring[i], y - ring[i + 1]) < 0.003);
      if (!corner) {
        corner = [ring[i], ring[i + 1]];
        known.push(corner);
      }
      result.push(...corner);
    }
    return withoutRepeats(result);
  };
  for (const ring of footprint) join(ring);
  return rings
    .map(join)
    .filter((ring) => ring.length >= 6)
    .map((ring) => [ring]);
}

/** `footprint` counter-clockwise with clockwise holes, whole millimetres. Throws {@link InputError} for what it cannot roof. */
export function createRoof(footprint: readonly Ring[], roof: PlanVolume['roof'], slopes: Slopes, where: string): Roof {
  if (roof.shape === 'flat') return { parts: [footprint], heightAt: () => slopes.high };
  if (roof.shape === 'shed') return shed(footprint, slopes, roof.ridgeDegrees);
  if (footprint.length > 1)
    throw new InputError(`${where}: a ${roof.shape} roof cannot stand on a footprint with holes; choose flat or shed.`);
  if (roof.shape === 'gabled') return gabled(footprint, slopes, roof.ridgeDegrees);
  if (!isConvex(footprint[0]))
    throw new InputError(
      `${where}: a hipped roof needs a footprint without inner corners; draw it in parts, or choose gabled or flat.`,
    );
  return hipped(footprint, slopes);
}
