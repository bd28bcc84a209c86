/** While sun hours are shown: threads for the place, the map and the neighbours, asked anew when what they depend on changes. */
import { findAddressAt, listBuildingAddresses } from '../model/building-addresses.ts';
import { type SunAtPlace, type SunQuestion, type SunReply, USUAL_ERROR } from '../model/sun-question.ts';
import type { SunSite } from '../model/sunlight.ts';
import { type SunlightAsker, startSunlight } from '../workers/start-sunlight.ts';
import { needIndex } from './load-municipality.ts';
import { openPlan } from './plans.ts';
import { askedRules, checkSunRule } from './sun-rules.ts';
import { initialSunlight, listSunDates, setSunlightChoice, sunDate, sunlight } from './sunlight.ts';
import { comparedPlan, middleOfPlan } from './sunlight-plan.ts';
import { reportProblem, type TwinState, twin } from './twin.ts';

/** Metres around: of a window's own site, of the map, and beyond the plan within which its neighbours are asked. */
const [PLACE_RADIUS, MAP_RADIUS, BEYOND_PLAN] = [40, 110, 150];
const MOST_NEIGHBOURS = 200;

const names = ['place', 'map', 'neighbours'] as const;
type Name = (typeof names)[number];

interface Thread {
  readonly site: string;
  readonly asker: SunlightAsker;
  asked: string;
}
const threads = new Map<Name, Thread>();
/** Numbers for models, so that a site is told by a short key. */
const numbers = new WeakMap<object, number>();
let count = 0;
function numberOf(thing: object): number {
  const number = numbers.get(thing) ?? ++count;
  numbers.set(thing, number);
  return number;
}

function stop(name: Name): void {
  threads.get(name)?.asker.stop();
  threads.delete(name);
}

/** m; as the source of the buildings tells it. */
export function geometryError({ municipality }: Pick<TwinState, 'municipality'>): number {
  const told = municipality.status === 'ready' ? municipality.value.buildings[0]?.source.accuracyM : undefined;
  return told ?? USUAL_ERROR;
}

function ask(
  name: Name,
  place: { readonly x: number; readonly y: number },
  radius: number,
  question: SunQuestion,
  onReply: (reply: SunReply) => void,
): void {
  const state = twin.getState();
  if (state.municipality.status !== 'ready') return;
  const { models } = comparedPlan(state);
  const { trees: treeShade } = state.sunlight;
  const key = [place.x, place.y, radius, treeShade, ...models.map(({ model }) => numberOf(model))].join();
  let thread = threads.get(name);
  if (thread?.site !== key) {
    stop(name);
    const { buildings, heights, trees } = state.municipality.value;
    const whole = (url: string) => new URL(url, state.baseUrl).href;
    const site: SunSite = {
      place: { x: place.x, y: place.y },
      radius,
      tilesets: buildings.flatMap(({ url, heightDatum }) =>
        url === undefined ? [] : { url: whole(url), isNap: heightDatum === 'nap' },
      ),
      heights: heights?.url === undefined ? undefined : whole(heights.url),
      // What trees dim is told of one place only; what they shade of all.
      trees:
        (name === 'place' || treeShade !== 'no') && trees?.url !== undefined
          ? { url: whole(trees.url), isNap: trees.heightDatum === 'nap' }
          : undefined,
      treeShade,
      variants: models,
    };
    thread = { site: key, asker: startSunlight(site), asked: '' };
    threads.set(name, thread);
  }
  const asked = JSON.stringify(question);
  if (thread.asked === asked) return;
  thread.asked = asked;
  thread.asker.ask(question, onReply);
}

const ready = <T>(value: T) => ({ status: 'ready', value }) as const;
const failed = (message: string) => ({ status: 'failed', message }) as const;
const RUNNING = { status: 'running' } as const;

/** Most sun first, on the day of the question: that is the window that people mean until they say another. */
function sortPlaces(places: readonly SunAtPlace[], date: string): SunAtPlace[] {
  const minutesOf = ({ today }: SunAtPlace) => today.days.find((day) => day.date === date)?.minutes ?? 0;
  return places.toSorted((a, b) => minutesOf(b) - minutesOf(a));
}

/** The address of a window that a link names: told where there is none. */
function findHouse({ sunlight: { place }, addresses }: TwinState) {
  if (place?.kind !== 'window' || addresses.status !== 'ready') return undefined;
  const found = findAddressAt(addresses.value, place);
  if (!found) {
    const { x, y, number } = place;
    setSunlightChoice({ place: undefined });
    reportProblem({ what: 'link', url: `sunlight=${x},${y}`, detail: `no address with number ${number} lies there` });
  }
  return found;
}

/** What the last question about a place was, without its rules. */
let placeSubject = '';

function askPlace(state: TwinState): void {
  const { sunlight: choice, buildingTable, addresses } = state;
  const { place } = choice;
  const areComing = [buildingTable, addresses].some(({ status }) => status === 'idle' || status === 'running');
  if (!place) {
    stop('place');
    sunlight.setState({ places: { status: 'idle' }, address: undefined });
    return;
  }
  const isWaiting = comparedPlan(state).isComing || (place.kind === 'window' && areComing);
  const house = isWaiting ? undefined : findHouse(state);
  if (place.kind === 'window' && !isWaiting && !house && addresses.status === 'ready') return;
  const address = house && `${house.street} ${house.number}`;
  if (isWaiting) {
    stop('place');
    sunlight.setState({ places: RUNNING, address });
    return;
  }
  const dates = listSunDates(choice);
  const asked = { dates, rules: askedRules(state), error: geometryError(state) };
  const { x, y } = place;
  const building = buildingTable.status === 'ready' && house ? buildingTable.value.id[house.building] : undefined;
  const question: SunQuestion =
    place.kind === 'window'
      ? { kind: 'window', x, y, building, floor: place.floor, ...asked }
      : { kind: 'spot', x, y, ...asked };
  const before = threads.get('place');
  // With another norm all but its verdict stays as it is.
  const subject = JSON.stringify({ ...question, rules: [] });
  const isSameSubject = subject === placeSubject;
  placeSubject = subject;
  ask('place', place, PLACE_RADIUS, question, (reply) => {
    if (reply.kind === 'failed') sunlight.setState({ places: failed(reply.message) });
    if (reply.kind !== 'places') return;
    sunlight.setState({ places: ready(sortPlaces(reply.places, sunDate(choice))), facts: reply.facts });
  });
  if (threads.get('place') !== before || !isSameSubject) sunlight.setState({ places: RUNNING, address });
  else sunlight.setState({ address });
}

/** Around the place, else around the plan. */
function mapMiddle(state: TwinState): { x: number; y: number } | undefined {
  const { place } = state.sunlight;
  const { plan } = comparedPlan(state);
  return place ?? (plan && middleOfPlan(plan));
}

function askMap(state: TwinState): void {
  const middle = mapMiddle(state);
  if (state.sunlight.map === 'off' || !middle || state.scene === 'unsupported') {
    stop('map');
    sunlight.setState({ map: undefined, mapStatus: { status: 'idle' } });
    return;
  }
  if (comparedPlan(state).isComing) return;
  const before = threads.get('map');
  const asking = before?.asked;
  ask('map', middle, MAP_RADIUS, { kind: 'map', date: sunDate(state.sunlight), radius: MAP_RADIUS }, (reply) => {
    if (reply.kind === 'failed') sunlight.setState({ mapStatus: failed(reply.message) });
    if (reply.kind !== 'map') return;
    sunlight.setState({ map: reply.map, facts: reply.facts, ...(reply.map.isFinest && { mapStatus: ready(true) }) });
  });
  const after = threads.get('map');
  // Of another place or plan the old map would tell lies; of another day it stays until the first of the new one has come.
  if (after !== before) sunlight.setState({ map: undefined });
  if (after !== before || after?.asked !== asking) sunlight.setState({ mapStatus: RUNNING });
}

/** Buildings with an address around the plan, the nearest first. */
function listHomes({ buildingTable, addresses }: TwinState, x: number, y: number, radius: number): string[] {
  if (buildingTable.status !== 'ready' || addresses.status !== 'ready') return [];
  const table = buildingTable.value;
  const index = addresses.value;
  return [...table.id.keys()]
    .map((row) => ({ row, away: Math.hypot((table.x[row] as number) - x, (table.y[row] as number) - y) }))
    .filter(({ row, away }) => away <= radius && listBuildingAddresses(index, row).length > 0)
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST_NEIGHBOURS)
    .map(({ row }) => table.id[row] as string);
}

/** Asked when the visitor wants them: they take a second. */
export async function askNeighbours(): Promise<void> {
  await Promise.all([needIndex('buildingTable'), needIndex('addresses')]);
  const state = twin.getState();
  const { plan, isComing } = comparedPlan(state);
  if (!plan || isComing) return;
  const { x, y, radius } = middleOfPlan(plan);
  const reach = radius + BEYOND_PLAN;
  const rule = askedRules(state).find(({ id }) => id === state.sunlight.rule);
  if (!rule) return;
  const date = sunDate(state.sunlight);
  sunlight.setState({ neighbours: RUNNING });
  const buildings = listHomes(state, x, y, reach);
  const question = { kind: 'neighbours', date, rule, error: geometryError(state), buildings } as const;
  stop('neighbours');
  ask('neighbours', { x, y }, reach, question, (reply) => {
    if (reply.kind === 'failed') sunlight.setState({ neighbours: failed(reply.message) });
    if (reply.kind !== 'neighbours') return;
    sunlight.setState({ neighbours: ready({ rows: reply.neighbours, date, ms: reply.ms }) });
    // What it read is large and is asked seldom.
    stop('neighbours');
  });
}

function refresh(): void {
  checkSunRule();
  askPlace(twin.getState());
  askMap(twin.getState());
}

/** What answers rest on. */
const watched = (state: TwinState) => {
  const { models, isComing } = comparedPlan(state);
  const { sunlight: choice, municipality, addresses, buildingTable, scene } = state;
  return [
    choice,
    municipality,
    addresses.status,
    buildingTable.status,
    scene === 'unsupported',
    isComing,
    ...models.map(({ model }) => model),
  ];
};

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Opens the first plan when none is open. Returns the function that stops all threads. */
export function followSunlight(): () => void {
  needIndex('buildingTable');
  needIndex('addresses');
  const openFirst = ({ plans, choice }: TwinState) => {
    const [first] = plans.status === 'ready' ? plans.value : [];
    if (!choice && first) openPlan(first.id);
  };
  openFirst(twin.getState());
  refresh();
  let before = watched(twin.getState());
  const unsubscribe = twin.subscribe((state, old) => {
    if (state.plans !== old.plans) openFirst(state);
    const now = watched(twin.getState());
    if (isSame(now, before)) return;
    const isOtherPlan = !isSame(now.slice(5), before.slice(5));
    before = now;
    // Of another plan, day or rule the list would tell lies.
    const { sunlight: choice } = twin.getState();
    const isOther = (['rule', 'own', 'date', 'trees'] as const).some((key) => choice[key] !== old.sunlight[key]);
    if (isOtherPlan || isOther) {
      stop('neighbours');
      sunlight.setState({ neighbours: { status: 'idle' } });
    }
    refresh();
  });
  return () => {
    unsubscribe();
    for (const name of names) stop(name);
    sunlight.setState(initialSunlight);
    twin.setState({ placesSun: false });
  };
}
