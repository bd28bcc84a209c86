/** What is known of a place before it rains there, on the cells of the finest heights: what `flood/*.tif` hold. */
import type { FloodFrame } from './flood.ts';

/** Arrays per cell as in `flood.ts`: `width * height`, index `row * width + column`, row 0 south. */
export interface FloodSite {
  readonly frame: FloodFrame;
  /** m NAP; NaN unknown. On water it may be the water's surface: {@link water} goes before it. */
  readonly heights: Float32Array;
  /** Codes of `floodGroundIds`. */
  readonly ground: Uint8Array;
  /** Row in the table of buildings + 1; 0 where none stands. */
  readonly buildings: Uint16Array | Uint32Array;
  /** Level of open water, m NAP; NaN where the ground is dry. */
  readonly water: Float32Array;
}

/** The cells of an extent (RD: west, south, east, north) that lie within the site, as a site of their own. */
export function cropSite(
  site: FloodSite,
  [west, south, east, north]: readonly [number, number, number, number],
): FloodSite {
  const { frame } = site;
  if (![west, south, east, north].every(Number.isFinite))
    throw new RangeError(`Expected an extent of four numbers, got ${[west, south, east, north].join(', ')}.`);
  const limit = (cells: number, most: number) => Math.min(Math.max(Math.round(cells), 0), most);
  const left = limit((west - frame.west) / frame.cellSize, frame.width);
  const right = limit((east - frame.west) / frame.cellSize, frame.width);
  const bottom = limit((south - frame.south) / frame.cellSize, frame.height);
  const top = limit((north - frame.south) / frame.cellSize, frame.height);
  const [width, height] = [right - left, top - bottom];
  if (width <= 0 || height <= 0)
    throw new RangeError(`Expected an extent that meets the site, got ${[west, south, east, north].join(', ')}.`);
  if (width === frame.width && height === frame.height) return site;
  function cut<T extends Float32Array | Uint8Array | Uint16Array | Uint32Array>(values: T): T {
    const result = values.slice(0, width * height) as T;
    for (let row = 0; row < height; row++) {
      const start = (bottom + row) * frame.width + left;
      result.set(values.subarray(start, start + width), row * width);
    }
    return result;
  }
  return {
    frame: {
      west: frame.west + left * frame.cellSize,
      south: frame.south + bottom * frame.cellSize,
      cellSize: frame.cellSize,
      width,
      height,
    },
    heights: cut(site.heights),
    ground: cut(site.ground),
    buildings: cut(site.buildings),
    water: cut(site.water),
  };
}
