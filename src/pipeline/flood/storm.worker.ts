/** A thread that computes and writes storms; tells how far it is (a number from 0 to 1), and each run when it is there. */
import { parentPort } from 'node:worker_threads';
import { startFloodCrew } from './crew.ts';
import type { StormJob } from './make-storms.ts';
import { makeStorm } from './storms.ts';

parentPort?.on('message', async ({ ground, storm, folder, threads }: StormJob) => {
  const crew = await startFloodCrew(threads);
  let told = 0;
  const onProgress = (share: number) => {
    if (share < told + 0.01) return;
    told = share;
    parentPort?.postMessage(share);
  };
  try {
    parentPort?.postMessage(await makeStorm(ground, storm, folder, { ...crew.options, onProgress }));
  } finally {
    await crew.destroy();
  }
});
