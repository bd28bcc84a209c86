/** Which cells of a grid lie inside a polygon: those whose centre does (even-odd; west and south sides count, east and north do not). */

/** Square cells along RD x and y; row 0 south. */
export interface ScanFrame {
  readonly west: number;
  readonly south: number;
  readonly cellSize: number;
  readonly width: number;
  readonly height: number;
}

type FlatRing = ArrayLike<number>;

/** First cell whose centre lies at or beyond a coordinate that is counted in cells. */
const firstCell = (position: number) => Math.ceil(position - 0.5);

/**
 * Calls `visit` with every run of cells from column `from` to before `until`, from south to north. Rings are flat x, y pairs,
 * closed by repeating their first point or not. Neighbours that share a side share no cell, and leave none out.
 */
export function scanPolygon(
  { west, south, cellSize, width, height }: ScanFrame,
  rings: readonly FlatRing[],
  visit: (row: number, from: number, until: number) => void,
): void {
  let low = Infinity;
  let high = -Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 2) {
      low = Math.min(low, ring[i] as number);
      high = Math.max(high, ring[i] as number);
    }
  }
  const first = Math.max(0, firstCell((low - south) / cellSize));
  const last = Math.min(height, firstCell((high - south) / cellSize));
  if (!(first < last)) return;
  const crossings: number[][] = Array.from({ length: last - first }, () => []);
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [x1, y1, x2, y2] = [ring[j] as number, ring[j + 1] as number, ring[i] as number, ring[i + 1] as number];
      if (y1 === y2) continue;
      // From the lower point, so that two polygons with this side between them find the same crossing.
      const [xl, yl, xh, yh] = y1 < y2 ? [x1, y1, x2, y2] : [x2, y2, x1, y1];
      const from = Math.max(first, firstCell((yl - south) / cellSize));
      const until = Math.min(last, firstCell((yh - south) / cellSize));
      for (let row = from; row < until; row++) {
        const y = south + (row + 0.5) * cellSize;
        (crossings[row - first] as number[]).push((xl + ((y - yl) / (yh - yl)) * (xh - xl) - west) / cellSize);
      }
    }
  }
  for (const [i, xs] of crossings.entries()) {
    xs.sort((a, b) => a - b);
    for (let k = 0; k + 1 < xs.length; k += 2) {
      const from = Math.max(0, firstCell(xs[k] as number));
      const until = Math.min(width, firstCell(xs[k + 1] as number));
      if (from < until) visit(first + i, from, until);
    }
  }
}

/** Writes a value into the cells inside a polygon. `values`: `width * height`, index `row * width + column`. */
export function burnPolygon<T extends { fill(value: number, from: number, until: number): unknown }>(
  frame: ScanFrame,
  rings: readonly FlatRing[],
  values: T,
  value: number,
): void {
  scanPolygon(frame, rings, (row, from, until) => {
    values.fill(value, row * frame.width + from, row * frame.width + until);
  });
}
