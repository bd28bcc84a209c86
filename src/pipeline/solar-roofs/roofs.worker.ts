/** A thread that computes roofs, neighbourhood by neighbourhood until none is left. */
import { parentPort, workerData } from 'node:worker_threads';
import { setRayKernel } from '../../engines/bvh.ts';
import { createTownEngine, type TownQuestion } from '../../engines/solar/neighbourhood.ts';
import { computeRows } from './town-rows.ts';

export interface RoofJob {
  readonly kernel: WebAssembly.Module;
  readonly question: TownQuestion;
  /** One number in shared memory: the first neighbourhood that nobody has taken. */
  readonly next: Int32Array;
}

const { kernel, question, next } = workerData as RoofJob;
setRayKernel(kernel);
const engine = createTownEngine(question);
for (let i = Atomics.add(next, 0, 1); i < question.neighbourhoods.length; i = Atomics.add(next, 0, 1))
  parentPort?.postMessage(computeRows(engine, question.neighbourhoods[i]));
parentPort?.postMessage('done');
