/** Whether there is room for one more: among those who were sorted, and those who came since. */
import { NEAR_CELL, type Neighbours } from './neighbours.ts';

export interface Vacancy {
  /** Metres from the grid's corner; `apart`, at most a near cell: to the middle of anyone else. */
  readonly isFree: (x: number, y: number, apart: number) => boolean;
  readonly take: (x: number, y: number) => void;
  /** When all are sorted. */
  readonly clear: () => void;
}

export function createVacancy({ columns, rows, start, x: nearX, y: nearY }: Neighbours): Vacancy {
  /** By cell: x, y of each who came. */
  const fresh = new Map<number, number[]>();
  const columnOf = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor(x / NEAR_CELL)));
  const rowOf = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor(y / NEAR_CELL)));

  function isCellFree(cell: number, x: number, y: number, squared: number): boolean {
    const last = start[cell + 1] as number;
    for (let k = start[cell] as number; k < last; k++)
      if (((nearX[k] as number) - x) ** 2 + ((nearY[k] as number) - y) ** 2 < squared) return false;
    const came = fresh.get(cell);
    if (!came) return true;
    for (let k = 0; k < came.length; k += 2)
      if (((came[k] as number) - x) ** 2 + ((came[k + 1] as number) - y) ** 2 < squared) return false;
    return true;
  }

  return {
    isFree(x, y, apart) {
      const [column, row] = [columnOf(x), rowOf(y)];
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++)
          if (!isCellFree(r * columns + c, x, y, apart * apart)) return false;
      return true;
    },
    take(x, y) {
      const cell = rowOf(y) * columns + columnOf(x);
      const came = fresh.get(cell);
      if (came) came.push(x, y);
      else fresh.set(cell, [x, y]);
    },
    clear: () => fresh.clear(),
  };
}
