/** Counts (CSV) at gates (GeoJSON) → `counts.json` for the viewer: what was refused, excluded, late or missing is told. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dayOf } from '../model/count-time.ts';
import type { CountLive, CountState } from '../model/counts.ts';
import { InputError } from '../model/input-error.ts';
import type { Provenance } from '../model/municipality.ts';
import { parseCountGates } from '../model/parse-count-gates.ts';
import { countTownToJson } from '../model/parse-count-town.ts';
import { parseCounts, tellFault } from '../model/parse-counts.ts';
import { publishCounts } from '../model/publish-counts.ts';
import { readFeatures } from './features.ts';
import { writeBeside } from './write-beside.ts';

export interface CountSources {
  readonly files: readonly string[];
  readonly gatesFile: string;
  readonly leastShown: number;
  /** The day shown first; undefined: the last one that was counted. */
  readonly day: string | undefined;
  readonly live: CountLive | undefined;
  readonly source: Provenance;
}

export interface CountFacts {
  /** Rows of the tables. */
  readonly accepted: number;
  readonly refused: number;
  readonly gates: number;
  readonly days: number;
  /** Intervals by state, as they are shown. */
  readonly states: Readonly<Record<CountState, number>>;
  readonly notes: readonly string[];
}

/** Throws InputError where a live stream names a gate that is not there. */
function checkLive(live: CountLive | undefined, gates: readonly { readonly id: string }[]): void {
  for (const [i, { gate }] of (live?.datastreams ?? []).entries())
    if (!gates.some(({ id }) => id === gate))
      throw new InputError(`counts.live.datastreams.${i}.gate: there is no gate ${JSON.stringify(gate)}.`);
}

/** Writes the folder `output`. Gates and rows that cannot be used are told and left out; throws InputError when none is left. */
export async function makeCounts(
  { files, gatesFile, leastShown, day, live, source }: CountSources,
  output: string,
): Promise<CountFacts> {
  const { gates, notes: gateNotes } = parseCountGates(await readFeatures(gatesFile));
  if (gates.length === 0)
    throw new InputError(`counts: no gate of ${basename(gatesFile)} can be used; the first: ${gateNotes[0] ?? 'none'}`);
  checkLive(live, gates);
  const texts = files.map(async (file) => ({ name: basename(file), text: await readFile(file, 'utf8') }));
  const { counts, faults, notes: countNotes, rows, refused } = parseCounts(await Promise.all(texts), gates);
  const notes = [...gateNotes, ...faults.map((fault) => `refused: ${tellFault(fault)}`), ...countNotes];
  const days = [...new Set(counts.map(({ start }) => dayOf(start)))].sort();
  const shown = day ?? days.at(-1);
  if (shown === undefined)
    throw new InputError(
      `counts: no row of ${files.map((file) => basename(file)).join(', ')} can be used; the first: ${notes[0] ?? 'none'}`,
    );
  if (!days.includes(shown)) throw new InputError(`counts.day: nothing was counted on ${shown}.`);
  const states: Record<CountState, number> = { ok: 0, missing: 0, excluded: 0, late: 0, few: 0, hidden: 0 };
  for (const { state } of publishCounts(counts, leastShown).counts) states[state]++;
  await writeBeside(output, 'folder', async (beside) => {
    const town = { gates, counts, leastShown, day: shown, ...(live && { live }), source, notes };
    await writeFile(join(beside, 'counts.json'), countTownToJson(town));
  });
  return { accepted: rows - refused, refused, gates: gates.length, days: days.length, states, notes };
}
