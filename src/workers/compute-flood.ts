/** A storm computed here: reads the site around the view, and runs the engine on cells that get finer from run to run. */
import { type FloodEngineOptions, runFlood } from '../engines/flood/run-flood.ts';
import { listFlow } from '../engines/flood-flow.ts';
import { buildFloodInput, type FloodChoices } from '../engines/flood-input.ts';
import { ARRIVAL_DEPTH, type FloodFrame, type MassBalance } from '../model/flood.ts';
import { NEVER } from '../model/flood-run.ts';
import type { RdExtent } from '../model/grid.ts';
import { type Storm, stormRain } from '../model/storm.ts';
import { createRasterCache } from './raster-window.ts';
import { readSiteWindow, type SiteFiles } from './read-flood-site.ts';

export interface FloodTask {
  readonly storm: Storm;
  readonly extent: RdExtent;
  /** m, from coarse to fine; each a run of its own. */
  readonly cellSizes: readonly number[];
  /** How long, s, and how far apart the moments are that are kept. */
  readonly seconds: number;
  readonly every: number;
  readonly ground: Pick<FloodChoices, 'waterDepth' | 'sewerMillimetresPerHour' | 'sewerStorageMillimetres' | 'ground'>;
  readonly site: SiteFiles;
}

/** What comes while it computes; arrays per cell of `frame`. */
export interface FloodTold {
  readonly frame: FloodFrame;
  /** Of this run, 0 to 1. */
  readonly share: number;
  /** All moments so far, and the depth at the last of them, above what stood there before, whole millimetres. */
  readonly seconds: readonly number[];
  readonly depth: Uint16Array;
  /** Which way it flows at that moment: codes of `model/flood-flow.ts`. */
  readonly flow: Uint16Array;
  /** So far: greatest depth, minutes until 5 cm and with 5 cm or more; {@link NEVER}. */
  readonly deepest: Uint16Array;
  readonly arrival: Uint16Array;
  readonly duration: Uint16Array;
  /** At the end of a run: what computed it, and where the water went. */
  readonly end: { readonly engine: string; readonly balance: MassBalance } | undefined;
}

const MOST = 0xfffe;

/** Without what stood there before it rained. */
function toMillimetres(depth: Float32Array, initial: Float32Array | undefined): Uint16Array {
  const result = new Uint16Array(depth.length);
  for (let i = 0; i < depth.length; i++)
    result[i] = Math.min(Math.max(Math.round(((depth[i] as number) - (initial?.[i] ?? 0)) * 1000), 0), MOST);
  return result;
}

function toMinutes(seconds: Float32Array, isNone: (value: number) => boolean): Uint16Array {
  const result = new Uint16Array(seconds.length);
  for (let i = 0; i < seconds.length; i++) {
    const value = seconds[i] as number;
    result[i] = isNone(value) ? NEVER : Math.min(Math.round(value / 60), MOST);
  }
  return result;
}

const isNaNumber = (value: number) => Number.isNaN(value);
const isNothing = (value: number) => !(value > 0);

/** `onTold` hears of each moment, and of the end of each run; `engine` is what it can compute with. */
export async function computeFlood(
  task: FloodTask,
  engine: FloodEngineOptions,
  onTold: (told: FloodTold) => void,
): Promise<void> {
  const site = await readSiteWindow(createRasterCache(), task.site, task.extent);
  const rain = stormRain(task.storm);
  const moments = Array.from({ length: Math.floor(task.seconds / task.every) }, (_, i) => (i + 1) * task.every);
  for (const cellSize of task.cellSizes) {
    const input = buildFloodInput(site, {
      ...task.ground,
      cellSize,
      rain,
      seconds: task.seconds,
      // As the runs made ahead: an open border would let the lake run out.
      borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
    });
    const { frame, initialDepth } = input;
    const seconds: number[] = [];
    let depth: Uint16Array = new Uint16Array(frame.width * frame.height);
    let flow: Uint16Array = new Uint16Array(depth.length);
    const deepest = new Uint16Array(depth.length);
    const arrival = new Uint16Array(depth.length).fill(NEVER);
    const result = runFlood(input, {
      ...engine,
      moments,
      onMoment(moment) {
        depth = toMillimetres(moment.depth, initialDepth);
        flow = listFlow(moment, frame.width, initialDepth);
        seconds.push(moment.second);
        for (let i = 0; i < depth.length; i++) {
          const mm = depth[i] as number;
          if (mm > (deepest[i] as number)) deepest[i] = mm;
          if (mm >= ARRIVAL_DEPTH * 1000 && arrival[i] === NEVER) arrival[i] = Math.round(moment.second / 60);
        }
        const share = moment.second / task.seconds;
        const duration = new Uint16Array(depth.length).fill(NEVER);
        onTold({ frame, share, seconds: [...seconds], depth, flow, deepest, arrival, duration, end: undefined });
      },
    });
    const { balance, maxima } = result;
    onTold({
      frame,
      share: 1,
      seconds,
      depth,
      flow,
      deepest: toMillimetres(maxima.depth, initialDepth),
      arrival: toMinutes(maxima.arrival, isNaNumber),
      duration: toMinutes(maxima.duration, isNothing),
      end: { engine: result.engine, balance },
    });
  }
}
