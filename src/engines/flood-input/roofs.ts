/** Rain that falls where water cannot stand goes to the nearest open cell: roofs drain around the building. */
import type { FloodFrame } from '../../model/flood.ts';

export interface Drained {
  /** Per cell: how many times the rain of one cell it gets. 0 in closed cells. */
  readonly rainFactor: Float32Array;
  /** Per cell: how many cells' worth of paved ground and roof drain to its sewer. */
  readonly sewerFactor: Float32Array;
}

/**
 * `rained` and `paved`: share of each cell that it rains on, and that drains to a sewer. Steps go along the sides of cells;
 * of several nearest open cells the one is taken that has got least so far, so that a roof drains to all its sides. What is
 * shut in by unknown ground, with no open cell to go to, is left out.
 */
export function drainRoofs(
  { width, height }: FloodFrame,
  closed: Uint8Array,
  bed: Float32Array,
  rained: Float32Array,
  paved: Float32Array,
): Drained {
  const cells = width * height;
  const rainFactor = new Float32Array(cells);
  const sewerFactor = new Float32Array(cells);
  /** Open cell that the closed one drains to; −1 not known yet. */
  const target = new Int32Array(cells).fill(-1);
  let front: number[] = [];
  for (let i = 0; i < cells; i++) {
    if (closed[i] === 1) continue;
    if (Number.isNaN(bed[i])) continue;
    rainFactor[i] = rained[i] as number;
    sewerFactor[i] = paved[i] as number;
    target[i] = i;
  }
  for (let i = 0; i < cells; i++) if (closed[i] === 1 && hasTarget(i)) front.push(i);

  function hasTarget(cell: number): boolean {
    const column = cell % width;
    return (
      (column > 0 && (target[cell - 1] as number) >= 0) ||
      (column + 1 < width && (target[cell + 1] as number) >= 0) ||
      (cell >= width && (target[cell - width] as number) >= 0) ||
      (cell + width < cells && (target[cell + width] as number) >= 0)
    );
  }

  const found = new Int32Array(4);
  while (front.length > 0) {
    // All of one distance choose from those before them, not from each other.
    const chosen = new Int32Array(front.length);
    for (let k = 0; k < front.length; k++) {
      const cell = front[k] as number;
      const column = cell % width;
      found[0] = column > 0 ? (target[cell - 1] as number) : -1;
      found[1] = column + 1 < width ? (target[cell + 1] as number) : -1;
      found[2] = cell >= width ? (target[cell - width] as number) : -1;
      found[3] = cell + width < cells ? (target[cell + width] as number) : -1;
      let best = -1;
      for (let side = 0; side < 4; side++) {
        const to = found[side] as number;
        if (to >= 0 && (best < 0 || (rainFactor[to] as number) < (rainFactor[best] as number))) best = to;
      }
      chosen[k] = best;
      rainFactor[best] = (rainFactor[best] as number) + (rained[cell] as number);
      sewerFactor[best] = (sewerFactor[best] as number) + (paved[cell] as number);
    }
    const next: number[] = [];
    for (let k = 0; k < front.length; k++) target[front[k] as number] = chosen[k] as number;
    for (let k = 0; k < front.length; k++) {
      const cell = front[k] as number;
      const column = cell % width;
      if (column > 0) visit(cell - 1, next);
      if (column + 1 < width) visit(cell + 1, next);
      if (cell >= width) visit(cell - width, next);
      if (cell + width < cells) visit(cell + width, next);
    }
    front = next;
  }

  /** Each closed cell once: −2 says that it waits in the next front. */
  function visit(cell: number, next: number[]): void {
    if (closed[cell] !== 1 || target[cell] !== -1) return;
    target[cell] = -2;
    next.push(cell);
  }
  return { rainFactor, sewerFactor };
}
