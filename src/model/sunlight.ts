/**
 * Possible sun at points: what is asked of the sunlight engine and what it answers. "Possible": as if the sky were clear all day.
 * RD New metres, heights metres NAP; minutes count from midnight on the clock on the wall in Amsterdam (summer time in summer), with
 * decimals; directions in degrees clockwise from true north.
 */
import type { PlanModel } from './plan-model.ts';

/** Whether trees count as shade: never (they dim), while they bear leaves or needles, or all year. */
export const sunTrees = ['no', 'summer', 'yes'] as const;
export type SunTrees = (typeof sunTrees)[number];

/** How much sun a rule asks, and when. */
export interface SunRule {
  readonly id: string;
  /** Months and days (`02-19`) between which, both included, every day must have it. */
  readonly from: string;
  readonly until: string;
  readonly hours: number;
  /** Sun that stands lower does not count. */
  readonly minElevationDegrees: number;
}

/**
 * The rules in use; none is law. Both of TNO and The Hague's own as consultants publish them (3dl.nl, "TNO norm bezonning", and
 * schaduwsimulator.nl, "Normen"): measured in the middle of a window sill, on façades that the sun can reach at all. TNO's name no
 * lowest sun; The Hague's leaves out sun under 10° and counts the façade, wherever its windows are.
 */
export const sunRules = [
  { id: 'tno-light', from: '02-19', until: '10-21', hours: 2, minElevationDegrees: 0 },
  { id: 'tno-strict', from: '01-21', until: '11-22', hours: 3, minElevationDegrees: 0 },
  { id: 'haagse-norm', from: '02-19', until: '10-21', hours: 2, minElevationDegrees: 10 },
] as const satisfies readonly SunRule[];

/** Without what else is known of it. */
export const plainRule = ({ id, from, until, hours, minElevationDegrees }: SunRule): SunRule => ({
  id,
  from,
  until,
  hours,
  minElevationDegrees,
});

/** Whether they ask the same, whatever else is known of them. */
export const isSameRule = (a: SunRule, b: SunRule): boolean =>
  (['id', 'from', 'until', 'hours', 'minElevationDegrees'] as const).every((key) => a[key] === b[key]);

/** As `cli sunlight --rules` takes it: the name of a customary rule, others in full. */
export const writeRule = (rule: SunRule): string =>
  sunRules.some((known) => isSameRule(known, rule))
    ? rule.id
    : [rule.id, `${rule.from}/${rule.until}`, rule.hours, rule.minElevationDegrees].join(':');

export type CustomaryRuleId = (typeof sunRules)[number]['id'];

export interface SunPoint {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  /** Outward, on a façade: sun from behind the wall does not count. Absent in the open. */
  readonly facingDegrees?: number;
}

export interface SunInterval {
  readonly from: number;
  readonly until: number;
}

/** What keeps the sun away: the wall that the point is on, or an object. `id` is empty for terrain and the own wall; trees where they count. */
export interface SunBlocker {
  readonly kind: 'building' | 'plan' | 'terrain' | 'wall' | 'tree';
  readonly id: string;
}

export interface SunShadow extends SunInterval {
  readonly by: SunBlocker;
}

/** Of one point on one day, the sun above the lowest elevation that counts. */
export interface SunDay {
  /** ISO 8601. */
  readonly date: string;
  /** Of sun in all. */
  readonly minutes: number;
  /** Least and most that `minutes` may be, as far as the geometry is off. */
  readonly low: number;
  readonly high: number;
  /** When it shines, in order; the first begins at the first minute of sun and the last ends at the last. */
  readonly intervals: readonly SunInterval[];
  /** The rest of the time that the sun counts, and what stands before it: the nearest thing on the ray. */
  readonly shadows: readonly SunShadow[];
  /** Minutes of sun that pass through trees that take none away, and what arrives of it on average, 0 to 1. */
  readonly trees: { readonly minutes: number; readonly share: number };
}

/** `not-applicable`: without anything around it the wall would not get the hours either, as one that faces north. */
export type SunVerdict = 'meets' | 'fails' | 'unknown' | 'not-applicable';

export interface SunJudgement {
  readonly rule: SunRule;
  readonly verdict: SunVerdict;
  /** The day with the least sun of the rule's period. */
  readonly worst: SunDay;
}

/** Of one point: today or with a variant. */
export interface SunAnswer {
  /** Of the date that was asked. */
  readonly day: SunDay;
  readonly judgements: readonly SunJudgement[];
}

/** Why a point has no answer: it lies inside a building, of today or of the plan; its building makes way for the plan. */
export type SunPointFailure = 'inside' | 'gone';

export interface SunPointResult {
  readonly point: SunPoint;
  /** Of today, whose wall lies right behind it. */
  readonly building: string | undefined;
  readonly today: SunAnswer | SunPointFailure;
  /** In the order of the request; undefined where the variant's models could not be read. */
  readonly variants: readonly (SunAnswer | SunPointFailure | undefined)[];
}

/** What stands around a place: read once, then asked many times. */
export interface SunSite {
  /** Middle, RD New. */
  readonly place: { readonly x: number; readonly y: number };
  /** Metres around it within which questions may be asked. */
  readonly radius: number;
  /** Addresses of tilesets of buildings, whole. */
  readonly tilesets: readonly { readonly url: string; readonly isNap: boolean }[];
  /** Address of heights in RD and NAP, whole; undefined: no ground shades. */
  readonly heights: string | undefined;
  /** The tileset of trees, its address whole; undefined: no tree is looked at. */
  readonly trees: { readonly url: string; readonly isNap: boolean } | undefined;
  /** Whether they keep the sun away. */
  readonly treeShade: SunTrees;
  /** `base`: what the addresses of its placed models are relative to. */
  readonly variants: readonly { readonly id: string; readonly model: PlanModel; readonly base: string }[];
}
