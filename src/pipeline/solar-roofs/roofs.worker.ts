/** A thread that computes roofs, one neighbourhood at a time: first the question, then numbers of neighbourhoods. */
import { parentPort } from 'node:worker_threads';
import { setRayKernel } from '../../engines/bvh.ts';
import { createTownEngine, type TownQuestion } from '../../engines/solar/neighbourhood.ts';
import { computeRows } from './town-rows.ts';

export interface RoofJob {
  readonly kernel: WebAssembly.Module;
  readonly question: TownQuestion;
}

let engine: ReturnType<typeof createTownEngine> | undefined;
let neighbourhoods: TownQuestion['neighbourhoods'] = [];

parentPort?.on('message', (message: RoofJob | number) => {
  if (typeof message !== 'number') {
    setRayKernel(message.kernel);
    engine = createTownEngine(message.question);
    neighbourhoods = message.question.neighbourhoods;
  } else if (engine) parentPort?.postMessage(computeRows(engine, neighbourhoods[message]));
});
