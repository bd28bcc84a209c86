import type { FloodTask, FloodTold } from './compute-flood.ts';

export type FloodReply = { readonly told: FloodTold } | { readonly isDone: true } | { readonly message: string };

/** Starts a thread for one storm. Ends with `isDone` or a message; a busy thread is ended by the returned function, because it cannot hear. */
export function startFloodCompute(task: FloodTask, onReply: (reply: FloodReply) => void): () => void {
  const worker = new Worker(new URL('./flood-compute.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FloodReply>) => {
    if (!('told' in data)) worker.terminate();
    onReply(data);
  };
  worker.onerror = (event) => {
    worker.terminate();
    onReply({ message: event.message || 'the thread did not start' });
  };
  worker.postMessage(task);
  return () => worker.terminate();
}
