/** The lake before a dike: every cell that water at its level reaches, and where it is held at that level. */
import type { FloodInput } from '../../model/flood.ts';
import { InputError } from '../../model/input-error.ts';

/** m: a lake's surface in the heights is not one number to the last bit. */
const SAME = 0.02;
const LOWER = 1;

interface LakeSearch {
  /** m NAP. */
  readonly level: number;
  /** Cells on the water's side of the dike. */
  readonly starts: readonly number[];
  /** Whether the dike stands on the east (x) or north (y) side of a cell. */
  readonly isBarred: (cell: number, axis: 'x' | 'y') => boolean;
  readonly isPolder: ReadonlySet<number>;
  /** From where on the lake is held. */
  readonly far: { readonly x: number; readonly y: number; readonly distance: number };
}

/** `held`: those at the edge of the grid, or far from the gap. Throws InputError where the lake is dry, or not held back. */
export function findLake(
  { frame, bed, closed, initialDepth, faces = [] }: FloodInput,
  { level, starts, isBarred, isPolder, far }: LakeSearch,
): { cells: number[]; held: number[] } {
  const { width, height, west, south, cellSize } = frame;
  const crests = new Map(faces.map(({ cell, axis, crest = Number.NEGATIVE_INFINITY }) => [`${axis}${cell}`, crest]));
  const isSeen = new Uint8Array(width * height);
  const cells: number[] = [];
  const surfaceOf = (cell: number) => bed[cell] + (initialDepth?.[cell] ?? 0);
  // Where the lake is asked to stand somewhat lower than its surface in the heights, its cells are still those of that surface.
  let lowest = Number.POSITIVE_INFINITY;
  for (const cell of starts) lowest = Math.min(lowest, surfaceOf(cell));
  const limit = (lowest < level + LOWER ? Math.max(lowest, level) : level) + SAME;

  function visit(cell: number): void {
    if (isSeen[cell] || closed?.[cell] || !(surfaceOf(cell) <= limit)) return;
    isSeen[cell] = 1;
    cells.push(cell);
    if (isPolder.has(cell))
      throw new InputError(
        `Breach: at ${level.toFixed(2)} m NAP the lake reaches the polder without a breach: the dike is not closed there.`,
      );
  }
  const step = (cell: number, axis: 'x' | 'y', to: number) => {
    if (!isBarred(cell, axis) && !((crests.get(`${axis}${cell}`) ?? level - 1) >= level)) visit(to);
  };

  for (const cell of starts) visit(cell);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const [column, row] = [cell % width, Math.floor(cell / width)];
    if (column < width - 1) step(cell, 'x', cell + 1);
    if (column > 0) step(cell - 1, 'x', cell - 1);
    if (row < height - 1) step(cell, 'y', cell + width);
    if (row > 0) step(cell - width, 'y', cell - width);
  }
  if (cells.length === 0)
    throw new InputError(`Breach: no water stands before the dike there at ${level.toFixed(2)} m NAP.`);
  const held = cells.filter((cell) => {
    const [column, row] = [cell % width, Math.floor(cell / width)];
    const isEdge = column === 0 || row === 0 || column === width - 1 || row === height - 1;
    const [x, y] = [west + (column + 0.5) * cellSize, south + (row + 0.5) * cellSize];
    return isEdge || Math.hypot(x - far.x, y - far.y) > far.distance;
  });
  return { cells, held };
}
