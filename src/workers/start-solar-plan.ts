import type { PlaneChange, SolarPlanRequest } from '../model/solar-plan.ts';

export type SolarPlanReply = { readonly result: readonly PlaneChange[] } | { readonly message: string };

/** Starts a thread for one question. `onReply` is called once, unless it is stopped before: whoever starts it stops it. */
export function startSolarPlan(request: SolarPlanRequest, onReply: (reply: SolarPlanReply) => void): () => void {
  const worker = new Worker(new URL('./solar-plan.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<SolarPlanReply>) => {
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
