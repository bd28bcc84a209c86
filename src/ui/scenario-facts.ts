/** What a scenario shows, in words: for its row in the list, and to tell two apart. */
import { floodViews } from '../model/flood-classes.ts';
import { ownMember } from '../model/own-member.ts';
import type { Plan } from '../model/plan.ts';
import { questionIds } from '../model/question-ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { solarColours } from '../model/solar-choice.ts';
import { sunMapViews } from '../model/sunlight-choice.ts';
import { windOf } from '../model/wind.ts';
import { writeClock } from '../store/share-link.ts';
import { compareModes, layerIds } from '../store/twin.ts';
import type { Format } from './format.ts';
import type { Text } from './text/nl.ts';
import type { ScenarioText } from './text/scenario.ts';

const facts = [
  ...(['plan', 'variant', 'phase', 'compare', 'moment', 'layers', 'place', 'question'] as const),
  ...(['flood', 'sunlight', 'solar', 'selection'] as const),
  ...(['measures', 'volumes', 'language', 'data'] as const),
] as const;
export type ScenarioFact = (typeof facts)[number];

/** What names things: the texts, the format of numbers, the plans that are known and how a building is called. */
export interface Words {
  readonly text: Text;
  readonly words: ScenarioText;
  readonly format: Format;
  readonly plans: readonly Plan[];
  readonly nameOf: (building: string) => string;
}

function describeLayers({ layers }: Scenario, { text, words }: Words): string {
  const parts = Object.entries(layers).flatMap(([name, { visible, opacity }]) => {
    const id = layerIds.find((layer) => layer === name);
    const title = id ? text.layers[id] : name;
    if (!visible) return words.hidden(title);
    return opacity === 1 ? [] : words.faded(title, String(Math.round(opacity * 100)));
  });
  return parts.join(', ') || words.allLayers;
}

function describePlace({ camera, walking }: Scenario, { text, format }: Words): string | undefined {
  if (!camera) return undefined;
  const wind = windOf(camera.headingDegrees);
  const height = format.height(camera.nap);
  const looking = camera.pitchDegrees === -90 ? text.view.lookingDown(height) : text.view.looking(wind, height);
  return `${format.coordinate(camera.x)}, ${format.coordinate(camera.y)}. ${walking ? text.view.walking(wind) : looking}`;
}

const describers: Record<ScenarioFact, (scenario: Scenario, words: Words) => string | undefined> = {
  plan({ choice }, { plans, format, words }) {
    if (!choice) return words.today;
    const plan = plans.find(({ id }) => id === choice.plan);
    return plan ? format.localised(plan.title) : choice.plan;
  },
  variant({ choice }, { plans, format, words }) {
    if (!choice) return undefined;
    if (choice.variant === undefined) return words.today;
    const variant = plans.find(({ id }) => id === choice.plan)?.variants.find(({ id }) => id === choice.variant);
    return variant ? format.localised(variant.title) : choice.variant;
  },
  phase({ choice }, { plans, format }) {
    const variant = plans.find(({ id }) => id === choice?.plan)?.variants.find(({ id }) => id === choice?.variant);
    const phase = variant?.phases?.find(({ id }) => id === choice?.phase);
    return phase ? format.localised(phase.title) : choice?.phase;
  },
  compare({ compare }, { words }) {
    if (compare.mode === 'off') return undefined;
    const mode = compareModes.find((known) => known === compare.mode);
    return mode ? words.modes[mode] : compare.mode;
  },
  moment: ({ moment }, { format, words }) =>
    moment ? `${format.date(moment.date)}, ${writeClock(moment.minutes)}` : words.daylight,
  layers: describeLayers,
  place: describePlace,
  question({ question }, { text }) {
    const id = questionIds.find((known) => known === question);
    return id ? text.questions[id] : question;
  },
  flood({ flood }, { words }) {
    if (!flood) return undefined;
    const { storm, view, second } = flood;
    const known = floodViews.find((id) => id === view);
    const minute =
      view === 'now' && second !== undefined ? words.floodMinute(String(Math.round(second / 60))) : undefined;
    return [known ? words.flood[known] : view, storm, minute].filter((part) => part !== undefined).join(', ');
  },
  sunlight({ sunlight }, { words, format }) {
    if (!sunlight) return undefined;
    const view = sunMapViews.find((id) => id === sunlight.map);
    const { date, place } = sunlight;
    const where = place && `${format.coordinate(place.x)}, ${format.coordinate(place.y)}`;
    return [view ? words.sunlight[view] : sunlight.map, date && format.date(date), where]
      .filter((part) => part !== undefined)
      .join(', ');
  },
  solar({ solar }, { words }) {
    if (!solar) return undefined;
    const colour = solarColours.find((id) => id === solar.colour);
    return colour ? words.solar[colour] : solar.colour;
  },
  selection: ({ selection }, { nameOf }) => (selection === undefined ? undefined : nameOf(selection)),
  measures: ({ measures }) => (measures.length > 0 ? String(measures.length) : undefined),
  volumes({ volumes = [], placed = [] }, { words }) {
    if (placed.length > 0) return words.placed(String(volumes.length), String(placed.length));
    return volumes.length > 0 ? String(volumes.length) : undefined;
  },
  language: ({ language }, { words }) => ownMember(words.languages, language) ?? language,
  data: ({ dataHash, dataDate }, { words, format }) =>
    dataHash && `${dataDate ? `${words.dataOf(format.date(dataDate))} ` : ''}(${dataHash.slice(0, 8)})`,
};

const describeFact = (fact: ScenarioFact, scenario: Scenario, words: Words): string | undefined =>
  describers[fact](scenario, words);

const inShort: readonly ScenarioFact[] = [
  'plan',
  'variant',
  'phase',
  'compare',
  'moment',
  'layers',
  'question',
  'flood',
  'sunlight',
  'solar',
];

/** One line for the list: what stands out, not where the camera stands. */
export function describeInShort(scenario: Scenario, words: Words): string {
  const line = inShort.flatMap((fact) => describeFact(fact, scenario, words) ?? []).join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

export interface Difference {
  readonly fact: ScenarioFact;
  readonly first: string | undefined;
  readonly second: string | undefined;
}

/** What is told differently of the two, in the order of the list of facts. */
export function listDifferences(first: Scenario, second: Scenario, words: Words): readonly Difference[] {
  return facts
    .map((fact) => ({ fact, first: describeFact(fact, first, words), second: describeFact(fact, second, words) }))
    .filter((row) => row.first !== row.second);
}
