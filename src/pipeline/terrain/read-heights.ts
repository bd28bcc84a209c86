/** GeoTIFFs of heights → one source of ground heights, for terrain, labels and trees. */
import { createGrid, gridExtent, type HeightGrid, type RdExtent, sampleHeight } from '../../model/grid.ts';
import { InputError } from '../../model/input-error.ts';
import { type FillCount, stackLayers } from './layers.ts';
import { type HeightFile, maximumCells, readGeotiff, tooManyCells } from './read-geotiff.ts';

export interface HeightSource {
  /** Without holes, finest first, each wider than its data; the last one fades to NAP zero. Values can be shared by threads. */
  readonly layers: readonly HeightGrid[];
  /** The data as read, finest first, with NaN in the holes; files of one resolution that fit are one grid. */
  readonly grids: readonly HeightGrid[];
  /** Metres outside the data over which the ground fades to NAP zero. */
  readonly fade: number;
  readonly count: FillCount & { readonly cells: number; readonly holes: number };
  /** Metres NAP at a point in RD metres: the finest data there, holes filled; undefined outside the files' extents. */
  heightAt(x: number, y: number): number | undefined;
}

const isInside = ([west, south, east, north]: RdExtent, x: number, y: number) =>
  x >= west && y >= south && x <= east && y <= north;

/**
 * The finest data without holes, as one grid over their extents: what engines work on. Where sheets of that resolution
 * leave a gap, it is filled as {@link HeightSource.heightAt} does, with sea level outside all data.
 */
export function finestGrid({ grids, layers, heightAt }: HeightSource): HeightGrid {
  const cellSize = Math.min(...grids.map((grid) => grid.cellSize));
  const finest = grids.filter((grid) => grid.cellSize === cellSize);
  const extents = finest.map(gridExtent);
  const [west, south] = [0, 1].map((i) => Math.min(...extents.map((extent) => extent[i] as number))) as [
    number,
    number,
  ];
  const [east, north] = [2, 3].map((i) => Math.max(...extents.map((extent) => extent[i] as number))) as [
    number,
    number,
  ];
  const width = Math.round((east - west) / cellSize);
  const height = Math.round((north - south) / cellSize);
  const result = createGrid(west, south, cellSize, width, height);
  const [layer] = layers;
  for (let r = 0; r < height; r++) {
    const row = r * width;
    if (finest.length === 1 && layer) {
      const pad = Math.round((west - layer.west) / cellSize);
      const start = (r + pad) * layer.width + pad;
      result.values.set(layer.values.subarray(start, start + width), row);
      continue;
    }
    const y = south + (r + 0.5) * cellSize;
    for (let c = 0; c < width; c++) result.values[row + c] = heightAt(west + (c + 0.5) * cellSize, y) ?? 0;
  }
  return result;
}

/** Whether the cells of two grids coincide, within a thousandth of a cell. */
function isAligned(a: HeightGrid, b: HeightGrid): boolean {
  const isWhole = (cells: number) => Math.abs(cells - Math.round(cells)) < 1e-3;
  return (
    Math.abs(a.cellSize - b.cellSize) < a.cellSize * 1e-6 &&
    isWhole((a.west - b.west) / a.cellSize) &&
    isWhole((a.south - b.south) / a.cellSize)
  );
}

/** Sheets of one raster → one grid, unless that would be mostly empty. The first known height wins. */
function joinSheets(grids: readonly HeightGrid[]): readonly HeightGrid[] {
  const [first] = grids;
  if (grids.length < 2 || !first) return grids;
  const extents = grids.map(gridExtent);
  const west = Math.min(...extents.map((extent) => extent[0]));
  const south = Math.min(...extents.map((extent) => extent[1]));
  const width = Math.round((Math.max(...extents.map((extent) => extent[2])) - west) / first.cellSize);
  const height = Math.round((Math.max(...extents.map((extent) => extent[3])) - south) / first.cellSize);
  if (width * height > 1.5 * grids.reduce((sum, grid) => sum + grid.values.length, 0)) return grids;
  const joined = createGrid(west, south, first.cellSize, width, height);
  for (const grid of grids) {
    const column = Math.round((grid.west - west) / first.cellSize);
    const row = Math.round((grid.south - south) / first.cellSize);
    for (let r = 0; r < grid.height; r++) {
      const target = (row + r) * width + column;
      for (let c = 0; c < grid.width; c++) {
        if (Number.isNaN(joined.values[target + c])) {
          joined.values[target + c] = grid.values[r * grid.width + c] as number;
        }
      }
    }
  }
  return [joined];
}

function groupAligned(files: readonly HeightFile[]): HeightGrid[][] {
  const groups: HeightGrid[][] = [];
  for (const { grid } of files) {
    const group = groups.find(([first]) => first && isAligned(first, grid));
    if (group) group.push(grid);
    else groups.push([grid]);
  }
  return groups;
}

/**
 * Reads any number of GeoTIFFs in RD New and NAP. Where they overlap the finer wins, then the first named. Memory: at most
 * 20 bytes per cell while reading, 8 afterwards. Throws InputError for files it cannot use, and above 250 million cells.
 */
export async function readHeights(files: readonly string[]): Promise<HeightSource> {
  if (files.length === 0) throw new InputError('terrain: name at least one GeoTIFF of heights.');
  const read: HeightFile[] = [];
  let cells = 0;
  for (const file of files) {
    const last = await readGeotiff(file);
    read.push(last);
    cells += last.grid.values.length;
    if (cells > maximumCells) throw new InputError(tooManyCells(file, cells));
  }
  const grids = groupAligned(read)
    .flatMap(joinSheets)
    .sort((a, b) => a.cellSize - b.cellSize);
  const { layers, count, fade } = stackLayers(grids);
  const extents = grids.map(gridExtent);
  return {
    layers,
    grids,
    fade,
    count: {
      ...count,
      cells,
      holes: read.reduce((sum, file) => sum + file.holes, 0),
    },
    heightAt(x, y) {
      if (!extents.some((extent) => isInside(extent, x, y))) return undefined;
      for (const layer of layers) {
        const height = sampleHeight(layer, x, y);
        if (height !== undefined) return height;
      }
      return undefined;
    },
  };
}
