/** How the picture draws each claim: eight bytes that the shader reads, so that sliders cost one small upload and no geometry. */
import { type Claim, type ClaimConflict, hardnesses } from './claim.ts';
import type { ClaimChoice } from './claim-choice.ts';
import { isClaimShown, isConflictShown } from './claim-select.ts';
import { type ClaimShape, conflictId } from './claim-shape.ts';
import { claimPatterns, claimStyle } from './claim-themes.ts';
import type { ClaimTown } from './claim-town.ts';

/** The first byte. `dim`: there for the eye to find its way by. */
export const claimStates = { hidden: 0, shown: 1, dim: 2, selected: 3, hovered: 4 } as const;
type ClaimState = (typeof claimStates)[keyof typeof claimStates];

/** Bytes a claim: state, pattern, hardness, flags; red, green, blue, 255. */
export const PAINT_BYTES = 8;
/** Flag: heights are not known. */
export const FLAT = 1;
/** Flag: an overlap of two claims. */
export const CONFLICT = 2;
/** Flag: so large that it lies under much else, and would hide it if it were as strong. */
export const WIDE = 4;
/** m² of its box: more than a square or a block of houses. */
const WIDE_AREA = 60_000;
/** Two claims exclude each other; or nobody can say; or they go together. */
const conflictColors = { excludes: '#d0021b', unknown: '#6a6a6a', combinable: '#2a7f62' } as const;

export interface ClaimPointed {
  /** Of what the pointer is on. */
  readonly hovered: string | undefined;
  /** Ids of what lies where one asked; undefined: nobody asked. */
  readonly here: ReadonlySet<string> | undefined;
}

/** A claim that only touches what is looked at would be drawn as a sheet without height. */
const isWithin = ({ isFlat, lower, upper }: ClaimShape, { lowNap, highNap }: ClaimChoice): boolean =>
  isFlat || lower === upper || (lower < highNap && upper > lowNap);

const isWide = ({ box: [west, south, east, north], lines }: ClaimShape) =>
  lines.length === 0 && (east - west) * (north - south) > WIDE_AREA;

function write(paint: Uint8Array, row: number, bytes: readonly [number, number, number, number], color: string): void {
  paint.set(bytes, row * PAINT_BYTES);
  for (let k = 0; k < 3; k++) paint[row * PAINT_BYTES + 4 + k] = Number.parseInt(color.slice(1 + 2 * k, 3 + 2 * k), 16);
  paint[row * PAINT_BYTES + 7] = 255;
}

export function paintClaims(
  { claims, heights }: Pick<ClaimTown, 'claims' | 'heights'>,
  shapes: readonly ClaimShape[],
  choice: ClaimChoice,
  { hovered, here }: ClaimPointed,
): Uint8Array {
  const paint = new Uint8Array(claims.length * PAINT_BYTES);
  const selected = new Set<string>(choice.selected);
  for (const [row, claim] of claims.entries()) {
    const shape = shapes[row] as ClaimShape;
    const isSelected = selected.has(claim.id);
    const isShown = isSelected || (isClaimShown(claim, heights[row], choice) && isWithin(shape, choice));
    let state: ClaimState = claimStates.shown;
    if (!isShown) state = claimStates.hidden;
    else if (isSelected) state = claimStates.selected;
    else if (claim.id === hovered) state = claimStates.hovered;
    else if (selected.size > 0 || (here && !here.has(claim.id))) state = claimStates.dim;
    const { color, pattern } = claimStyle(claim.theme);
    const hardness = hardnesses.indexOf(claim.hardness);
    write(
      paint,
      row,
      [state, claimPatterns.indexOf(pattern), hardness, (shape.isFlat ? FLAT : 0) | (isWide(shape) ? WIDE : 0)],
      color,
    );
  }
  return paint;
}

export function paintConflicts(
  conflicts: readonly ClaimConflict[],
  shapes: readonly ClaimShape[],
  choice: ClaimChoice,
  hovered: string | undefined,
  claimOf: (id: string) => Claim | undefined,
): Uint8Array {
  const paint = new Uint8Array(conflicts.length * PAINT_BYTES);
  const chosen = choice.selected;
  for (const [row, conflict] of conflicts.entries()) {
    const shape = shapes[row] as ClaimShape;
    const [a, b] = [claimOf(conflict.a), claimOf(conflict.b)];
    const isSelected = chosen?.length === 2 && chosen.includes(conflict.a) && chosen.includes(conflict.b);
    const isShown =
      isSelected ||
      (choice.conflicts.includes(conflict.kind) &&
        a !== undefined &&
        b !== undefined &&
        isConflictShown(conflict, a, b, choice) &&
        isWithin(shape, choice));
    let state: ClaimState = claimStates.shown;
    if (!isShown) state = claimStates.hidden;
    else if (isSelected) state = claimStates.selected;
    else if (hovered === conflictId(conflict)) state = claimStates.hovered;
    else if (chosen) state = claimStates.dim;
    const pattern = claimPatterns.indexOf(conflict.kind === 'excludes' ? 'crossed' : 'rising');
    const hardness = conflict.kind === 'unknown' ? 1 : 0;
    write(paint, row, [state, pattern, hardness, CONFLICT | (shape.isFlat ? FLAT : 0)], conflictColors[conflict.kind]);
  }
  return paint;
}
