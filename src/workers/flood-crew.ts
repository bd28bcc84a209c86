/**
 * The compiled kernel and helping threads for `runFlood` in a worker of the browser (it waits, which the page's own thread may
 * not). Threads need shared memory, so a page that is isolated (COOP and COEP headers); without it one thread does all.
 */
import kernelBase64 from '../engines/flood/kernel/flood.ts?wasm';
import type { FloodEngineOptions } from '../engines/flood/run-flood.ts';

export interface FloodCrew {
  /** For any number of floods, one after the other. Empty where the browser has no WebAssembly with SIMD: JavaScript does it. */
  readonly options: FloodEngineOptions;
  destroy(): void;
}

async function compileKernel(): Promise<WebAssembly.Module | undefined> {
  const bytes = Uint8Array.from(atob(kernelBase64), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return undefined;
  return WebAssembly.compile(bytes);
}

async function startHelper(): Promise<Worker> {
  const worker = new Worker(new URL('./flood-helper.worker.ts', import.meta.url), { type: 'module' });
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve;
    worker.onerror = (event) => reject(new Error(event.message || 'a thread of the flood did not start'));
    // Chromium keeps messages back until this thread has heard that the other's code has run, and a thread that computes hears
    // nothing: so the other must have answered a question, not just have told that it is there.
    worker.postMessage('are you there');
  });
  return worker;
}

/** `threads` in all, the caller's included; by default one for each core, at most 16. Whoever starts it destroys it. */
export async function startFloodCrew(threads = Math.min(16, navigator.hardwareConcurrency)): Promise<FloodCrew> {
  const kernel = await compileKernel();
  if (!kernel) return { options: {}, destroy() {} };
  const canShare = typeof SharedArrayBuffer !== 'undefined' && globalThis.crossOriginIsolated;
  const helpers = await Promise.all(Array.from({ length: canShare ? threads - 1 : 0 }, startHelper));
  return {
    options: {
      kernel,
      team: { threads: helpers.length + 1, start: (share) => helpers[share.band - 1]?.postMessage(share) },
    },
    destroy: () => {
      for (const helper of helpers) helper.terminate();
    },
  };
}
