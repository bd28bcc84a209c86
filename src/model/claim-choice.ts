/** What a visitor chose of the claims: which of them are looked at, where, and how they are drawn. Plain values, in links and scenarios. */
import type { ConflictKind, Hardness } from './claim.ts';

/** Of two themes, in either order: what a visitor tries instead of what the municipality chose. */
export interface OwnPair {
  readonly themes: readonly [string, string];
  readonly kind: ConflictKind;
}

/** m NAP: ends of the slider of heights. */
export const CLAIM_LOWEST = -10;
export const CLAIM_HIGHEST = 60;
export const claimYears = [2020, 2060] as const;

export interface ClaimChoice {
  /** Only what stands, at least in part, between these heights is looked at, m NAP. */
  readonly lowNap: number;
  readonly highNap: number;
  /** Only what holds somewhere in this year; undefined: whenever. */
  readonly year: number | undefined;
  readonly hiddenThemes: readonly string[];
  readonly hiddenHardnesses: readonly Hardness[];
  /** Which conflicts stand out. */
  readonly conflicts: readonly ConflictKind[];
  readonly hasPattern: boolean;
  /** Where one asked, RD New metres: a point, or a ring of flat x, y pairs. */
  readonly place: { readonly x: number; readonly y: number } | { readonly ring: readonly number[] } | undefined;
  /** Id of a claim, or ids of both of a conflict, that is looked at. */
  readonly selected: readonly [string] | readonly [string, string] | undefined;
  readonly ownPairs: readonly OwnPair[];
}

export const initialClaimChoice: ClaimChoice = {
  lowNap: CLAIM_LOWEST,
  highNap: CLAIM_HIGHEST,
  year: undefined,
  hiddenThemes: [],
  hiddenHardnesses: [],
  conflicts: ['excludes', 'unknown'],
  hasPattern: true,
  place: undefined,
  selected: undefined,
  ownPairs: [],
};
