import type { OutlookRequest, OutlookResult } from '../model/outlook.ts';
import { askWorker, type WorkerReply } from './ask-worker.ts';

/** One view, in a thread of its own. `onReply` is called once, unless it is stopped before: whoever starts it stops it. */
export function startOutlook(
  request: OutlookRequest,
  onReply: (reply: WorkerReply<OutlookResult>) => void,
): () => void {
  const worker = new Worker(new URL('./outlook.worker.ts', import.meta.url), { type: 'module' });
  return askWorker(worker, request, onReply);
}
