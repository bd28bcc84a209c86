import type { SolarPlanAnswer, SolarPlanRequest } from '../model/solar-plan.ts';
import { askWorker, type WorkerReply } from './ask-worker.ts';

/** One question, in a thread of its own. `onReply` is called once, unless it is stopped before: whoever starts it stops it. */
export function startSolarPlan(
  request: SolarPlanRequest,
  onReply: (reply: WorkerReply<SolarPlanAnswer>) => void,
): () => void {
  const worker = new Worker(new URL('./solar-plan.worker.ts', import.meta.url), { type: 'module' });
  return askWorker(worker, request, onReply);
}
