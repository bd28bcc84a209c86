import type { RoofDetail, RoofRequest } from '../model/solar-roof.ts';

export type RoofReply = { readonly result: RoofDetail } | { readonly message: string };

/**
 * Starts a thread for one roof. `onReply` is called once, unless it is stopped before: whoever starts it stops it, and a busy thread is
 * ended, because it cannot hear.
 */
export function startSolarRoof(request: RoofRequest, onReply: (reply: RoofReply) => void): () => void {
  const worker = new Worker(new URL('./solar-roof.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<RoofReply>) => {
    worker.terminate();
    onReply(data);
  };
  worker.onerror = (event) => {
    worker.terminate();
    onReply({ message: event.message || 'the thread did not start' });
  };
  worker.postMessage(request);
  return () => worker.terminate();
}
