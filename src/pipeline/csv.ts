/** Tables in comma separated text, read strictly: what is wrong names file, line and column. */
import { InputError } from '../model/input-error.ts';

export interface CsvRow<Text extends string, Numeric extends string> {
  /** In the file, from 1. */
  readonly line: number;
  readonly texts: Readonly<Record<Text, string>>;
  readonly numbers: Readonly<Record<Numeric, number>>;
}

/**
 * Columns may stand in any order, in any case and with blanks around; others are ignored, and so are empty lines. No quotes.
 * Throws {@link InputError} for a column that is missing and for what is no finite number.
 */
export function parseCsv<Text extends string, Numeric extends string>(
  csv: string,
  file: string,
  texts: readonly Text[],
  numbers: readonly Numeric[],
): CsvRow<Text, Numeric>[] {
  // A byte order mark is no text, but some programs write it.
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = (lines[0] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const names = [...texts, ...numbers];
  const missing = names.filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw new InputError(`${file}, line 1: column ${missing.join(', ')} is missing (expected ${names.join(',')}).`);
  return lines.slice(1).flatMap((text, i) => {
    if (text.trim() === '') return [];
    const cells = text.split(',');
    const cellOf = (name: string) => (cells[header.indexOf(name)] ?? '').trim();
    const numberOf = (name: string) => {
      const value = Number(cellOf(name) || Number.NaN);
      if (Number.isFinite(value)) return value;
      throw new InputError(`${file}, line ${i + 2}: ${name} "${cellOf(name)}" is not a number.`);
    };
    return [
      {
        line: i + 2,
        texts: Object.fromEntries(texts.map((name) => [name, cellOf(name)])) as Record<Text, string>,
        numbers: Object.fromEntries(numbers.map((name) => [name, numberOf(name)])) as Record<Numeric, number>,
      },
    ];
  });
}
