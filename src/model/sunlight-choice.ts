/** What a picture of sun hours depends on, beside the data: kept in links and scenarios. */
import { sunRules } from './sunlight.ts';

export type SunRuleId = (typeof sunRules)[number]['id'];
export const sunRuleIds: readonly SunRuleId[] = sunRules.map(({ id }) => id);

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
  readonly rule: SunRuleId;
  readonly map: SunMapView;
}

export const initialSunlightChoice: SunlightChoice = {
  place: undefined,
  date: undefined,
  rule: 'tno-light',
  map: 'hours',
};
