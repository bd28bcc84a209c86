/**
 * From depths on the cells of a run to depths on finer cells of the ground, for the picture and for figures at a door. Water's level
 * is smooth where the ground is not: so the level is carried over (linear between the middles of wet cells, weighted by how near
 * they are), and the fine ground is taken from it. A kerb, a lawn or a garden path then stands out of the water or in it by its own height.
 *
 * Assumes that water in a cell stands level; on slopes the level follows that of the neighbours. Between the middle of a wet cell and
 * that of a dry one (under {@link LEAST}) it ends where the ground rises out of it, or slopes down to ground that lies lower; at the
 * dry middle at the latest, because from the border on the depth shrinks to nothing: no shore is the side of a cell. Water that
 * lies {@link FALL} or more under the ground beside it (a canal under its quay) is another water: neither takes the other's level.
 * Where a run's cell is closed because a building has most of it, water goes on to the wall. Volume is kept only where all of a
 * cell and its neighbours are under water.
 */

/** Depth of a run's cell from which it has a level worth carrying over, m. */
const LEAST = 0.02;
/** m. */
const FALL = 0.15;

export interface DetailGround {
  /** Cells of the run: width, height; ground m NAP, NaN where unknown or closed. */
  readonly width: number;
  readonly height: number;
  readonly bed: ArrayLike<number>;
  /** Fine cells along the side of one of the run. */
  readonly factor: number;
  /** Of the fine cells, `width * factor` by `height * factor`; m NAP, NaN where unknown. */
  readonly fineBed: ArrayLike<number>;
  /** Fine cells that are closed or always under water: no depth there. */
  readonly isLeftOut: Uint8Array;
}

export interface FloodDetail {
  /** Whole millimetres, per cell of the run → per fine cell. `none` in the run is dry. */
  depths(millimetres: Uint16Array, none: number): Uint16Array;
  /** Whole minutes, linear between the middles of cells that know them; `none` where none of the four around does. */
  minutes(minutes: Uint16Array, none: number): Uint16Array;
}

const DRY = Number.NEGATIVE_INFINITY;
const isKnown = (value: number) => Number.isFinite(value);

export function createFloodDetail(ground: DetailGround): FloodDetail {
  const { width, height, bed, factor, fineBed, isLeftOut } = ground;
  const fineWidth = width * factor;
  if (fineBed.length !== fineWidth * height * factor)
    throw new Error(`Expected fine ground of ${fineWidth * height * factor} values, got ${fineBed.length}.`);
  /** Per cell of the run: what is interpolated; {@link DRY}, or NaN where it is closed or not known. */
  const values = new Float32Array(width * height);
  /** Of the cell itself and its three neighbours towards one corner. */
  const four = new Float32Array(4);
  /** m NAP of the water, on dry cells that of the film on them. */
  const surfaces = new Float32Array(width * height);
  /** The most that stands anywhere in a cell, m: what runs off a bank is no deeper on it than in its cell. */
  const most = new Float32Array(width * height);
  /** Of the same four: the film of a dry one that lies under the water beside it, which slopes down to it; else NaN. */
  const sinks = new Float32Array(4);

  /** How far a fine cell lies from the middle of its own, towards the neighbour on its side, in cells of the run. */
  const away = Float32Array.from({ length: factor }, (_, i) => Math.abs((i + 0.5) / factor - 0.5));
  /** Fine cells on the low side come first. */
  const half = Math.floor(factor / 2);

  /** Of the neighbour `own` has; NaN outside, and where `areJoined` says that they have nothing to do with each other. */
  function valueBeside(
    own: number,
    column: number,
    row: number,
    areJoined?: (a: number, b: number) => boolean,
  ): number {
    if (column < 0 || row < 0 || column >= width || row >= height) return Number.NaN;
    const other = row * width + column;
    return areJoined && !areJoined(own, other) ? Number.NaN : (values[other] as number);
  }

  /** Whether a level goes on from one cell of the run into the other. */
  function isOneWater(a: number, b: number): boolean {
    // With what is closed no number compares: it is joined, and has nothing to give.
    return !isAbove(a, b) && !isAbove(b, a);
  }

  const isAbove = (a: number, b: number) => (bed[a] as number) - (surfaces[b] as number) > FALL;

  function runsOff(cell: number): boolean {
    const [column, row] = [cell % width, Math.floor(cell / width)];
    for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, height - 1); y++)
      for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, width - 1); x++)
        if (isAbove(cell, y * width + x)) return true;
    return false;
  }

  function noteSinks(column: number, row: number, besideX: number, besideY: number): void {
    let sum = 0;
    let count = 0;
    for (let k = 0; k < 4; k++) {
      if (!isKnown(four[k] as number)) continue;
      sum += four[k] as number;
      count++;
    }
    for (let k = 0; k < 4; k++) {
      if (four[k] !== DRY) continue;
      const film = surfaces[(k > 1 ? besideY : row) * width + (k & 1 ? besideX : column)] as number;
      if (film < sum / count) sinks[k] = film;
    }
  }

  /** Calls `write` for each fine cell with the mean of what is known around it, and how much of it is known and not dry, 0 to 1. */
  function interpolate(
    write: (fine: number, mean: number, share: number, own: number) => void,
    areJoined?: (a: number, b: number) => boolean,
  ): void {
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        for (let corner = 0; corner < 4; corner++) {
          const [isEast, isNorth] = [(corner & 1) === 1, corner > 1];
          const [besideX, besideY] = [column + (isEast ? 1 : -1), row + (isNorth ? 1 : -1)];
          const own = row * width + column;
          four[0] = values[own] as number;
          four[1] = valueBeside(own, besideX, row, areJoined);
          four[2] = valueBeside(own, column, besideY, areJoined);
          four[3] = valueBeside(own, besideX, besideY, areJoined);
          if (!four.some(isKnown)) continue;
          sinks.fill(Number.NaN);
          if (areJoined) noteSinks(column, row, besideX, besideY);
          const [x0, x1] = isEast ? [half, factor] : [0, half];
          const [y0, y1] = isNorth ? [half, factor] : [0, half];
          for (let y = y0; y < y1; y++) {
            const fy = away[y] as number;
            const start = (row * factor + y) * fineWidth + column * factor;
            for (let x = x0; x < x1; x++) {
              const fx = away[x] as number;
              let sum = 0;
              let known = 0;
              let dry = 0;
              let low = 0;
              for (let k = 0; k < 4; k++) {
                const value = four[k] as number;
                const weight = (k & 1 ? fx : 1 - fx) * (k > 1 ? fy : 1 - fy);
                if (value === DRY) {
                  dry += weight;
                  const sink = sinks[k] as number;
                  if (!Number.isNaN(sink)) {
                    sum += weight * sink;
                    low += weight;
                  }
                } else if (!Number.isNaN(value)) {
                  sum += weight * value;
                  known += weight;
                }
              }
              if (known > 0) write(start + x, sum / (known + low), known / (known + dry), own);
            }
          }
        }
      }
    }
  }

  return {
    depths(millimetres, none) {
      for (let cell = 0; cell < values.length; cell++) {
        const mm = millimetres[cell] as number;
        const ground = bed[cell] as number;
        surfaces[cell] = ground + (mm === none ? 0 : mm / 1000);
        values[cell] = Number.isNaN(ground) ? ground : mm === none || mm < LEAST * 1000 ? DRY : ground + mm / 1000;
      }
      for (let cell = 0; cell < values.length; cell++)
        most[cell] = runsOff(cell) ? (surfaces[cell] as number) - (bed[cell] as number) : Number.POSITIVE_INFINITY;
      const fine = new Uint16Array(fineBed.length);
      interpolate((at, level, share, own) => {
        if (isLeftOut[at]) return;
        const above = Math.min(level - (fineBed[at] as number), most[own] as number);
        const depth = above * Math.min(1, 2 * share);
        if (depth > 0) fine[at] = Math.min(Math.round(depth * 1000), 0xfffe);
      }, isOneWater);
      return fine;
    },
    minutes(minutes, none) {
      for (let cell = 0; cell < values.length; cell++)
        values[cell] = minutes[cell] === none ? Number.NaN : (minutes[cell] as number);
      const fine = new Uint16Array(fineBed.length).fill(none);
      interpolate((at, mean) => {
        fine[at] = Math.round(mean);
      });
      return fine;
    },
  };
}
