/**
 * Tables of counts as spreadsheets and suppliers write them: commas or semicolons, with or without byte order mark and quotes. Heads in
 * English, Dutch, or as in NDW's bicycle counts, in any order and case.
 */

/** Every name of a column that is known here; the first is what messages call it when the file has none. */
const heads = {
  location: ['location', 'locatie', 'locatiecode', 'gate'],
  start: ['start', 'begintijd', 'phenomenontime'],
  minutes: ['durationminutes', 'duurmin', 'duurminuten', 'meetperiode'],
  direction: ['direction', 'richting'],
  count: ['count', 'aantal', 'intensiteit'],
  excluded: ['excluded', 'uitgesloten'],
  used: ['usedminutes', 'gebruikteminuten'],
  received: ['received', 'ontvangen'],
} as const;

export type CountColumn = keyof typeof heads;
const needed = ['location', 'start', 'minutes', 'direction', 'count'] as const;

/** As the documentation writes them. */
const shownNames: Readonly<Record<(typeof needed)[number], string>> = {
  location: 'location (locatie)',
  start: 'start (begintijd)',
  minutes: 'duration_minutes (duur_min)',
  direction: 'direction (richting)',
  count: 'count (aantal)',
};

export interface CountLine {
  /** In the file, from 1. */
  readonly line: number;
  /** Without blanks around; empty where the column is not there. */
  readonly cells: Readonly<Record<CountColumn, string>>;
}

export interface CountTable {
  readonly lines: readonly CountLine[];
  /** What the file calls each column. */
  readonly names: Readonly<Partial<Record<CountColumn, string>>>;
  /** Decimal sign of numbers: semicolons leave the comma to them. */
  readonly hasDecimalComma: boolean;
}

export interface TableFault {
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

const normalise = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Undefined where a quote is not closed. */
function splitLine(text: string, separator: string): string[] | undefined {
  if (!text.includes('"')) return text.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const rest = text.slice(at);
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    if (quoted) {
      at += quoted[0].length;
      if (at < text.length && !text.startsWith(separator, at)) return undefined;
      cells.push((quoted[1] as string).replaceAll('""', '"'));
      at += 1;
      continue;
    }
    const end = rest.indexOf(separator);
    const cell = end < 0 ? rest : rest.slice(0, end);
    if (cell.includes('"')) return undefined;
    cells.push(cell.trim());
    at += cell.length + 1;
  }
  return cells;
}

const named = (column: CountColumn, name: string) => (heads[column] as readonly string[]).includes(normalise(name));

/** Lines that are no row of the table are told; empty ones are passed over. Without its columns a file has no lines. */
export function readCountTable(text: string): { readonly table: CountTable; readonly faults: readonly TableFault[] } {
  const [head = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = head.split(';').length > head.split(',').length ? ';' : ',';
  const header = splitLine(head, separator) ?? [];
  const columns = Object.keys(heads) as CountColumn[];
  const places = columns.map((column) => header.findIndex((name) => named(column, name)));
  const names = Object.fromEntries(
    columns.flatMap((id, i) => ((places[i] as number) < 0 ? [] : [[id, header[places[i] as number]]])),
  );
  const hasDecimalComma = separator === ';';
  const absent = needed.filter((column) => names[column] === undefined);
  const faults: TableFault[] = absent.map((column) => ({
    line: 1,
    field: shownNames[column],
    message: `this column is missing: a table of counts needs ${needed.map((id) => shownNames[id]).join(', ')}`,
  }));
  for (const [i, column] of columns.entries()) {
    const twice = header.findIndex((name, at) => at > (places[i] as number) && named(column, name));
    if (twice > 0)
      faults.push({
        line: 1,
        field: header[twice] as string,
        message: `says the same as column ${header[places[i] as number]}`,
      });
  }
  if (faults.length > 0) return { table: { lines: [], names, hasDecimalComma }, faults };
  const lines: CountLine[] = [];
  for (const [i, row] of rest.entries()) {
    if (row.trim() === '') continue;
    const cells = splitLine(row, separator);
    if (cells?.length === header.length) {
      const byColumn = columns.map((column, c) => [column, cells[places[c] as number] ?? '']);
      lines.push({ line: i + 2, cells: Object.fromEntries(byColumn) as CountLine['cells'] });
    } else {
      const message = cells ? `has ${cells.length} cells, expected ${header.length}` : 'has a quote that is not closed';
      faults.push({ line: i + 2, field: 'row', message });
    }
  }
  return { table: { lines, names, hasDecimalComma }, faults };
}
