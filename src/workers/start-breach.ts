import { askWorker } from './ask-worker.ts';
import type { BreachTask, BreachTold } from './compute-breach.ts';

export type BreachReply = { readonly told: BreachTold } | { readonly isDone: true } | { readonly message: string };

/** Starts a thread for one breach. Ends with `isDone` or a message; the returned function ends it before that. */
export function startBreach(task: BreachTask, onReply: (reply: BreachReply) => void): () => void {
  const worker = new Worker(new URL('./breach.worker.ts', import.meta.url), { type: 'module' });
  return askWorker(worker, task, onReply, (reply) => !('told' in reply));
}
