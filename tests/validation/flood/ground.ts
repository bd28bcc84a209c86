import type { FloodInput } from '../../../src/model/flood.ts';

/** `npm run validation`: finer and longer variants too. */
export const isFull = process.env['MODE'] === 'full';

const closedBorders = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;

interface Ground {
  readonly width: number;
  readonly height: number;
  readonly cellSize: number;
  readonly manning: number;
  readonly seconds: number;
  /** m NAP at a cell's centre. */
  readonly bedAt: (x: number, y: number) => number;
}

/** A dry grid with its south-western corner in 0, 0 and closed borders. */
export function makeGround({ width, height, cellSize, manning, seconds, bedAt }: Ground): FloodInput {
  const bed = new Float64Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++)
      bed[row * width + column] = bedAt((column + 0.5) * cellSize, (row + 0.5) * cellSize);
  }
  const frame = { west: 0, south: 0, cellSize, width, height };
  return { frame, bed, manning, rain: [], borders: closedBorders, seconds };
}

/** A level that the ground stands under, as depths. */
export const fillTo = ({ bed }: FloodInput, level: number): Float32Array =>
  Float32Array.from(bed, (z) => Math.max(0, level - z));

/** The same figures at halved cells: the order at which the error falls, from the first two to the last two. */
export const observedOrders = (errors: readonly number[]): number[] =>
  errors.slice(1).map((error, i) => Math.log2((errors[i] as number) / error));

/** One line per case: what was found beside what it should be. */
export function tell(name: string, found: string, expected: string): void {
  console.info(`${name.padEnd(52)} ${found}   (expected ${expected})`);
}
