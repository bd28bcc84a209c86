interface WorkerProblem {
  readonly message: string;
}

export type WorkerReply<R> = { readonly result: R } | WorkerProblem;

/**
 * Asks a thread one thing and ends it after the answer, or after the last of several (`isLast`). What goes wrong in the thread itself
 * is an answer too, and the last. Nothing is answered once the returned function is called: it ends the thread, because a busy one
 * cannot hear.
 */
export function askWorker<R>(
  worker: Worker,
  question: unknown,
  onReply: (reply: R | WorkerProblem) => void,
  isLast: (reply: R) => boolean = () => true,
): () => void {
  worker.onmessage = ({ data }: MessageEvent<R>) => {
    if (isLast(data)) worker.terminate();
    onReply(data);
  };
  worker.onerror = (event) => {
    worker.terminate();
    onReply({ message: event.message || 'the thread did not start' });
  };
  worker.postMessage(question);
  return () => worker.terminate();
}
