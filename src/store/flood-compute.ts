/** A storm of the visitor's own, computed around the view: coarse first, then finer. */
import { groundTable } from '../model/flood-ground.ts';
import { sheetExtent } from '../model/flood-run.ts';
import type { RdExtent } from '../model/grid.ts';
import type { Storm } from '../model/storm.ts';
import type { FloodTold } from '../workers/compute-flood.ts';
import { startFloodCompute } from '../workers/start-flood-compute.ts';
import { type FloodJob, flood, setFloodChoice } from './flood.ts';
import { floodIndexUrl, showComputed, siteFiles } from './flood-shown.ts';
import { twin } from './twin.ts';

/** m of cells, run after run; the last only where the machine has the time. */
const CELL_SIZES = [8, 4, 2];
/** Side of the square around the view that is computed, m. */
const SIDE = 1000;
/** Seconds of dry weather after the rain, and between the moments that are kept. */
const AFTER = 3600;
const EVERY = 300;

let stop: (() => void) | undefined;

const tell = (job: FloodJob) => flood.setState({ job: { status: 'running', ...job } });

export function stopComputing(): void {
  stop?.();
  stop = undefined;
  if (flood.getState().job.status === 'running') flood.setState({ job: { status: 'idle' } });
}

/** Something else computes from now on, until another storm or `stopComputing` ends it. */
export function beginComputing(end: () => void): void {
  stopComputing();
  stop = end;
}

/** The square around what is looked at, in whole cells of the coarsest run, within the site. */
function extentToCompute(whole: RdExtent): RdExtent {
  const { footprint, camera } = twin.getState();
  const x = footprint?.centre?.x ?? camera?.x ?? (whole[0] + whole[2]) / 2;
  const y = footprint?.centre?.y ?? camera?.y ?? (whole[1] + whole[3]) / 2;
  const coarsest = CELL_SIZES[0] as number;
  const start = (at: number, low: number, high: number) =>
    Math.max(low, Math.min(low + Math.round((at - SIDE / 2 - low) / coarsest) * coarsest, high - SIDE));
  const west = start(x, whole[0], whole[2]);
  const south = start(y, whole[1], whole[3]);
  return [west, south, Math.min(west + SIDE, whole[2]), Math.min(south + SIDE, whole[3])];
}

/** Shows what comes as it comes; another storm, or `stopComputing`, ends it. */
export function computeStorm(storm: Storm): void {
  stopComputing();
  const { index } = flood.getState();
  const url = floodIndexUrl(twin.getState());
  if (index.status !== 'ready' || url === undefined) return;
  const { frame, waterDepth, settings } = index.value;
  const [first] = CELL_SIZES as [number];
  tell({ storm, cellSize: first, share: 0 });
  setFloodChoice({ storm: storm.id, second: undefined });
  let depths: Uint16Array[] = [];
  let flows: Uint16Array[] = [];
  let showing: Promise<void> | undefined;

  function show(told: FloodTold): Promise<void> {
    const shown = showComputed(storm, told, [...depths], [...flows]).finally(() => {
      if (showing === shown) showing = undefined;
    });
    showing = shown;
    return shown;
  }

  function hear(told: FloodTold): void {
    const { cellSize } = told.frame;
    tell({ storm, cellSize, share: told.share });
    if (!told.end) {
      depths = [...depths.slice(0, told.seconds.length - 1), told.depth];
      flows = [...flows.slice(0, told.seconds.length - 1), told.flow];
      // Of the first run each moment as it comes, unless the last is still being drawn; of finer ones the whole.
      if (cellSize === first && !showing) void show(told);
      return;
    }
    const [whole, wholeFlows] = [depths, flows];
    void (showing ?? Promise.resolve()).then(() => {
      depths = whole;
      flows = wholeFlows;
      return show(told);
    });
  }

  stop = startFloodCompute(
    {
      storm,
      extent: extentToCompute(sheetExtent(frame)),
      cellSizes: CELL_SIZES.map((size) => Math.max(size, frame.cellSize)),
      seconds: storm.minutes * 60 + AFTER,
      every: EVERY,
      ground: {
        waterDepth,
        sewerMillimetresPerHour: settings?.sewerMmPerHour ?? 0,
        ...(settings?.sewerStorageMm === undefined ? {} : { sewerStorageMillimetres: settings.sewerStorageMm }),
        ground: groundTable(settings?.ground),
      },
      site: siteFiles(index.value, url),
    },
    (reply) => {
      if ('told' in reply) {
        hear(reply.told);
        return;
      }
      stop = undefined;
      flood.setState({ job: 'message' in reply ? { status: 'failed', message: reply.message } : { status: 'idle' } });
    },
  );
}
