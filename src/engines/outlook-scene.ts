/** The triangles that stand in the view, from what the plan and the heights say: all in metres of one local origin. */
import { type HeightGrid, sampleHeight } from '../model/grid.ts';
import { outlookClasses } from '../model/outlook.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { GROUND, type Soup } from './outlook-raster.ts';

const NEW = outlookClasses.indexOf('new');

/** RD New metres of the scene's origin; heights stay metres NAP. */
export interface SceneOrigin {
  readonly x: number;
  readonly y: number;
}

/** Rings of flat x, y pairs; inside any of them. */
export function isInRings(rings: readonly (readonly number[])[], x: number, y: number): boolean {
  return rings.some((ring) => {
    let inside = false;
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
  });
}

/**
 * Two triangles between every four cell centres, but not where `isLeftOut` (RD, the middle of the four) or where a height is
 * unknown.
 */
export function groundSoup(grid: HeightGrid, origin: SceneOrigin, isLeftOut: (x: number, y: number) => boolean): Soup {
  const { width, height, cellSize, values } = grid;
  const positions = new Float32Array(3 * values.length);
  for (let i = 0; i < values.length; i++) {
    positions[3 * i] = grid.west - origin.x + ((i % width) + 0.5) * cellSize;
    positions[3 * i + 1] = grid.south - origin.y + (Math.floor(i / width) + 0.5) * cellSize;
    positions[3 * i + 2] = values[i];
  }
  const indices: number[] = [];
  for (let row = 0; row + 1 < height; row++) {
    for (let column = 0; column + 1 < width; column++) {
      const a = row * width + column;
      const [b, c, d] = [a + 1, a + width, a + width + 1];
      if (Number.isNaN(values[a] + values[b] + values[c] + values[d])) continue;
      if (isLeftOut(grid.west + (column + 1) * cellSize, grid.south + (row + 1) * cellSize)) continue;
      indices.push(a, b, d, a, d, c);
    }
  }
  return { positions, indices: Uint32Array.from(indices), kind: GROUND };
}

/** Metres; three indices a triangle. */
export interface Piece {
  readonly positions: readonly number[];
  readonly indices: readonly number[];
}

function joinPieces(pieces: readonly Piece[], shift: readonly [number, number, number], kind: number): Soup {
  const positions = new Float32Array(pieces.reduce((sum, piece) => sum + piece.positions.length, 0));
  const indices = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.indices.length, 0));
  let [vertex, index] = [0, 0];
  for (const piece of pieces) {
    for (const corner of piece.indices) indices[index++] = corner + vertex / 3;
    for (let i = 0; i < piece.positions.length; i++)
      positions[vertex + i] = (piece.positions[i] as number) + shift[i % 3];
    vertex += piece.positions.length;
  }
  return { positions, indices, kind };
}

/** New ground and new buildings of a variant, all phases; `placed` are buildings in the scene's frame already. */
export function planSoups(model: PlanModel, placed: readonly Piece[], origin: SceneOrigin) {
  const [x, y, nap] = model.origin;
  const shift = [x - origin.x, y - origin.y, nap] as const;
  return {
    ground: joinPieces(model.ground, shift, GROUND),
    buildings: [joinPieces(model.solids, shift, NEW), joinPieces(placed, [0, 0, 0], NEW)],
  };
}

/** Metres NAP of the ground at a point, in the first grid that knows it. */
export function groundAt(grids: readonly HeightGrid[], x: number, y: number): number | undefined {
  for (const grid of grids) {
    const height = sampleHeight(grid, x, y);
    if (height !== undefined) return height;
  }
  return undefined;
}
