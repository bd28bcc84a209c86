/**
 * The part of the address after `#` that brings back a picture: `v=1&eye=147012.3,507880.1,412.5&look=12,-31&layers=-trees`.
 * Only what differs from the start is written. Version 2 added plans, the comparison and the moment, version 3 drawings
 * and the view from a window, version 4 measures against water, version 5 sun hours and sun on roofs, version 6 spatial claims, version 7 crowds and counts; links
 * of earlier versions open as they are. A link carries the version of the latest part in it, so that a viewer of before opens it without a word when
 * it can. Parts that a reader does not know or cannot read are told, never guessed, and the rest is opened.
 */
import type { DataVersion } from '../model/data-version.ts';
import type { HeatChoice } from '../model/heat.ts';
import { HIGHEST_FLOOR, type HouseWindow } from '../model/outlook.ts';
import type { Moment } from '../model/plan.ts';
import { type QuestionId, questionIds } from '../model/question-ids.ts';
import type { SunlightChoice } from '../model/sunlight-choice.ts';
import { readEye, readId, readNumbers, readOneOf, round } from './link-parts.ts';
import { readFlood, type SharedFlood, writeFlood } from './share-flood.ts';
import { readHeat, writeHeat } from './share-heat.ts';
import { readSolar, type SharedSolar, writeSolar } from './share-solar.ts';
import { readSunlight, writeSunlight } from './share-sunlight.ts';
import {
  type CameraPose,
  type Compare,
  compareModes,
  type Evening,
  initialTwin,
  type Language,
  type LayerId,
  type LayerView,
  languages,
  layerIds,
  type PlanChoice,
  type TwinState,
} from './twin.ts';

export const LINK_VERSION = 7;
/** Of a link without crowds or counts, which came with the latest. */
const CLAIMS_VERSION = 6;
/** Of one without spatial claims either. */
const SUN_VERSION = 5;
/** Of one without sun either. */
const MEASURES_VERSION = 4;
/** Of one without measures against water either. */
const DRAWN_VERSION = 3;
/** Of a link in which nothing is that came later. */
const PLAIN_VERSION = 2;

/** What the evening plays, where it is, and after how long without anyone it starts again. */
type SharedEvening = Pick<Evening, 'programme' | 'stop' | 'idleSeconds'>;

/** What a link keeps of the state. */
export interface SharedView {
  readonly camera?: CameraPose;
  readonly layers?: TwinState['layers'];
  /** Id of the selected building. */
  readonly building?: string;
  readonly language?: Language;
  readonly walking?: boolean;
  readonly question?: QuestionId;
  readonly choice?: PlanChoice;
  readonly compare?: Compare;
  readonly moment?: Moment;
  readonly evening?: SharedEvening;
  /** Absent: no water in the picture. */
  readonly flood?: SharedFlood;
  /** Absent: roofs as they are. */
  readonly solar?: SharedSolar;
  /** Absent: no sun hours in the picture. */
  readonly sunlight?: SunlightChoice;
  /** Absent: no heat of homes in the picture. */
  readonly heat?: HeatChoice;
  /** Absent: no spatial claims in the picture. Not read yet: see `share-claims.ts`. */
  readonly claims?: string;
  /** Absent: no event in the picture. Not read yet: see `share-crowd.ts`. */
  readonly crowd?: string;
  /** Absent: no counts in the picture. Not read yet: see `share-counts.ts`. */
  readonly counts?: string;
  readonly houseWindow?: HouseWindow;
  /** Through the lens of a window. */
  readonly lens?: boolean;
  /** What was drawn, not read yet: see `model/drawing-text.ts`. */
  readonly drawing?: string;
  /** Measures against water, not read yet: see `model/flood-measure-file.ts`. */
  readonly measures?: string;
  /** What the picture was made with. */
  readonly data?: DataVersion;
}

export interface ReadLink {
  readonly view: SharedView;
  /** Technical lines in English, one for each part that could not be read. */
  readonly complaints: readonly string[];
  /** Made by a later version than this one. */
  readonly isNewer: boolean;
}

/** To what a link keeps: centimetres and hundredths of a degree, heading from 0 up to 360. */
export function roundPose(pose: CameraPose): CameraPose {
  return {
    x: round(pose.x, 2),
    y: round(pose.y, 2),
    nap: round(pose.nap, 2),
    headingDegrees: round(((pose.headingDegrees % 360) + 360) % 360, 2) % 360,
    pitchDegrees: round(pose.pitchDegrees, 2),
  };
}

function writeLayers(layers: TwinState['layers']): string {
  return layerIds
    .flatMap((id) => {
      const { visible, opacity } = layers[id];
      const percent = Math.round(opacity * 100);
      const start = initialTwin.layers[id];
      if (visible === start.visible && percent === Math.round(start.opacity * 100)) return [];
      return `${visible ? '' : '-'}${id}${percent === 100 ? '' : `:${percent}`}`;
    })
    .join(',');
}

/** 17:05 for 1025 minutes. */
export const writeClock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;

/** What of the state a link brings back. */
export type Picture = Pick<
  TwinState,
  | 'camera'
  | 'layers'
  | 'overlays'
  | 'flood'
  | 'solar'
  | 'sunlight'
  | 'heat'
  | 'selection'
  | 'language'
  | 'walking'
  | 'question'
  | 'choice'
  | 'compare'
  | 'moment'
>;

/** `2`, `2:60`, `file:2`. A list of this window is in no address: whoever opens it elsewhere has the picture only. */
function writeEvening(evening: Evening | undefined, hasPlan: boolean): string | undefined {
  if (!evening || evening.programme === 'list' || (evening.programme === 'plan' && !hasPlan)) return undefined;
  const { programme, stop, idleSeconds } = evening;
  const place = [
    ...(programme === 'file' ? ['file'] : []),
    stop + 1,
    ...(idleSeconds === undefined ? [] : [idleSeconds]),
  ];
  return `evening=${place.join(':')}`;
}
type LinkState = Picture &
  Partial<
    Pick<
      TwinState,
      | 'evening'
      | 'floodMeasures'
      | 'sharedClaims'
      | 'sharedCrowd'
      | 'sharedCounts'
      | 'sharedDrawing'
      | 'lens'
      | 'houseWindow'
      | 'tool'
    >
  >;

/** The window that is part of the picture: while its tool is open, or while the camera looks out of it. */
export const shownWindow = ({ tool, lens, houseWindow }: Pick<LinkState, 'tool' | 'lens' | 'houseWindow'>) =>
  tool === 'window' || lens ? houseWindow : undefined;

/** Without the `#`. */
export function writeLink(state: LinkState, data?: DataVersion): string {
  const drawing = state.sharedDrawing?.text;
  const { visible, opacity } = state.overlays.flood;
  const houseWindow = shownWindow(state);
  const isDrawn = drawing || houseWindow || (state.camera && state.lens);
  const measures = visible && state.floodMeasures?.shared;
  const { solar, sunlight, heat, claims, crowd, counts } = state.overlays;
  const plain = measures ? MEASURES_VERSION : isDrawn ? DRAWN_VERSION : PLAIN_VERSION;
  const version = solar.visible || sunlight.visible || heat.visible ? SUN_VERSION : plain;
  const latest = claims.visible ? CLAIMS_VERSION : version;
  const parts = [`v=${crowd.visible || counts.visible ? LINK_VERSION : latest}`];
  if (state.camera) {
    const { x, y, nap, headingDegrees, pitchDegrees } = roundPose(state.camera);
    parts.push(`eye=${x},${y},${nap}`, `look=${headingDegrees},${pitchDegrees}`);
  }
  if (state.walking) parts.push('walk=1');
  if (state.camera && state.lens) parts.push('lens=1');
  if (houseWindow) {
    const { x, y, floor, number } = houseWindow;
    parts.push(`window=${round(x, 2)},${round(y, 2)},${floor},${encodeURIComponent(number)}`);
  }
  const layers = writeLayers(state.layers);
  if (layers) parts.push(`layers=${layers}`);
  if (state.selection) parts.push(`building=${encodeURIComponent(state.selection.id)}`);
  if (state.question) parts.push(`question=${state.question}`);
  if (state.choice) {
    const { plan, variant, phase } = state.choice;
    parts.push(
      `plan=${[plan, variant, phase]
        .filter((id) => id !== undefined)
        .map(encodeURIComponent)
        .join('/')}`,
    );
    const { mode, position } = state.compare;
    if (mode !== 'off') parts.push(`compare=${mode}${mode === 'swipe' ? `:${Math.round(position * 100)}` : ''}`);
  }
  if (visible) parts.push(`flood=${writeFlood(state.flood, opacity)}`);
  if (solar.visible) parts.push(`solar=${writeSolar(state.solar, solar.opacity)}`);
  if (sunlight.visible) parts.push(`sunlight=${writeSunlight(state.sunlight)}`);
  if (heat.visible) parts.push(`heat=${writeHeat(state.heat)}`);
  if (claims.visible) parts.push(`claims=${state.sharedClaims ?? ''}`);
  if (crowd.visible) parts.push(`crowd=${state.sharedCrowd ?? ''}`);
  if (counts.visible) parts.push(`counts=${state.sharedCounts ?? ''}`);
  const evening = writeEvening(state.evening, state.choice !== undefined);
  if (evening !== undefined) parts.push(evening);
  if (state.moment) parts.push(`time=${state.moment.date}T${writeClock(state.moment.minutes)}`);
  if (state.language !== initialTwin.language) parts.push(`lang=${state.language}`);
  if (data) parts.push(`data=${writeDataVersion(data)}`);
  if (drawing) parts.push(`draw=${drawing}`);
  if (measures) parts.push(`measures=${measures}`);
  return parts.join('&');
}

function readLook(text: string): { headingDegrees: number; pitchDegrees: number } {
  const [headingDegrees, pitchDegrees] = readNumbers(text, 2) as [number, number];
  if (Math.abs(pitchDegrees) > 90) throw new Error('pitch must lie between -90 and 90 degrees');
  return { headingDegrees, pitchDegrees };
}

function readWindow(text: string): HouseWindow {
  const [x = '', y = '', floor = '', number = '', ...rest] = text.split(',');
  const eye = readEye(`${x},${y},0`);
  if (!/^\d{1,2}$/.test(floor) || Number(floor) > HIGHEST_FLOOR || rest.length > 0)
    throw new Error(`expected x,y,floor,number with a floor up to ${HIGHEST_FLOOR}`);
  return { x: eye.x, y: eye.y, number: readId(number), floor: Number(floor) };
}

function readLayers(text: string): TwinState['layers'] {
  const layers: Record<LayerId, LayerView> = { ...initialTwin.layers };
  for (const part of text.split(',')) {
    const match = /^(-?)([a-z]+)(?::(\d{1,3}))?$/.exec(part);
    const id = layerIds.find((layer) => layer === match?.[2]);
    const percent = Number(match?.[3] ?? 100);
    if (!match || !id || percent > 100) throw new Error(`${part} is no layer`);
    layers[id] = { visible: match[1] !== '-', opacity: percent / 100 };
  }
  return layers;
}

/** `plan`, `plan/variant` or `plan/variant/phase`. */
function readChoice(text: string): PlanChoice {
  const [plan, variant, phase, ...rest] = text.split('/').map(readId);
  if (plan === undefined || rest.length > 0) throw new Error('expected plan/variant/phase');
  return { plan, variant, phase };
}

function readCompare(text: string): Compare {
  const [mode, percent = '50'] = text.split(':');
  const position = Number(percent) / 100;
  if (!(position >= 0 && position <= 1)) throw new Error('expected a part from 0 to 100');
  return { mode: readOneOf(compareModes)(mode ?? ''), position };
}

function readMoment(text: string): Moment {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text);
  const [date, hours, minutes] = [match?.[1], Number(match?.[2]), Number(match?.[3])];
  if (date === undefined || Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || hours > 23 || minutes > 59)
    throw new Error('expected a local time like 2026-03-21T17:00');
  return { date, minutes: hours * 60 + minutes };
}

/** Stops are counted from 1, as people do; seconds follow where they are not those of the programme. */
function readEvening(text: string): SharedEvening {
  if (text === 'file') return { programme: 'file', stop: 0, idleSeconds: undefined };
  const match = /^(file:)?([1-9]\d{0,2})(?::(\d{1,5}))?$/.exec(text);
  if (!match) throw new Error('expected a stop, stop:seconds, or file and these');
  const [, file, stop, seconds] = match;
  return {
    programme: file === undefined ? 'plan' : 'file',
    stop: Number(stop) - 1,
    idleSeconds: seconds === undefined ? undefined : Number(seconds),
  };
}

/** Its code is fetched when there is one; then it is read. */
function readDrawingText(text: string): string {
  if (!/^[\w.~%]+$/.test(text)) throw new Error('has letters that are not in one');
  return text;
}

/** The first eight of the hash tell data apart well enough: `data=1a2b3c4d/2026-01-01`. */
const writeDataVersion = ({ hash, date }: DataVersion) =>
  hash.slice(0, 8) + (date ? `/${encodeURIComponent(date)}` : '');

function readDataVersion(text: string): DataVersion {
  const [hash, date, ...rest] = text.split('/').map(readId);
  if (hash === undefined || !/^[0-9a-f]{8,64}$/.test(hash) || rest.length > 0) throw new Error('expected hash/date');
  return { hash, date };
}

/** With or without the `#`; an empty address is an empty view. Never throws. */
export function readLink(hash: string): ReadLink {
  const text = hash.replace(/^#/, '');
  if (text === '') return { view: {}, complaints: [], isNewer: false };
  const parts = new Map(
    text.split('&').map((part): [string, string] => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  const complaints: string[] = [];
  const version = Number(parts.get('v'));
  if (!Number.isInteger(version) || version < 1) {
    return { view: {}, complaints: [`v=${parts.get('v') ?? ''} is no version of a shared address`], isNewer: false };
  }
  parts.delete('v');

  function take<T>(name: string, read: (text: string) => T): T | undefined {
    const value = parts.get(name);
    parts.delete(name);
    if (value === undefined) return undefined;
    try {
      return read(value);
    } catch (error) {
      complaints.push(`${name}=${value}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  const eye = take('eye', readEye);
  const look = take('look', readLook);
  const layers = take('layers', readLayers);
  const building = take('building', readId);
  const walking = take('walk', readOneOf(['1']));
  const lens = take('lens', readOneOf(['1']));
  const houseWindow = take('window', readWindow);
  const language = take('lang', readOneOf(languages));
  const question = take('question', readOneOf(questionIds));
  const choice = take('plan', readChoice);
  const compare = take('compare', readCompare);
  const moment = take('time', readMoment);
  const flood = take('flood', readFlood);
  const solar = take('solar', readSolar);
  const sunlight = take('sunlight', readSunlight);
  const heat = take('heat', readHeat);
  const claims = take('claims', (text) => text);
  const crowd = take('crowd', (text) => text);
  const counts = take('counts', (text) => text);
  const evening = take('evening', readEvening);
  const isPlayable = evening?.programme === 'file' || choice !== undefined;
  if (evening && !isPlayable) complaints.push('evening: expected a plan beside it, or file');
  const data = take('data', readDataVersion);
  const drawing = take('draw', readDrawingText);
  const measures = take('measures', readDrawingText);
  for (const [name, value] of parts) complaints.push(`${name}=${value}: this version knows no such part`);
  const view: SharedView = {
    ...(eye && { camera: roundPose({ ...eye, ...(look ?? { headingDegrees: 0, pitchDegrees: -45 }) }) }),
    ...(layers && { layers }),
    ...(building && { building }),
    ...(walking && { walking: true }),
    ...(eye && lens && { lens: true }),
    ...(houseWindow && { houseWindow }),
    ...(language && { language }),
    ...(question && { question }),
    ...(choice && { choice }),
    ...(compare && { compare }),
    ...(moment && { moment }),
    ...(flood && { flood }),
    ...(solar && { solar }),
    ...(sunlight && { sunlight }),
    ...(heat && { heat }),
    ...(claims !== undefined && { claims }),
    ...(crowd !== undefined && { crowd }),
    ...(counts !== undefined && { counts }),
    ...(evening && isPlayable && { evening }),
    ...(data && { data }),
    ...(drawing && { drawing }),
    ...(measures && { measures }),
  };
  return { view, complaints, isNewer: version > LINK_VERSION };
}
