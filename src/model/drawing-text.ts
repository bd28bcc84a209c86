/**
 * What was drawn as a short text for a link: `1~iv~pf0.1e0.nBlok_hi56o.1ohn28.334.0.0.1xg.333.0`. Read it as: version of this text, peil,
 * then each volume: what its heights count from and its roof by a letter, lower, upper, what more is known of it each behind a
 * letter, and its rings: the first corner in RD, every next one from the one before it.
 *
 * Lengths are whole centimetres and angles hundredths of a degree, in base 36 with the sign in the lowest bit (0, −1, 1, −2… are
 * 0, 1, 2, 3…). Only letters, digits and `. _ ~ %` stand in it, and never a sign at its end, so that mail programs leave it whole.
 * A box takes about 40 characters. What was placed from files is not in it.
 */
import type { Drawing } from './drawing.ts';
import { heightReferences, type PlanVolume, roofShapes } from './plan-volume.ts';

/** Characters that a link gives to a drawing: some fifty boxes without a name; longer addresses are cut by mail and chat programs. */
export const LONGEST_DRAWING = 2000;

const VERSION = '1';
/** Steps in a metre and in a degree. */
const STEPS = 100;

function writeNumber(value: number): string {
  const steps = Math.round(value * STEPS);
  return (steps < 0 ? -2 * steps - 1 : 2 * steps).toString(36);
}

function readNumber(text: string | undefined): number {
  if (text === undefined || !/^[0-9a-z]{1,7}$/.test(text)) throw new Error(`"${text}" is no number of a drawing`);
  const code = Number.parseInt(text, 36);
  return (code % 2 === 0 ? code / 2 : -(code + 1) / 2) / STEPS + 0;
}

/** What separates, and what other programs take for the end of an address, is written by its number; half characters go. */
const writeText = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replace(
    /[-._~!*'()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );

/** Corners are rounded first, so that what is between them adds up. */
function writeRing(ring: readonly number[]): string {
  const steps = ring.map((value) => Math.round(value * STEPS));
  return steps.map((value, i) => writeNumber((value - (i < 2 ? 0 : (steps[i - 2] as number))) / STEPS)).join('.');
}

function readRing(text: string): number[] {
  const numbers = text.split('.').map(readNumber);
  if (numbers.length < 6 || numbers.length % 2 === 1) throw new Error('an outline has three corners or more');
  const ring: number[] = [];
  for (const [i, value] of numbers.entries())
    ring.push(Math.round((value + (i < 2 ? 0 : (ring[i - 2] as number))) * STEPS) / STEPS);
  return ring;
}

/** Other members of a volume by their letter. */
const numbers = { e: 'eaves', r: 'ridgeDegrees', d: 'dwellings' } as const;
const texts = { n: 'name', u: 'use', p: 'phase' } as const;

function writeVolume({ footprint, lower, upper, reference, roof, ...rest }: PlanVolume): string {
  const known = { ...rest, ...roof };
  const more = [
    ...Object.entries(numbers).flatMap(([letter, name]) => {
      const value = known[name];
      return value === undefined ? [] : letter + writeNumber(value);
    }),
    ...Object.entries(texts).flatMap(([letter, name]) => {
      const value = known[name];
      return value === undefined ? [] : letter + writeText(value);
    }),
  ];
  const first = `${reference[0]}${roof.shape[0]}${writeNumber(lower)}`;
  return [[first, writeNumber(upper), ...more].join('.'), ...footprint.map(writeRing)].join('_');
}

const startingWith = <T extends string>(list: readonly T[], letter: string | undefined): T => {
  const found = list.find((item) => item[0] === letter);
  if (found === undefined) throw new Error(`"${letter}" is none of ${list.join(', ')}`);
  return found;
};

function readVolume(text: string, row: number): PlanVolume {
  const [head = '', ...rings] = text.split('_');
  const [first = '', upper, ...more] = head.split('.');
  if (rings.length === 0) throw new Error('a volume has an outline');
  const known: Partial<Record<(typeof numbers)[keyof typeof numbers], number>> = {};
  const named: Partial<Record<(typeof texts)[keyof typeof texts], string>> = {};
  for (const part of more) {
    const letter = part.charAt(0);
    if (letter in numbers) known[numbers[letter as keyof typeof numbers]] = readNumber(part.slice(1));
    else if (letter in texts) named[texts[letter as keyof typeof texts]] = decodeURIComponent(part.slice(1));
    else throw new Error(`"${part}" is not known of a volume`);
  }
  const { eaves, ridgeDegrees, dwellings } = known;
  return {
    id: `volume-${row + 1}`,
    ...named,
    ...(dwellings !== undefined && { dwellings: Math.round(dwellings) }),
    footprint: rings.map(readRing),
    lower: readNumber(first.slice(2)),
    upper: readNumber(upper),
    reference: startingWith(heightReferences, first[0]),
    roof: {
      shape: startingWith(roofShapes, first[1]),
      ...(eaves !== undefined && { eaves }),
      ...(ridgeDegrees !== undefined && { ridgeDegrees }),
    },
  };
}

/** Undefined where it is longer than a link can hold; the empty text where nothing was drawn. */
export function writeDrawing({ volumes, peilNap }: Pick<Drawing, 'volumes' | 'peilNap'>): string | undefined {
  if (volumes.length === 0) return '';
  const parts = [VERSION, writeNumber(peilNap)];
  let length = parts.join('~').length;
  for (const volume of volumes) {
    const part = writeVolume(volume);
    length += part.length + 1;
    if (length > LONGEST_DRAWING) return undefined;
    parts.push(part);
  }
  return parts.join('~');
}

/** Throws an Error that says what is wrong. */
export function readDrawing(text: string): Pick<Drawing, 'volumes' | 'peilNap'> {
  const [version, peil, ...volumes] = text.split('~');
  if (version !== VERSION) throw new Error(`is written in version ${version}, which is not known here`);
  return { peilNap: readNumber(peil), volumes: volumes.map(readVolume) };
}
