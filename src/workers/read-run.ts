/** The grids of a whole run on its own cells, and the ground that they lie on, read block by block so that little is held. */
import {
  type FacadeCells,
  type FacadePart,
  joinFacades,
  listFacadeCells,
} from '../engines/flood-effects/facade-cells.ts';
import { buildFloodInput } from '../engines/flood-input.ts';
import { buildingsUnder, changeSite } from '../engines/flood-measures.ts';
import { planSite } from '../engines/flood-plan.ts';
import type { FloodFrame } from '../model/flood.ts';
import type { FloodChange } from '../model/flood-change.ts';
import { groundTable } from '../model/flood-ground.ts';
import { figureOf } from '../model/flood-measure-table.ts';
import type { RdExtent } from '../model/grid.ts';
import type { RunValues } from './flood-view.ts';
import type { Raster } from './raster-window.ts';
import { readSiteFrame, type SiteFiles } from './read-flood-site.ts';

type Open = (url: string) => Promise<Raster>;

interface RunGrid {
  readonly frame: FloodFrame;
  /** Whole millimetres or minutes; where the file has none: 65535. */
  readonly values: Uint16Array;
}

/** What the file says is nothing, as what a run says. */
const NONE = 0xffff;

export async function readRunGrid(open: Open, from: RunValues, extent: RdExtent): Promise<RunGrid> {
  if (typeof from !== 'string') return from;
  const window = await (await open(from)).read<Uint16Array>(extent, 0);
  if (!window) throw new Error(`${from} has nothing in ${extent.join(', ')}.`);
  const { frame, values, noData } = window;
  return { frame, values: noData === NONE ? values : values.map((value) => (value === noData ? NONE : value)) };
}

/** Metres; NaN where there is none. */
export const toMetres = (millimetres: Uint16Array): Float32Array =>
  Float32Array.from(millimetres, (value) => (value === NONE ? Number.NaN : value / 1000));

export interface RunFloor {
  readonly bed: Float32Array;
  readonly isWater: Uint8Array;
  readonly facades: FacadeCells;
  /** m above the ground, where a measure raised the threshold; by row of the table of buildings. */
  readonly raised: ReadonlyMap<number, number>;
}

/** Fine cells along a block. */
const BLOCK = 1024;

/**
 * `rows` of the table of buildings; `change`: what lies on today's ground, with which it is read at once; else `blockCells`: fine
 * cells along what is. On open water `bed` is its level.
 */
export async function readRunFloor(
  open: Open,
  files: SiteFiles,
  frame: FloodFrame,
  rows: number,
  waterDepth: number,
  change?: FloodChange,
  blockCells = BLOCK,
): Promise<RunFloor> {
  const { west, south, cellSize, width, height } = frame;
  const fine = Math.min((await open(files.ground)).cellSize, cellSize);
  const factor = Math.round(cellSize / fine);
  const bed = new Float32Array(width * height).fill(Number.NaN);
  const isWater = new Uint8Array(width * height);
  const parts: FacadePart[] = [];
  const raised = new Map<number, number>();
  const step = change ? Math.max(width, height) : Math.max(1, Math.floor(blockCells / factor));
  for (let bottom = 0; bottom < height; bottom += step) {
    for (let left = 0; left < width; left += step) {
      const core = { left, bottom, width: Math.min(step, width - left), height: Math.min(step, height - bottom) };
      // One cell more on each side, because a wall just beyond the block belongs to cells in it.
      const [x0, y0] = [Math.max(left - 1, 0), Math.max(bottom - 1, 0)];
      const [x1, y1] = [Math.min(left + core.width + 1, width), Math.min(bottom + core.height + 1, height)];
      const block = {
        west: west + x0 * cellSize,
        south: south + y0 * cellSize,
        cellSize,
        width: x1 - x0,
        height: y1 - y0,
      };
      const today = await readSiteFrame(open, files, {
        ...block,
        cellSize: cellSize / factor,
        width: block.width * factor,
        height: block.height * factor,
      });
      const table = groundTable();
      const planned = planSite(today, change?.plans ?? []);
      const { site, kept } = changeSite(planned, change?.measures ?? [], table);
      for (const measure of change?.measures ?? [])
        if (measure.kind === 'doorstep')
          for (const row of buildingsUnder(site, measure)) raised.set(row - 1, figureOf(measure, 'heightM'));
      const input = buildFloodInput(site, {
        kept,
        cellSize,
        waterDepth,
        rain: [],
        seconds: 0,
        borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
      });
      for (let row = bottom; row < bottom + core.height; row++) {
        for (let column = left; column < left + core.width; column++) {
          const from = (row - y0) * block.width + column - x0;
          const to = row * width + column;
          const water = input.initialDepth?.[from] ?? 0;
          isWater[to] = water > 0 ? 1 : 0;
          if (input.closed?.[from] !== 1) bed[to] = (input.bed[from] as number) + water;
        }
      }
      const toWhole = (cell: number) => {
        const [column, row] = [(cell % block.width) + x0, Math.floor(cell / block.width) + y0];
        const isIn = column >= left && column < left + core.width && row >= bottom && row < bottom + core.height;
        return isIn ? row * width + column : undefined;
      };
      parts.push({ facades: listFacadeCells(site, block, rows, input.closed), toWhole });
    }
  }
  return { bed, isWater, facades: joinFacades(parts, rows), raised };
}
