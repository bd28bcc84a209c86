/**
 * Possible sun on windows, gardens and squares: what is asked of the thread that computes it and what comes back. Possible: as if no
 * cloud were there. RD New metres, heights metres NAP, minutes after midnight of the clock on the wall in Amsterdam.
 */
import type { PlanModel } from './plan-model.ts';

/** Where sun is asked for. `facingDegrees`: outward, clockwise from the north of RD; absent on the ground, which has all sky. */
export interface SunPoint {
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  readonly facingDegrees?: number | undefined;
}

/** What can stand before the sun. `own`: the wall itself, the sun is behind it. */
export const sunBlockerKinds = ['building', 'plan', 'tree', 'terrain', 'own'] as const;

export interface SunBlocker {
  readonly kind: (typeof sunBlockerKinds)[number];
  /** Of the building, the solid of a plan or the tree; empty for terrain and the wall itself. */
  readonly id: string;
}

export interface SunSpan {
  readonly from: number;
  readonly until: number;
}

export interface ShadeSpan extends SunSpan {
  readonly by: SunBlocker;
}

/** One day at one point: `sunny` and `shaded` together are all the time that the sun is above the least elevation. */
export interface SunDay {
  /** ISO 8601. */
  readonly date: string;
  /** Of possible sun, and between what and what that may be when the geometry is off by its error. */
  readonly minutes: number;
  readonly low: number;
  readonly high: number;
  /** Undefined: no sun that day. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly sunny: readonly SunSpan[];
  readonly shaded: readonly ShadeSpan[];
}

export const sunRuleIds = ['tno-light', 'tno-strict', 'hague'] as const;
export type SunRuleId = (typeof sunRuleIds)[number];

/** So many hours every day from one day of the year to another, `month-day`. */
export interface SunRule {
  readonly id: SunRuleId;
  readonly minutes: number;
  readonly from: string;
  readonly until: string;
  /** Degrees; lower sun does not count. */
  readonly leastElevation: number;
}

export const sunVerdicts = ['meets', 'fails', 'unknown'] as const;
export type SunVerdict = (typeof sunVerdicts)[number];

/** `unknown`: the error of the geometry decides. */
export interface RuleAnswer {
  readonly rule: SunRuleId;
  readonly verdict: SunVerdict;
  /** The day of the period with the least sun. */
  readonly worst: Pick<SunDay, 'date' | 'minutes' | 'low' | 'high'>;
}

/** Today, or with the plan. */
export interface SunAnswer {
  /** In the order of the dates that were asked for. */
  readonly days: readonly SunDay[];
  readonly rules: readonly RuleAnswer[];
}

/** What stands there: read once, and kept by the thread until it is told another. */
export interface SunSite {
  /** Answers are wanted within `reach` metres of it. */
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  /** Addresses of tilesets, whole. */
  readonly tilesets: readonly { readonly url: string; readonly isNap: boolean }[];
  /** Address of heights in RD and NAP, whole; undefined: ground is level. */
  readonly heights: string | undefined;
  /** What the plan builds, with what the visitor drew; none: there is no plan. `base`: what addresses of placed models are relative to. */
  readonly plan: readonly { readonly model: PlanModel; readonly base: string }[];
  /** Metres that heights and edges may be off. */
  readonly error: number;
}

/** What a question about one place asks: which days, by which rules. */
interface AskedDays {
  readonly dates: readonly string[];
  readonly rules: readonly SunRule[];
}

/** Windows of a house on one floor: one on each of its free façades. */
export interface WindowQuestion extends AskedDays {
  readonly kind: 'window';
  /** Of the address. */
  readonly x: number;
  readonly y: number;
  /** Id of its building; undefined where unknown: then the one that holds the place. */
  readonly building: string | undefined;
  /** 0 is the ground floor. */
  readonly floor: number;
}

/** On the ground: a garden or square. */
export interface SpotQuestion extends AskedDays {
  readonly kind: 'spot';
  readonly x: number;
  readonly y: number;
}

/** Sun on the ground and on façades around the site's place, from coarse to fine. */
export interface MapQuestion {
  readonly kind: 'map';
  readonly date: string;
}

/** Who around the plan loses sun; `rule` decides the verdicts. */
export interface NeighboursQuestion {
  readonly kind: 'neighbours';
  readonly date: string;
  readonly rule: SunRule;
}

export type SunQuestion = WindowQuestion | SpotQuestion | MapQuestion | NeighboursQuestion;

/** One point, today and with the plan; no plan is there, or the plan takes its house away: undefined. */
export interface SunPlace {
  readonly point: SunPoint;
  readonly today: SunAnswer;
  readonly plan: SunAnswer | undefined;
}

export interface SunWindow extends SunPlace {
  /** Metres of the façade at that height. */
  readonly width: number;
  /** The plan builds against it or takes the house away. */
  readonly isGone: boolean;
}

/** Minutes of sun on cells; NaN where there is none (under a building). */
export interface SunCells {
  /** Four corners a cell: metres east and north of the site's place, metres NAP. */
  readonly corners: Float32Array;
  readonly minutes: Float32Array;
}

/** A step of a map: it replaces the coarser one before it. */
export interface SunMap {
  readonly date: string;
  /** m; of the ground, and of façades. */
  readonly cellSize: number;
  readonly isFinest: boolean;
  readonly today: SunCells;
  readonly plan: SunCells | undefined;
  /** Today less plan, where both have it: on the plan's ground and façades. */
  readonly lost: SunCells | undefined;
}

/** Columns: row i is one façade of a building, the one that loses most; sorted by what is lost. */
export interface SunNeighbour {
  readonly building: string;
  readonly point: SunPoint;
  readonly today: number;
  readonly plan: number;
  /** By the rule, today and with the plan. */
  readonly before: SunVerdict;
  readonly after: SunVerdict;
}

/** Why there is no answer; the interface says it in words. */
export const sunFailures = ['no-buildings', 'no-window', 'inside-building', 'no-plan'] as const;
export type SunFailure = (typeof sunFailures)[number];
