/**
 * The map's local frame: Web Mercator, shifted to a middle point and shrunk by the cosine of its latitude, so that a unit
 * is a metre on the ground there and single precision suffices. x east, y south (as pixels go).
 *
 * RD to the frame goes by bilinear interpolation between exact points of a lattice: within 2 mm at 250 m, a hundred
 * times as fast (measured in the test).
 */
import { lonLatToRd, rdToLonLat } from '../../model/rd.ts';

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

export interface MapFrame {
  /** Middle point as a fraction of the Web Mercator square, from the north-west corner. */
  readonly originX: number;
  readonly originY: number;
  /** Local units across the whole Web Mercator square. */
  readonly size: number;
}

const EQUATOR = 2 * Math.PI * 6378137;
const SPACING = 250;

export function createMapFrame(rdBox: Box): MapFrame {
  const middle = rdToLonLat({ x: (rdBox[0] + rdBox[2]) / 2, y: (rdBox[1] + rdBox[3]) / 2 });
  const [originX, originY] = lonLatToSquare(middle.lon, middle.lat);
  return { originX, originY, size: EQUATOR * Math.cos((middle.lat * Math.PI) / 180) };
}

/** Degrees to fractions of the Web Mercator square. */
export function lonLatToSquare(lon: number, lat: number): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The other way round, for the middle of a tile. */
export function squareToRd(x: number, y: number): [number, number] {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  const rd = lonLatToRd({ lon: (x - 0.5) * 360, lat });
  return [rd.x, rd.y];
}

/** Writes the local position of an RD point to `out` at `offset`. Throws `OutsideNetherlandsError` far outside. */
export type RdToFrame = (x: number, y: number, out: Float32Array | number[], offset: number) => void;

export function createRdToFrame(frame: MapFrame): RdToFrame {
  const nodes = new Map<number, readonly [number, number]>();
  const nodeAt = (column: number, row: number) => {
    const key = column * 65536 + row;
    let node = nodes.get(key);
    if (!node) {
      const { lon, lat } = rdToLonLat({ x: column * SPACING, y: row * SPACING });
      const [x, y] = lonLatToSquare(lon, lat);
      node = [(x - frame.originX) * frame.size, (y - frame.originY) * frame.size];
      nodes.set(key, node);
    }
    return node;
  };
  return (x, y, out, offset) => {
    const column = Math.floor(x / SPACING);
    const row = Math.floor(y / SPACING);
    const u = x / SPACING - column;
    const v = y / SPACING - row;
    const a = nodeAt(column, row);
    const b = nodeAt(column + 1, row);
    const c = nodeAt(column, row + 1);
    const d = nodeAt(column + 1, row + 1);
    for (const axis of [0, 1] as const) {
      out[offset + axis] = (a[axis] * (1 - u) + b[axis] * u) * (1 - v) + (c[axis] * (1 - u) + d[axis] * u) * v;
    }
  };
}
