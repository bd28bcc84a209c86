/** The thread that computes a storm: one task, many answers. */
import { computeFlood, type FloodTask } from './compute-flood.ts';
import { startFloodCrew } from './flood-crew.ts';
import type { FloodReply } from './start-flood-compute.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<FloodTask>) => void;
  postMessage: (reply: FloodReply) => void;
};

scope.onmessage = async ({ data }) => {
  try {
    const crew = await startFloodCrew();
    await computeFlood(data, crew.options, (told) => scope.postMessage({ told }));
    crew.destroy();
    scope.postMessage({ isDone: true });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
