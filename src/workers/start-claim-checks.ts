import type { ClaimCheckAnswer, ClaimCheckRequest } from '../model/check-claims.ts';
import { askWorker, type WorkerReply } from './ask-worker.ts';

/** One question, in a thread of its own. `onReply` is called once, unless it is stopped before: whoever starts it stops it. */
export function startClaimChecks(
  request: ClaimCheckRequest,
  onReply: (reply: WorkerReply<ClaimCheckAnswer>) => void,
): () => void {
  const worker = new Worker(new URL('./claim-checks.worker.ts', import.meta.url), { type: 'module' });
  return askWorker(worker, request, onReply);
}
