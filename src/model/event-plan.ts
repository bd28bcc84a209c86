/**
 * An event on a square as its makers plan it: what stands there, who comes from where and when, which ways must stay open. Metres in RD
 * New, heights in metres above the ground, seconds from the event's start. Layouts are ways to arrange the same event; they share all but
 * what is placed. From a plan and one of its layouts comes a `CrowdScenario`: `event-scenario.ts`.
 */
import type { CrowdAgents, CrowdLine, CrowdPolygon } from './crowd.ts';
import type { Provenance } from './municipality.ts';

/** What can be placed; sizes and texts: `event-library.ts`. */
export const eventObjectKinds = [
  'toilet-cabin',
  'accessible-toilet',
  'container',
  'stage',
  'bar',
  'stall',
  'first-aid',
  'tree',
  'barrier',
  'block',
  'own',
] as const;
export type EventObjectKind = (typeof eventObjectKinds)[number];

export interface EventObject {
  readonly id: string;
  readonly kind: EventObjectKind;
  readonly name?: string | undefined;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** Of its length, clockwise from RD north. */
  readonly turnDegrees: number;
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

export interface EventFence {
  readonly id: string;
  /** A fence stands; a closure closes a street to visitors, and can be opened for who helps. */
  readonly kind: 'fence' | 'closure';
  readonly line: CrowdLine;
}

export interface EventLayout {
  readonly id: string;
  readonly title: string;
  readonly objects: readonly EventObject[];
  readonly fences: readonly EventFence[];
}

/** Where people come onto the square and leave it; what passes is counted. */
export interface EventEntry {
  readonly id: string;
  readonly title: string;
  readonly line: CrowdLine;
}

/** Where people stay a while: before a stage, or in a queue to be served. */
export interface EventStop {
  readonly id: string;
  readonly title: string;
  readonly polygon: CrowdPolygon;
  /** Stay or service of each, evenly between. */
  readonly seconds: readonly [number, number];
  /** Served at once, the others queue; undefined: everyone stays who finds room. */
  readonly places?: number | undefined;
}

export interface EventGroup {
  readonly id: string;
  readonly title: string;
  readonly persons: number;
  /** Id of an entry. */
  readonly from: string;
  readonly fromSecond: number;
  readonly untilSecond: number;
  /** Ids of stops, in their order. */
  readonly via: readonly string[];
  /** Ids of entries by which they leave, each by the one that is soonest reached. */
  readonly to: readonly string[];
  readonly speed?: CrowdAgents['speed'] | undefined;
}

/** A way that must stay open for an ambulance or a fire engine. */
export interface EmergencyRoute {
  readonly id: string;
  readonly title: string;
  readonly line: CrowdLine;
  readonly widthM: number;
}

export interface EventPlan {
  readonly id: string;
  readonly title: string;
  /** Of an {@link EventPlace}. */
  readonly place: string;
  /** Local time, ISO, of second 0. */
  readonly start: string;
  /** At most. */
  readonly seconds: number;
  readonly entries: readonly EventEntry[];
  readonly stops: readonly EventStop[];
  readonly groups: readonly EventGroup[];
  readonly routes: readonly EmergencyRoute[];
  readonly layouts: readonly EventLayout[];
  /** persons/m², mean over ten seconds in a cell of a metre: above it one looks at where and how long. */
  readonly limitPersonsPerM2: number;
  readonly source: Provenance;
}

/** Ground on which an event can be planned, and what stands there for good. */
export interface EventPlace {
  readonly id: string;
  readonly title: string;
  readonly walkable: readonly CrowdPolygon[];
  readonly fixed: readonly { readonly what: 'building' | 'water' | 'tree' | 'other'; readonly polygon: CrowdPolygon }[];
  /** m NAP, about. */
  readonly groundNap: number;
}

/** As it streams (`crowd/events.json`): made by `cli build`, read by the page. */
export interface EventTown {
  readonly places: readonly EventPlace[];
  readonly events: readonly EventPlan[];
  readonly source: Provenance;
}

/** m: width of an emergency route unless the plan says otherwise; usual in guidance of Dutch fire services. */
export const EMERGENCY_WIDTH = 3.5;
/** persons/m²: usual Dutch maximum average at events is 2 to 2.5. */
export const DENSITY_LIMIT = 2.5;
