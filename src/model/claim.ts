/**
 * Spatial claims: who wants which space, in plan, in height and in time. There is no standard for such a record; this one joins
 * what IMRO2012, IMOW and NEN 3610 say of a rule or an object. Parsing: `parse-claims.ts`. Engine: `engines/claims.ts`.
 */
import type { HeightReference } from './plan-volume.ts';

/** Standard error of lines of which the source says none: drawn on a map of 1 : 1,000. */
export const ASSUMED_ACCURACY_M = 0.5;

/** How firm a claim is: law or permit, intention of a council, wish. In the order in which lists show them. */
export const hardnesses = ['hard', 'soft', 'ambition'] as const;
export type Hardness = (typeof hardnesses)[number];

/** Themes that this version has a name, colour and pattern for; others are kept and shown as they are called. */
export const claimThemes = [
  'housing',
  'business',
  'green',
  'water',
  'energy',
  'mobility',
  'underground',
  'safety',
  'noise',
  'heritage',
  'amenity',
] as const;
export type ClaimTheme = (typeof claimThemes)[number];

/** On what a claim rests, so that a reader can look it up. */
export interface ClaimBasis {
  /** Such as `omgevingsplan`, `vergunning`, `leggerzone`, `ambitiekaart`. */
  readonly instrument: string;
  /** IMRO, IMOW or file number. */
  readonly id?: string;
  readonly article?: string;
  readonly url?: string;
}

/** A figure that the claim sets for what is built in it; types are those of `claim-rules.ts`. */
export interface ClaimNorm {
  readonly type: string;
  readonly value: number;
  readonly unit: string;
  readonly article?: string;
}

export interface Claim {
  /** NEN 3610: namespace.local id[.version]; one per file. */
  readonly id: string;
  readonly name: string;
  /** One of {@link claimThemes}, or a word of the source's own. */
  readonly theme: string;
  readonly hardness: Hardness;
  /** Polygons: rings of flat x, y pairs in RD New metres, outer first, not closed. Empty where the claim is a line. */
  readonly parts: readonly (readonly (readonly number[])[])[];
  /** Cables and pipes: flat x, y pairs in RD New metres of their middles. Empty where the claim is an area. */
  readonly lines: readonly (readonly number[])[];
  /** Of a line, metres. */
  readonly diameterM?: number;
  /** Metres above `reference`; absent: not known, which is not the same as without end. */
  readonly lower?: number;
  readonly upper?: number;
  readonly reference: HeightReference;
  /** m NAP of the peil that `reference` counts from, where it is that; absent: not known. */
  readonly peilNap?: number;
  /** Metres around the geometry that are claimed too, 0 where the source says nothing. */
  readonly bufferM: number;
  readonly basis?: ClaimBasis;
  /** An organisation or a role, never a person. */
  readonly holder?: string;
  /** As the source calls it: `ontwerp`, `vastgesteld`, `onherroepelijk` … */
  readonly status?: string;
  /** ISO 8601 days, from and including, until and not including; absent: always so far, and without an end. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** 1 goes first; absent: no order was agreed. */
  readonly priority?: number;
  /** Themes with which this claim goes together whatever the matrix says. */
  readonly combinableWith: readonly string[];
  /** Standard error of the drawn line, metres; absent: not known. */
  readonly accuracyM?: number;
  /** Metres that corners are off because the file is rounded; absent: less than 1 mm. Sides so near to each other are one line. */
  readonly roundingM?: number;
  readonly source?: { readonly dataset: string; readonly date?: string };
  readonly norms: readonly ClaimNorm[];
}

/** Metres NAP between which a claim stands, once the ground and peil under it are known. */
export interface ClaimHeights {
  /** Absent: not known. */
  readonly lowerNap?: number;
  readonly upperNap?: number;
  /** Standard error of both, metres: the spread of the ground below it counts too. */
  readonly errorM: number;
}

export const conflictKinds = ['excludes', 'unknown', 'combinable'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Two claims on the same space at the same time. `a` and `b` are ids, `a` before `b` by the codes of their characters. */
export interface ClaimConflict {
  readonly a: string;
  readonly b: string;
  readonly areaM2: number;
  /** Absent where a height of either is not known. */
  readonly volumeM3?: number;
  /** m NAP, lower and upper; absent where not known. */
  readonly heightRange?: readonly [number, number];
  /** ISO 8601 days that both hold, from and until; absent parts are without end. */
  readonly period: { readonly from?: string; readonly until?: string };
  readonly kind: ConflictKind;
  /** Why it is of that kind: a key of the texts with what it needs, for page and command line alike. */
  readonly reason: ConflictReason;
  /** Of the overlap, as {@link Claim.parts}. */
  readonly parts: readonly (readonly (readonly number[])[])[];
}

/** `margin`: a move of less than the lines or heights may be off would part the two; `marginM` is the least move that does. */
export type ConflictReason =
  | { readonly id: 'matrix' | 'claim' | 'no-row' | 'no-height' }
  | { readonly id: 'margin'; readonly marginM: number; readonly accuracyM: number };

export const checkResults = ['fails', 'unknown', 'meets', 'not-checked'] as const;
export type CheckResult = (typeof checkResults)[number];

/** Of what a check measures; symbols stand as they are, words are told by `check-figure.ts`. */
export type CheckUnit = 'm' | 'm²' | 'm³' | '%' | 'trees' | 'places' | 'dwellings';

/** One rule held against one claim or part of a plan. */
export interface ClaimCheck {
  /** Id of the claim or of the plan's volume; of the plan where the rule is about all of it. */
  readonly claim: string;
  /** Id of the claim that decides: the pipe that is too near, the plane whose norm is the limit. */
  readonly against?: string;
  /** RD New, to fly to. */
  readonly at?: readonly [number, number];
  /** Id of the rule in `rules.json`. */
  readonly rule: string;
  readonly measured?: number;
  readonly limit?: number;
  /** Positive: room that is left, in {@link marginUnit}. */
  readonly margin?: number;
  readonly unit: CheckUnit;
  /** Where it is another than `unit`: room to a zone is metres, so that it can be held against lines; what lies in it is m². */
  readonly marginUnit?: CheckUnit;
  readonly result: CheckResult;
  readonly article?: string;
  /** One plain sentence in each language of the rule. */
  readonly reason: { readonly nl: string; readonly en: string };
}

export interface ClaimBalance {
  readonly theme: string;
  /** Sum over claims, m². */
  readonly claimedM2: number;
  /** Ground that is claimed at all, every m² once. */
  readonly netM2: number;
  /** Ground that claims of this theme and of others, or of itself, claim more than once. */
  readonly doubleClaimedM2: number;
}
