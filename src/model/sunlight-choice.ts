/** What a picture of sun hours depends on, beside the data: kept in links and scenarios. */
import { isMonthDay } from './month-day.ts';
import { type SunRule, type SunTrees, sunRules } from './sunlight.ts';

/** The visitor's own rule. */
export const OWN_RULE = 'own';
export type OwnSunRule = Omit<SunRule, 'id'>;
export const ownRuleBounds = { hours: [0.25, 12], minElevationDegrees: [0, 45] } as const;

/** What the map of sun hours shows. */
export const sunMapViews = ['off', 'hours', 'lost'] as const;
export type SunMapView = (typeof sunMapViews)[number];

/** A window of an address, or a place on the ground. RD New metres. */
export type SunSpot =
  | {
      readonly kind: 'window';
      readonly x: number;
      readonly y: number;
      /** House number with what follows it: many addresses may have one place. */
      readonly number: string;
      /** 0 is the ground floor. */
      readonly floor: number;
      /** Whole degrees clockwise from north that the chosen façade faces; undefined: the one with most sun. */
      readonly facing: number | undefined;
    }
  | { readonly kind: 'spot'; readonly x: number; readonly y: number };

export interface SunlightChoice {
  readonly place: SunSpot | undefined;
  /** ISO 8601; undefined: 21 March of this year. */
  readonly date: string | undefined;
  /** Id of a customary rule, of one of the municipality's own, or {@link OWN_RULE}. */
  readonly rule: string;
  readonly own: OwnSunRule;
  readonly map: SunMapView;
  readonly trees: SunTrees;
}

export const initialSunlightChoice: SunlightChoice = {
  place: undefined,
  date: undefined,
  rule: 'tno-light',
  own: { from: '02-19', until: '10-21', hours: 2, minElevationDegrees: 0 },
  map: 'hours',
  trees: 'no',
};

const isWithin = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;

/** Whether a rule of the visitor's can be asked. */
export const isOwnRule = ({ from, until, hours, minElevationDegrees }: OwnSunRule): boolean =>
  isMonthDay(from) &&
  isMonthDay(until) &&
  from <= until &&
  isWithin(hours, ownRuleBounds.hours) &&
  isWithin(minElevationDegrees, ownRuleBounds.minElevationDegrees);

/** All that can be chosen: the customary ones, the municipality's, the visitor's. */
export const listSunRules = <R extends SunRule>(ofTown: readonly R[], own: OwnSunRule): (SunRule | R)[] => [
  ...sunRules,
  ...ofTown,
  { id: OWN_RULE, ...own },
];
