import type { WorkerReply } from './ask-worker.ts';

/** The other side of {@link import('./ask-worker.ts').askWorker}: in a thread, answers what it is asked; an error is an answer too. */
export function answerQuestions<Q, R>(answer: (question: Q) => Promise<R>): void {
  const scope = self as unknown as {
    onmessage: (event: MessageEvent<Q>) => void;
    postMessage: (reply: WorkerReply<R>) => void;
  };
  scope.onmessage = async ({ data }) => {
    try {
      scope.postMessage({ result: await answer(data) });
    } catch (error) {
      scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
    }
  };
}
