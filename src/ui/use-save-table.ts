import { type CsvCell, writeCsv } from '../model/csv.ts';
import { saveFile } from './save-file.ts';
import { useLanguage } from './use-twin.ts';

type Line = readonly CsvCell[];

/** Saves a table as CSV, with the decimal sign of the language; the name is without its ending. */
export function useSaveTable(): (name: string, head: Line, lines: readonly Line[]) => void {
  const decimal = useLanguage() === 'nl' ? ',' : '.';
  return (name, head, lines) => saveFile(`${name}.csv`, 'text/csv', writeCsv([head, ...lines], decimal));
}
