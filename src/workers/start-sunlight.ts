import type { SunQuestion, SunReply } from '../model/sun-question.ts';
import type { SunSite } from '../model/sunlight.ts';
import type { SunlightAnswer, SunlightMessage } from './sunlight.worker.ts';

export interface SunlightAsker {
  /** What was asked before is dropped; `onReply` may be called several times (a map), and no more once something else is asked. */
  ask(question: SunQuestion, onReply: (reply: SunReply) => void): void;
  stop(): void;
}

/** Starts a thread for one site; whoever starts it stops it. */
export function startSunlight(site: SunSite): SunlightAsker {
  const worker = new Worker(new URL('./sunlight.worker.ts', import.meta.url), { type: 'module' });
  const post = (message: SunlightMessage) => worker.postMessage(message);
  let id = 0;
  let answer: ((reply: SunReply) => void) | undefined;
  worker.onmessage = ({ data }: MessageEvent<SunlightAnswer>) => {
    if (data.id === id) answer?.(data.reply);
  };
  worker.onerror = (event) => answer?.({ kind: 'failed', message: event.message || 'the thread did not start' });
  post({ site });
  return {
    ask(question, onReply) {
      post({ drop: true });
      answer = onReply;
      post({ id: ++id, question });
    },
    stop() {
      answer = undefined;
      worker.terminate();
    },
  };
}
