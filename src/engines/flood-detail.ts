/**
 * From depths on the cells of a run to depths on finer cells of the ground, for the picture and for figures at a door. Water's level
 * is smooth where the ground is not: so the level is carried over (linear between the middles of wet cells, weighted by how near
 * they are), and the fine ground is taken from it. A kerb, a lawn or a garden path then stands out of the water or in it by its own height.
 *
 * Assumes that water in a cell stands level; on slopes the level follows that of the neighbours. Water's volume is kept only where all of
 * a cell is under water. What the run holds dry (under {@link LEAST}) stays dry, also where its ground is lower than a neighbour's water.
 */

/** Depth of a run's cell from which it has a level worth carrying over, m. */
const LEAST = 0.02;

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

/** Depths in whole millimetres, per cell of the run → per fine cell. `none` in the run is dry. */
export function createFloodDetail(ground: DetailGround): (millimetres: Uint16Array, none: number) => Uint16Array {
  const { width, height, bed, factor, fineBed, isLeftOut } = ground;
  const fineWidth = width * factor;
  if (fineBed.length !== fineWidth * height * factor)
    throw new Error(`Expected fine ground of ${fineWidth * height * factor} values, got ${fineBed.length}.`);
  const levels = new Float32Array(width * height);

  /** Weights of the nearer and the farther cell, by the place of a fine cell in its own. */
  const places = Array.from({ length: factor }, (_, i) => {
    const from = (i + 0.5) / factor - 0.5;
    return { step: from < 0 ? -1 : 1, near: 1 - Math.abs(from), far: Math.abs(from) };
  });

  return (millimetres, none) => {
    for (let cell = 0; cell < levels.length; cell++) {
      const mm = millimetres[cell] as number;
      levels[cell] = mm === none || mm < LEAST * 1000 ? Number.NaN : (bed[cell] as number) + mm / 1000;
    }
    const fine = new Uint16Array(fineBed.length);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const own = levels[row * width + column] as number;
        if (Number.isNaN(own)) continue;
        for (let y = 0; y < factor; y++) {
          const up = places[y] as (typeof places)[number];
          const otherRow = row + up.step;
          const start = (row * factor + y) * fineWidth + column * factor;
          for (let x = 0; x < factor; x++) {
            const at = start + x;
            if (isLeftOut[at]) continue;
            const along = places[x] as (typeof places)[number];
            const otherColumn = column + along.step;
            let weight = up.near * along.near;
            let sum = weight * own;
            if (otherRow >= 0 && otherRow < height) {
              const level = levels[otherRow * width + column] as number;
              if (!Number.isNaN(level)) {
                sum += up.far * along.near * level;
                weight += up.far * along.near;
              }
            }
            if (otherColumn >= 0 && otherColumn < width) {
              const level = levels[row * width + otherColumn] as number;
              if (!Number.isNaN(level)) {
                sum += up.near * along.far * level;
                weight += up.near * along.far;
              }
              if (otherRow >= 0 && otherRow < height) {
                const corner = levels[otherRow * width + otherColumn] as number;
                if (!Number.isNaN(corner)) {
                  sum += up.far * along.far * corner;
                  weight += up.far * along.far;
                }
              }
            }
            const depth = sum / weight - (fineBed[at] as number);
            if (depth > 0) fine[at] = Math.min(Math.round(depth * 1000), 0xfffe);
          }
        }
      }
    }
    return fine;
  };
}
