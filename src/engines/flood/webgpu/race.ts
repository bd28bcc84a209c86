/**
 * Two short floods on both, because no name of a device says how fast it is or whether its compiler keeps to the sums: water that
 * sloshes over a wavy bed, in a small one that compares the answers and warms up, and in a large one against the clock.
 */
import type { FloodInput } from '../../../model/flood.ts';
import { type FloodEngineOptions, runFlood } from '../run-flood.ts';
import { runFloodGpu } from './run-gpu.ts';

/** Cells along a side. A quarter of a million fill a GPU, and take a processor some tenths of a second. */
const SMALL_SIDE = 64;
const LARGE_SIDE = 512;
const SECONDS = 8;

export interface RaceResult {
  /** How many times faster the GPU was; 0: it was stopped because it was slower than `leastRatio`. */
  readonly ratio: number;
  /** Greatest difference of depth, m. */
  readonly difference: number;
}

function createRaceInput(side: number, seconds: number): FloodInput {
  const bed = new Float32Array(side * side);
  const initialDepth = new Float32Array(bed.length);
  for (let cell = 0; cell < bed.length; cell++) {
    const [x, y] = [cell % side, Math.floor(cell / side)];
    bed[cell] = 0.4 * Math.sin(x / 11) * Math.cos(y / 13);
    initialDepth[cell] = Math.max(0, 0.25 + 0.1 * Math.sin(x / 29) - (bed[cell] as number));
  }
  const borders = { west: 'closed', east: 'closed', south: 'closed', north: 'open' } as const;
  return {
    frame: { west: 0, south: 0, cellSize: 1, width: side, height: side },
    bed,
    initialDepth,
    manning: 0.03,
    rain: [{ second: 0, value: 2e-5 }],
    infiltration: 5e-6,
    borders,
    seconds,
  };
}

function findDifference(a: Float32Array, b: Float32Array): number {
  let difference = 0;
  for (let cell = 0; cell < a.length; cell++) {
    const off = Math.abs((a[cell] as number) - (b[cell] as number));
    // Not by Math.max, so that a value that is no number stays.
    if (!(off <= difference)) difference = off;
  }
  return difference;
}

export async function raceFlood(
  device: GPUDevice,
  engine: FloodEngineOptions,
  leastRatio: number,
): Promise<RaceResult> {
  const small = createRaceInput(SMALL_SIDE, SECONDS);
  const [first, second] = [await runFloodGpu(small, {}, device), runFlood(small, engine)];
  const difference = findDifference(first.last.depth, second.last.depth);
  const large = createRaceInput(LARGE_SIDE, SECONDS);
  const processor = runFlood(large, engine);
  const late = performance.now() + (processor.seconds * 1000) / leastRatio;
  const tooLate = new Error('slower');
  const onProgress = () => {
    if (performance.now() > late) throw tooLate;
  };
  try {
    const gpu = await runFloodGpu(large, { onProgress }, device);
    return { ratio: processor.seconds / gpu.seconds, difference };
  } catch (error) {
    if (error !== tooLate) throw error;
    return { ratio: 0, difference };
  }
}
