/** `counts`: how many passed the entries on a day, when, from which side, and how many are there (`engines/counts.ts`). */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createCountDays } from '../engines/counts.ts';
import type { CountAnswer } from '../model/count-answer.ts';
import { type CountInterval, intervalMinutes } from '../model/count-choice.ts';
import type { CountGate } from '../model/counts.ts';
import { InputError } from '../model/input-error.ts';
import { assumedError, parseCountGates } from '../model/parse-count-gates.ts';
import { parseCounts, tellFault } from '../model/parse-counts.ts';
import { publishCounts } from '../model/publish-counts.ts';
import { readFeatures } from './features.ts';

export interface CountsRun {
  /** CSV. */
  readonly files: readonly string[];
  /** GeoJSON points; without, every place in the files is a gate with an assumed error. */
  readonly gates?: string;
  /** Lower totals are withheld. */
  readonly least: number;
  /** ISO local date; absent: the last one. */
  readonly day?: string;
  readonly interval: CountInterval;
}

export interface CountsReport {
  readonly answer: CountAnswer;
  readonly gates: readonly CountGate[];
  readonly leastShown: number;
  /** With counts, in order. */
  readonly days: readonly string[];
  readonly rows: number;
  readonly refused: number;
  /** What was refused or assumed, one line each. */
  readonly notes: readonly string[];
}

async function readText(path: string): Promise<{ name: string; text: string }> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${path}: ${error.code === 'ENOENT' ? 'file not found' : error.message}`);
  });
  return { name: basename(path), text };
}

const toGate = (id: string): CountGate => ({ id, title: id, x: 0, y: 0, inDegrees: 0, error: assumedError });

/** Throws {@link InputError} naming file, line and field; also when no row is left. */
export async function answerCounts({
  files,
  gates: gatesFile,
  least,
  day,
  interval,
}: CountsRun): Promise<CountsReport> {
  const read = gatesFile === undefined ? undefined : parseCountGates(await readFeatures(gatesFile));
  if (read && read.gates.length === 0)
    throw new InputError(`${gatesFile}: no gate can be used${read.notes[0] ? `; the first: ${read.notes[0]}` : '.'}`);
  const texts: { name: string; text: string }[] = [];
  for (const file of files) texts.push(await readText(file));
  const { counts, faults, notes, rows, refused } = parseCounts(texts, read?.gates);
  const told = faults.map((fault) => `refused: ${tellFault(fault)}`);
  if (counts.length === 0)
    throw new InputError(`no row of ${files.join(', ')} can be used${told[0] ? `; the first: ${told[0]}` : '.'}`);
  const gates = read?.gates ?? [...new Set(counts.map(({ gate }) => gate))].map(toGate);
  const assumed = `without --gates the error of a count is assumed: ${assumedError.share * 100}% and ${assumedError.persons} person.`;
  const { days, answer } = createCountDays({ gates, leastShown: least, ...publishCounts(counts, least) });
  const asked = day ?? (days.at(-1) as string);
  if (!days.includes(asked))
    throw new InputError(`nothing was counted on ${asked}; there are counts from ${days[0]} to ${days.at(-1)}.`);
  return {
    answer: answer(asked, intervalMinutes[interval]),
    ...{ gates, leastShown: least, days, rows, refused },
    notes: [...(read?.notes ?? [assumed]), ...told, ...notes],
  };
}
