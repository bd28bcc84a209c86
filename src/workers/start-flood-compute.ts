import type { FloodTask, FloodTold } from './compute-flood.ts';

export type FloodReply = { readonly told: FloodTold } | { readonly isDone: true } | { readonly message: string };

export interface FloodOrder {
  readonly id: number;
  readonly task: FloodTask;
  /** 1 at its first place: stop. Absent where memory cannot be shared. */
  readonly stop: Int32Array | undefined;
}

export interface FloodThread {
  /** Ends with `isDone` or a message, or without a word when the returned function is called. One at a time. */
  start(task: FloodTask, onReply: (reply: FloodReply) => void): () => void;
  destroy(): void;
}

/**
 * A thread that computes storms and keeps the ground it has read. A busy thread cannot hear: it looks at shared memory to know
 * that it must stop; where there is none (a page that is not isolated) it is ended, and the next task starts another.
 */
export function createFloodThread(): FloodThread {
  let worker: Worker | undefined;
  let running: { readonly id: number; readonly onReply: (reply: FloodReply) => void } | undefined;
  let last = 0;

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }

  function begin(): Worker {
    const made = new Worker(new URL('./flood-compute.worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<FloodReply & { readonly id: number }>) => {
      if (data.id !== running?.id) return;
      const { onReply } = running;
      if (!('told' in data)) running = undefined;
      onReply(data);
    };
    made.onerror = (event) => {
      end();
      const { onReply } = running ?? {};
      running = undefined;
      onReply?.({ message: event.message || 'the thread did not start' });
    };
    return made;
  }

  return {
    start(task, onReply) {
      worker ??= begin();
      const id = ++last;
      const canShare = typeof SharedArrayBuffer !== 'undefined' && globalThis.crossOriginIsolated;
      const stop = canShare ? new Int32Array(new SharedArrayBuffer(4)) : undefined;
      running = { id, onReply };
      const order: FloodOrder = { id, task, stop };
      worker.postMessage(order);
      return () => {
        if (running?.id !== id) return;
        running = undefined;
        if (stop) Atomics.store(stop, 0, 1);
        else end();
      };
    },
    destroy() {
      running = undefined;
      end();
    },
  };
}
