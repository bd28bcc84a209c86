/** The thread that computes a breach: one task, many answers. */
import { type BreachTask, computeBreach } from './compute-breach.ts';
import { startFloodCrew } from './flood-crew.ts';
import type { BreachReply } from './start-breach.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<BreachTask>) => void;
  postMessage: (reply: BreachReply) => void;
};

scope.onmessage = async ({ data }) => {
  try {
    // The scheme for fast flow takes one thread.
    const crew = await startFloodCrew(1);
    await computeBreach(data, crew.options, (told) => scope.postMessage({ told }));
    crew.destroy();
    scope.postMessage({ isDone: true });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
