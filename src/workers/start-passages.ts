import type { CrowdPolygon } from '../model/crowd.ts';
import type { Passage, RouteAnswer } from '../model/crowd-answer.ts';
import type { EmergencyRoute } from '../model/event-plan.ts';

/** The ground of an event with what one layout places on it. */
export interface PassageQuestion {
  readonly walkable: readonly CrowdPolygon[];
  readonly obstacles: readonly CrowdPolygon[];
  /** What is in the way of who helps: without closures, which are opened for them. */
  readonly things: readonly { readonly id: string; readonly polygon: CrowdPolygon }[];
  readonly routes: readonly EmergencyRoute[];
}

export interface PassageAnswer {
  readonly passages: readonly Passage[];
  readonly routes: readonly RouteAnswer[];
}

export type PassageReply = PassageAnswer | { readonly message: string };

export interface PassageThread {
  /** Answered in the order of asking. */
  measure(question: PassageQuestion, onReply: (reply: PassageReply) => void): void;
  stop(): void;
}

export function startPassages(): PassageThread {
  const worker = new Worker(new URL('./passages.worker.ts', import.meta.url), { type: 'module' });
  return {
    measure(question, onReply) {
      worker.onmessage = ({ data }: MessageEvent<PassageReply>) => onReply(data);
      worker.onerror = (event) => onReply({ message: event.message || 'the thread did not start' });
      worker.postMessage(question);
    },
    stop: () => worker.terminate(),
  };
}
