/** Water in a shared address. */
import { usualScheme } from '../model/flood-choice.ts';
import { classSchemes, floodViews } from '../model/flood-classes.ts';
import { readId, readOneOf } from './link-parts.ts';
import { initialTwin, type TwinState } from './twin.ts';

/** The water in the picture and how dense it is, 0 to 1. */
export interface SharedFlood {
  readonly choice: TwinState['flood'];
  readonly opacity: number;
}

/** `storm/view/second/scheme/lines/percent/effects/still`; what is as it starts is empty, and left out at the end. */
export function writeFlood(choice: TwinState['flood'], opacity: number): string {
  const { storm = '', view, second, scheme, hasPattern, hasEffects, hasArrows } = choice;
  const start = initialTwin.flood;
  return [
    encodeURIComponent(storm),
    view === start.view ? '' : view,
    second ?? '',
    scheme === usualScheme(storm) ? '' : scheme,
    hasPattern ? 'lines' : '',
    opacity === 1 ? '' : Math.round(opacity * 100),
    hasEffects ? 'effects' : '',
    hasArrows ? '' : 'still',
  ]
    .join('/')
    .replace(/\/+$/, '');
}

export function readFlood(text: string): SharedFlood {
  const [storm, view, second, scheme, lines, percent, effects, still, ...rest] = text.split('/');
  const isNumber = (part: string | undefined, most: number) =>
    !part || (/^\d{1,6}$/.test(part) && Number(part) <= most);
  const isWord = (part: string | undefined, word: string) => !part || part === word;
  const areWords = isWord(lines, 'lines') && isWord(effects, 'effects') && isWord(still, 'still');
  if (rest.length > 0 || !areWords || !isNumber(second, 1e6) || !isNumber(percent, 100))
    throw new Error('expected storm/view/second/scheme/lines/percent/effects/still');
  const start = initialTwin.flood;
  const choice = {
    storm: storm ? readId(storm) : undefined,
    view: view ? readOneOf(floodViews)(view) : start.view,
    second: second ? Number(second) : undefined,
    scheme: scheme ? readOneOf(classSchemes)(scheme) : usualScheme(storm && readId(storm)),
    hasPattern: lines === 'lines',
    hasEffects: effects === 'effects',
    hasArrows: still !== 'still',
  };
  return { choice, opacity: percent ? Number(percent) / 100 : 1 };
}
