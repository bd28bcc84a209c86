/** Runs in a page of a browser: computes floods on its GPU and on its processor, and tells how they differ. */
import { runFlood } from '../../../../src/engines/flood/run-flood.ts';
import { runFloodGpu } from '../../../../src/engines/flood/webgpu/run-gpu.ts';
import type { FloodResult } from '../../../../src/model/flood.ts';
import { type CaseName, cases } from './cases.ts';

export interface Comparison {
  /** Greatest difference of the last depth and of the deepest, m; of the last discharges, m²/s. */
  readonly depth: number;
  readonly deepest: number;
  readonly discharge: number;
  readonly speed: number;
  /** Cells in which arrival or duration differs by more than four seconds, as a share of those with water. */
  readonly times: number;
  readonly balance: FloodResult['balance'];
  readonly expected: FloodResult['balance'];
  readonly steps: readonly [gpu: number, processor: number];
  readonly cellUpdates: readonly [gpu: number, processor: number];
  readonly greatestDepth: number;
  readonly greatestDischarge: number;
  readonly lastDischarge: number;
  readonly moments: readonly number[];
  readonly engine: string;
}

function furthest(a: Float32Array, b: Float32Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] as number) - (b[i] as number)));
  return most;
}

const greatest = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function compareTimes(a: FloodResult, b: FloodResult): number {
  let [wet, other] = [0, 0];
  for (let i = 0; i < a.maxima.arrival.length; i++) {
    const [first, second] = [a.maxima.arrival[i] as number, b.maxima.arrival[i] as number];
    if (Number.isNaN(first) && Number.isNaN(second)) continue;
    wet++;
    const later = (a.maxima.duration[i] as number) - (b.maxima.duration[i] as number);
    if (!(Math.abs(first - second) <= 4) || !(Math.abs(later) <= 4)) other++;
  }
  return wet === 0 ? 0 : other / wet;
}

async function compare(device: GPUDevice, name: CaseName): Promise<Comparison> {
  const input = cases[name]();
  const seen: number[] = [];
  const moments = input.seconds > 10 ? [0, 7.5, input.seconds / 2] : [];
  const onMoment = ({ second }: { second: number }) => void seen.push(second);
  const gpu = await runFloodGpu(input, { moments, onMoment }, device);
  const processor = runFlood(input, { moments });
  const width = input.frame.width;
  return {
    depth: furthest(gpu.last.depth, processor.last.depth),
    deepest: furthest(gpu.maxima.depth, processor.maxima.depth),
    discharge: Math.max(furthest(gpu.last.qx, processor.last.qx), furthest(gpu.last.qy, processor.last.qy)),
    speed: furthest(gpu.maxima.speed, processor.maxima.speed),
    times: compareTimes(gpu, processor),
    balance: gpu.balance,
    expected: processor.balance,
    steps: [gpu.steps, processor.steps],
    cellUpdates: [gpu.cellUpdates, processor.cellUpdates],
    greatestDepth: greatest(gpu.last.depth),
    greatestDischarge: Math.max(greatest(gpu.last.qx), greatest(gpu.last.qy)),
    lastDischarge: gpu.last.qx[width - 1] as number,
    moments: seen,
    engine: gpu.engine,
  };
}

async function open(): Promise<GPUDevice | undefined> {
  const adapter = await navigator.gpu?.requestAdapter();
  return adapter?.requestDevice();
}

interface FloodPage {
  compare(name: CaseName): Promise<Comparison>;
  hasGpu(): Promise<boolean>;
}

declare global {
  interface Window {
    floodPage: FloodPage;
  }
}

let device: Promise<GPUDevice | undefined> | undefined;
function find(): Promise<GPUDevice | undefined> {
  device ??= open();
  return device;
}
window.floodPage = {
  hasGpu: async () => (await find()) !== undefined,
  async compare(name) {
    const own = await find();
    if (!own) throw new Error('no GPU');
    return compare(own, name);
  },
};
