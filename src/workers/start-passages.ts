import type { Passage, RouteAnswer } from '../model/crowd-answer.ts';
import type { EventFault } from '../model/event-faults.ts';
import type { EventLayout, EventPlace, EventPlan } from '../model/event-plan.ts';

/** Which of two layouts is meant: the one that is seen, or the one it is held against. */
export type PassageSide = 'now' | 'other';

export interface PassageQuestion {
  readonly side: PassageSide;
  readonly plan: EventPlan;
  readonly layout: EventLayout;
  readonly place: EventPlace;
  /** Id of the object or fence that is asked about. */
  readonly chosen: string | undefined;
}

export interface PassageAnswer {
  readonly passages: readonly Passage[];
  /** Those beside what is chosen; before: without it, all else standing. Undefined where nothing is chosen. */
  readonly beside: readonly Passage[] | undefined;
  readonly faults: readonly EventFault[];
}

export type PassageReply =
  | { readonly kind: 'passages'; readonly side: PassageSide; readonly answer: PassageAnswer }
  /** Of the newest question about that side, when there is time for it. */
  | { readonly kind: 'routes'; readonly side: PassageSide; readonly routes: readonly RouteAnswer[] }
  | { readonly kind: 'problem'; readonly message: string };

export interface PassageThread {
  ask(question: PassageQuestion): void;
  stop(): void;
}

/** Every question is answered with passages, in the order of asking. */
export function startPassages(onReply: (reply: PassageReply) => void): PassageThread {
  const worker = new Worker(new URL('./passages.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<PassageReply>) => onReply(data);
  worker.onerror = (event) => onReply({ kind: 'problem', message: event.message || 'the thread did not start' });
  return { ask: (question) => worker.postMessage(question), stop: () => worker.terminate() };
}
