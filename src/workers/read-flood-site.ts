/** The site of `flood-site.ts` from its files, or from their overviews. */
import type { FloodFrame } from '../model/flood.ts';
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

type Open = (url: string) => Promise<Raster>;
type Values = Float32Array | Uint8Array | Uint16Array;

const isSame = (a: FloodFrame, b: FloodFrame) =>
  a.width === b.width &&
  a.height === b.height &&
  Math.abs(a.west - b.west) < 1e-6 &&
  Math.abs(a.south - b.south) < 1e-6 &&
  Math.abs(a.cellSize - b.cellSize) < 1e-6;

/**
 * On the cells of `frame`: those that lie under their middles. Overviews of two files need not lie on the same cells: they start at
 * each file's own north-western corner.
 */
export async function readSiteFrame(open: Open, files: SiteFiles, frame: FloodFrame): Promise<FloodSite> {
  const { west, south, cellSize, width, height } = frame;
  const read = async <T extends Values>(url: string, empty: (cells: number) => T) => {
    const window = await (await open(url)).read<T>(sheetExtent(frame), cellSize);
    if (!window) throw new Error(`${url} has nothing there.`);
    const { frame: from, values, noData } = window;
    if (isSame(from, frame)) return { values, noData };
    const fitted = empty(width * height);
    for (let row = 0; row < height; row++) {
      const y = Math.floor((south + (row + 0.5) * cellSize - from.south) / from.cellSize);
      const start = Math.min(Math.max(y, 0), from.height - 1) * from.width;
      for (let column = 0; column < width; column++) {
        const x = Math.floor((west + (column + 0.5) * cellSize - from.west) / from.cellSize);
        fitted[row * width + column] = values[start + Math.min(Math.max(x, 0), from.width - 1)] as number;
      }
    }
    return { values: fitted, noData };
  };
  const [heights, ground, buildings, water] = await Promise.all([
    read(files.heights, (cells) => new Float32Array(cells)),
    read(files.ground, (cells) => new Uint8Array(cells)),
    read(files.buildings, (cells) => new Uint16Array(cells)),
    read(files.water, (cells) => new Float32Array(cells)),
  ]);
  const known = ({ values, noData }: typeof heights) => values.map((value) => (value === noData ? Number.NaN : value));
  return {
    frame,
    heights: known(heights),
    ground: ground.values,
    buildings: buildings.values,
    water: known(water),
  };
}

/** The files' own finest cells that touch an extent. */
export async function readSiteWindow(open: Open, files: SiteFiles, extent: RdExtent): Promise<FloodSite> {
  const window = await (await open(files.ground)).read<Uint8Array>(extent, 0);
  if (!window) throw new Error(`${files.ground} has nothing there.`);
  return readSiteFrame(open, files, window.frame);
}
