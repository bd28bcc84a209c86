/** Who is near whom: people sorted by square cells of a metre, so that those near a place are a few runs of one list. */
import type { People } from './people.ts';
import { plainRoom, type Room } from './room.ts';

/** m */
export const NEAR_CELL = 1;

export interface Neighbours {
  readonly columns: number;
  readonly rows: number;
  /** People in cell i stand in `x`, `y` from `start[i]` to before `start[i + 1]`. */
  readonly start: Int32Array;
  /** As sorted: places, and whose they are (rows of {@link People}). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly row: Int32Array;
  /** Places again, in single precision. */
  readonly singleX: Float32Array;
  readonly singleY: Float32Array;
  /** From where everyone walks now; also puts `people.active` in that order. O(cells + people). */
  sort(people: People): void;
}

/** `width`, `height`: metres. */
export function nearCells(width: number, height: number): { readonly columns: number; readonly rows: number } {
  return { columns: Math.ceil(width / NEAR_CELL) + 1, rows: Math.ceil(height / NEAR_CELL) + 1 };
}

/** `width`, `height`: metres. */
export function createNeighbours(width: number, height: number, capacity: number, room: Room = plainRoom): Neighbours {
  const { columns, rows } = nearCells(width, height);
  const start = room.i32(columns * rows + 1);
  const x = room.f64(capacity);
  const y = room.f64(capacity);
  const row = room.i32(capacity);
  const singleX = room.f32(capacity);
  const singleY = room.f32(capacity);
  const cellOf = new Int32Array(capacity);
  return {
    columns,
    rows,
    start,
    x,
    y,
    row,
    singleX,
    singleY,
    sort(people) {
      const { active, walking } = people;
      start.fill(0);
      for (let i = 0; i < walking; i++) {
        const person = active[i] as number;
        const column = Math.min(columns - 1, Math.max(0, Math.floor((people.x[person] as number) / NEAR_CELL)));
        const line = Math.min(rows - 1, Math.max(0, Math.floor((people.y[person] as number) / NEAR_CELL)));
        const cell = line * columns + column;
        cellOf[i] = cell;
        start[cell + 1] = (start[cell + 1] as number) + 1;
      }
      for (let i = 0; i < columns * rows; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
      for (let i = 0; i < walking; i++) {
        const cell = cellOf[i] as number;
        // Filled from the front; where a cell begins is put back below.
        const at = start[cell] as number;
        start[cell] = at + 1;
        const person = active[i] as number;
        row[at] = person;
        x[at] = people.x[person] as number;
        y[at] = people.y[person] as number;
        singleX[at] = x[at] as number;
        singleY[at] = y[at] as number;
      }
      start.copyWithin(1, 0, columns * rows);
      start[0] = 0;
      active.set(row.subarray(0, walking));
    },
  };
}
