/**
 * What a made folder was made from: `.build.json`. A step is done again when its sources' content, its options or its version
 * differ from what is recorded there, or when its output is gone.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';
import { writeBeside } from '../write-beside.ts';
import type { Step } from './step.ts';

const recordFile = z.object({
  schema: z.literal(1),
  /** By absolute path: a file of the same size and time has the same content. */
  files: z.record(z.string(), z.object({ size: z.number(), modified: z.number(), hash: z.string() })),
  /** By name of step. */
  steps: z.record(z.string(), z.object({ key: z.string(), output: z.string() })),
});

type Stored = z.infer<typeof recordFile>;

export interface BuildRecord {
  /** Fingerprint of all that decides the step's output. Reads only sources that have changed since they were last read. */
  keyOf(step: Step): Promise<string>;
  isMade(step: Step, key: string): boolean;
  keep(step: Step, key: string): Promise<void>;
  /** SHA-256 (hexadecimal) over what these steps made, all of them kept: by content, whatever the dates and folders. None without steps. */
  dataHash(steps: readonly Step[]): string | undefined;
  /** Outputs of steps that are no longer among `steps`, relative to the made folder; forgets them. */
  forgetOthers(steps: readonly Step[]): Promise<readonly string[]>;
}

const NAME = '.build.json';

/** An unreadable record only means that everything is made again. */
function readStored(folder: string): Stored {
  const file = join(folder, NAME);
  if (existsSync(file)) {
    try {
      return recordFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      process.stderr.write(`note: ${file} cannot be read (${(error as Error).message}); everything is made again\n`);
    }
  }
  return { schema: 1, files: {}, steps: {} };
}

async function hashContent(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('base64url');
}

export function openRecord(folder: string): BuildRecord {
  const stored = readStored(folder);

  async function contentOf(path: string): Promise<string> {
    const file = resolve(path);
    const { size, mtimeMs: modified } = statSync(file);
    const known = stored.files[file];
    if (known?.size === size && known.modified === modified) return known.hash;
    const hash = await hashContent(file);
    stored.files[file] = { size, modified, hash };
    return hash;
  }

  let saved: Promise<void> = Promise.resolve();
  /** One after the other: steps that run side by side end when they like. */
  function save(): Promise<void> {
    const write = () =>
      writeBeside(join(folder, NAME), 'file', (path) => writeFile(path, `${JSON.stringify(stored, null, 2)}\n`));
    saved = saved.then(write, write);
    return saved;
  }

  return {
    async keyOf({ version, options, inputs, output }) {
      const contents: string[] = [];
      for (const input of inputs) contents.push(await contentOf(input));
      return createHash('sha256').update(JSON.stringify({ version, options, output, contents })).digest('base64url');
    },
    isMade: ({ name, output }, key) => stored.steps[name]?.key === key && existsSync(join(folder, output)),
    async keep({ name, output }, key) {
      stored.steps[name] = { key, output };
      await save();
    },
    dataHash(steps) {
      if (steps.length === 0) return undefined;
      const keys = steps
        .map(({ name }) => [name, stored.steps[name]?.key ?? ''])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
      return createHash('sha256').update(JSON.stringify(keys)).digest('hex');
    },
    async forgetOthers(steps) {
      const names = new Set(steps.map(({ name }) => name));
      const outputs = new Set(steps.map(({ output }) => output));
      const others = Object.keys(stored.steps).filter((name) => !names.has(name));
      if (others.length === 0) return [];
      const stale = others.map((name) => (stored.steps[name] as { output: string }).output);
      for (const name of others) delete stored.steps[name];
      await save();
      return stale.filter((output) => !outputs.has(output));
    },
  };
}
