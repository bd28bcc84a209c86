/** How the picture draws each claim: eight bytes that the shader reads, so that sliders cost one small upload and no geometry. */
import type { ClaimConflict } from './claim.ts';
import { hardnesses } from './claim.ts';
import type { ClaimChoice } from './claim-choice.ts';
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
/** Two claims exclude each other; or nobody can say; or they go together. */
const conflictColors = { excludes: '#d0021b', unknown: '#6a6a6a', combinable: '#2a7f62' } as const;

export interface ClaimPointed {
  /** Of what the pointer is on. */
  readonly hovered: string | undefined;
  /** Ids of what lies where one asked; undefined: nobody asked. */
  readonly here: ReadonlySet<string> | undefined;
}

/** From and including, until and not including: days of ISO 8601, which sort as text. */
const holdsIn = (year: number, from: string | undefined, until: string | undefined): boolean =>
  (from === undefined || from < `${year + 1}-01-01`) && (until === undefined || until > `${year}-01-01`);

/** What has no height of its own is between any two. */
const reaches = ({ isFlat, lower, upper }: ClaimShape, { lowNap, highNap }: ClaimChoice): boolean =>
  isFlat || (lower < highNap && upper > lowNap) || lower === upper;

function write(paint: Uint8Array, row: number, bytes: readonly [number, number, number, number], color: string): void {
  paint.set(bytes, row * PAINT_BYTES);
  for (let k = 0; k < 3; k++) paint[row * PAINT_BYTES + 4 + k] = Number.parseInt(color.slice(1 + 2 * k, 3 + 2 * k), 16);
  paint[row * PAINT_BYTES + 7] = 255;
}

export function paintClaims(
  { claims }: Pick<ClaimTown, 'claims'>,
  shapes: readonly ClaimShape[],
  choice: ClaimChoice,
  { hovered, here }: ClaimPointed,
): Uint8Array {
  const paint = new Uint8Array(claims.length * PAINT_BYTES);
  const themes = new Set(choice.hiddenThemes);
  const selected = new Set<string>(choice.selected);
  for (const [row, claim] of claims.entries()) {
    const shape = shapes[row] as ClaimShape;
    const isSelected = selected.has(claim.id);
    const isShown =
      isSelected ||
      (!themes.has(claim.theme) &&
        !choice.hiddenHardnesses.includes(claim.hardness) &&
        holdsIn(choice.year, claim.validFrom, claim.validUntil) &&
        reaches(shape, choice));
    let state: ClaimState = claimStates.shown;
    if (!isShown) state = claimStates.hidden;
    else if (isSelected) state = claimStates.selected;
    else if (claim.id === hovered) state = claimStates.hovered;
    else if (selected.size > 0 || (here && !here.has(claim.id))) state = claimStates.dim;
    const { color, pattern } = claimStyle(claim.theme);
    const hardness = hardnesses.indexOf(claim.hardness);
    write(paint, row, [state, claimPatterns.indexOf(pattern), hardness, shape.isFlat ? FLAT : 0], color);
  }
  return paint;
}

/** Shown where both of its claims are in `claimPaint`; `rowOf` tells the row of a claim's id. */
export function paintConflicts(
  conflicts: readonly ClaimConflict[],
  shapes: readonly ClaimShape[],
  choice: ClaimChoice,
  hovered: string | undefined,
  isClaimShown: (id: string) => boolean,
): Uint8Array {
  const paint = new Uint8Array(conflicts.length * PAINT_BYTES);
  const chosen = choice.selected;
  for (const [row, conflict] of conflicts.entries()) {
    const shape = shapes[row] as ClaimShape;
    const isSelected = chosen?.length === 2 && chosen.includes(conflict.a) && chosen.includes(conflict.b);
    const isShown =
      isSelected ||
      (choice.conflicts.includes(conflict.kind) &&
        isClaimShown(conflict.a) &&
        isClaimShown(conflict.b) &&
        holdsIn(choice.year, conflict.period.from, conflict.period.until) &&
        reaches(shape, choice));
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
