/**
 * A roof as a surface over its footprint: parts that are each flat, and the height at any point. Gabled: two slopes that meet
 * over the middle of the footprint's width. Hipped: one slope from every side, also those of a court, all of one steepness. Shed:
 * one slope. All in whole millimetres, so that neighbours share their corners.
 */
import { InputError } from './input-error.ts';
import { clip, convexPieces, type HalfPlane } from './plan-clip.ts';
import { layHips } from './plan-hip.ts';
import { extentAlong, longDirection, type Ring, withoutRepeats } from './plan-ring.ts';
import type { PlanVolume } from './plan-volume.ts';

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

/** One slope from every side, up to where slopes meet. */
function hipped(footprint: readonly Ring[], { low, high }: Slopes): Roof {
  const { parts, inset, deepest } = layHips(footprint);
  return {
    parts: joinCorners(footprint, parts),
    heightAt: (x, y) => Math.min(high, low + ((high - low) * Math.max(0, inset(x, y))) / deepest),
  };
}

/** Corners that parts reached along different ways become one: the first within half a centimetre, those of the footprint first. */
function joinCorners(footprint: readonly Ring[], rings: readonly Ring[]): (readonly Ring[])[] {
  const known: [number, number][] = [];
  const join = (ring: Ring): number[] => {
    const result: number[] = [];
    for (let i = 0; i < ring.length; i += 2) {
      let corner = known.find(([x, y]) => Math.hypot(x - ring[i], y - ring[i + 1]) < 0.005);
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
  if (roof.shape === 'hipped') return hipped(footprint, slopes);
  if (footprint.length > 1)
    throw new InputError(
      `${where}: a gabled roof cannot stand on a footprint with holes; choose flat, shed or hipped, or draw it in parts.`,
    );
  return gabled(footprint, slopes, roof.ridgeDegrees);
}
