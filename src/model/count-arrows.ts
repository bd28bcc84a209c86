/** Arrows of counts at entries: their width is the count, to one scale that the legend tells. */

/** Of the picture and its legend; quiet: what is withheld or not known. */
export const flowColors = {
  in: '#0f6e84',
  out: '#b5651d',
  edge: '#fffdf7',
  chosen: '#16262b',
  quiet: '#4b5154',
} as const;

/** Beside a count in the picture: up and down would be read as directions there. */
export const flowWords = { nl: { in: 'in', out: 'uit' }, en: { in: 'in', out: 'out' } } as const;

/** m: of the widest arrow. */
const WIDEST = 12;
/** m: of what was counted but hardly anyone, and of what is withheld or missing. */
export const THINNEST = 1.2;

export interface ArrowScale {
  /** Persons for one metre of width, a round number. */
  readonly personsPerMetre: number;
  /** Round counts for a legend, the widest last. */
  readonly examples: readonly number[];
}

const ROUND = [1, 2, 5, 10];

/** The next 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (ROUND.find((step) => step * power >= value * (1 - 1e-9)) as number);
}

/** `most`: the highest count that is to be drawn with this scale: of all moments, so that arrows can be compared over time. */
export function arrowScale(most: number): ArrowScale {
  const personsPerMetre = roundUp(Math.max(most / WIDEST, 0.5));
  const widest = personsPerMetre * WIDEST;
  return {
    personsPerMetre,
    examples: [widest / 12, widest / 4, widest / 2].map((value) => Math.max(roundUp(value), 1)),
  };
}

/** Metres. */
export const arrowWidth = (count: number, { personsPerMetre }: ArrowScale): number =>
  Math.max(count / personsPerMetre, THINNEST);
