/**
 * An event on a square in a shared address: `event/layout/other/second/hidden/density/runs/selected/plan`, of which only what differs from
 * the start is written. The plan is there as far as it was changed (`model/plan-difference.ts`). Fetched with the first link that has one.
 */
import { type CrowdChoice, crowdParts, densityViews, initialCrowdChoice, MOST_RUNS } from '../model/crowd-choice.ts';
import { readId, readOneOf, round } from './link-parts.ts';

const MOST_PARTS = 9;
/** The longest event, s. */
const MOST_SECONDS = 172_800;
const start = initialCrowdChoice;

/** Ends with what was changed of the plan, empty without. */
export function writeCrowd(choice: CrowdChoice, plan = ''): string {
  const { event, layout, other, second, shows, density, runs, selected } = choice;
  const hidden = crowdParts.filter((part) => !shows.includes(part));
  return [
    encodeURIComponent(event ?? ''),
    encodeURIComponent(layout ?? ''),
    encodeURIComponent(other ?? ''),
    second === start.second ? '' : round(second, 1),
    hidden.join(),
    density === start.density ? '' : density,
    runs === start.runs ? '' : runs,
    encodeURIComponent(selected ?? ''),
    plan,
  ]
    .join('/')
    .replace(/\/+$/, '');
}

function readNumber(text: string, most: number): number {
  const value = Number(text);
  if (!(value >= 0 && value <= most)) throw new Error(`expected a number from 0 to ${most}`);
  return value;
}

const readOptional = (text: string): string | undefined => (text === '' ? undefined : readId(text));

/** What of it is only of this moment at work is not there. Throws an Error that says what was expected. */
export function readCrowd(text: string): { readonly choice: CrowdChoice; readonly plan: string } {
  const parts = text.split('/');
  if (parts.length > MOST_PARTS) throw new Error(`expected at most ${MOST_PARTS} parts`);
  const [event = '', layout = '', other = '', second = '', hidden = '', density = '', runs = '', selected = ''] = parts;
  const away = hidden === '' ? [] : hidden.split(',').map(readOneOf(crowdParts));
  const times = runs === '' ? start.runs : readNumber(runs, MOST_RUNS);
  if (!Number.isInteger(times) || times < 1) throw new Error(`expected 1 to ${MOST_RUNS} runs`);
  const choice: CrowdChoice = {
    ...start,
    event: readOptional(event),
    layout: readOptional(layout),
    other: readOptional(other),
    second: second === '' ? start.second : readNumber(second, MOST_SECONDS),
    shows: away.length === 0 ? start.shows : crowdParts.filter((part) => !away.includes(part)),
    density: density === '' ? start.density : readOneOf(densityViews)(density),
    runs: times,
    selected: readOptional(selected),
  };
  return { choice, plan: parts[8] ?? '' };
}
