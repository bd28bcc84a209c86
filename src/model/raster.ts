/** One band of cells of any kind, and how it gets into a file. */

export type RasterValues = Float32Array | Uint8Array | Uint16Array | Uint32Array;

/** Square cells along RD x and y. */
export interface Raster<T extends RasterValues = RasterValues> {
  /** RD metres of the outer sides of the south-western cell. */
  readonly west: number;
  readonly south: number;
  readonly cellSize: number;
  readonly width: number;
  readonly height: number;
  /** `width * height`, index `row * width + column`, row 0 south. In Float32Array NaN is unknown. */
  readonly values: T;
}

export interface RasterOptions {
  /** Written for NaN in numbers with a fraction; in whole numbers the value that says "nothing here". */
  readonly noData?: number;
  /** What a cell of an overview tells of its four: numbers their mean (NaN and `noData` left out), codes the one that most have. */
  readonly overview: 'mean' | 'most';
  /** Step that numbers with a fraction are rounded to; a power of two empties the low bits, which saves a third. Absent: kept whole. */
  readonly rounding?: number;
  /** The values are metres NAP. */
  readonly isHeight?: boolean;
  /** Side of a tile in cells, a multiple of 16. */
  readonly tileSize: number;
}

const create = (values: RasterValues, length: number): RasterValues => {
  if (values instanceof Float32Array) return new Float32Array(length).fill(Number.NaN);
  if (values instanceof Uint8Array) return new Uint8Array(length);
  return values instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
};

/** Half the resolution, counted from the north-west, as the rows of the file are. */
export function halveRaster(raster: Raster, { noData, overview }: RasterOptions): Raster {
  const { west, south, cellSize, width, height, values } = raster;
  const half = {
    west,
    cellSize: 2 * cellSize,
    width: Math.ceil(width / 2),
    height: Math.ceil(height / 2),
  };
  const isFraction = values instanceof Float32Array;
  const result = create(values, half.width * half.height);
  const four = new Float64Array(4);
  for (let r = 0; r < half.height; r++) {
    const top = height - 1 - 2 * (half.height - 1 - r);
    for (let c = 0; c < half.width; c++) {
      let count = 0;
      for (let k = 0; k < 4; k++) {
        const row = top - (k >> 1);
        const column = 2 * c + (k & 1);
        if (row < 0 || column >= width) continue;
        const value = values[row * width + column] as number;
        if (isFraction ? Number.isNaN(value) : value === noData && overview === 'mean') continue;
        four[count++] = value;
      }
      const at = r * half.width + c;
      if (count === 0) {
        if (!isFraction) result[at] = noData ?? 0;
      } else if (overview === 'mean') {
        let sum = 0;
        for (let k = 0; k < count; k++) sum += four[k] as number;
        result[at] = isFraction ? sum / count : Math.round(sum / count);
      } else result[at] = mostOf(four, count);
    }
  }
  return { ...half, south: south + height * cellSize - half.height * half.cellSize, values: result };
}

/** The value that occurs most among the first `count`; the first of those that do. */
function mostOf(four: Float64Array, count: number): number {
  let best = four[0] as number;
  let times = 0;
  for (let i = 0; i < count; i++) {
    let same = 0;
    for (let k = i; k < count; k++) if (four[k] === four[i]) same++;
    if (same > times) {
      times = same;
      best = four[i] as number;
    }
  }
  return best;
}

/** The four bytes of every value in four planes, the most significant first, then differences of bytes: TIFF technical note 3. */
function encodeFractions(
  raster: Raster,
  left: number,
  top: number,
  { tileSize, noData = Number.NaN, rounding }: RasterOptions,
) {
  const { width, height, values } = raster;
  const bytes = new Uint8Array(tileSize * tileSize * 4);
  const value = new Float32Array(1);
  const bits = new Uint32Array(value.buffer);
  for (let r = 0; r < tileSize; r++) {
    const row = height - 1 - (top + r);
    const start = r * tileSize * 4;
    for (let c = 0; c < tileSize; c++) {
      const column = left + c;
      const number = row >= 0 && column < width ? (values[row * width + column] as number) : Number.NaN;
      if (Number.isNaN(number)) value[0] = noData;
      else value[0] = rounding === undefined ? number : Math.round(number / rounding) * rounding;
      const word = bits[0] as number;
      for (let plane = 0; plane < 4; plane++) bytes[start + plane * tileSize + c] = word >>> (24 - 8 * plane);
    }
    for (let i = start + 4 * tileSize - 1; i > start; i--) bytes[i] = (bytes[i] as number) - (bytes[i - 1] as number);
  }
  return bytes;
}

/** Differences along the row, modulo the size of the type, least significant byte first: TIFF 6.0, predictor 2. */
function encodeWhole(raster: Raster, left: number, top: number, { tileSize, noData = 0 }: RasterOptions) {
  const { width, height, values } = raster;
  const size = values.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(tileSize * tileSize * size);
  let at = 0;
  for (let r = 0; r < tileSize; r++) {
    const row = height - 1 - (top + r);
    let before = 0;
    for (let c = 0; c < tileSize; c++) {
      const column = left + c;
      const value = row >= 0 && column < width ? (values[row * width + column] as number) : noData;
      const step = (value - before) >>> 0;
      before = value;
      for (let byte = 0; byte < size; byte++) bytes[at++] = step >>> (8 * byte);
    }
  }
  return bytes;
}

/** The tile whose north-western cell is `left` cells from the west and `top` from the north, before it is deflated. */
export const encodeRasterTile = (
  raster: Raster,
  left: number,
  top: number,
  options: RasterOptions,
): Uint8Array<ArrayBuffer> =>
  raster.values instanceof Float32Array
    ? encodeFractions(raster, left, top, options)
    : encodeWhole(raster, left, top, options);
