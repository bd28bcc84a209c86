/**
 * Counts of people at the entries of a town: totals only, from the first byte on; nothing here can be traced to anyone. `start` and every
 * moment are UTC milliseconds; days and hours are those of the town (Europe/Amsterdam).
 */
import type { Provenance } from './municipality.ts';

/** `in`: towards the centre. */
export const countDirections = ['in', 'out'] as const;
export type CountDirection = (typeof countDirections)[number];

/** A place that counts; a gate where who goes in and out is told apart. */
export interface CountGate {
  readonly id: string;
  readonly title: string;
  /** RD New metres. */
  readonly x: number;
  readonly y: number;
  /** Direction in which `in` goes, degrees clockwise from RD north. */
  readonly inDegrees: number;
  /** Of one count: standard deviation as a share of it, and in persons; from the supplier, or assumed and said so. */
  readonly error: { readonly share: number; readonly persons: number };
}

/**
 * - `missing`: expected but not there; count is undefined.
 * - `excluded`: the supplier says not to use it; kept, never added up.
 * - `late`: came after its time; used, and shown as late.
 * - `few`: lower than what is shown, so withheld (`publish-counts.ts`); count is undefined.
 * - `hidden`: withheld because a `few` could be worked out from it; count is undefined.
 */
export type CountState = 'ok' | 'missing' | 'excluded' | 'late' | 'few' | 'hidden';

export interface Count {
  readonly gate: string;
  readonly direction: CountDirection;
  readonly start: number;
  readonly minutes: number;
  /** undefined: not known. */
  readonly count: number | undefined;
  readonly state: CountState;
}

/** Where live counts come from: OGC SensorThings 1.1. */
export interface CountLive {
  /** Of the service, with its version: `https://…/v1.1`. */
  readonly url: string;
  /** Datastreams by gate and direction, as the service's ids. */
  readonly datastreams: readonly { readonly gate: string; readonly direction: CountDirection; readonly id: string }[];
  readonly refreshSeconds: number;
}

/** As it streams (`counts/counts.json`): made by `cli build`, read by the page. */
export interface CountTown {
  readonly gates: readonly CountGate[];
  /** By gate, direction and start; in what streams, those that are too few are withheld. */
  readonly counts: readonly Count[];
  /** Sums over whole hours and days of which some part is withheld; other sums follow from `counts`. */
  readonly totals: readonly Count[];
  /** Lower totals are withheld: `< 5`. */
  readonly leastShown: number;
  /** The day that is shown first, ISO local date. */
  readonly day: string;
  readonly live?: CountLive | undefined;
  readonly source: Provenance;
  readonly notes: readonly string[];
}

/** Of a municipality that says nothing. */
export const LEAST_SHOWN = 5;
