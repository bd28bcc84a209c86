/** The thread that computes sun hours: told a site first, then asked about it. */
import type { SunQuestion, SunReply } from '../model/sun-question.ts';
import type { SunSite } from '../model/sunlight.ts';
import { createSunlightThread, type SunlightThread } from './compute-sunlight.ts';
import { loadRayKernel } from './ray-kernel.ts';

/** `drop`: what was asked before is no longer wanted. */
export type SunlightMessage =
  | { readonly site: SunSite }
  | { readonly id: number; readonly question: SunQuestion }
  | { readonly drop: true };

export interface SunlightAnswer {
  readonly id: number;
  readonly reply: SunReply;
}

const scope = self as unknown as {
  onmessage: (event: MessageEvent<SunlightMessage>) => void;
  postMessage: (answer: SunlightAnswer) => void;
};

let thread: SunlightThread | undefined;

scope.onmessage = ({ data }) => {
  if ('site' in data) thread = createSunlightThread(data.site, loadRayKernel());
  else if ('drop' in data) thread?.drop();
  else void thread?.ask(data.question, (reply) => scope.postMessage({ id: data.id, reply }));
};
