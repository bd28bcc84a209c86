/**
 * Walls of a building cut into cells of one size, for a map on façades: rows from its foot up, columns along each wall; what a cell
 * has of the wall is kept exactly, as triangles, so that the map ends where the wall ends.
 */
export interface WallCells {
  /** Nine numbers a triangle, in the axes of what was cut, {@link BEFORE} before the wall. */
  readonly positions: number[];
  /** Row of the cell of each triangle. */
  readonly cells: number[];
  /** Six numbers a cell: a point of it before the wall, and the outward normal. */
  readonly places: number[];
}

/** Metres before the wall at which a cell is drawn, and at which its sun is asked. */
const BEFORE = 0.06;
const ASKED = 0.15;
/** Triangles flatter than this are no wall. */
const UPRIGHT = 0.35;
/** m² of wall that are not worth a cell of their own. */
const LEAST = 0.02;

type Flat = [along: number, up: number][];

/** What of a convex outline lies on one side of a line: `sign * value[axis] <= sign * limit`. */
function clip(outline: Flat, axis: 0 | 1, limit: number, sign: 1 | -1): Flat {
  const kept: Flat = [];
  for (let i = 0; i < outline.length; i++) {
    const a = outline[i] as Flat[number];
    const b = outline[(i + 1) % outline.length] as Flat[number];
    const [da, db] = [sign * (a[axis] - limit), sign * (b[axis] - limit)];
    if (da <= 0) kept.push(a);
    if (da < 0 === db < 0 || da === db) continue;
    const part = da / (da - db);
    if (part > 0 && part < 1) kept.push([a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])]);
  }
  return kept;
}

function areaOf(outline: Flat): number {
  let double = 0;
  for (let i = 0; i < outline.length; i++) {
    const [a, b] = [outline[i] as Flat[number], outline[(i + 1) % outline.length] as Flat[number]];
    double += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(double) / 2;
}

export const noCells = (): WallCells => ({ positions: [], cells: [], places: [] });

/** Adds the walls of one building (nine numbers a triangle) to `all`; rows of cells count from `foot`. */
export function cutWalls(positions: ArrayLike<number>, foot: number, size: number, all: WallCells): void {
  /** Row of each cell by wall, row and column, with the m² that its point was taken from. */
  const known = new Map<string, { readonly row: number; area: number }>();
  for (let t = 0; t + 8 < positions.length; t += 9) {
    const p = (k: number) => positions[t + k] as number;
    const [ux, uy, uz] = [p(3) - p(0), p(4) - p(1), p(5) - p(2)];
    const [vx, vy, vz] = [p(6) - p(0), p(7) - p(1), p(8) - p(2)];
    const [cx, cy, cz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const flat = Math.hypot(cx, cy);
    if (flat === 0 || Math.abs(cz) > UPRIGHT * flat) continue;
    const [nx, ny] = [cx / flat, cy / flat];
    const offset = nx * p(0) + ny * p(1);
    const wall = `${Math.round(Math.atan2(ny, nx) * 40)} ${Math.round(offset * 8)}`;
    const outline: Flat = [0, 3, 6].map((k) => [-ny * p(k) + nx * p(k + 1), p(k + 2) - foot]);
    const [columns, rows] = [0, 1].map((axis) => outline.map((corner) => Math.floor((corner[axis] as number) / size)));
    for (let row = Math.min(...(rows as number[])); row <= Math.max(...(rows as number[])); row++) {
      const low = clip(clip(outline, 1, row * size, -1), 1, (row + 1) * size, 1);
      if (low.length < 3) continue;
      for (let column = Math.min(...(columns as number[])); column <= Math.max(...(columns as number[])); column++) {
        const piece = clip(clip(low, 0, column * size, -1), 0, (column + 1) * size, 1);
        const area = piece.length < 3 ? 0 : areaOf(piece);
        if (area < LEAST * LEAST) continue;
        const key = `${wall} ${row} ${column}`;
        const cell = known.get(key) ?? { row: all.places.length / 6, area: 0 };
        known.set(key, cell);
        const place = (along: number, up: number, out: number): [number, number, number] => [
          (offset + out) * nx - along * ny,
          (offset + out) * ny + along * nx,
          up + foot,
        ];
        // The point is the middle of the largest piece of the cell: always before wall, never beside it.
        if (area > cell.area) {
          const middle = (axis: 0 | 1) => piece.reduce((sum, corner) => sum + corner[axis], 0) / piece.length;
          const numbers = [...place(middle(0), middle(1), ASKED), nx, ny, 0];
          for (const [k, value] of numbers.entries()) all.places[6 * cell.row + k] = value;
          cell.area = area;
        }
        for (let k = 1; k + 1 < piece.length; k++) {
          for (const i of [0, k, k + 1]) all.positions.push(...place(...(piece[i] as Flat[number]), BEFORE));
          all.cells.push(cell.row);
        }
      }
    }
  }
}
