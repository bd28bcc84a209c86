/** Sun on roofs in a shared address: `colour/lines/percent/filter/settings`, of which only what differs from the start is written. */
import { type SolarClass, solarClasses } from '../model/solar.ts';
import {
  initialSolarChoice,
  initialSolarFilter,
  permitFilters,
  type SolarChanges,
  type SolarChoice,
  type SolarFilter,
  solarColours,
  solarSettingBounds,
  solarSettingIds,
  sortClasses,
} from '../model/solar-choice.ts';
import { readId, readOneOf } from './link-parts.ts';

/** What roofs are coloured by, what counts, and how dense the colours are, 0 to 1. */
export interface SharedSolar {
  readonly choice: SolarChoice;
  readonly opacity: number;
}

const MOST_PANELS = 100_000;
const readNumber = (text: string, low: number, high: number): number => {
  const value = text === '' ? Number.NaN : Number(text);
  if (!(value >= low && value <= high)) throw new Error(`expected a number from ${low} to ${high}`);
  return value;
};

/** `panels:12,classes:good.moderate,permit:any,district:Oost,all,view` */
function writeFilter({ fewestPanels, classes, permit, district, homesOnly, inView }: SolarFilter): string {
  const start = initialSolarFilter;
  return [
    fewestPanels === start.fewestPanels ? '' : `panels:${fewestPanels}`,
    classes.join() === start.classes.join() ? '' : `classes:${classes.join('.')}`,
    permit === start.permit ? '' : `permit:${permit}`,
    district === undefined ? '' : `district:${encodeURIComponent(district)}`,
    homesOnly ? '' : 'all',
    inView ? 'view' : '',
  ]
    .filter(Boolean)
    .join();
}

const readClasses = (text: string): readonly SolarClass[] =>
  sortClasses(text === '' ? [] : text.split('.').map(readOneOf(solarClasses)));

const filterParts: Readonly<Record<string, (text: string) => Partial<SolarFilter>>> = {
  panels: (text) => ({ fewestPanels: Math.round(readNumber(text, 0, MOST_PANELS)) }),
  classes: (text) => ({ classes: readClasses(text) }),
  permit: (text) => ({ permit: readOneOf(permitFilters)(text) }),
  district: (text) => ({ district: readId(text) }),
  all: () => ({ homesOnly: false }),
  view: () => ({ inView: true }),
};

function readFilter(text: string): SolarFilter {
  const parts = text.split(',').map((part) => {
    const [name = '', value = ''] = part.split(':');
    const read = filterParts[name];
    if (!read) throw new Error(`${part} is no part of a filter`);
    return read(value);
  });
  return Object.assign({}, initialSolarFilter, ...parts);
}

const writeChanges = (changes: SolarChanges): string =>
  solarSettingIds.flatMap((id) => (changes[id] === undefined ? [] : `${id}:${changes[id]}`)).join();

function readChanges(text: string): SolarChanges {
  const parts = text.split(',').map((part) => {
    const [name = '', value = ''] = part.split(':');
    const id = readOneOf(solarSettingIds)(name);
    return [id, readNumber(value, ...solarSettingBounds[id])];
  });
  return Object.fromEntries(parts);
}

export function writeSolar({ colour, hasPattern, filter, changes }: SolarChoice, opacity: number): string {
  return [
    colour === initialSolarChoice.colour ? '' : colour,
    hasPattern ? 'lines' : '',
    opacity === 1 ? '' : Math.round(opacity * 100),
    writeFilter(filter),
    writeChanges(changes),
  ]
    .join('/')
    .replace(/\/+$/, '');
}

export function readSolar(text: string): SharedSolar {
  const [colour, lines, percent, filter, changes, ...rest] = text.split('/');
  if (rest.length > 0 || (lines && lines !== 'lines')) throw new Error('expected colour/lines/percent/filter/settings');
  const choice = {
    colour: colour ? readOneOf(solarColours)(colour) : initialSolarChoice.colour,
    hasPattern: lines === 'lines',
    filter: filter ? readFilter(filter) : initialSolarFilter,
    changes: changes ? readChanges(changes) : {},
  };
  return { choice, opacity: percent ? readNumber(percent, 0, 100) / 100 : 1 };
}
