/** Who comes to the fair between half past one and half past three, from where, when and what for. */
import type { EventGroup } from '../model/event-plan.ts';

/** Of the day; the simulated hours are its busiest. */
export const fairStart = '13:30';
export const FAIR_SECONDS = 7200;

type Row = readonly [
  id: string,
  title: string,
  persons: number,
  from: string,
  minutes: readonly [from: number, until: number],
  via: readonly string[],
];

/** Nobody comes in the last quarter: who came before has time to leave. */
const rows: readonly Row[] = [
  ['zuid-winkelen', 'Uit zuid, langs de kramen', 250, 'hoogstraat-zuid', [0, 98], ['kramen-oost-1', 'kramen-west-2']],
  [
    'zuid-drinken',
    'Uit zuid, langs de kramen en de bar',
    110,
    'hoogstraat-zuid',
    [0, 90],
    ['kramen-west-1', 'bar', 'toilet'],
  ],
  ['trein', 'Met de trein van 14.02', 140, 'hoogstraat-zuid', [34, 38], ['podium']],
  ['optocht', 'Optocht van de scholen', 400, 'hoogstraat-zuid', [60, 62], ['podium']],
  [
    'oost-winkelen',
    'Uit de Brugstraat, langs de kramen',
    260,
    'brugstraat',
    [0, 98],
    ['kramen-oost-2', 'kramen-west-1'],
  ],
  ['oost-podium', 'Uit de Brugstraat, naar het podium', 220, 'brugstraat', [10, 75], ['bar', 'podium']],
  [
    'noord-winkelen',
    'Uit noord, langs de kramen',
    200,
    'hoogstraat-noord',
    [0, 98],
    ['kramen-west-2', 'kramen-oost-2'],
  ],
  ['noord-podium', 'Uit noord, naar het podium', 90, 'hoogstraat-noord', [15, 75], ['podium', 'toilet']],
  ['naar-trein', 'Uit noord, over de markt naar het station', 90, 'hoogstraat-noord', [57, 62], []],
  [
    'west-winkelen',
    'Uit de Westerstraat, langs de kramen',
    210,
    'westerstraat',
    [0, 98],
    ['kramen-west-2', 'kramen-west-1'],
  ],
  ['west-podium', 'Uit de Westerstraat, naar het podium', 150, 'westerstraat', [15, 75], ['podium']],
  [
    'raadhuis-winkelen',
    'Uit de Raadhuisstraat, langs de kramen',
    220,
    'raadhuisstraat',
    [0, 98],
    ['kramen-west-1', 'kramen-west-2'],
  ],
  [
    'kerk-winkelen',
    'Uit de Kerkstraat, naar podium en kramen',
    160,
    'kerkstraat',
    [0, 100],
    ['podium', 'kramen-west-1'],
  ],
];

/** By which they leave: by their own street or another, whichever they reach first. */
const waysOut: Readonly<Record<string, readonly string[]>> = {
  'hoogstraat-zuid': ['hoogstraat-zuid'],
  brugstraat: ['brugstraat', 'hoogstraat-noord'],
  'hoogstraat-noord': ['hoogstraat-noord', 'kerkstraat'],
  raadhuisstraat: ['raadhuisstraat', 'westerstraat'],
  westerstraat: ['westerstraat', 'raadhuisstraat'],
  kerkstraat: ['kerkstraat', 'westerstraat'],
};
/** Who only cross the market. */
const crossing: Readonly<Record<string, readonly string[]>> = { 'naar-trein': ['hoogstraat-zuid'] };

export const fairGroups: readonly EventGroup[] = rows.map(([id, title, persons, from, [first, last], via]) => ({
  id,
  title,
  persons,
  from,
  fromSecond: first * 60,
  untilSecond: last * 60,
  via,
  to: crossing[id] ?? waysOut[from] ?? [from],
}));
