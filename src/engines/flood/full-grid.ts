/** What scheme "full" keeps beside the grid, in the same memory: double precision, and where slopes mean something. */
import { CLOSED, type FloodGrid } from './layout.ts';
import { FACE, type SpecialFaces } from './special-faces.ts';

/** Depth (m) and discharge (m²/s) in each padded cell. */
export interface FullState {
  readonly h: Float64Array;
  readonly qx: Float64Array;
  readonly qy: Float64Array;
}

export interface FullGrid extends FullState {
  /** Bits all 1: the cell may have slopes. 0: closed, or beside a crest, gap or open border, where the scheme is of first order. */
  readonly smooth: Int32Array;
  /** Byte offsets. */
  readonly at: { readonly h: number; readonly qx: number; readonly qy: number; readonly smooth: number };
}

/** Byte offsets from `start` on, and of the first byte that is free. */
export function planFullGrid(cells: number, start: number) {
  const h = Math.ceil(start / 64) * 64;
  const qx = h + cells * 8;
  const qy = qx + cells * 8;
  const smooth = qy + cells * 8;
  return { at: { h, qx, qy, smooth }, free: Math.ceil((smooth + cells * 4) / 64) * 64 };
}

export function createFullGrid(grid: FloodGrid, faces: SpecialFaces, start: number): FullGrid {
  const { memory, stride, rows, bed, depth } = grid;
  const size = stride * rows;
  const { at } = planFullGrid(size, start);
  const full = {
    at,
    h: new Float64Array(memory, at.h, size),
    qx: new Float64Array(memory, at.qx, size),
    qy: new Float64Array(memory, at.qy, size),
    smooth: new Int32Array(memory, at.smooth, size),
  };
  full.h.set(depth);
  for (let cell = 0; cell < size; cell++) full.smooth[cell] = bed[cell] === CLOSED ? 0 : -1;
  for (const [i, cell] of faces.at.entries()) {
    const side = faces.kind[i] & 7;
    const isX = side === FACE.eastward || side === FACE.west || side === FACE.east;
    full.smooth[cell] = 0;
    full.smooth[cell + (isX ? 1 : stride)] = 0;
  }
  return full;
}
