/** Lines that hold back water (GeoJSON) → `dikes.json` for the viewer. */
import { writeFile } from 'node:fs/promises';
import { readBarriers } from './plans/read-barriers.ts';
import { simplifyLine } from './streets/line.ts';
import { writeBeside } from './write-beside.ts';

/** Metres that a line may stray from its source: cells of a breach are ten. */
const TOLERANCE = 0.5;

/** Writes the file `output`; throws InputError naming file and feature. */
export async function makeDikes(files: readonly string[], output: string): Promise<{ readonly dikes: number }> {
  const dikes = (await readBarriers(files)).map(({ line, ...dike }) => ({
    ...dike,
    line: simplifyLine(line, TOLERANCE).map((value) => Number(value.toFixed(2))),
  }));
  await writeBeside(output, 'file', (beside) => writeFile(beside, JSON.stringify({ schema: 1, dikes })));
  return { dikes: dikes.length };
}
