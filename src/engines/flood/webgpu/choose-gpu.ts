/** Whether a flood goes to the graphics card. Asked per flood; what is found out about the device is asked once. */
import type { FloodInput, GpuAnswer, GpuVerdict } from '../../../model/flood.ts';
import { GRAVITY } from '../layout.ts';
import type { FloodEngineOptions } from '../run-flood.ts';
import { COURANT } from '../start-flow.ts';
import { countTiles, largestBuffer } from './buffers.ts';
import { raceFlood } from './race.ts';

/** Cell updates from which compiling and the race pay: some seconds of a processor. */
const LEAST_UPDATES = 1e9;
/** Water of about this depth, m, sets the pace of a town in the rain. */
const USUAL_DEPTH = 0.5;
/** A little faster is not worth a second device that may fail, nor the frames that the screen loses. */
const LEAST_RATIO = 1.25;
const MOST_DIFFERENCE = 1e-3;

export const isVerdict = (value: GPUDevice | GpuVerdict): value is GpuVerdict => 'answer' in value;
const say = (answer: GpuAnswer, detail = ''): GpuVerdict => ({ answer, detail });
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export interface FloodGpu {
  /** A device that should compute it, or why none. */
  offer(input: FloodInput): Promise<GPUDevice | GpuVerdict>;
  /** It failed: it is not offered again. */
  fail(error: unknown): Promise<GpuVerdict>;
  destroy(): void;
}

function countUpdates({ frame, seconds }: FloodInput): number {
  const step = (COURANT * frame.cellSize) / Math.sqrt(GRAVITY * USUAL_DEPTH);
  return (frame.width * frame.height * seconds) / step;
}

function isTooLarge(input: FloodInput, { limits }: GPUDevice): boolean {
  const { tilesX, tilesY } = countTiles(input.frame);
  const largest = Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
  return largestBuffer(input) > largest || Math.max(tilesX, tilesY) > limits.maxComputeWorkgroupsPerDimension;
}

/** `gpu`: what the browser has; `engine`: what computes otherwise, and races. */
export function createFloodGpu(gpu: GPU | undefined, engine: FloodEngineOptions): FloodGpu {
  let found: Promise<GPUDevice | GpuVerdict> | undefined;
  let raced: Promise<GpuVerdict | undefined> | undefined;
  let lost: Promise<string> | undefined;

  async function open(): Promise<GPUDevice | GpuVerdict> {
    try {
      const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
      if (!adapter) return say('absent');
      const { info, limits } = adapter;
      if (info.isFallbackAdapter) return say('software', [info.vendor, info.architecture].filter(Boolean).join(' '));
      const { maxBufferSize, maxStorageBufferBindingSize } = limits;
      const device = await adapter.requestDevice({ requiredLimits: { maxBufferSize, maxStorageBufferBindingSize } });
      lost = device.lost.then(({ message }) => {
        found = Promise.resolve(say('failed', message));
        return message;
      });
      return device;
    } catch (error) {
      return say('failed', messageOf(error));
    }
  }

  async function race(device: GPUDevice): Promise<GpuVerdict | undefined> {
    try {
      const { ratio, difference } = await raceFlood(device, engine, LEAST_RATIO);
      const millimetres = difference * 1000;
      if (!(difference <= MOST_DIFFERENCE)) return say('differs', `${millimetres.toPrecision(3)} mm`);
      return ratio < LEAST_RATIO ? say('slower') : undefined;
    } catch (error) {
      return say('failed', messageOf(error));
    }
  }

  return {
    async offer(input) {
      if (input.scheme === 'full') return say('full-scheme');
      if (countUpdates(input) < LEAST_UPDATES) return say('short');
      found ??= open();
      const device = await found;
      if (isVerdict(device)) return device;
      if (isTooLarge(input, device)) return say('large');
      raced ??= race(device);
      return (await raced) ?? device;
    },
    async fail(error) {
      // A lost device tells why a moment after what was asked of it has failed.
      const told = await Promise.race([lost, new Promise<undefined>((resolve) => setTimeout(resolve, 100))]);
      const verdict = say('failed', told || messageOf(error));
      raced = Promise.resolve(verdict);
      return verdict;
    },
    destroy() {
      void found?.then((device) => isVerdict(device) || device.destroy());
      found = undefined;
      raced = undefined;
    },
  };
}
