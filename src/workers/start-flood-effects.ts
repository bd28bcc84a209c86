import type { FloodEffects } from '../model/flood-effects.ts';
import type { EffectsRun, EffectsTask } from './flood-effects.ts';
import type { RunRaster } from './run-rasters.ts';

export type EffectsQuestion = { readonly task: EffectsTask } | { readonly rasters: EffectsRun };
export type EffectsReply =
  | { readonly effects: FloodEffects }
  | { readonly rasters: readonly RunRaster[] }
  | { readonly share: number }
  | { readonly message: string };
/** Of a task. */
export type EffectsTold = Exclude<EffectsReply, { readonly rasters: readonly RunRaster[] }>;

export interface EffectsThread {
  /** Only the last task is answered: a thread that is still busy with another is ended, because it cannot hear. */
  assess(task: EffectsTask, onReply: (reply: EffectsTold) => void): void;
  stop(): void;
}

function startThread(): Worker {
  return new Worker(new URL('./flood-effects.worker.ts', import.meta.url), { type: 'module' });
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
      worker ??= startThread();
      worker.onmessage = ({ data }: MessageEvent<EffectsTold>) => {
        if (!('share' in data)) isBusy = false;
        onReply(data);
      };
      worker.onerror = (event) => {
        stop();
        onReply({ message: event.message || 'the thread did not start' });
      };
      worker.postMessage({ task } satisfies EffectsQuestion);
    },
    stop,
  };
}

/** In a thread of its own, which ends with it. */
export function writeRunRasters(run: EffectsRun): Promise<readonly RunRaster[]> {
  const worker = startThread();
  return new Promise<readonly RunRaster[]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<EffectsReply>) => {
      if ('rasters' in data) resolve(data.rasters);
      else reject(new Error('message' in data ? data.message : 'the thread answered something else'));
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the thread did not start'));
    worker.postMessage({ rasters: run } satisfies EffectsQuestion);
  }).finally(() => worker.terminate());
}
