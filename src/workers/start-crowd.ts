import type { CrowdQuestion, CrowdReply } from '../model/crowd-run.ts';
import { askWorker } from './ask-worker.ts';

/**
 * Starts a thread for one question, so that two layouts run side by side in two. Ends with `done` or a problem; the returned function
 * ends it before that, without a word.
 */
export function startCrowd(question: CrowdQuestion, onReply: (reply: CrowdReply) => void): () => void {
  const worker = new Worker(new URL('./crowd.worker.ts', import.meta.url), { type: 'module' });
  return askWorker<CrowdReply>(
    worker,
    question,
    (reply) => onReply('kind' in reply ? reply : { kind: 'problem', message: reply.message }),
    ({ kind }) => kind === 'done' || kind === 'problem',
  );
}
