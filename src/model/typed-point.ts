import type { MeasurePoint } from './measure.ts';

/** As people type it: decimal comma or point, spaces between thousands, a true minus. NaN where it is no number. */
function readNumber(text: string): number {
  const plain = text.replaceAll(/\s/g, '').replace('−', '-').replace(',', '.');
  return /^[-+]?\d+(\.\d*)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A point from three texts, the height may be empty; or what is wrong. */
export function readTypedPoint(x: string, y: string, nap: string): MeasurePoint | 'wrongPlace' | 'wrongNap' {
  const [east, north] = [readNumber(x), readNumber(y)];
  // The same bounds as a share link has: outside them RD New has no meaning.
  if (!(east >= -10_000 && east <= 300_000 && north >= 280_000 && north <= 650_000)) return 'wrongPlace';
  if (nap.trim() === '') return { x: east, y: north, nap: undefined, on: 'typed', error: 0 };
  const height = readNumber(nap);
  if (!(height >= -500 && height <= 9000)) return 'wrongNap';
  return { x: east, y: north, nap: height, on: 'typed', error: 0 };
}
