import { differenceClasses } from './flood-difference.ts';

/**
 * Classes that water is coloured by. Bounds are lower bounds in the field's own unit; what lies under the first is not drawn.
 *
 * `street`: classes of 5 cm, as the Dutch guide to stress tests asks for maps of rain water (klimaatadaptatienederland.nl, "Weergave
 * van waterdiepten en kwetsbaarheden"), wider from 20 cm on; under 5 cm is not drawn, as on the national map (Deltares 2018).
 * `atlas`: the limits of the Klimaateffectatlas' maps of greatest flood depth (0.5, 1, 1.5, 2 and 5 m), for deep water. Of its map of
 * water in cloudbursts only that it leaves out what is under 5 cm is published (atlasleefomgeving.nl, klimaatadaptatienederland.nl).
 */
export const classSchemes = ['street', 'atlas'] as const;
export type ClassScheme = (typeof classSchemes)[number];

/** What the picture shows of the water. */
export const floodViews = ['now', 'deepest', 'arrival', 'duration', 'difference'] as const;
export type FloodViewId = (typeof floodViews)[number];

interface FloodClass {
  /** Lower bound: metres of depth, or minutes. */
  readonly from: number;
  /** sRGB. */
  readonly color: `#${string}`;
}

/** At most {@link MOST_CLASSES}, ascending. */
export type FloodClasses = readonly FloodClass[];

export const MOST_CLASSES = 7;

const depthClasses: Record<ClassScheme, FloodClasses> = {
  street: [
    { from: 0.05, color: '#b9e0f4' },
    { from: 0.1, color: '#86c5ea' },
    { from: 0.15, color: '#52a3dc' },
    { from: 0.2, color: '#2b7fc6' },
    { from: 0.3, color: '#1c5aa6' },
    { from: 0.5, color: '#173479' },
  ],
  atlas: [
    { from: 0.05, color: '#b9e0f4' },
    { from: 0.5, color: '#86c5ea' },
    { from: 1, color: '#52a3dc' },
    { from: 1.5, color: '#2b7fc6' },
    { from: 2, color: '#1c5aa6' },
    { from: 5, color: '#173479' },
  ],
};

/** Minutes from the start of the rain: what is wet soonest is darkest. */
const arrivalClasses: FloodClasses = [
  { from: 0, color: '#54186a' },
  { from: 15, color: '#8b2b7c' },
  { from: 30, color: '#c04a78' },
  { from: 60, color: '#e77f68' },
  { from: 120, color: '#f6b878' },
  { from: 240, color: '#fbe3a4' },
];

/** Minutes from the start of a breach: its water is hours on its way. */
const breachArrivalClasses: FloodClasses = [
  { from: 0, color: '#54186a' },
  { from: 30, color: '#8b2b7c' },
  { from: 60, color: '#c04a78' },
  { from: 120, color: '#e77f68' },
  { from: 180, color: '#f6b878' },
  { from: 240, color: '#fbe3a4' },
];

/** Minutes with 5 cm or more. */
const durationClasses: FloodClasses = [
  { from: 0, color: '#f7e3a1' },
  { from: 15, color: '#efbc70' },
  { from: 30, color: '#dd8d52' },
  { from: 60, color: '#bb5f45' },
  { from: 120, color: '#8c3a41' },
  { from: 240, color: '#571f3c' },
];

/** Of water whose time the run does not know. */
export const UNKNOWN_TIME = '#a9b7c2';

export const classesOf = (view: FloodViewId, scheme: ClassScheme, isBreach = false): FloodClasses =>
  view === 'difference'
    ? differenceClasses
    : view === 'arrival'
      ? isBreach
        ? breachArrivalClasses
        : arrivalClasses
      : view === 'duration'
        ? durationClasses
        : depthClasses[scheme];

/** Row of the class that a value lies in; −1 under the first. */
export function classOf(classes: FloodClasses, value: number): number {
  let row = -1;
  for (const [i, { from }] of classes.entries()) if (value >= from) row = i;
  return row;
}
