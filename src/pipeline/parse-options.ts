/** Values of options on the command line; what is none throws commander's own error, which names the option. */
import { InvalidArgumentError } from 'commander';

export function parseCount(text: string): number {
  const count = Number(text);
  if (!(Number.isInteger(count) && count >= 1)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return count;
}

export function parsePair(text: string): [number, number] {
  const [x, y, ...more] = text.split(',').map(Number);
  if (!(Number.isFinite(x) && Number.isFinite(y)) || more.length > 0)
    throw new InvalidArgumentError('It must be two numbers with a comma between.');
  return [x, y];
}

export function parseNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    if (!(number >= low && number <= high))
      throw new InvalidArgumentError(`It must be a number from ${low} to ${high}.`);
    return number;
  };
}

/** A number in its range, or else the name of a file. */
export function parseNumberOrFile(low: number, high: number): (text: string) => number | string {
  return (text) => (text.trim() === '' || Number.isNaN(Number(text)) ? readable(text) : parseNumber(low, high)(text));
}

function readable(text: string): string {
  if (/\.tiff?$/i.test(text)) return text;
  throw new InvalidArgumentError('It must be a number or a GeoTIFF (.tif).');
}
