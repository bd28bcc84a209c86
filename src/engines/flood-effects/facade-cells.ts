/** Which cells of a run lie against which building, and how low the ground is there. */
import type { FloodFrame } from '../../model/flood.ts';
import type { FloodSite } from '../../model/flood-site.ts';

/** Pairs of building and cell: those of row r of the table of buildings are `starts[r]` to `starts[r + 1]`. */
export interface FacadeCells {
  readonly starts: Uint32Array;
  /** Cell of the run. */
  readonly cells: Uint32Array;
  /** Lowest known ground at the façade within the cell, m NAP. */
  readonly ground: Float32Array;
}

/**
 * A fine cell that shares a side with a building lies at its façade. `frame` of the run: cells of some whole times the site's,
 * within it; `count` rows of the table. In a cell that is `closed` to the run's water it gets that of the nearest open cell beside it. Fine cells outside the frame are left out, and open water: a wall in a canal has no door there.
 */
export function listFacadeCells(
  { frame: fine, heights, buildings, water }: Omit<FloodSite, 'ground'>,
  frame: FloodFrame,
  count: number,
  closed?: Uint8Array,
): FacadeCells {
  const lowest: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  const factor = frame.cellSize / fine.cellSize;
  const left = Math.round((frame.west - fine.west) / fine.cellSize);
  const bottom = Math.round((frame.south - fine.south) / fine.cellSize);
  const { width } = fine;
  for (let i = 0; i < buildings.length; i++) {
    const height = heights[i] as number;
    if (buildings[i] !== 0 || Number.isNaN(height) || !Number.isNaN(water[i])) continue;
    const x = i % width;
    let cell = -1;
    for (let side = 0; side < 4; side++) {
      if (side === 0 ? x === 0 : side === 1 && x + 1 === width) continue;
      const beside = i + (side === 0 ? -1 : side === 1 ? 1 : side === 2 ? -width : width);
      const cells = lowest[((buildings[beside] as number | undefined) ?? 0) - 1];
      if (!cells) continue;
      if (cell < 0) {
        const column = Math.floor((x - left) / factor);
        const row = Math.floor((Math.floor(i / width) - bottom) / factor);
        if (column < 0 || row < 0 || column >= frame.width || row >= frame.height) break;
        cell = row * frame.width + column;
        const fx = (x - left + 0.5) / factor - column;
        const fy = (Math.floor(i / width) - bottom + 0.5) / factor - row;
        if (closed?.[cell] === 1) cell = nearestOpen(closed, frame, column, row, fx, fy);
      }
      if (height < (cells.get(cell) ?? Number.POSITIVE_INFINITY)) cells.set(cell, height);
    }
  }
  const starts = new Uint32Array(count + 1);
  for (const [building, cells] of lowest.entries()) starts[building + 1] = (starts[building] as number) + cells.size;
  const all = lowest.flatMap((cells) => [...cells]);
  return {
    starts,
    cells: Uint32Array.from(all, ([cell]) => cell),
    ground: Float32Array.from(all, ([, height]) => height),
  };
}

/** Of the eight cells beside a closed one the open one whose middle is nearest to a point in it (0 to 1); itself without one. */
function nearestOpen(
  closed: Uint8Array,
  { width, height }: FloodFrame,
  column: number,
  row: number,
  x: number,
  y: number,
): number {
  let best = row * width + column;
  let nearest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 9; k++) {
    const [dx, dy] = [(k % 3) - 1, Math.floor(k / 3) - 1];
    const [c, r] = [column + dx, row + dy];
    if (c < 0 || r < 0 || c >= width || r >= height || closed[r * width + c] === 1) continue;
    const gap = Math.hypot(dx + 0.5 - x, dy + 0.5 - y);
    if (gap >= nearest) continue;
    nearest = gap;
    best = r * width + c;
  }
  return best;
}

/** A part of a run, whose cells are others of the whole: undefined for those that another part has. */
export interface FacadePart {
  readonly facades: FacadeCells;
  readonly toWhole: (cell: number) => number | undefined;
}

/** `count` rows of the table, as in each of the parts. */
export function joinFacades(parts: readonly FacadePart[], count: number): FacadeCells {
  const starts = new Uint32Array(count + 1);
  const cells: number[] = [];
  const ground: number[] = [];
  for (let row = 0; row < count; row++) {
    for (const { facades, toWhole } of parts) {
      for (let i = facades.starts[row] as number; i < (facades.starts[row + 1] as number); i++) {
        const cell = toWhole(facades.cells[i] as number);
        if (cell === undefined) continue;
        cells.push(cell);
        ground.push(facades.ground[i] as number);
      }
    }
    starts[row + 1] = cells.length;
  }
  return { starts, cells: Uint32Array.from(cells), ground: Float32Array.from(ground) };
}
