/** The site of `flood-site.ts` from its files, or from their overviews. */

import { sheetExtent } from '../model/flood-run.ts';
import type { FloodSite } from '../model/flood-site.ts';
import type { RdExtent } from '../model/grid.ts';
import type { Raster } from './raster-window.ts';

/** Whole addresses. */
export interface SiteFiles {
  readonly heights: string;
  readonly ground: string;
  readonly buildings: string;
  readonly water: string;
}

/** On cells of about `cellSize`. Throws where the files do not lie on the same cells. */
export async function readSiteWindow(
  open: (url: string) => Promise<Raster>,
  files: SiteFiles,
  extent: RdExtent,
  cellSize: number,
): Promise<FloodSite> {
  const read = async <T extends Float32Array | Uint8Array | Uint16Array>(url: string, part: RdExtent) => {
    const window = await (await open(url)).read<T>(part, cellSize);
    if (!window) throw new Error(`${url} has nothing there.`);
    return window;
  };
  const ground = await read<Uint8Array>(files.ground, extent);
  const { frame } = ground;
  const whole = sheetExtent(frame);
  const [heights, buildings, water] = await Promise.all([
    read<Float32Array>(files.heights, whole),
    read<Uint16Array>(files.buildings, whole),
    read<Float32Array>(files.water, whole),
  ]);
  for (const { frame: other } of [heights, buildings, water]) {
    if (other.width !== frame.width || other.height !== frame.height)
      throw new Error('Expected heights, ground, buildings and water on the same cells.');
  }
  const known = ({ values, noData }: typeof heights) => values.map((value) => (value === noData ? Number.NaN : value));
  return { frame, heights: known(heights), ground: ground.values, buildings: buildings.values, water: known(water) };
}
