/**
 * Spatial claims in a shared address: `heights/year/themes/hardnesses/conflicts/plain/place/selected/matrix`, of which only what
 * differs from the start is written. Fetched with the first link that has them.
 */

import { conflictKinds, hardnesses } from '../model/claim.ts';
import {
  CLAIM_HIGHEST,
  CLAIM_LOWEST,
  type ClaimChoice,
  claimYears,
  initialClaimChoice,
  type OwnPair,
} from '../model/claim-choice.ts';
import { readId, readNumbers, readOneOf, round } from './link-parts.ts';
import { reportProblem, twin } from './twin.ts';

/** Corners of an area that still fit in an address. */
export const MOST_CORNERS = 200;
const MOST_PARTS = 9;
/** For a list that is empty on purpose. */
const NONE = '-';

const writeList = (list: readonly string[]) => list.map(encodeURIComponent).join();
const readList = (text: string) => (text === '' ? [] : text.split(',').map(readId));

function writePlace({ place }: ClaimChoice): string {
  // One that is drawn with more corners is for this window only.
  if (!place || ('ring' in place && place.ring.length > 2 * MOST_CORNERS)) return '';
  return ('ring' in place ? place.ring : [place.x, place.y]).map((value) => round(value, 2)).join();
}

function readPlace(text: string): ClaimChoice['place'] {
  if (text === '') return undefined;
  const numbers = readNumbers(text, text.split(',').length);
  const isInside = numbers.every((value, i) =>
    i % 2 === 0 ? value >= -10_000 && value <= 300_000 : value >= 280_000 && value <= 650_000,
  );
  if (!isInside) throw new Error('a place is outside RD New');
  if (numbers.length === 2) return { x: numbers[0] as number, y: numbers[1] as number };
  if (numbers.length % 2 === 1 || numbers.length < 6 || numbers.length > 2 * MOST_CORNERS)
    throw new Error(`expected x,y or the ${3} to ${MOST_CORNERS} corners of an area`);
  return { ring: numbers };
}

function readSelected(text: string): ClaimChoice['selected'] {
  const [a, b, ...rest] = readList(text);
  if (rest.length > 0) throw new Error('expected one or two claims');
  if (a === undefined) return undefined;
  return b === undefined ? [a] : [a, b];
}

const writePairs = (pairs: readonly OwnPair[]) =>
  pairs.map(({ themes, kind }) => [...themes.map(encodeURIComponent), kind].join()).join(';');

const readPairs = (text: string): OwnPair[] =>
  text === ''
    ? []
    : text.split(';').map((part) => {
        const [a = '', b = '', kind = '', ...rest] = part.split(',');
        if (rest.length > 0) throw new Error('expected theme,theme,kind');
        return { themes: [readId(a), readId(b)], kind: readOneOf(conflictKinds)(kind) };
      });

const start = initialClaimChoice;

export function writeClaims(choice: ClaimChoice): string {
  const { lowNap, highNap, year, hiddenThemes, hiddenHardnesses, conflicts, hasPattern, selected, ownPairs } = choice;
  return [
    lowNap === start.lowNap && highNap === start.highNap ? '' : `${round(lowNap, 1)},${round(highNap, 1)}`,
    year ?? '',
    writeList(hiddenThemes),
    hiddenHardnesses.join(),
    conflicts.join() === start.conflicts.join() ? '' : conflicts.join() || NONE,
    hasPattern ? '' : 'plain',
    writePlace(choice),
    writeList(selected ?? []),
    writePairs(ownPairs),
  ]
    .join('/')
    .replace(/\/+$/, '');
}

/** Throws an Error that says what was expected. */
export function readClaims(text: string): ClaimChoice {
  const parts = text.split('/');
  if (parts.length > MOST_PARTS) throw new Error(`expected at most ${MOST_PARTS} parts`);
  const [heights = '', year = '', themes = '', hard = '', kinds = '', plain = '', place = '', chosen = '', pairs = ''] =
    parts;
  const [lowNap, highNap] = heights === '' ? [start.lowNap, start.highNap] : readNumbers(heights, 2);
  if (!(lowNap !== undefined && highNap !== undefined && CLAIM_LOWEST <= lowNap && lowNap <= highNap))
    throw new Error(`expected heights from ${CLAIM_LOWEST} up`);
  if (highNap > CLAIM_HIGHEST) throw new Error(`expected heights up to ${CLAIM_HIGHEST}`);
  const [from, until] = claimYears;
  const number = year === '' ? undefined : Number(year);
  if (number !== undefined && !(Number.isInteger(number) && number >= from && number <= until))
    throw new Error(`expected a year from ${from} to ${until}`);
  if (plain !== '' && plain !== 'plain') throw new Error('expected plain');
  const listed = kinds === '' ? start.conflicts : kinds === NONE ? [] : kinds.split(',').map(readOneOf(conflictKinds));
  return {
    lowNap,
    highNap,
    year: number,
    hiddenThemes: readList(themes),
    hiddenHardnesses: hard === '' ? [] : hard.split(',').map(readOneOf(hardnesses)),
    conflicts: listed,
    hasPattern: plain === '',
    place: readPlace(place),
    selected: readSelected(chosen),
    ownPairs: readPairs(pairs),
  };
}

/** As a link has it. What cannot be read is told, and what is asked starts anew. */
export function openSharedClaims(text: string): void {
  if (twin.getState().sharedClaims !== text) return;
  try {
    twin.setState({ claims: readClaims(text) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    reportProblem({ what: 'link', url: `claims=${text}`, detail });
    twin.setState({ sharedClaims: writeClaims(twin.getState().claims) });
  }
}
