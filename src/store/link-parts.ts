/** Pieces of a shared address that several of its parts are made of. Readers throw an Error that says what was expected. */

export const round = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0;

export function readNumbers(text: string, count: number): number[] {
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (values.length !== count || !values.every(Number.isFinite))
    throw new Error(`expected ${count} numbers with commas between`);
  return values;
}

/** RD New holds in the Netherlands only; far outside it the picture would be empty. */
export function readEye(text: string): { x: number; y: number; nap: number } {
  const [x, y, nap] = readNumbers(text, 3) as [number, number, number];
  if (x < -10_000 || x > 300_000 || y < 280_000 || y > 650_000) throw new Error('is outside RD New');
  if (nap < -100 || nap > 1_000_000) throw new Error('is no height that an eye can have');
  return { x, y, nap };
}

export function readOneOf<T extends string>(list: readonly T[]): (text: string) => T {
  return (text) => {
    const found = list.find((item) => item === text);
    if (found === undefined) throw new Error(`expected ${list.join(' or ')}`);
    return found;
  };
}

export function readId(text: string): string {
  const id = decodeURIComponent(text);
  if (id === '' || id.length > 200) throw new Error('is no id');
  return id;
}
