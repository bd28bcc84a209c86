import type { FloodEffects } from '../model/flood-effects.ts';
import type { EffectsTask } from './flood-effects.ts';

export type EffectsReply =
  | { readonly effects: FloodEffects }
  | { readonly share: number }
  | { readonly message: string };

export interface EffectsThread {
  /** Only the last task is answered: a thread that is still busy with another is ended, because it cannot hear. */
  assess(task: EffectsTask, onReply: (reply: EffectsReply) => void): void;
  stop(): void;
}

export function startFloodEffects(): EffectsThread {
  let worker: Worker | undefined;
  let isBusy = false;

  function stop() {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  }

  return {
    assess(task, onReply) {
      if (isBusy) stop();
      isBusy = true;
      worker ??= new Worker(new URL('./flood-effects.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<EffectsReply>) => {
        if (!('share' in data)) isBusy = false;
        onReply(data);
      };
      worker.onerror = (event) => {
        stop();
        onReply({ message: event.message || 'the thread did not start' });
      };
      worker.postMessage(task);
    },
    stop,
  };
}
