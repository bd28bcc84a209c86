/** The compiled kernel and helping threads for `runFlood` in Node; `workers/flood-crew.ts` is the same for the browser. */
import { availableParallelism } from 'node:os';
import type { FloodEngineOptions } from '../../engines/flood/run-flood.ts';
import { loadKernel } from '../compile-kernel.ts';
import { startThread } from '../start-thread.ts';

export interface FloodCrew {
  /** For any number of floods, one after the other. */
  readonly options: FloodEngineOptions;
  destroy(): Promise<unknown>;
}

async function startHelper() {
  const worker = startThread(new URL('./helper.worker.ts', import.meta.url));
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // Its failure shows when it no longer answers the leader, who cannot hear this event while computing.
  worker.on('error', (error) => console.error(`A thread of the flood has failed: ${error.message}`));
  return worker;
}

/** `threads` in all, the caller's included; by default one for each core. Whoever starts it destroys it. */
export async function startFloodCrew(threads = availableParallelism()): Promise<FloodCrew> {
  const kernel = await WebAssembly.compile(await loadKernel('flood'));
  const helpers = await Promise.all(Array.from({ length: threads - 1 }, startHelper));
  return {
    options: { kernel, team: { threads, start: (share) => helpers[share.band - 1]?.postMessage(share) } },
    destroy: () => Promise.all(helpers.map((helper) => helper.terminate())),
  };
}
