/**
 * Counts from tables (`count-table.ts`): good rows are kept, bad ones refused by file, line and field, all of them. What was not counted
 * becomes visible: between the first and the last interval of each day every gate is expected in every direction.
 */

import { type CountColumn, type CountLine, type CountTable, readCountTable } from './count-table.ts';
import { MINUTE, readTime, twiceShown, writeTime } from './count-time.ts';
import type { Count, CountDirection, CountGate, CountState } from './counts.ts';
import { fillCounts } from './fill-counts.ts';
import { ownMember } from './own-member.ts';

export interface CountFile {
  readonly name: string;
  readonly text: string;
}

export interface CountFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** As the file calls it. */
  readonly field: string;
  readonly message: string;
}

export interface ParsedCounts {
  /** By gate, direction and start; no two of a gate and direction overlap. */
  readonly counts: readonly Count[];
  readonly faults: readonly CountFault[];
  /** What was taken in some way that a reader should know, one technical line each. */
  readonly notes: readonly string[];
  /** Rows that were there, and those of them that were refused. */
  readonly rows: number;
  readonly refused: number;
}

/** Minutes after its end from which on a count came late. */
export const LATE_MINUTES = 60;
/** More than an hour is a day's total or an error; a day is the most. */
const MOST_MINUTES = 1440;
const MOST_PERSONS = 1_000_000;

const directions: Readonly<Record<string, CountDirection>> = { in: 'in', out: 'out', uit: 'out' };
const truths: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(['', '0', 'nee', 'no', 'n', 'false', 'onwaar'].map((word) => [word, false])),
  ...Object.fromEntries(['1', 'ja', 'yes', 'j', 'y', 'x', 'true', 'waar'].map((word) => [word, true])),
};

interface Row extends Count {
  readonly file: string;
  readonly line: number;
  /** An hour later, where the clock shows its start twice and the file does not say which. */
  readonly again: number | undefined;
}

export const tellFault = ({ file, line, field, message }: CountFault): string =>
  `${file}, line ${line}, ${field}: ${message}`;

/** Undefined where it is none; a dot or comma before exactly three digits may mean thousands, so it is none either. */
function readNumber(text: string, hasDecimalComma: boolean): number | undefined {
  const match = /^(-?\d+)(?:([.,])(\d{1,6}))?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', sign, decimals = ''] = match;
  if (sign === ',' && !hasDecimalComma) return undefined;
  if (sign !== undefined && decimals.length === 3) return undefined;
  return Number(decimals === '' ? whole : `${whole}.${decimals}`);
}

/** The row, or what is wrong with it: everything. */
function readRow(
  { line, cells }: CountLine,
  { names, hasDecimalComma }: CountTable,
  file: string,
  known: ReadonlySet<string> | undefined,
): { readonly row?: Row; readonly faults: readonly CountFault[] } {
  const faults: CountFault[] = [];
  const refuse = (column: CountColumn, message: string) => {
    faults.push({ file, line, field: names[column] ?? column, message: `${JSON.stringify(cells[column])} ${message}` });
    return undefined;
  };
  const toNumber = (column: CountColumn) =>
    readNumber(cells[column], hasDecimalComma) ??
    refuse(column, 'is no number (write it without thousands separators)');

  if (cells.location === '') refuse('location', 'names no place');
  else if (known && !known.has(cells.location)) refuse('location', `is no gate; there are ${[...known].join(', ')}`);
  const minutes = toNumber('minutes');
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES))
    refuse('minutes', `is no whole number of minutes from 1 to ${MOST_MINUTES}`);
  const direction = ownMember(directions, cells.direction.toLowerCase());
  if (!direction) refuse('direction', 'is no direction: expected in, or out (uit), towards and away from the centre');
  const start = readTime(cells.start);
  if ('problem' in start) refuse('start', start.problem);
  const count = cells.count === '' ? undefined : toNumber('count');
  if (count !== undefined && count < 0) refuse('count', 'is less than nobody');
  if (count !== undefined && count > MOST_PERSONS) refuse('count', `is more than ${MOST_PERSONS} persons`);
  const isExcluded = ownMember(truths, cells.excluded.toLowerCase());
  if (isExcluded === undefined) refuse('excluded', 'is neither yes (ja, 1) nor no (nee, 0)');
  const used = cells.used === '' ? undefined : toNumber('used');
  if (used !== undefined && (used < 0 || (minutes !== undefined && used > minutes)))
    refuse('used', 'lies outside the interval');
  const received = cells.received === '' ? undefined : readTime(cells.received);
  if (received && 'problem' in received) refuse('received', received.problem);

  if (faults.length > 0 || 'problem' in start || !direction || minutes === undefined) return { faults };
  const end = start.time + minutes * MINUTE;
  // The clock that shows a time twice gets the benefit of the doubt.
  const isLate =
    received && 'time' in received && received.time > (start.again ?? start.time) + (minutes + LATE_MINUTES) * MINUTE;
  if (received && 'time' in received && (received.again ?? received.time) < end) {
    refuse('received', 'lies before the end of the interval');
    return { faults };
  }
  const isPart = used !== undefined && used < minutes;
  const state: CountState =
    isExcluded || (isPart && used > 0)
      ? 'excluded'
      : count === undefined || isPart
        ? 'missing'
        : isLate
          ? 'late'
          : 'ok';
  const told = state === 'missing' ? undefined : count;
  return {
    faults,
    row: {
      gate: cells.location,
      direction,
      start: start.time,
      minutes,
      count: told,
      state,
      file,
      line,
      again: start.again,
    },
  };
}

const keyOf = ({ gate, direction }: Pick<Count, 'gate' | 'direction'>) => `${gate}\n${direction}`;

/**
 * Of rows whose start the clock shows twice, the first of a gate and direction is in summer time, the next one is an hour later. Alone it
 * cannot be known: taken as the first, and told.
 */
function resolveTwice(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly notes: readonly string[] } {
  const seen = new Map<string, number>();
  const times = rows.map((row) => {
    if (row.again === undefined) return row;
    const key = `${keyOf(row)}\n${row.start}\n${row.minutes}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 1 ? { ...row, start: row.again } : row;
  });
  const alone = rows.filter(
    (row) => row.again !== undefined && seen.get(`${keyOf(row)}\n${row.start}\n${row.minutes}`) === 1,
  );
  const notes = alone.map(
    ({ file, line, gate, start }) =>
      `${file}, line ${line}: the clock shows ${writeTime(start)} twice on that day and ${gate} has it once without an offset from UTC: taken as the first.`,
  );
  return { rows: times, notes };
}

/** Of rows that overlap the first stays. */
function refuseOverlaps(rows: readonly Row[]): {
  readonly kept: readonly Row[];
  readonly faults: readonly CountFault[];
} {
  const sorted = rows
    .map((row, order) => ({ row, order, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.start - b.row.start || a.order - b.order));
  const kept: Row[] = [];
  const faults: CountFault[] = [];
  for (const { row } of sorted) {
    const last = kept.at(-1);
    const isSame = last && keyOf(last) === keyOf(row);
    if (!isSame || row.start >= last.start + last.minutes * MINUTE) {
      kept.push(row);
      continue;
    }
    const { file, line, gate, direction } = row;
    const other = `${last.file}, line ${last.line}`;
    const isTwin = row.start === last.start && row.minutes === last.minutes;
    const message = isTwin ? `is there already (${other})` : `overlaps the interval of ${other}`;
    const again = twiceShown(row.start)
      ? '; with an offset from UTC two hours that the clock shows alike are told apart'
      : '';
    faults.push({ file, line, field: 'start', message: `${gate} ${direction}: ${message}${again}` });
  }
  return { kept, faults };
}

/** Never throws. Without gates every location is one. */
export function parseCounts(files: readonly CountFile[], gates?: readonly Pick<CountGate, 'id'>[]): ParsedCounts {
  const known = gates && new Set(gates.map(({ id }) => id));
  const faults: CountFault[] = [];
  const read: Row[] = [];
  let rows = 0;
  for (const { name: file, text } of files) {
    const { table, faults: own } = readCountTable(text);
    faults.push(...own.map((fault) => ({ file, ...fault })));
    rows += table.lines.length + own.filter(({ line }) => line > 1).length;
    for (const line of table.lines) {
      const { row, faults: wrong } = readRow(line, table, file, known);
      for (const fault of wrong) faults.push(fault);
      if (row) read.push(row);
    }
  }
  const resolved = resolveTwice(read);
  const { kept, faults: overlaps } = refuseOverlaps(resolved.rows);
  const ids = known ? [...known] : [...new Set(kept.map(({ gate }) => gate))];
  const counts = kept.map(({ file: _, line: __, again: ___, ...count }): Count => count);
  return {
    counts: fillCounts(counts, ids),
    faults: [...faults, ...overlaps],
    notes: resolved.notes,
    rows,
    refused: rows - kept.length,
  };
}
