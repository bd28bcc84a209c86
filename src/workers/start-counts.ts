import type { CountInput } from '../engines/counts.ts';
import type { CountAnswer } from '../model/count-answer.ts';

export interface CountQuestion {
  /** With the first question, and when the counts are others. */
  readonly input?: CountInput;
  readonly day: string;
  /** Of a slot, at least. */
  readonly minutes: number;
}

export type CountReply = { readonly answer: CountAnswer } | { readonly message: string };

export interface CountThread {
  /** Answered in the order of asking; the last answer is of the last question. */
  ask(question: CountQuestion, onReply: (reply: CountReply) => void): void;
  stop(): void;
}

export function startCounts(): CountThread {
  const worker = new Worker(new URL('./counts.worker.ts', import.meta.url), { type: 'module' });
  return {
    ask(question, onReply) {
      worker.onmessage = ({ data }: MessageEvent<CountReply>) => onReply(data);
      worker.onerror = (event) => onReply({ message: event.message || 'the thread did not start' });
      worker.postMessage(question);
    },
    stop: () => worker.terminate(),
  };
}
