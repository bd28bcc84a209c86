/** Sun that a plan takes: what is computed and shown of it. Lives with its question, so that the first page need not carry it. */
import { createStore } from 'zustand/vanilla';
import type { Loadable } from '../model/loadable.ts';
import { HIGHEST_FLOOR } from '../model/outlook.ts';
import type { SunMap } from '../model/sun-cells.ts';
import type { SunAtPlace, SunFacts, SunNeighbour } from '../model/sun-question.ts';
import type { SunlightChoice } from '../model/sunlight-choice.ts';
import { twin } from './twin.ts';

export interface SunlightState {
  /** Windows of the house on its floor, the one with most sun first; or the place on the ground. */
  readonly places: Loadable<readonly SunAtPlace[]>;
  readonly facts: SunFacts | undefined;
  /** The address, as its register calls it; undefined while it is not known. */
  readonly address: string | undefined;
  /** From coarse to fine; undefined until the first has come. */
  readonly map: SunMap | undefined;
  readonly mapStatus: Loadable<true>;
  readonly neighbours: Loadable<{ readonly rows: readonly SunNeighbour[]; readonly date: string; readonly ms: number }>;
}

export const initialSunlight: SunlightState = {
  places: { status: 'idle' },
  facts: undefined,
  address: undefined,
  map: undefined,
  mapStatus: { status: 'idle' },
  neighbours: { status: 'idle' },
};

export const sunlight = createStore<SunlightState>(() => initialSunlight);

export function setSunlightChoice(change: Partial<SunlightChoice>): void {
  twin.setState({ sunlight: { ...twin.getState().sunlight, ...change } });
}

/** The customary dates of Dutch studies of sunlight, month and day. */
export const customaryDays = ['12-21', '02-19', '03-21', '06-21'] as const;
const USUAL_DAY = '03-21';

/** Of the question; without one the spring equinox of this year. */
export const sunDate = ({ date }: SunlightChoice): string => date ?? `${new Date().getFullYear()}-${USUAL_DAY}`;

/** The day of the question and the customary ones of its year, from January on. */
export function listSunDates(choice: SunlightChoice): string[] {
  const date = sunDate(choice);
  return [...new Set([date, ...customaryDays.map((day) => `${date.slice(0, 4)}-${day}`)])].sort();
}

/** Degrees between two directions. */
const between = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);

/** Row of the place that the visitor chose: the wall that faces the chosen way most nearly, else the first. */
export function chosenRow(places: readonly SunAtPlace[], { place }: SunlightChoice): number {
  const facing = place?.kind === 'window' ? place.facing : undefined;
  if (facing === undefined) return 0;
  const away = places.map(({ point }) => between(point.facingDegrees ?? 0, facing));
  return Math.max(away.indexOf(Math.min(...away)), 0);
}

/** What is told of the place that was asked for. */
export function chosenPlace(state: SunlightState, choice: SunlightChoice): SunAtPlace | undefined {
  return state.places.status === 'ready' ? state.places.value[chosenRow(state.places.value, choice)] : undefined;
}

/** As a link keeps them. */
const toCentimetres = (metres: number) => Math.round(metres * 100) / 100;

/** A window of an address; another house keeps the floor. */
export function chooseHouse({
  x,
  y,
  number,
}: {
  readonly x: number;
  readonly y: number;
  readonly number: string;
}): void {
  const { place } = twin.getState().sunlight;
  const floor = place?.kind === 'window' ? place.floor : 0;
  const at = { x: toCentimetres(x), y: toCentimetres(y) };
  setSunlightChoice({ place: { kind: 'window', ...at, number, floor, facing: undefined } });
}

export function setSunFloor(asked: number): void {
  const { place } = twin.getState().sunlight;
  const floor = Math.min(Math.max(Math.round(asked), 0), HIGHEST_FLOOR);
  if (place?.kind === 'window') setSunlightChoice({ place: { ...place, floor } });
}

/** The wall that faces so many degrees. */
export function setSunFacing(degrees: number): void {
  const { place } = twin.getState().sunlight;
  if (place?.kind === 'window') setSunlightChoice({ place: { ...place, facing: Math.round(degrees) % 360 } });
}

export function chooseSpot(x: number, y: number): void {
  twin.setState({ placesSun: false });
  setSunlightChoice({ place: { kind: 'spot', x: toCentimetres(x), y: toCentimetres(y) } });
}
