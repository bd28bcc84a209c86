/** Runs in a page of a browser: computes floods on its GPU and on its processor, and tells how they differ. */
import { runFloodAnywhere } from '../../../../src/engines/flood/run-anywhere.ts';
import { runFlood } from '../../../../src/engines/flood/run-flood.ts';
import { createFloodGpu, isVerdict } from '../../../../src/engines/flood/webgpu/choose-gpu.ts';
import { runFloodGpu } from '../../../../src/engines/flood/webgpu/run-gpu.ts';
import type { FloodResult, GpuVerdict } from '../../../../src/model/flood.ts';
import { type CaseName, cases, createWetTown } from './cases.ts';

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

/** What is offered for a flood of that many cells along a side, by the browser's GPU as it is or taken for one of hardware. */
async function decide(side: number, isHardware: boolean): Promise<GpuVerdict> {
  const { gpu } = navigator;
  const taken: Pick<GPU, 'requestAdapter'> = {
    async requestAdapter(options) {
      const adapter = await gpu.requestAdapter(options);
      if (!adapter) return null;
      const { limits, info } = adapter;
      const named = { vendor: info.vendor, architecture: info.architecture, isFallbackAdapter: false };
      return { limits, info: named, requestDevice: (wanted) => adapter.requestDevice(wanted) } as GPUAdapter;
    },
  };
  const floodGpu = createFloodGpu(isHardware ? (taken as GPU) : gpu, {});
  const frame = { west: 0, south: 0, cellSize: 1, width: side, height: side };
  const offered = await floodGpu.offer({ ...cases.town(), frame, seconds: 3600 });
  floodGpu.destroy();
  return isVerdict(offered) ? offered : { answer: 'used', detail: '' };
}

/** A device that is lost at the second moment. */
async function lose(): Promise<Lost> {
  const device = await open();
  if (!device) throw new Error('no GPU');
  const known = createFloodGpu(navigator.gpu, {});
  const input = cases.all();
  const moments = [20, 40, 60, 80];
  const seen: number[] = [];
  const onMoment = ({ second }: { second: number }) => {
    seen.push(second);
    if (second === 40) device.destroy();
  };
  const result = await runFloodAnywhere(input, { moments, onMoment, gpu: { ...known, offer: async () => device } });
  const alone = runFlood(input, { moments });
  return { seen, engine: result.engine, gpu: result.gpu, depth: furthest(result.last.depth, alone.last.depth) };
}

interface Pace {
  readonly name: string;
  readonly steps: number;
  /** Million cell updates a second, without what is done once. */
  readonly rate: number;
}

async function measure(side: number, seconds: number, longer: number): Promise<Pace> {
  const own = await find();
  if (!own) throw new Error('no GPU');
  const run = (duration: number) => runFloodGpu(createWetTown(side, duration), {}, own);
  await run(0.5);
  const [short, long] = [await run(seconds), await run(longer)];
  const rate = (long.cellUpdates - short.cellUpdates) / (long.seconds - short.seconds) / 1e6;
  const { vendor, architecture, description, isFallbackAdapter } = own.adapterInfo;
  const name = [vendor, architecture, description, isFallbackAdapter && '(software)'].filter(Boolean).join(' ');
  return { name, steps: long.steps, rate };
}

interface Lost {
  readonly seen: readonly number[];
  readonly engine: string;
  readonly gpu: GpuVerdict | undefined;
  readonly depth: number;
}

interface FloodPage {
  decide(side: number, isHardware: boolean): Promise<GpuVerdict>;
  lose(): Promise<Lost>;
  measure(side: number, seconds: number, longer: number): Promise<Pace>;
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
  decide,
  lose,
  measure,
  hasGpu: async () => (await find()) !== undefined,
  async compare(name) {
    const own = await find();
    if (!own) throw new Error('no GPU');
    return compare(own, name);
  },
};
