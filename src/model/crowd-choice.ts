/** What a visitor chose of an event on a square: which plan and layout, what of it is shown, what is being placed. Plain values. */
import type { EventObjectKind } from './event-plan.ts';

/** What of an event is in the picture, in the order of the panel. */
export const crowdParts = ['objects', 'walkers', 'density', 'passages', 'routes'] as const;
export type CrowdPart = (typeof crowdParts)[number];

/** Density on the ground: at the moment, the most over all time, or how long it was over the limit. */
export const densityViews = ['now', 'most', 'over'] as const;
export type DensityView = (typeof densityViews)[number];

/** What is put by its points, beside objects, which are put by their middle. */
export const eventShapes = ['fence', 'closure', 'entry', 'stop', 'route'] as const;
export type EventShape = (typeof eventShapes)[number];
/** What a click in the picture puts. */
export type CrowdPlacing = EventObjectKind | EventShape;

export interface CrowdChoice {
  /** Id of an event of the municipality's; undefined: its first. */
  readonly event: string | undefined;
  /** Id of a layout of that event; undefined: its first. */
  readonly layout: string | undefined;
  /** The layout that it is held against; undefined: none. */
  readonly other: string | undefined;
  /** From the event's start. */
  readonly second: number;
  readonly shows: readonly CrowdPart[];
  readonly density: DensityView;
  /** How often a simulation is repeated, with another seed each. */
  readonly runs: number;
  /** Id of an object, fence, entry, stop or route. */
  readonly selected: string | undefined;
  readonly placing: CrowdPlacing | undefined;
}

/** Enough to see a spread, and soon done. */
const USUAL_RUNS = 5;
export const MOST_RUNS = 20;

export const initialCrowdChoice: CrowdChoice = {
  event: undefined,
  layout: undefined,
  other: undefined,
  second: 0,
  shows: crowdParts,
  density: 'now',
  runs: USUAL_RUNS,
  selected: undefined,
  placing: undefined,
};

export const isShape = (placing: CrowdPlacing): placing is EventShape => eventShapes.some((shape) => shape === placing);
