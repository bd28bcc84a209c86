/** How far unknown cells lie from known ones, and which of them lie outside the data rather than in a hole. */

/** Distances count in thirds of a cell. */
export const distanceUnit = 3;
const straight = 3;
const diagonal = 4;

/**
 * Distance of each cell to the nearest one whose `isUnknown` is 0, in thirds of a cell (3-4 chamfer, Borgefors 1986:
 * within 8 % of Euclid), at most 65,535. Arrays: `width * height`, index `row * width + col`. Linear in cells.
 */
export function distanceToKnown(isUnknown: Uint8Array, width: number, height: number): Uint16Array {
  const distance = new Uint16Array(isUnknown.length);
  for (let i = 0; i < distance.length; i++) distance[i] = isUnknown[i] === 1 ? 65535 : 0;
  const sweep = (step: 1 | -1) => {
    const [firstRow, firstColumn] = step === 1 ? [0, 0] : [height - 1, width - 1];
    for (let r = firstRow; r >= 0 && r < height; r += step) {
      const hasBehind = step === 1 ? r > 0 : r < height - 1;
      for (let c = firstColumn; c >= 0 && c < width; c += step) {
        const i = r * width + c;
        let best = distance[i] as number;
        if (best === 0) continue;
        const behind = i - step * width;
        if (c !== firstColumn) best = Math.min(best, (distance[i - step] as number) + straight);
        if (hasBehind) {
          best = Math.min(best, (distance[behind] as number) + straight);
          if (c > 0) best = Math.min(best, (distance[behind - 1] as number) + diagonal);
          if (c < width - 1) best = Math.min(best, (distance[behind + 1] as number) + diagonal);
        }
        distance[i] = best;
      }
    }
  };
  sweep(1);
  sweep(-1);
  return distance;
}

/** 1 for every cell that is farther than `reach` from the data and joined to the border by such cells (4-connected). */
export function markOutside(distance: Uint16Array, width: number, height: number, reach: number): Uint8Array {
  const isOutside = new Uint8Array(distance.length);
  const pending: number[] = [];
  const visit = (i: number) => {
    if (isOutside[i] === 0 && (distance[i] as number) > reach) {
      isOutside[i] = 1;
      pending.push(i);
    }
  };
  for (let c = 0; c < width; c++) {
    visit(c);
    visit((height - 1) * width + c);
  }
  for (let r = 0; r < height; r++) {
    visit(r * width);
    visit(r * width + width - 1);
  }
  for (let i = pending.pop(); i !== undefined; i = pending.pop()) {
    const c = i % width;
    if (c > 0) visit(i - 1);
    if (c < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < distance.length - width) visit(i + width);
  }
  return isOutside;
}
