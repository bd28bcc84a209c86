/** A dike that gives way, computed here over the town and the polder around it: coarse first, then finer. */

import { type FloodEngineOptions, runFlood } from '../engines/flood/run-flood.ts';
import { dikeMaterials } from '../engines/flood-breach/growth.ts';
import { buildBreach } from '../engines/flood-breach.ts';
import { buildFloodInput } from '../engines/flood-input.ts';
import type { BreachChoice } from '../model/breach-choice.ts';
import { findDikePlace } from '../model/dike-line.ts';
import {
  ARRIVAL_DEPTH,
  type BreachGrowth,
  type BreachMoment,
  type FloodFrame,
  type MassBalance,
} from '../model/flood.ts';
import type { GroundFriction } from '../model/flood-ground.ts';
import { NEVER } from '../model/flood-run.ts';
import { createRasterCache } from './raster-window.ts';
import { readSiteFrame, type SiteFiles } from './read-flood-site.ts';
import { listMoments, MOST_TOLD, type RunAnswer, type RunTold, watchRun } from './watch-run.ts';

export interface BreachTask {
  readonly choice: BreachChoice;
  /** Of the dikes, flat x, y pairs; the nearest one gives way. */
  readonly lines: readonly (readonly number[])[];
  /** The ground that is read: cells of some metres; those of the runs are whole times larger. */
  readonly frame: FloodFrame;
  readonly cellSizes: readonly number[];
  readonly seconds: number;
  readonly every: number;
  readonly waterDepth: number;
  readonly ground: readonly GroundFriction[];
  readonly site: SiteFiles;
}

/** As `FloodTold` of a storm, with what the gap did at the end of a run. */
export interface BreachTold extends RunTold {
  readonly end:
    | {
        readonly engine: string;
        readonly balance: MassBalance;
        readonly growth: BreachGrowth | undefined;
        readonly moments: readonly BreachMoment[];
      }
    | undefined;
}

const ARRIVAL = ARRIVAL_DEPTH * 1000;

/** The dike nearest to the place. */
function nearestLine({ lines, choice }: BreachTask): readonly number[] {
  let nearest: readonly number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const { distance } = findDikePlace(line, choice.x, choice.y, 100);
    if (distance >= least) continue;
    least = distance;
    nearest = line;
  }
  if (!nearest) throw new Error('There is no dike.');
  return nearest;
}

/** `onTold` hears of each moment, and of the end of each run. Throws InputError where nothing can give way. */
export async function computeBreach(
  task: BreachTask,
  engine: FloodEngineOptions,
  onTold: (told: BreachTold) => void,
): Promise<void> {
  const { choice, waterDepth, ground: friction, seconds: end } = task;
  const { settings } = choice;
  const site = await readSiteFrame(createRasterCache(), task.site, task.frame);
  const line = nearestLine(task);
  const { criticalSpeed, widest } = dikeMaterials[choice.material];
  let before: RunAnswer | undefined;
  for (const cellSize of task.cellSizes) {
    const built = buildFloodInput(site, {
      cellSize,
      ground: friction,
      waterDepth,
      rain: [],
      seconds: end,
      // The polder goes on beyond what is computed.
      borders: { west: 'open', east: 'open', south: 'open', north: 'open' },
    });
    const input = buildBreach(
      { ...built, infiltration: 0 },
      {
        x: choice.x,
        y: choice.y,
        line,
        lake: { level: choice.lakeLevel, depth: settings.lakeDepth },
        growth: {
          start: 0,
          lowering: settings.loweringMinutes * 60,
          width: settings.width,
          widest: Math.max(settings.width, settings.widest ?? widest),
          criticalSpeed,
        },
      },
    );
    /** What is drawn stands on today's ground and water: the gap itself is not cut out of it. */
    const ground = Float32Array.from(built.bed, (z, cell) => z + (built.initialDepth?.[cell] ?? 0));
    const above = Float32Array.from(input.bed, (z, cell) => z - (ground[cell] as number));
    const toMillimetres = (depth: Float32Array) =>
      Uint16Array.from(depth, (h, cell) => {
        const mm = Math.round((h + (above[cell] as number)) * 1000);
        return mm > 0 ? Math.min(mm, MOST_TOLD) : 0;
      });
    const drawn = ground.map((z, cell) => (input.closed?.[cell] ? Number.NaN : z));
    const watch = watchRun(input, end, toMillimetres, before, drawn);
    const result = runFlood(input, {
      ...engine,
      moments: listMoments(end, task.every),
      onMoment: (moment) => onTold({ ...watch.next(moment), end: undefined }),
    });
    const { balance, maxima, breaches, engine: name } = result;
    const most = toMillimetres(maxima.depth);
    // Where water always stood, when it had risen by as much is only known of the moments.
    const minutes = (values: Float32Array, instead: Uint16Array) =>
      Uint16Array.from(values, (value, cell) => {
        if ((most[cell] as number) < ARRIVAL) return NEVER;
        if ((built.initialDepth?.[cell] ?? 0) > 0) return instead[cell] as number;
        return value >= 0 ? Math.min(Math.round(value / 60), MOST_TOLD) : NEVER;
      });
    const last = watch.last();
    const answer = {
      deepest: most,
      arrival: minutes(maxima.arrival, last.arrival),
      duration: minutes(maxima.duration, last.duration),
    };
    before = watch.answer(answer);
    onTold({
      ...last,
      share: 1,
      isWhole: true,
      ...answer,
      end: {
        engine: name,
        balance,
        growth: input.breaches?.[0]?.growth,
        moments: breaches?.[0]?.moments ?? [],
      },
    });
  }
}
