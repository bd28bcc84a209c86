import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asInFile, toCrowdFile } from '../../src/model/crowd-file.ts';
import { parseCrowd } from '../../src/model/parse-crowd.ts';
import { loadKernel } from '../../src/pipeline/compile-kernel.ts';
import { simulateCrowd } from '../../src/pipeline/crowd.ts';
import { answersOf, smallSquare } from '../fixtures/crowd-square.ts';

/** Askew, with a pillar and a group of its own speed: nothing in it is a default. */
const askew = () => {
  const { walkable, sources, ...rest } = smallSquare(true);
  const [square = [], ...others] = walkable;
  const pillar = [10.123456789, 4, 11, 4, 11, 5];
  return {
    ...rest,
    walkable: [[...square, pillar], ...others],
    sources: sources.map((source) => ({ ...source, speed: { mean: 1.1, sd: 0.2, min: 0.5, max: 1.6 } })),
    seed: 7,
  };
};

it('a scenario that is saved is read back as the one that the page computed', () => {
  const scenario = asInFile(askew());
  expect(parseCrowd(JSON.parse(JSON.stringify(toCrowdFile(askew()))), 'scenario.json')).toEqual(scenario);
  expect(toCrowdFile(scenario)).toEqual(toCrowdFile(askew()));
});

it('the command line answers the same from the saved scenario', async () => {
  const scenario = asInFile(askew());
  const folder = await mkdtemp(join(tmpdir(), 'crowd-file-'));
  try {
    const file = join(folder, 'scenario.json');
    await writeFile(file, JSON.stringify(toCrowdFile(scenario)));
    expect(JSON.parse(await readFile(file, 'utf8')).sources[0].line).toBeDefined();
    const { answers } = await simulateCrowd({ file, runs: 2, every: 1 });
    const kernel = await WebAssembly.compile(await loadKernel('crowd'));
    expect(answers).toEqual(answersOf(scenario, [7, 8], kernel));
    expect(answers.map(({ evacuated }) => evacuated)).toEqual([68, 68]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
