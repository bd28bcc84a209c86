/**
 * Several storms over one site, side by side: two storms with a core each are done sooner than one after the other with two,
 * because threads of one storm wait for each other at every step. Cores that are left help the storms there are.
 */
import { availableParallelism } from 'node:os';
import type { FloodInput } from '../../model/flood.ts';
import type { Storm } from '../../model/storm.ts';
import { startThread } from '../start-thread.ts';
import { startFloodCrew } from './crew.ts';
import { makeStorm, type StormRun } from './storms.ts';

/** What a thread is sent. */
export interface StormJob {
  /** Without rain. */
  readonly ground: FloodInput;
  readonly storm: Storm;
  readonly folder: string;
  readonly threads: number;
}

/** Cells of a grid for which starting more threads takes longer than they save. */
const SMALL = 100_000;

async function makeHere({ ground, storm, folder, threads }: StormJob, onProgress: (share: number) => void) {
  const crew = await startFloodCrew(threads);
  try {
    return await makeStorm(ground, storm, folder, { ...crew.options, onProgress });
  } finally {
    await crew.destroy();
  }
}

async function makeInThread(job: StormJob, onProgress: (share: number) => void): Promise<StormRun> {
  const worker = startThread(new URL('./storm.worker.ts', import.meta.url));
  try {
    return await new Promise<StormRun>((resolve, reject) => {
      worker.on('message', (message: number | StormRun) => {
        if (typeof message === 'number') onProgress(message);
        else resolve(message);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error(`The thread of storm ${job.storm.id} ended before its time.`)));
      worker.postMessage(job);
    });
  } finally {
    await worker.terminate();
  }
}

/** In the order of `storms`; each writes into `<folder>/<its id>/`. */
export async function makeStorms(
  ground: FloodInput,
  storms: readonly Storm[],
  folder: string,
  onProgress: (share: number) => void,
): Promise<StormRun[]> {
  const cores = ground.bed.length < SMALL ? 1 : availableParallelism();
  const hands = Math.max(1, Math.min(cores, storms.length));
  const make = hands > 1 ? makeInThread : makeHere;
  const runs: StormRun[] = [];
  const shares = storms.map(() => 0);
  const left = storms.entries();
  async function work(): Promise<void> {
    // One list for all hands: each takes the next storm when it is ready.
    for (const [i, storm] of left) {
      runs[i] = await make({ ground, storm, folder, threads: Math.floor(cores / hands) }, (share) => {
        shares[i] = share;
        onProgress(shares.reduce((sum, own) => sum + own, 0) / storms.length);
      });
    }
  }
  await Promise.all(Array.from({ length: hands }, work));
  return runs;
}
