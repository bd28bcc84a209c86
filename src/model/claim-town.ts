/** Claims of a municipality as they stream (`claims/claims.json`): made by `cli build`, read by the page; one engine answers on both. */
import type { Claim, ClaimHeights, ConflictKind } from './claim.ts';
import type { Localised, Provenance } from './municipality.ts';

/** A theme as the municipality shows it; colours and patterns of the ones that are known are in `claim-themes.ts`. */
export interface ThemeName {
  readonly id: string;
  readonly title: Localised;
}

/** Of two themes, in either order: a municipality's choice, not a fact. What is not in it is unknown. */
export interface ThemePair {
  readonly themes: readonly [string, string];
  readonly kind: Exclude<ConflictKind, 'unknown'>;
  /** Why, for who reads the matrix. */
  readonly why?: Localised | undefined;
}

export interface ClaimTown {
  readonly claims: readonly Claim[];
  /** As {@link claims}, from the ground below each. */
  readonly heights: readonly ClaimHeights[];
  /** m NAP of the ground at the middle of each claim, as {@link claims}; NaN in no file: null there, undefined here. */
  readonly groundNap: readonly (number | undefined)[];
  readonly themes: readonly ThemeName[];
  readonly matrix: readonly ThemePair[];
  readonly source: Provenance;
  /** Features that were refused or changed when the files were read: what, and why, in one technical line. */
  readonly notes: readonly string[];
}
