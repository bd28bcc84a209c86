/** What the viewer asks the thread for sun hours, and what comes back: see `sunlight.ts` for days and rules. */
import type { SunMap } from './sun-cells.ts';
import type { SunDay, SunJudgement, SunPoint, SunRule, SunVerdict } from './sunlight.ts';

/** Metres from floor to floor, and from a floor to the sill of its windows. */
export const STOREY = 2.8;
export const SILL = 0.75;
export const sillAboveGround = (floor: number) => floor * STOREY + SILL;

/** Metres that edges and heights of buildings may be off, where their source does not say. */
export const USUAL_ERROR = 0.2;

interface AskedDays {
  /** ISO 8601. */
  readonly dates: readonly string[];
  readonly rules: readonly SunRule[];
  /** Metres that the geometry may be off. */
  readonly error: number;
}

/** Windows of a house on one floor: one on each of its free walls. */
export interface WindowQuestion extends AskedDays {
  readonly kind: 'window';
  /** Of the address, RD New. */
  readonly x: number;
  readonly y: number;
  /** Id of its building; undefined where unknown. */
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

/** Sun on ground and walls around the site's place, from coarse to fine. */
export interface MapQuestion {
  readonly kind: 'map';
  readonly date: string;
  /** Half the side of the square, metres. */
  readonly radius: number;
}

/** Who loses sun by the plan. */
export interface NeighboursQuestion {
  readonly kind: 'neighbours';
  readonly date: string;
  readonly rule: SunRule;
  readonly error: number;
  /** Ids of buildings. */
  readonly buildings: readonly string[];
}

export type SunQuestion = WindowQuestion | SpotQuestion | MapQuestion | NeighboursQuestion;

export interface SunDays {
  /** In the order of the dates that were asked. */
  readonly days: readonly SunDay[];
  /** In the order of the rules. */
  readonly judgements: readonly SunJudgement[];
}

/** One point, today and with the plan. */
export interface SunAtPlace {
  readonly point: SunPoint;
  /** Metres of wall around a window. */
  readonly width: number | undefined;
  readonly today: SunDays;
  /** `gone`: the plan takes its house away, or builds there; undefined: there is no plan. */
  readonly plan: SunDays | 'gone' | undefined;
}

/** From one wall of a building, the one that loses most. */
export interface SunNeighbour {
  readonly building: string;
  readonly point: SunPoint;
  /** Minutes of sun on the date. */
  readonly today: number;
  readonly plan: number;
  /** By the rule. */
  readonly before: SunVerdict;
  readonly after: SunVerdict;
}

/** What the site was read from, for the leaflet. */
export interface SunFacts {
  readonly buildings: number;
  readonly triangles: number;
  /** Metres around the place within which things may shade, and how low a sun that covers for the tallest of them. */
  readonly reach: number;
  readonly lowestSunDegrees: number;
}

/** Why there is no answer; the interface says it in words. */
export type SunFailure = 'no-buildings' | 'no-window' | 'inside' | 'no-plan';

export type SunReply =
  | { readonly kind: 'places'; readonly places: readonly SunAtPlace[]; readonly facts: SunFacts }
  | { readonly kind: 'map'; readonly map: SunMap; readonly facts: SunFacts }
  | { readonly kind: 'neighbours'; readonly neighbours: readonly SunNeighbour[]; readonly ms: number }
  | { readonly kind: 'failed'; readonly message: string };
