/**
 * From depths in cells to a surface that can be drawn. A cell knows one depth; a shore lies between cells. So each cell gets a
 * signed depth: the water's level minus the ground. In a dry cell beside water that is the neighbours' level (mean, weighted by
 * depth) minus its own ground: between cells the signed depth is linear, and the shore is where a level sheet of water meets sloping ground.
 * A steep bank is a step: there the shore is halfway, however high the bank.
 *
 * Water goes on for two cells under a building's walls, at the level in front of them, so that the wall itself and not the grid
 * cuts it off. Under buildings the ground drawn is that beside them: heights there are filled in, not measured. So it does over
 * water that always stands there, where the shore ends it. The shore is told apart from the depth (`shore-line.ts`): smoothed, so
 * that a kerb or a quay is a line and no flight of steps, while depths stay what they are.
 */
import { ARRIVAL_DEPTH } from '../model/flood.ts';
import { toHalf } from '../model/half-float.ts';
import { smoothShore } from './shore-line.ts';

export interface SurfaceGrid {
  readonly width: number;
  readonly height: number;
  /** m NAP per cell, index `row * width + column`, row 0 south; NaN: unknown. */
  readonly bed: ArrayLike<number>;
  /** Per cell, 1: a building. */
  readonly closed: Uint8Array | undefined;
  /** Per cell, 1: water that always stands there. It is the map's to draw, and no flood: it ends where half of it is. */
  readonly hidden?: Uint8Array | undefined;
}

/** Depth that is drawn from, m: the shore. */
const SHORE = ARRIVAL_DEPTH;
/** Cells that water goes on under a wall. */
const UNDER_WALLS = 2;
/** Depth from which a cell lends its level to its neighbours, m. */
const LENDING = 0.03;
/** Signed depth far from water, m. */
const FAR = -0.1;
/** Ground that nobody knows, m NAP: no water is drawn there. */
const UNKNOWN = -9999;
/** Depth in whole steps of this, m. */
const DEPTH_STEP = 0.001;

/** The eight neighbours as steps of column and row. */
const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const)).filter(([dx, dy]) => dx || dy);

/** Cells under walls or standing water within {@link UNDER_WALLS} cells of open ones, in rings from outside to inside. */
function listRings(width: number, height: number, isCovered: Uint8Array): Int32Array[] {
  const isOpen = isCovered.map((value) => 1 - value);
  const rings: Int32Array[] = [];
  for (let ring = 0; ring < UNDER_WALLS; ring++) {
    const cells: number[] = [];
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const cell = row * width + column;
        if (isOpen[cell]) continue;
        for (let k = 0; k < around.length; k++) {
          const [dx, dy] = around[k] as readonly [number, number];
          const [x, y] = [column + dx, row + dy];
          if (x < 0 || y < 0 || x >= width || y >= height || !isOpen[y * width + x]) continue;
          cells.push(cell);
          break;
        }
      }
    }
    for (const cell of cells) isOpen[cell] = 1;
    rings.push(Int32Array.from(cells));
  }
  return rings;
}

export interface RaisedWater {
  /** Signed depth per cell as 16-bit floats, of depths in whole millimetres. */
  readonly depths: Uint16Array;
  /** Per cell how far it lies within the shore, 0 to 255; the shore is halfway (`shore-line.ts`). */
  readonly shore: Uint8Array;
}

export interface WaterSurface {
  /** m NAP per cell, as it is drawn. */
  readonly bed: Float32Array;
  /** Linear in the cells. */
  readonly raise: (millimetres: Uint16Array) => RaisedWater;
}

/** Prepares a ground for many surfaces. */
export function createWaterSurface(grid: SurfaceGrid): WaterSurface {
  const { width, height, closed, hidden } = grid;
  const count = width * height;
  if (grid.bed.length !== count)
    throw new Error(`Expected ground of ${count} values (${width} x ${height}), got ${grid.bed.length}.`);
  const isCovered = Uint8Array.from({ length: count }, (_, i) => (closed?.[i] || hidden?.[i] ? 1 : 0));
  const rings = listRings(width, height, isCovered);
  const bed = Float32Array.from(grid.bed);
  // 0: open, 1: closed and not reached yet.
  const isFilled = isCovered.map((value) => 1 - value);
  for (const cells of rings) {
    const means = Float32Array.from(cells, meanBed);
    for (let i = 0; i < cells.length; i++) {
      bed[cells[i] as number] = means[i] as number;
      isFilled[cells[i] as number] = 1;
    }
  }
  for (let i = 0; i < count; i++) if (Number.isNaN(bed[i])) bed[i] = UNKNOWN;
  const wetHalf = Uint16Array.from({ length: 0x10000 }, (_, mm) => toHalf(mm * DEPTH_STEP));
  const far = toHalf(FAR);
  const lendingSteps = Math.round(LENDING / DEPTH_STEP);

  function meanBed(cell: number): number {
    const [column, row] = [cell % width, Math.floor(cell / width)];
    let [sum, weight] = [0, 0];
    for (let k = 0; k < around.length; k++) {
      const [dx, dy] = around[k] as readonly [number, number];
      const [x, y] = [column + dx, row + dy];
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const other = y * width + x;
      if (!isFilled[other] || Number.isNaN(bed[other])) continue;
      sum += bed[other] as number;
      weight++;
    }
    return weight > 0 ? sum / weight : (bed[cell] as number);
  }

  /** Levels times depths, and depths, that lending cells give their dry neighbours; all 0 between calls. */
  const given = new Float32Array(count);
  const weights = new Float32Array(count);
  /** Squares of depths, mm². */
  const squares = new Float32Array(count);
  const levels = new Float32Array(count);

  return {
    bed,
    raise(millimetres) {
      if (millimetres.length !== count) throw new Error(`Expected ${count} depths, got ${millimetres.length}.`);
      const halves = new Uint16Array(count).fill(far);
      levels.fill(Number.NaN);
      for (let i = 0; i < count; i++) {
        const mm = millimetres[i] as number;
        if (mm === 0 || isCovered[i]) continue;
        halves[i] = wetHalf[mm] as number;
        if (mm >= lendingSteps) levels[i] = (bed[i] as number) + mm * DEPTH_STEP;
      }
      for (const cell of lend(millimetres)) {
        const level = (given[cell] as number) / (weights[cell] as number);
        const depth = (millimetres[cell] as number) * DEPTH_STEP;
        const beside = ((squares[cell] as number) / (weights[cell] as number)) * DEPTH_STEP;
        const under = Math.min(level - (bed[cell] as number), depth);
        // What is not drawn itself has no shore.
        halves[cell] = toHalf(beside > SHORE ? Math.max(under, 2 * SHORE - beside) : under);
        given[cell] = 0;
        weights[cell] = 0;
        squares[cell] = 0;
      }
      for (const cells of rings) {
        const raised = cells.length ? Float32Array.from(cells, meanLevel) : new Float32Array(0);
        for (let i = 0; i < cells.length; i++) {
          const cell = cells[i] as number;
          levels[cell] = raised[i] as number;
          if (!Number.isNaN(levels[cell])) halves[cell] = toHalf((levels[cell] as number) - (bed[cell] as number));
        }
      }
      return { depths: halves, shore: smoothShore(grid, halves) };
    },
  };

  /** Adds the levels of lending cells to their open neighbours that do not lend; returns those, each once. */
  function lend(millimetres: Uint16Array): number[] {
    const taken: number[] = [];
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const cell = row * width + column;
        const level = levels[cell] as number;
        if (Number.isNaN(level)) continue;
        const mm = millimetres[cell] as number;
        for (let y = Math.max(row - 1, 0); y <= row + 1 && y < height; y++) {
          for (let x = Math.max(column - 1, 0); x <= column + 1 && x < width; x++) {
            const other = y * width + x;
            if (isCovered[other] || !Number.isNaN(levels[other])) continue;
            if (weights[other] === 0) taken.push(other);
            given[other] = (given[other] as number) + level * mm;
            weights[other] = (weights[other] as number) + mm;
            squares[other] = (squares[other] as number) + mm * mm;
          }
        }
      }
    }
    return taken;
  }

  /** Of the cells around that have a level. */
  function meanLevel(cell: number): number {
    const [column, row] = [cell % width, Math.floor(cell / width)];
    let sum = 0;
    let weight = 0;
    for (let y = Math.max(row - 1, 0); y <= row + 1 && y < height; y++) {
      for (let x = Math.max(column - 1, 0); x <= column + 1 && x < width; x++) {
        const level = levels[y * width + x] as number;
        if (Number.isNaN(level)) continue;
        sum += level;
        weight++;
      }
    }
    return weight > 0 ? sum / weight : Number.NaN;
  }
}
