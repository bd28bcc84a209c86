import type { RoofShapesAnswer, RoofShapesQuestion } from '../model/roof-shapes.ts';
import type { WorkerReply } from './ask-worker.ts';

export type RoofShapesReply = WorkerReply<RoofShapesAnswer>;

export interface RoofShapesThread {
  /** Answered in the order of asking; what goes wrong in the thread itself is the answer to all that wait. */
  ask(question: RoofShapesQuestion, onReply: (reply: RoofShapesReply) => void): void;
  stop(): void;
}

/** A thread that keeps what it has read; whoever starts it stops it. */
export function startRoofShapes(): RoofShapesThread {
  const worker = new Worker(new URL('./roof-shapes.worker.ts', import.meta.url), { type: 'module' });
  let waiting: ((reply: RoofShapesReply) => void)[] = [];
  worker.onmessage = ({ data }: MessageEvent<RoofShapesReply>) => waiting.shift()?.(data);
  worker.onerror = (event) => {
    const all = waiting;
    waiting = [];
    for (const answer of all) answer({ message: event.message || 'the thread did not start' });
  };
  return {
    ask(question, onReply) {
      waiting.push(onReply);
      worker.postMessage(question);
    },
    stop() {
      waiting = [];
      worker.terminate();
    },
  };
}
