/** What of a claim or of a conflict is drawn: prisms and tubes at their height, or an outline on the ground where that is not known. */
import type { Claim, ClaimConflict, ClaimHeights } from './claim.ts';
import { boxOf } from './claim-place.ts';
import type { ClaimTown } from './claim-town.ts';

export interface ClaimShape {
  readonly id: string;
  /** As {@link Claim.parts} and {@link Claim.lines}. */
  readonly parts: Claim['parts'];
  readonly lines: Claim['lines'];
  /** m NAP; both the ground's where `isFlat`. */
  readonly lower: number;
  readonly upper: number;
  /** Heights are not known: no volume is guessed. */
  readonly isFlat: boolean;
  /** Of lines, metres. */
  readonly radius: number;
  /** West, south, east, north, RD New. */
  readonly box: readonly [number, number, number, number];
  /** m NAP of the ground at its middle. */
  readonly ground: number;
}

/** Metres across, of a line whose diameter is not known: thinner than any that is drawn thicker than the least on the screen. */
const UNKNOWN_DIAMETER = 0.1;

function shapeOf(
  { id, parts, lines }: Pick<ClaimShape, 'id' | 'parts' | 'lines'>,
  [lower, upper]: readonly [number | undefined, number | undefined],
  ground: number,
  diameter: number | undefined,
): ClaimShape {
  const isFlat = lower === undefined || upper === undefined;
  return {
    id,
    parts,
    lines,
    lower: lower === undefined || isFlat ? ground : Math.min(lower, upper),
    upper: upper === undefined || isFlat ? ground : Math.max(lower, upper),
    isFlat,
    radius: (diameter ?? (isFlat ? UNKNOWN_DIAMETER : Math.max(Math.abs(upper - lower), UNKNOWN_DIAMETER))) / 2,
    box: boxOf([...parts.flat(), ...lines]),
    ground,
  };
}

/** In the order of the town's claims. */
export function listClaimShapes({ claims, heights, groundNap }: ClaimTown): ClaimShape[] {
  const known = groundNap.filter((nap) => typeof nap === 'number');
  const usual = known.length > 0 ? known.reduce((sum, nap) => sum + nap, 0) / known.length : 0;
  return claims.map((claim, i) => {
    const { lowerNap, upperNap } = heights[i] as ClaimHeights;
    return shapeOf(claim, [lowerNap, upperNap], groundNap[i] ?? usual, claim.diameterM);
  });
}

/** A conflict's name among shapes: those of its two claims. */
export const conflictId = ({ a, b }: Pick<ClaimConflict, 'a' | 'b'>): string => `${a}\n${b}`;

/** In the order of the conflicts; on the ground of the first of its two claims. */
export function listConflictShapes(conflicts: readonly ClaimConflict[], claims: readonly ClaimShape[]): ClaimShape[] {
  const byId = new Map(claims.map((shape) => [shape.id, shape]));
  return conflicts.map((conflict) =>
    shapeOf(
      { id: conflictId(conflict), parts: conflict.parts, lines: [] },
      conflict.heightRange ?? [undefined, undefined],
      byId.get(conflict.a)?.ground ?? 0,
      undefined,
    ),
  );
}
