/**
 * Walls, quays and gaps that are narrower than a cell, as what happens at the sides between cells.
 *
 * Crest: the lowest way over the fine cells from the middle line of one cell to that of the next (it may step aside, not turn
 * back), told where it lies higher than both beds. Openness: the share of the straight fine rows across the side that nothing
 * stands in; where something stands in all of them, the share that is as low as the crest. So a low wall holds water up to its lowest point,
 * and an alley or a gap of one metre passes a metre's worth of water.
 */
import type { FaceChange, FloodFrame } from '../../model/flood.ts';

/** m: what stands higher than this above the ground on both its sides is an obstacle; kerbs are not. */
const OBSTACLE = 0.2;
/** m: a crest that lies less above the beds does nothing that the beds do not. */
const LEAST = 0.01;

/** `fineBeds`: of fine cells, Infinity where closed. */
export function listFaces(
  fine: FloodFrame,
  fineBeds: Float32Array,
  factor: number,
  { width, height }: FloodFrame,
  bed: Float32Array,
  closed: Uint8Array,
): FaceChange[] {
  const faces: FaceChange[] = [];
  const middle = factor >> 1;
  /** Per fine row across the side: the way so far, and the highest straight on. */
  const way = new Float64Array(factor);
  const straight = new Float64Array(factor);
  let crest = 0;
  let openness = 0;

  /** From the middle of the cell whose first fine cell is `start`, `along` to the next, `across` to the next row. */
  function measure(start: number, along: number, across: number): void {
    for (let c = 0; c <= factor; c++) {
      const column = start + (middle + c) * along;
      for (let j = 0; j < factor; j++) {
        const z = fineBeds[column + j * across] as number;
        if (c === 0) {
          way[j] = z;
          straight[j] = z;
          continue;
        }
        if (z > (way[j] as number)) way[j] = z;
        if (z > (straight[j] as number)) straight[j] = z;
      }
      if (c === 0) continue;
      for (let j = 1; j < factor; j++) {
        const z = Math.max(fineBeds[column + j * across] as number, way[j - 1] as number);
        if (z < (way[j] as number)) way[j] = z;
      }
      for (let j = factor - 2; j >= 0; j--) {
        const z = Math.max(fineBeds[column + j * across] as number, way[j + 1] as number);
        if (z < (way[j] as number)) way[j] = z;
      }
    }
    crest = Number.POSITIVE_INFINITY;
    for (let j = 0; j < factor; j++) if ((way[j] as number) < crest) crest = way[j] as number;
    let free = 0;
    let low = 0;
    for (let j = 0; j < factor; j++) {
      const high = straight[j] as number;
      if (high === Number.POSITIVE_INFINITY) continue;
      const from = fineBeds[start + middle * along + j * across] as number;
      const to = fineBeds[start + (middle + factor) * along + j * across] as number;
      if (high - Math.max(from, to) <= OBSTACLE) free++;
      if (high - crest <= OBSTACLE) low++;
    }
    // A way that only steps aside, with no straight row, is as narrow as one fine row.
    openness = Math.max(free > 0 ? free : low, 1) / factor;
  }

  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      if (closed[cell] === 1 || Number.isNaN(bed[cell])) continue;
      const start = row * factor * fine.width + column * factor;
      for (let turn = 0; turn < 2; turn++) {
        const isX = turn === 0;
        if (isX ? column + 1 >= width : row + 1 >= height) continue;
        const next = cell + (isX ? 1 : width);
        if (closed[next] === 1 || Number.isNaN(bed[next])) continue;
        if (isX) measure(start, 1, fine.width);
        else measure(start, fine.width, 1);
        const axis = isX ? 'x' : 'y';
        const higher = Math.max(bed[cell] as number, bed[next] as number);
        const isHigh = crest > higher + LEAST;
        if (crest === Number.POSITIVE_INFINITY) faces.push({ cell, axis, crest });
        else if (isHigh && openness < 1) faces.push({ cell, axis, crest, openness });
        else if (isHigh) faces.push({ cell, axis, crest });
        else if (openness < 1) faces.push({ cell, axis, openness });
      }
    }
  }
  return faces;
}
