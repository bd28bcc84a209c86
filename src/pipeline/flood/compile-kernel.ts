/**
 * The flood kernel from its source (`engines/flood/kernel`, AssemblyScript) to WebAssembly. Nothing compiled is in the repository:
 * who needs it compiles it, the command line and Vite alike, and keeps it beside the packages until a source changes.
 */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const kernelEntry = fileURLToPath(new URL('../../engines/flood/kernel/flood.ts', import.meta.url));
const folder = dirname(kernelEntry);
const run = promisify(execFile);
const require = createRequire(import.meta.url);
const { version } = require('assemblyscript/package.json') as { version: string };
const packageFolder = dirname(require.resolve('assemblyscript/package.json'));
const compiler = join(packageFolder, 'bin/asc.js');
/** Shared memory, which also serves one thread; its size is told when it is made. */
const flags = [
  ...['--runtime', 'stub', '--noAssert', '-O3', '--importMemory', '--sharedMemory', '--maximumMemory', '65536'],
  ...['--enable', 'simd,bulk-memory,threads'],
];

async function readSources(): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** By a Node of its own: a loader of TypeScript, as this one may have, reads the compiler's 13 MB for eight seconds. */
async function compile(to: string): Promise<void> {
  try {
    await run(process.execPath, [compiler, 'flood.ts', '--outFile', to, ...flags], { cwd: folder });
  } catch (error) {
    throw new Error(`The flood kernel does not compile: ${(error as { stderr?: string }).stderr ?? error}`);
  }
}

async function load(): Promise<Uint8Array<ArrayBuffer>> {
  const sources = await readSources();
  const hash = createHash('sha256')
    .update(JSON.stringify([version, flags, ...sources]))
    .digest('hex')
    .slice(0, 16);
  const cache = join(packageFolder, '..', '.cache');
  const file = join(cache, `flood-kernel-${hash}.wasm`);
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(cache, { recursive: true });
  const beside = `${file}.${randomUUID()}.tmp`;
  await compile(beside);
  await rename(beside, file);
  return new Uint8Array(await readFile(file));
}

let loaded: ReturnType<typeof load> | undefined;

/** The kernel's bytes; compiling takes some seconds, the first time and after a change. */
export function loadFloodKernel(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}
