import type { BuildingTable } from '../model/city-index.ts';
import type { HeatDemand, HeatSettings } from '../model/heat.ts';

export interface HeatQuestion {
  readonly table: BuildingTable;
  readonly settings: HeatSettings;
}
export type HeatReply = { readonly demand: HeatDemand } | { readonly message: string };

export interface HeatThread {
  /** Answered in the order of asking; the last answer is of the last question. */
  compute(question: HeatQuestion, onReply: (reply: HeatReply) => void): void;
  stop(): void;
}

export function startHeat(): HeatThread {
  const worker = new Worker(new URL('./heat.worker.ts', import.meta.url), { type: 'module' });
  return {
    compute(question, onReply) {
      worker.onmessage = ({ data }: MessageEvent<HeatReply>) => onReply(data);
      worker.onerror = (event) => onReply({ message: event.message || 'the thread did not start' });
      worker.postMessage(question);
    },
    stop: () => worker.terminate(),
  };
}
