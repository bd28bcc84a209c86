/**
 * A kernel from its source (AssemblyScript, a folder `kernel` beside its engine) to WebAssembly. Nothing compiled is in the repository:
 * who needs it compiles it, the command line and Vite alike, and keeps it beside the packages until a source changes.
 */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const { version } = require('assemblyscript/package.json') as { version: string };
const packageFolder = dirname(require.resolve('assemblyscript/package.json'));
const compiler = join(packageFolder, 'bin/asc.js');
const flags = ['--runtime', 'stub', '--noAssert', '-O3', '--importMemory'];

interface KernelSource {
  /** What JavaScript calls; its folder holds the rest. */
  readonly entry: string;
  readonly flags: readonly string[];
}

export const kernels = {
  flood: {
    entry: fileURLToPath(new URL('../engines/flood/kernel/flood.ts', import.meta.url)),
    // Shared memory, which also serves one thread; its size is told when it is made.
    flags: [...flags, '--sharedMemory', '--maximumMemory', '65536', '--enable', 'simd,bulk-memory,threads'],
  },
  rays: {
    entry: fileURLToPath(new URL('../engines/bvh/kernel/rays.ts', import.meta.url)),
    flags: [...flags, '--enable', 'simd,bulk-memory'],
  },
  crowd: {
    entry: fileURLToPath(new URL('../engines/crowd/kernel/crowd.ts', import.meta.url)),
    flags: [...flags, '--enable', 'simd,bulk-memory'],
  },
} as const satisfies Record<string, KernelSource>;

export type KernelName = keyof typeof kernels;

async function readSources(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** By a Node of its own: a loader of TypeScript, as this one may have, reads the compiler's 13 MB for eight seconds. */
async function compile(name: KernelName, to: string): Promise<void> {
  const { entry, flags: own } = kernels[name];
  try {
    await run(process.execPath, [compiler, basename(entry), '--outFile', to, ...own], { cwd: dirname(entry) });
  } catch (error) {
    throw new Error(`The ${name} kernel does not compile: ${(error as { stderr?: string }).stderr ?? error}`);
  }
}

async function load(name: KernelName): Promise<Uint8Array<ArrayBuffer>> {
  const { entry, flags: own } = kernels[name];
  const sources = await readSources(dirname(entry));
  const hash = createHash('sha256')
    .update(JSON.stringify([version, own, ...sources]))
    .digest('hex')
    .slice(0, 16);
  const cache = join(packageFolder, '..', '.cache');
  const file = join(cache, `${name}-kernel-${hash}.wasm`);
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(cache, { recursive: true });
  const beside = `${file}.${randomUUID()}.tmp`;
  await compile(name, beside);
  await rename(beside, file);
  return new Uint8Array(await readFile(file));
}

const loaded = new Map<KernelName, ReturnType<typeof load>>();

/** A kernel's bytes; compiling takes some seconds, the first time and after a change. */
export function loadKernel(name: KernelName): ReturnType<typeof load> {
  const bytes = loaded.get(name) ?? load(name);
  loaded.set(name, bytes);
  return bytes;
}
