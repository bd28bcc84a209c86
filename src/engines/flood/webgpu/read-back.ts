/** What the GPU has computed, back in the grid and in the sums. */
import type { FloodGrid } from '../layout.ts';
import type { FloodSums } from '../sums.ts';
import { type FloodBuffers, readBuffer } from './buffers.ts';

const readNumbers = async (device: GPUDevice, buffer: GPUBuffer) => new Float32Array(await readBuffer(device, buffer));

/** Every `stride`th value from `from`. */
function unweave(woven: Float32Array, from: number, stride: number, to: Float32Array): void {
  for (let at = 0; at < to.length; at++) to[at] = woven[at * stride + from] as number;
}

export async function readWater(device: GPUDevice, buffers: FloodBuffers, grid: FloodGrid): Promise<void> {
  const [depth, excess, flows] = (await Promise.all(
    [buffers.depth, buffers.excess, buffers.flows].map((buffer) => readNumbers(device, buffer)),
  )) as [Float32Array, Float32Array, Float32Array];
  grid.depth.set(depth.subarray(0, grid.depth.length));
  grid.excess.set(excess.subarray(0, grid.excess.length));
  unweave(flows, 0, 2, grid.qx);
  unweave(flows, 1, 2, grid.qy);
}

export async function readMarks(device: GPUDevice, buffers: FloodBuffers, grid: FloodGrid): Promise<void> {
  const marks = await readNumbers(device, buffers.marks);
  unweave(marks, 0, 4, grid.topDepth);
  unweave(marks, 1, 4, grid.topSpeed);
  unweave(marks, 2, 4, grid.arrival);
  unweave(marks, 3, 4, grid.duration);
  for (let at = 0; at < grid.arrival.length; at++) {
    if ((grid.arrival[at] as number) < 0) grid.arrival[at] = Number.NaN;
  }
}

/** Pairs of numbers, and what rounding left out of both, by four: the sum of the first or second of all. */
function total(values: Float32Array, which: 0 | 1): number {
  let sum = 0;
  for (let at = which; at < values.length; at += 4) sum += (values[at] as number) - (values[at + 2] as number);
  return sum;
}

/** `rain`: what has fallen where the rain factor is 1, m. */
export async function readSums(
  device: GPUDevice,
  buffers: FloodBuffers,
  grid: FloodGrid,
  rain: number,
  sums: FloodSums,
): Promise<void> {
  const [taken, faces, works] = (await Promise.all(
    [buffers.taken, buffers.faceBooks, buffers.workBooks].map((buffer) => readNumbers(device, buffer)),
  )) as [Float32Array, Float32Array, Float32Array];
  const area = grid.cellSize ** 2;
  sums.rain = grid.rainFactor.reduce((sum, factor) => sum + factor, 0) * rain * area;
  sums.infiltrated = total(taken, 0) * area;
  sums.sewer = total(taken, 1) * area;
  sums.inflow = total(faces, 0) + total(works, 0) * area;
  sums.outflow = total(faces, 1) + total(works, 1) * area;
}
