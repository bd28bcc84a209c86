/** The thread that computes storms: one task after the other, many answers to each. */
import type { AnywhereOptions } from '../engines/flood/run-anywhere.ts';
import { createFloodGpu } from '../engines/flood/webgpu/choose-gpu.ts';
import { createFloodComputer, isStopped } from './compute-flood.ts';
import { startFloodCrew } from './flood-crew.ts';
import type { FloodOrder, FloodReply } from './start-flood-compute.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<FloodOrder>) => void;
  postMessage: (reply: FloodReply & { readonly id: number }) => void;
};

const computer = createFloodComputer();
let engine: Promise<AnywhereOptions> | undefined;
let last: Promise<void> = Promise.resolve();

/** All cores, and the graphics card where the browser lets a thread use it. */
async function startEngine(): Promise<AnywhereOptions> {
  const { options } = await startFloodCrew();
  const { gpu } = navigator as { readonly gpu?: GPU };
  return { ...options, gpu: createFloodGpu(gpu, options) };
}

async function run({ id, task, stop }: FloodOrder): Promise<void> {
  const shouldStop = () => stop !== undefined && Atomics.load(stop, 0) === 1;
  try {
    engine ??= startEngine();
    await computer.compute(task, await engine, (told) => scope.postMessage({ id, told }), shouldStop);
    scope.postMessage({ id, isDone: true });
  } catch (error) {
    if (!isStopped(error)) scope.postMessage({ id, message: error instanceof Error ? error.message : String(error) });
  }
}

scope.onmessage = ({ data }) => {
  last = last.then(() => run(data));
};
