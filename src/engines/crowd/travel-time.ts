/**
 * How long it takes from anywhere to a destination, and which way that is: the eikonal equation |∇T| = 1 / v by fast marching
 * (Sethian 1996, first order), cells of 0.25 m, v the speed that people reach there. O(n log n) in the cells that are free.
 */
import { FIELD_CELL, type WalkGrid } from './walk-grid.ts';

export interface TravelTime {
  /** Seconds, index as the grid's; Infinity where the destination cannot be reached from. */
  readonly seconds: Float32Array;
  /** Unit direction of the way, x and y of each cell; 0, 0 where there is none. */
  readonly directions: Float32Array;
}

/** m: cells whose centres are nearer to a wall are not walked through, so that a gap that is no passage is none. */
export const tightClearance = (radius: number) => radius + 0.01;

/** Reused between calls: heap of cells by time, and where each cell is in it. */
export function createMarcher(grid: WalkGrid, radius: number) {
  const { width, height, clearance } = grid;
  const cells = width * height;
  const heap = new Int32Array(cells + 1);
  const position = new Int32Array(cells);
  const tight = tightClearance(radius);
  let size = 0;
  let time = new Float32Array(0);

  function up(start: number) {
    let at = start;
    const cell = heap[at] as number;
    const t = time[cell] as number;
    while (at > 1) {
      const parent = at >> 1;
      const other = heap[parent] as number;
      if ((time[other] as number) <= t) break;
      heap[at] = other;
      position[other] = at;
      at = parent;
    }
    heap[at] = cell;
    position[cell] = at;
  }

  function pop(): number {
    const top = heap[1] as number;
    const cell = heap[size--] as number;
    if (size > 0) {
      const t = time[cell] as number;
      let at = 1;
      for (;;) {
        let child = at * 2;
        if (child > size) break;
        if (child < size && (time[heap[child + 1] as number] as number) < (time[heap[child] as number] as number))
          child++;
        const other = heap[child] as number;
        if ((time[other] as number) >= t) break;
        heap[at] = other;
        position[other] = at;
        at = child;
      }
      heap[at] = cell;
      position[cell] = at;
    }
    position[top] = -1;
    return top;
  }

  /** `pace`: seconds per metre in each cell. */
  function relax(cell: number, pace: Float32Array) {
    if (position[cell] === -1 || (clearance[cell] as number) < tight) return;
    const column = cell % width;
    const a = Math.min(
      column > 0 ? (time[cell - 1] as number) : Infinity,
      column < width - 1 ? (time[cell + 1] as number) : Infinity,
    );
    const b = Math.min(
      cell >= width ? (time[cell - width] as number) : Infinity,
      cell < cells - width ? (time[cell + width] as number) : Infinity,
    );
    const step = (pace[cell] as number) * FIELD_CELL;
    const apart = Math.abs(a - b);
    const t = apart < step ? (a + b + Math.sqrt(2 * step * step - apart * apart)) / 2 : Math.min(a, b) + step;
    if (!(t < (time[cell] as number))) return;
    time[cell] = t;
    if (position[cell] === 0) {
      heap[++size] = cell;
      position[cell] = size;
    }
    up(position[cell] as number);
  }

  function pointDown(directions: Float32Array) {
    for (let cell = 0; cell < cells; cell++) {
      const t = time[cell] as number;
      const column = cell % width;
      const west = column > 0 ? (time[cell - 1] as number) : Infinity;
      const east = column < width - 1 ? (time[cell + 1] as number) : Infinity;
      const south = cell >= width ? (time[cell - width] as number) : Infinity;
      const north = cell < cells - width ? (time[cell + width] as number) : Infinity;
      let dx: number;
      let dy: number;
      if (t < Infinity) {
        // Upwind, as the time was found.
        const h = Math.min(west, east);
        const v = Math.min(south, north);
        dx = h < t ? (west < east ? h - t : t - h) : 0;
        dy = v < t ? (south < north ? v - t : t - v) : 0;
      } else {
        // Beside a wall: towards the neighbour that is walked through and soonest there.
        const least = Math.min(west, east, south, north);
        dx = least === Infinity ? 0 : least === west ? -1 : least === east ? 1 : 0;
        dy = least === Infinity || dx !== 0 ? 0 : least === south ? -1 : 1;
      }
      const length = Math.hypot(dx, dy);
      directions[cell * 2] = length > 0 ? dx / length : 0;
      directions[cell * 2 + 1] = length > 0 ? dy / length : 0;
    }
  }

  /** In a goal people go on as they came, until they are through; and so they do in what lies beyond it. */
  function pointOn(goals: Int32Array, directions: Float32Array) {
    for (const cell of goals) {
      let [dx, dy] = [0, 0];
      for (const other of around(cell)) {
        const t = time[other] as number;
        if (t === 0 || t === Infinity) continue;
        const [c, r] = offset(cell, other);
        const [ox, oy] = [directions[other * 2] as number, directions[other * 2 + 1] as number];
        if (ox * c + oy * r >= 0) continue;
        dx += ox;
        dy += oy;
      }
      const length = Math.hypot(dx, dy);
      directions[cell * 2] = length > 0 ? dx / length : 0;
      directions[cell * 2 + 1] = length > 0 ? dy / length : 0;
    }
    for (const cell of goals) {
      const [dx, dy] = [directions[cell * 2] as number, directions[cell * 2 + 1] as number];
      for (const other of around(cell)) {
        const [c, r] = offset(cell, other);
        if (time[other] !== Infinity || dx * c + dy * r <= 0) continue;
        directions[other * 2] = dx;
        directions[other * 2 + 1] = dy;
      }
    }
  }

  const offset = (cell: number, other: number): [number, number] => [
    (other % width) - (cell % width),
    Math.floor(other / width) - Math.floor(cell / width),
  ];

  /** The eight beside a cell. */
  function around(cell: number): number[] {
    const column = cell % width;
    const found: number[] = [];
    for (let r = -1; r <= 1; r++) {
      for (let c = -1; c <= 1; c++) {
        const other = cell + r * width + c;
        if ((r !== 0 || c !== 0) && column + c >= 0 && column + c < width && other >= 0 && other < cells)
          found.push(other);
      }
    }
    return found;
  }

  return {
    /** `goals`: cells where it is 0. Writes into `result`. */
    march(goals: Int32Array, pace: Float32Array, result: TravelTime): void {
      time = result.seconds as Float32Array<ArrayBuffer>;
      time.fill(Infinity);
      position.fill(0);
      size = 0;
      for (const cell of goals) {
        time[cell] = 0;
        if (position[cell] === 0) {
          heap[++size] = cell;
          position[cell] = size;
          up(size);
        }
      }
      while (size > 0) {
        const cell = pop();
        const column = cell % width;
        if (column > 0) relax(cell - 1, pace);
        if (column < width - 1) relax(cell + 1, pace);
        if (cell >= width) relax(cell - width, pace);
        if (cell < cells - width) relax(cell + width, pace);
      }
      pointDown(result.directions);
      pointOn(goals, result.directions);
    },
    /** `directions`: two for each cell, to be written into. */
    create: (directions: Float32Array): TravelTime => ({ seconds: new Float32Array(cells), directions }),
  };
}
