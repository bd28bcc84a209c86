/**
 * What floods need of a municipality → `flood/`: kinds of ground, buildings and levels of open water on the cells of the
 * heights, the lowest ground at each façade, and the standard storms computed beforehand. `index.json` names all of it.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFloodInput } from '../engines/flood-input.ts';
import type { FloodFacades } from '../model/flood-facades.ts';
import { groundTable } from '../model/flood-ground.ts';
import type { FloodIndex } from '../model/flood-index.ts';
import type { RasterOptions } from '../model/raster.ts';
import { writeRaster } from './cog.ts';
import { loadKernel } from './compile-kernel.ts';
import { makeStorms } from './flood/make-storms.ts';
import type { FloodSettings } from './flood/settings.ts';
import { listFacades, readSite, type SiteSources } from './flood/site.ts';
import type { StormRun } from './flood/storms.ts';
import { writeBeside } from './write-beside.ts';

/** As `index.json` holds it: more than the viewer reads. */
export interface FloodFile extends FloodIndex {
  readonly runs: StormRun[];
  readonly facades: string;
  readonly settings: FloodSettings;
}

export interface FloodFacts {
  readonly levelsFromHeights: number;
  readonly storms: readonly { readonly id: string; readonly seconds: number; readonly relativeError: number }[];
}

const codes: RasterOptions = { overview: 'most', tileSize: 512 };

/** Throws InputError naming file and feature; what was there before then stays. `heights`: their file, relative to the folder. */
export async function makeFlood(
  sources: SiteSources,
  settings: FloodSettings,
  output: string,
  heights: string,
  onProgress: (share: number) => void = () => {},
): Promise<FloodFacts> {
  // The kernel may have to be compiled first, which another process does meanwhile.
  const [{ site, levelsFromHeights }] = await Promise.all([readSite(sources), loadKernel('flood')]);
  const { frame } = site;
  const factor = Math.round(settings.cellSize / frame.cellSize);
  // Of some sources the cells do not divide the wish: the nearest that do.
  const cellSize = Math.max(1, factor) * frame.cellSize;
  const ground = buildFloodInput(site, {
    cellSize,
    ...(settings.extent ? { extent: settings.extent } : {}),
    ground: groundTable(settings.ground),
    sewerMillimetresPerHour: settings.sewerMmPerHour,
    ...(settings.sewerStorageMm === undefined ? {} : { sewerStorageMillimetres: settings.sewerStorageMm }),
    waterDepth: settings.waterDepthM,
    rain: [],
    seconds: 0,
    // What lies beyond gets the same rain and has its own water: nothing is taken to cross.
    borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
  });
  return writeBeside(output, 'folder', async (folder) => {
    await writeRaster(join(folder, 'ground.tif'), { ...frame, values: site.ground }, codes);
    await writeRaster(join(folder, 'buildings.tif'), { ...frame, values: site.buildings }, { ...codes, noData: 0 });
    await writeRaster(
      join(folder, 'water.tif'),
      { ...frame, values: site.water },
      { overview: 'mean', noData: -9999, rounding: 1 / 1024, isHeight: true, tileSize: 512 },
    );
    const lowest = listFacades(site, sources.buildingIds.length);
    const facades: FloodFacades = {
      schema: 1,
      threshold: settings.thresholdM,
      lowest: Array.from(lowest, (height) => (Number.isNaN(height) ? null : Number(height.toFixed(2)))),
    };
    await writeFile(join(folder, 'facades.json'), JSON.stringify(facades));
    const runs = await makeStorms(ground, settings.storms, folder, onProgress);
    const index: FloodFile = {
      schema: 1,
      frame,
      waterDepth: settings.waterDepthM,
      files: { heights, ground: 'ground.tif', buildings: 'buildings.tif', water: 'water.tif' },
      facades: 'facades.json',
      settings,
      runs,
    };
    await writeFile(join(folder, 'index.json'), `${JSON.stringify(index, undefined, 1)}\n`);
    const storms = runs.map(({ storm, computedInSeconds, massBalance }) => ({
      id: storm.id,
      seconds: computedInSeconds,
      relativeError: massBalance.relativeError,
    }));
    return { levelsFromHeights, storms };
  });
}
