/** Cutting footprints by straight lines, in whole millimetres so that neighbours share their corners. */
import { isConvex, type Ring, ringArea } from './plan-ring.ts';
import { triangulateRings } from './triangulate-rings.ts';

/** Signed metres to a line's left: a x + b y − c, with a, b of length 1. */
export type HalfPlane = readonly [a: number, b: number, c: number];

const toMillimetres = (value: number) => Math.round(value * 1000) / 1000;

/** The part of a convex ring where `side` is positive; Sutherland–Hodgman, new corners on whole millimetres. */
export function clip(ring: Ring, [a, b, c]: HalfPlane): number[] {
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

/** Convex rings that tile the footprint. */
export const convexPieces = (footprint: readonly Ring[]): readonly Ring[] =>
  footprint.length === 1 && isConvex(footprint[0]) ? [footprint[0]] : triangulateRings(footprint);
