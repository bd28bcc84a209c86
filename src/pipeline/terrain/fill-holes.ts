/**
 * Fills unknown cells smoothly from the known ones around them: push-pull (Gortler et al. 1996, The Lumigraph) with a
 * few Gauss–Seidel rounds of Laplace's equation per level, so that the fill has no blocks. Linear in cells; needs two
 * thirds of the grid's memory.
 *
 * Tried: Laplace alone needs thousands of rounds across a hole of 100 cells.
 */

interface Level {
  width: number;
  height: number;
  values: Float32Array;
  /** 1 where the value was filled. */
  isFilled: Uint8Array;
}

const relaxationRounds = 3;

/** Half the size: the mean of the known cells among four. */
function pull({ width, height, values }: Level): Level {
  const w = (width + 1) >> 1;
  const h = (height + 1) >> 1;
  const half = new Float32Array(w * h);
  const isFilled = new Uint8Array(w * h);
  for (let r = 0; r < h; r++) {
    for (let c = 0; c < w; c++) {
      let sum = 0;
      let count = 0;
      for (let k = 0; k < 4; k++) {
        const col = 2 * c + (k & 1);
        const row = 2 * r + (k >> 1);
        const value = col < width && row < height ? (values[row * width + col] as number) : Number.NaN;
        if (!Number.isNaN(value)) {
          sum += value;
          count++;
        }
      }
      half[r * w + c] = count > 0 ? sum / count : Number.NaN;
      isFilled[r * w + c] = count > 0 ? 0 : 1;
    }
  }
  return { width: w, height: h, values: half, isFilled };
}

/** Writes unknown cells bilinearly from the complete coarser level. */
function push(fine: Level, coarse: Level): void {
  const { width, height, values, isFilled } = fine;
  for (let r = 0; r < height; r++) {
    const r0 = r >> 1;
    const r1 = Math.min(Math.max(r0 + ((r & 1) === 1 ? 1 : -1), 0), coarse.height - 1);
    for (let c = 0; c < width; c++) {
      if (isFilled[r * width + c] === 0) continue;
      const c0 = c >> 1;
      const c1 = Math.min(Math.max(c0 + ((c & 1) === 1 ? 1 : -1), 0), coarse.width - 1);
      const near = r0 * coarse.width;
      const far = r1 * coarse.width;
      values[r * width + c] =
        (9 * (coarse.values[near + c0] as number) +
          3 * ((coarse.values[near + c1] as number) + (coarse.values[far + c0] as number)) +
          (coarse.values[far + c1] as number)) /
        16;
    }
  }
}

/** Filled cells towards the mean of their neighbours; at the border of the grid the slope is zero. */
function relax({ width, height, values, isFilled }: Level): void {
  for (let r = 0; r < height; r++) {
    const south = r > 0 ? -width : 0;
    const north = r < height - 1 ? width : 0;
    for (let c = 0; c < width; c++) {
      const i = r * width + c;
      if (isFilled[i] === 0) continue;
      const west = c > 0 ? -1 : 0;
      const east = c < width - 1 ? 1 : 0;
      values[i] =
        ((values[i + south] as number) +
          (values[i + north] as number) +
          (values[i + west] as number) +
          (values[i + east] as number)) /
        4;
    }
  }
}

/**
 * Replaces every NaN in place. `values`: `width * height`, index `row * width + col`. Returns 1 for every cell that was
 * filled, in the same order. Throws when nothing is known.
 */
export function fillHoles(values: Float32Array, width: number, height: number): Uint8Array {
  const isFilled = new Uint8Array(values.length);
  let filled = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) {
      isFilled[i] = 1;
      filled++;
    }
  }
  if (filled === 0) return isFilled;
  if (filled === values.length) throw new Error('Expected at least one known height to fill from.');
  const levels: Level[] = [{ width, height, values, isFilled }];
  let top = levels[0] as Level;
  while (top.isFilled.includes(1)) {
    top = pull(top);
    levels.push(top);
  }
  for (let i = levels.length - 2; i >= 0; i--) {
    const level = levels[i] as Level;
    push(level, levels[i + 1] as Level);
    for (let round = 0; round < relaxationRounds; round++) relax(level);
  }
  return isFilled;
}
