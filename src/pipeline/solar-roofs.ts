/** Sun on all roofs of a town, neighbourhood by neighbourhood, on all cores: for `cli solar` and the build alike. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { setRayKernel } from '../engines/bvh.ts';
import { createTownEngine, type Surroundings, type TownQuestion } from '../engines/solar/neighbourhood.ts';
import { listNeighbourhoods, type TownBuildings } from '../engines/solar/town.ts';
import type { SolarClimate, SolarSettings } from '../model/solar.ts';
import { loadKernel } from './compile-kernel.ts';
import type { RoofJob } from './solar-roofs/roofs.worker.ts';
import { computeRows, type LeftRow, type NeighbourhoodRows, type RoofRow } from './solar-roofs/town-rows.ts';
import { startThread } from './start-thread.ts';

export interface TownRoofsOptions {
  readonly settings: SolarSettings;
  readonly climate: Pick<SolarClimate, 'global' | 'diffuse'>;
  readonly surroundings?: Surroundings;
  /** Default one per core, at most 8; one for few buildings. */
  readonly threads?: number;
  readonly onProgress?: (share: number) => void;
}

export interface TownRoofs {
  /** By building, then by surface. */
  readonly roofs: readonly RoofRow[];
  readonly left: readonly LeftRow[];
}

/** Buildings under which a second thread takes longer to start than it saves. */
const FEW = 400;
const NOTHING: Surroundings = { obstacles: [], fields: [] };

/** Until none is left; others take from the same list meanwhile. Now and then what they tell is heard. */
async function computeHere(
  { kernel, question, next }: RoofJob,
  onDone: (rows: NeighbourhoodRows) => void,
): Promise<void> {
  const { neighbourhoods } = question;
  setRayKernel(kernel);
  const engine = createTownEngine(question);
  for (let i = Atomics.add(next, 0, 1); i < neighbourhoods.length; i = Atomics.add(next, 0, 1)) {
    onDone(computeRows(engine, neighbourhoods[i]));
    await setImmediate();
  }
}

async function computeInThread(job: RoofJob, onDone: (rows: NeighbourhoodRows) => void): Promise<void> {
  const worker = startThread(new URL('./solar-roofs/roofs.worker.ts', import.meta.url), { workerData: job });
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (rows: NeighbourhoodRows | 'done') => {
        if (rows === 'done') resolve();
        else onDone(rows);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`A thread ended by itself (code ${code}).`)));
    });
  } finally {
    await worker.terminate();
  }
}

export async function computeTownRoofs(buildings: TownBuildings, options: TownRoofsOptions): Promise<TownRoofs> {
  const { settings, climate, surroundings = NOTHING, onProgress } = options;
  const neighbourhoods = listNeighbourhoods(buildings);
  const question: TownQuestion = { buildings, neighbourhoods, surroundings, climate, settings };
  const kernel = await WebAssembly.compile(await loadKernel('rays'));
  const all = neighbourhoods.reduce((sum, { rows }) => sum + rows.length, 0);
  const threads = options.threads ?? (all < FEW ? 1 : Math.min(availableParallelism(), 8));
  const roofs: RoofRow[] = [];
  const left: LeftRow[] = [];
  let done = 0;
  const take = (rows: NeighbourhoodRows) => {
    roofs.push(...rows.roofs);
    left.push(...rows.left);
    done += rows.buildings;
    onProgress?.(done / all);
  };
  const job: RoofJob = { kernel, question, next: new Int32Array(new SharedArrayBuffer(4)) };
  // This thread computes too: it has all code at hand, which another takes half a second to read.
  const others = Math.min(threads, neighbourhoods.length) - 1;
  await Promise.all([
    ...Array.from({ length: Math.max(0, others) }, () => computeInThread(job, take)),
    computeHere(job, take),
  ]);
  return {
    roofs: roofs.sort((a, b) => a.building - b.building || a.surfaces[0] - b.surfaces[0]),
    left: left.sort((a, b) => a.building - b.building || a.surface - b.surface),
  };
}
