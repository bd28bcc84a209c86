/** Effects of a run on the town, from its files or from what was computed here: of the whole run, on its own cells. */
import { assessFlood, type TownFacts } from '../engines/flood-effects/assess.ts';
import type { FloodFrame } from '../model/flood.ts';
import type { FloodEffects } from '../model/flood-effects.ts';
import type { RdExtent } from '../model/grid.ts';
import type { RunFiles, RunValues } from './flood-view.ts';
import { createRasterCache } from './raster-window.ts';
import type { SiteFiles } from './read-flood-site.ts';
import { type RunFloor, readRunFloor, readRunGrid, toMetres } from './read-run.ts';

/** A run as files or arrays: its maxima, its moments and the ground under it. */
export interface EffectsRun {
  readonly site: SiteFiles;
  readonly run: RunFiles;
  /** Seconds from the start of the rain, ascending, and the depths at them. */
  readonly seconds: readonly number[];
  readonly depths: readonly RunValues[];
  /** In which the run lies. */
  readonly extent: RdExtent;
}

export interface EffectsTask extends EffectsRun {
  readonly town: TownFacts;
}

export type EffectsService = (task: EffectsTask, onProgress: (share: number) => void) => Promise<FloodEffects>;

/** Keeps the ground of the last run: another storm mostly lies on the same. */
export function createEffectsService(): EffectsService {
  const open = createRasterCache();
  let kept: { readonly key: string; readonly floor: Promise<RunFloor> } | undefined;

  function readFloor(
    site: SiteFiles,
    frame: FloodFrame,
    rows: number,
    { waterDepth, change }: RunFiles,
  ): Promise<RunFloor> {
    const key = JSON.stringify([site, frame, rows, waterDepth, change?.key]);
    if (kept?.key === key) return kept.floor;
    const floor = readRunFloor(open, site, frame, rows, waterDepth, change);
    floor.catch(() => {
      kept = undefined;
    });
    kept = { key, floor };
    return floor;
  }

  return async ({ site, run, seconds, depths, extent, town }, onProgress) => {
    const deepest = await readRunGrid(open, run.deepest, extent);
    const { frame } = deepest;
    const floor = await readFloor(site, frame, town.areas.length, run);
    onProgress(0.5);
    const assessment = assessFlood({ frame, ...floor }, town);
    for (const [i, from] of depths.entries()) {
      const moment = await readRunGrid(open, from, extent);
      assessment.add(seconds[i] as number, toMetres(moment.values));
      onProgress(0.5 + (0.5 * (i + 1)) / (depths.length + 1));
    }
    const [arrival, duration] = await Promise.all([
      readRunGrid(open, run.arrival, extent),
      readRunGrid(open, run.duration, extent),
    ]);
    return assessment.finish({
      depth: toMetres(deepest.values),
      arrival: arrival.values,
      duration: duration.values,
    });
  };
}
