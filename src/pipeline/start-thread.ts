import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread on a TypeScript module. Node's own loader hooks do not reach a thread (Node 20), so it begins by registering
 * tsx for itself. Whoever starts it terminates it.
 */
export function startThread(entry: URL, options: Omit<WorkerOptions, 'eval' | 'execArgv'> = {}): Worker {
  // Resolved from here, so that it is found from any working folder; the ES module stands beside what `require` would get.
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const code = `import('${tsx}').then(({ register }) => (register(), import('${entry.href}')));`;
  return new Worker(code, { ...options, eval: true, execArgv: [] });
}
