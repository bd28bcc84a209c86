import type { RoofDetail, RoofRequest } from '../model/solar-roof.ts';
import { askWorker, type WorkerReply } from './ask-worker.ts';

/** One roof, in a thread of its own. `onReply` is called once, unless it is stopped before: whoever starts it stops it. */
export function startSolarRoof(request: RoofRequest, onReply: (reply: WorkerReply<RoofDetail>) => void): () => void {
  const worker = new Worker(new URL('./solar-roof.worker.ts', import.meta.url), { type: 'module' });
  return askWorker(worker, request, onReply);
}
