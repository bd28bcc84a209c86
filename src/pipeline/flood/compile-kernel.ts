/**
 * The flood kernel from its source (`engines/flood/kernel`, AssemblyScript) to WebAssembly. Nothing compiled is in the repository:
 * who needs it compiles it, the command line and Vite alike, and keeps it beside the packages until a source changes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const kernelEntry = fileURLToPath(new URL('../../engines/flood/kernel/flood.ts', import.meta.url));
const folder = dirname(kernelEntry);
const { version } = createRequire(import.meta.url)('assemblyscript/package.json') as { version: string };
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

async function compile(sources: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const { main } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await main(['flood.ts', '--outFile', 'flood.wasm', ...flags], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !binary)
    throw new Error(`The flood kernel does not compile: ${error?.message ?? ''}\n${stderr.toString()}`);
  return binary;
}

async function load(): Promise<Uint8Array<ArrayBuffer>> {
  const sources = await readSources();
  const hash = createHash('sha256')
    .update(JSON.stringify([version, flags, ...sources]))
    .digest('hex')
    .slice(0, 16);
  const cache = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), '..', '.cache');
  const file = join(cache, `flood-kernel-${hash}.wasm`);
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const binary = new Uint8Array(await compile(sources));
  await mkdir(cache, { recursive: true });
  const beside = `${file}.${randomUUID()}.tmp`;
  await writeFile(beside, binary);
  await rename(beside, file);
  return binary;
}

let loaded: ReturnType<typeof load> | undefined;

/** The kernel's bytes; compiling takes some seconds, the first time and after a change. */
export function loadFloodKernel(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}
