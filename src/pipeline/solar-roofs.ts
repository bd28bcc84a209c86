/** Sun on all roofs of a town, neighbourhood by neighbourhood, on all cores: for `cli solar` and the build alike. */
import { availableParallelism } from 'node:os';
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

/** Neighbourhoods to threads, whoever is free. */
async function computeInThreads(
  job: RoofJob,
  threads: number,
  onDone: (rows: NeighbourhoodRows) => void,
): Promise<void> {
  const { length } = job.question.neighbourhoods;
  let next = 0;
  const workers = Array.from({ length: Math.min(threads, length) }, () =>
    startThread(new URL('./solar-roofs/roofs.worker.ts', import.meta.url)),
  );
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            const ask = () => {
              if (next < length) worker.postMessage(next++);
              else resolve();
            };
            worker.on('message', (rows: NeighbourhoodRows) => {
              onDone(rows);
              ask();
            });
            worker.on('error', reject);
            worker.on('exit', (code) => reject(new Error(`A thread ended by itself (code ${code}).`)));
            worker.postMessage(job);
            ask();
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
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
  if (threads > 1) await computeInThreads({ kernel, question }, threads, take);
  else {
    setRayKernel(kernel);
    const engine = createTownEngine(question);
    for (const neighbourhood of neighbourhoods) take(computeRows(engine, neighbourhood));
  }
  return {
    roofs: roofs.sort((a, b) => a.building - b.building || a.surfaces[0] - b.surfaces[0]),
    left: left.sort((a, b) => a.building - b.building || a.surface - b.surface),
  };
}
