import type { OutlookRequest, OutlookResult } from '../model/outlook.ts';

export type OutlookReply = { readonly result: OutlookResult } | { readonly message: string };

/**
 * Starts a thread for one view. `onReply` is called once, unless it is stopped before: whoever starts it stops it, and a busy
 * thread is ended, because it cannot hear.
 */
export function startOutlook(request: OutlookRequest, onReply: (reply: OutlookReply) => void): () => void {
  const worker = new Worker(new URL('./outlook.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<OutlookReply>) => {
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
