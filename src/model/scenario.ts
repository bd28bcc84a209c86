/**
 * A named scenario: everything that a picture depends on, as a file. Members that this version does not know stay where they
 * are, so that opening and saving a file with an older version loses nothing.
 *
 * A file holds a set: `{ "tweelingstad": 1, "scenarios": [...] }`. Versions count apart: that of the set and that of each scenario.
 * The set is also a programme: played in its order at an information evening, as `evening` says.
 */
import * as z from 'zod/mini';
import { LONGEST_DECISION } from './claim-decisions.ts';
import { MOST_DAY_MINUTES } from './count-choice.ts';
import type { PlacedThing } from './drawing.ts';
import { eveningTimes } from './evening.ts';
import { HIGHEST_FLOOR } from './outlook.ts';
import { moment } from './plan.ts';
import { planSolid } from './plan-model.ts';
import { heightReferences, type PlanVolume, roofShapes } from './plan-volume.ts';
import { type UseCaseCanvas, useCaseCanvas } from './use-case-canvas.ts';

export const SCENARIO_SCHEMA = 1;
const FILE_VERSION = 1;
export const LONGEST_TITLE = 120;
/** What a hall reads from the back row while someone speaks. */
export const LONGEST_CAPTION = 300;

const between = (low: number, high: number) => z.number().check(z.minimum(low), z.maximum(high));

/** RD New holds in the Netherlands only; far outside it the picture would be empty. */
const [rdX, rdY] = [between(-10_000, 300_000), between(280_000, 650_000)];

const camera = z.object({
  x: rdX,
  y: rdY,
  nap: between(-100, 1_000_000),
  headingDegrees: z.number(),
  pitchDegrees: between(-90, 90),
});

const volume = z.looseObject({
  id: z.string(),
  name: z.optional(z.string()),
  use: z.optional(z.string()),
  phase: z.optional(z.string()),
  dwellings: z.optional(z.number()),
  footprint: z.array(z.array(z.number())),
  lower: z.number(),
  upper: z.number(),
  reference: z.enum(heightReferences),
  roof: z.looseObject({
    shape: z.enum(roofShapes),
    eaves: z.optional(z.number()),
    ridgeDegrees: z.optional(z.number()),
  }),
});

const placedThing = z.looseObject({
  id: z.string(),
  name: z.string(),
  x: rdX,
  y: rdY,
  nap: z.number(),
  rotationDegrees: z.number(),
  scale: z.number().check(z.positive()),
  box: z.looseObject({
    west: z.number(),
    south: z.number(),
    bottom: z.number(),
    east: z.number(),
    north: z.number(),
    top: z.number(),
  }),
  /** Key of a glTF; in a file that of one of `files`. */
  file: z.optional(z.string()),
  solid: z.optional(planSolid),
});

const decisionText = z.string().check(z.maxLength(LONGEST_DECISION));

const scenario = z.looseObject({
  schema: z.number(),
  title: z.string().check(z.minLength(1), z.maxLength(LONGEST_TITLE)),
  /** Said beside the picture at an information evening: plain text. */
  caption: z.optional(z.string().check(z.maxLength(LONGEST_CAPTION))),
  /** Id of the municipality. */
  municipality: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  /** SHA-256 of the data it was made with, and the date of the newest of them. */
  dataHash: z.optional(z.string()),
  dataDate: z.optional(z.string()),
  /** Version of the software that wrote it. */
  madeWith: z.string(),
  /** ISO 8601 day. */
  created: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}/)),
  choice: z.optional(
    z.looseObject({ plan: z.string(), variant: z.optional(z.string()), phase: z.optional(z.string()) }),
  ),
  /** Measures against water (`flood-measure-file.ts`), and others that this version does not know: kept as they are. */
  measures: z.array(z.looseObject({})),
  /** Clock time in the Netherlands; absent: plain daylight. */
  moment: z.optional(moment),
  /** By name of layer or overlay. */
  layers: z.record(z.string(), z.looseObject({ visible: z.boolean(), opacity: between(0, 1) })),
  camera: z.optional(camera),
  walking: z.boolean(),
  question: z.optional(z.string()),
  language: z.string(),
  /** Water in the picture; absent: none. `second` from the start of the rain. */
  flood: z.optional(
    z.looseObject({
      storm: z.optional(z.string()),
      view: z.string(),
      second: z.optional(between(0, 1_000_000)),
      scheme: z.string(),
      hasPattern: z.boolean(),
      /** Absent in files of versions that did not have it. */
      hasEffects: z.optional(z.boolean()),
      /** Absent in files of versions that had no arrows. */
      hasArrows: z.optional(z.boolean()),
      opacity: between(0, 1),
    }),
  ),
  /** Sun on roofs in the picture; absent: none. What differs of its settings is by name. */
  solar: z.optional(
    z.looseObject({
      colour: z.string(),
      hasPattern: z.boolean(),
      opacity: between(0, 1),
      filter: z.looseObject({
        fewestPanels: between(0, 100_000),
        classes: z.array(z.string()),
        permit: z.string(),
        district: z.optional(z.string()),
        homesOnly: z.boolean(),
        inView: z.boolean(),
      }),
      changes: z.record(z.string(), z.number()),
    }),
  ),
  /** Heat of homes in the picture; absent: none. As in `heat.ts`. */
  heat: z.optional(
    z.looseObject({
      ready: z.number(),
      near: z.number(),
      step: z.number(),
      indoor: z.number(),
      hasLabels: z.boolean(),
      hasOldStandard: z.boolean(),
      /** Which homes are listed; absent in files of versions that did not keep it. */
      filter: z.optional(
        z.looseObject({
          classes: z.array(z.string()),
          district: z.optional(z.string()),
          withoutMonuments: z.boolean(),
        }),
      ),
    }),
  ),
  /** Sun hours in the picture; absent: none, as in files of versions that had none. Every part as in `sunlight-choice.ts`. */
  sunlight: z.optional(
    z.looseObject({
      place: z.optional(
        z.looseObject({
          kind: z.string(),
          x: rdX,
          y: rdY,
          number: z.optional(z.string()),
          floor: z.optional(between(0, HIGHEST_FLOOR)),
          facing: z.optional(between(0, 359)),
        }),
      ),
      date: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
      rule: z.string(),
      map: z.string(),
      /** The visitor's own rule, and whether trees shade; absent in files of versions that had neither. */
      own: z.optional(
        z.looseObject({ from: z.string(), until: z.string(), hours: z.number(), minElevationDegrees: z.number() }),
      ),
      trees: z.optional(z.string()),
    }),
  ),
  /** Spatial claims in the picture; absent: none. As in `claim-choice.ts`; a place is x, y or the corners of an area. */
  claims: z.optional(
    z.looseObject({
      lowNap: z.number(),
      highNap: z.number(),
      /** Absent: whenever. */
      year: z.optional(z.number()),
      hiddenThemes: z.array(z.string()),
      hiddenHardnesses: z.array(z.string()),
      conflicts: z.array(z.string()),
      hasPattern: z.boolean(),
      place: z.optional(z.array(z.number())),
      selected: z.optional(z.array(z.string())),
      ownPairs: z.array(z.looseObject({ themes: z.array(z.string()), kind: z.string() })),
    }),
  ),
  /** Counts at the entries in the picture; absent: none. As in `count-choice.ts`. */
  counts: z.optional(
    z.looseObject({
      day: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
      minute: z.optional(between(0, MOST_DAY_MINUTES)),
      interval: z.string(),
      way: z.string(),
      gate: z.optional(z.string()),
    }),
  ),
  /** An event on a square in the picture; absent: none. As in `crowd-choice.ts`; the plan (`event-plan.ts`) where it was changed. */
  crowd: z.optional(
    z.looseObject({
      event: z.optional(z.string()),
      layout: z.optional(z.string()),
      other: z.optional(z.string()),
      second: z.number(),
      shows: z.array(z.string()),
      density: z.string(),
      runs: z.number(),
      selected: z.optional(z.string()),
      plan: z.optional(z.unknown()),
    }),
  ),
  /** Decisions on conflicts between claims: see `claim-decisions.ts`. Who decided is a role, never a person. */
  decisions: z.optional(
    z.array(
      z.looseObject({
        conflict: z.array(z.string()),
        decision: decisionText,
        role: decisionText,
        when: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
        why: decisionText,
      }),
    ),
  ),
  compare: z.looseObject({ mode: z.string(), position: between(0, 1) }),
  /** Id of the building that was chosen. */
  selection: z.optional(z.string()),
  /** Through the lens of a window, and whose window: place and number of the address, floor from 0. */
  lens: z.optional(z.boolean()),
  window: z.optional(z.looseObject({ x: rdX, y: rdY, number: z.string(), floor: between(0, HIGHEST_FLOOR) })),
  /** What the user drew. */
  volumes: z.optional(z.array(volume)),
  /** m NAP that their heights above `peil` count from. */
  peilNap: z.optional(z.number()),
  /** What the user placed from files. */
  placed: z.optional(z.array(placedThing)),
  /** Canvases that the user wrote or changed, one for a question. */
  canvases: z.optional(z.array(useCaseCanvas)),
  /**
   * In a file only (see `scenario-files.ts`): the glTF files that placed things name. One that several scenarios of the set name
   * stands with the first of them.
   */
  files: z.optional(z.array(z.looseObject({ key: z.string(), mediaType: z.string(), base64: z.string() }))),
});

/** Of the whole set. */
const evening = z.looseObject({
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_TITLE))),
  ...eveningTimes,
});

/** Without the members that this version does not know; they are there all the same. */
type Known<T> = { readonly [K in keyof T as string extends K ? never : K]: T[K] };
export type Scenario = Omit<Known<z.infer<typeof scenario>>, 'volumes' | 'placed' | 'canvases'> & {
  readonly volumes?: readonly PlanVolume[];
  readonly placed?: readonly PlacedThing[];
  readonly canvases?: readonly UseCaseCanvas[];
};

export type EveningSettings = Known<z.infer<typeof evening>>;

interface ReadScenario {
  readonly scenario: Scenario;
  /** Made by a later version than this one: what this one does not know is kept, not shown. */
  readonly isNewer: boolean;
}

type Json = Record<string, unknown>;
/** How a scenario of an older schema becomes one of the next: by the schema that it has. */
export type Upgrades = Readonly<Record<number, (older: Json) => Json>>;
const upgrades: Upgrades = {};

const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json);

/** Steps from schema to schema up to `to`; one that is not in the table is an error. */
export function upgradeScenario(json: Json, to: number, table: Upgrades, file: string): Json {
  let result = json;
  for (let schema = Number(json['schema']); schema < to; schema++) {
    const upgrade = table[schema];
    if (!upgrade) throw new Error(`${file} is no scenario: schema: ${schema} is older than this version can read`);
    result = { ...upgrade(result), schema: schema + 1 };
  }
  return result;
}

const describeIssues = ({ issues }: z.core.$ZodError) =>
  issues.map((issue) => `${issue.path.join('.') || '(top level)'}: ${issue.message}`).join('; ');

/** Throws an Error whose message names the file and every field that is wrong. */
export function parseScenario(json: unknown, file: string): ReadScenario {
  if (!isObject(json)) throw new Error(`${file} is no scenario: (top level): expected an object`);
  const { schema } = json;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1)
    throw new Error(`${file} is no scenario: schema: expected a whole number from 1 on`);
  const isNewer = schema > SCENARIO_SCHEMA;
  // A later one keeps its number: written again, it is still of that schema.
  const result = scenario.safeParse(isNewer ? json : upgradeScenario(json, SCENARIO_SCHEMA, upgrades, file));
  if (!result.success) {
    const reason = isNewer ? `made by a later version (schema ${schema}) and not readable by this one` : 'no scenario';
    throw new Error(`${file} is ${reason}: ${describeIssues(result.error)}`);
  }
  return { scenario: result.data as Scenario, isNewer };
}

/** What a file holds. */
export interface ScenarioFile {
  readonly scenarios: readonly Scenario[];
  readonly evening: EveningSettings;
}

export interface ReadScenarioFile extends ScenarioFile {
  readonly isNewer: boolean;
  /** One line for each scenario that could not be read, and for the evening's settings; the rest is opened. */
  readonly complaints: readonly string[];
}

/** Throws an Error that names the file and the field when nothing of it is a scenario. */
export function parseScenarioFile(json: unknown, file: string): ReadScenarioFile {
  const version = isObject(json) ? json['tweelingstad'] : undefined;
  const list = isObject(json) ? json['scenarios'] : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new Error(`${file} is no set of scenarios: tweelingstad: expected a whole number from 1 on`);
  if (!Array.isArray(list)) {
    const reason =
      version > FILE_VERSION ? 'made by a later version and not readable by this one' : 'no set of scenarios';
    throw new Error(`${file} is ${reason}: scenarios: expected a list`);
  }
  const complaints: string[] = [];
  let isNewer = version > FILE_VERSION;
  const scenarios = list.flatMap((item, i) => {
    try {
      const read = parseScenario(item, `${file}: scenarios.${i}`);
      isNewer ||= read.isNewer;
      return [read.scenario];
    } catch (error) {
      isNewer ||= isObject(item) && Number(item['schema']) > SCENARIO_SCHEMA;
      complaints.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  if (scenarios.length === 0 && complaints.length > 0) throw new Error(complaints.join('; '));
  const settings = evening.safeParse((json as Json)['evening'] ?? {});
  if (!settings.success) complaints.push(`${file}: evening: ${describeIssues(settings.error)}`);
  return { scenarios, evening: settings.success ? settings.data : {}, isNewer, complaints };
}

/** Spread over lines to be read, unless it holds geometry: a line for every number would make it five times as long. */
export function writeScenarioFile(scenarios: readonly Scenario[], evening: EveningSettings = {}): string {
  const settings = Object.keys(evening).length > 0 ? { evening } : {};
  const spaces = scenarios.some(({ placed }) => placed) ? undefined : 2;
  return `${JSON.stringify({ tweelingstad: FILE_VERSION, ...settings, scenarios }, undefined, spaces)}\n`;
}
