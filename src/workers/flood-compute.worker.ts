/** The thread that computes storms: one task after the other, many answers to each. */
import { createFloodComputer, isStopped } from './compute-flood.ts';
import { type FloodCrew, startFloodCrew } from './flood-crew.ts';
import type { FloodOrder, FloodReply } from './start-flood-compute.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<FloodOrder>) => void;
  postMessage: (reply: FloodReply & { readonly id: number }) => void;
};

const computer = createFloodComputer();
let crew: Promise<FloodCrew> | undefined;
let last: Promise<void> = Promise.resolve();

async function run({ id, task, stop }: FloodOrder): Promise<void> {
  const shouldStop = () => stop !== undefined && Atomics.load(stop, 0) === 1;
  try {
    crew ??= startFloodCrew();
    const { options } = await crew;
    await computer.compute(task, options, (told) => scope.postMessage({ id, told }), shouldStop);
    scope.postMessage({ id, isDone: true });
  } catch (error) {
    if (!isStopped(error)) scope.postMessage({ id, message: error instanceof Error ? error.message : String(error) });
  }
}

scope.onmessage = ({ data }) => {
  last = last.then(() => run(data));
};
