/** WGS84 / GRS80 as used for drawing: earth-centred metres (x to longitude 0, z to the north pole) and local frames. */
import type { LonLat } from '../../model/rd.ts';

const a = 6378137;
const e2 = 0.00669437999014;

export type Vec3 = [number, number, number];

/** Height is above the ellipsoid, metres. */
export function toEarthCentred({ lon, lat }: LonLat, height: number): Vec3 {
  const lambda = (lon * Math.PI) / 180;
  const phi = (lat * Math.PI) / 180;
  const n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return [
    (n + height) * Math.cos(phi) * Math.cos(lambda),
    (n + height) * Math.cos(phi) * Math.sin(lambda),
    (n * (1 - e2) + height) * Math.sin(phi),
  ];
}

/** The other way round; the height is left out. Not for the middle of the Earth. */
export function toLonLat([x, y, z]: Vec3): LonLat {
  const flat = Math.hypot(x, y);
  let phi = Math.atan2(z, flat * (1 - e2));
  // Each round leaves less than a hundredth of the error: four are below a micrometre.
  for (let round = 0; round < 4; round++) {
    const n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    phi = Math.atan2(z + n * e2 * Math.sin(phi), flat);
  }
  return { lon: (Math.atan2(y, x) * 180) / Math.PI, lat: (phi * 180) / Math.PI };
}

/** Unit vector away from the ellipsoid. */
export function upAt({ lon, lat }: LonLat): Vec3 {
  const lambda = (lon * Math.PI) / 180;
  const phi = (lat * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** A place on earth with axes east, north, up: `axes` holds them one after the other, nine numbers. */
export interface LocalFrame {
  readonly origin: Vec3;
  readonly axes: Float64Array;
}

/** The frame whose third axis is `up`; at a pole east is along y. */
export function frameAt(origin: Vec3, up: Vec3): LocalFrame {
  const flat = Math.hypot(up[0], up[1]) || 1;
  const east: Vec3 = [-up[1] / flat, Math.hypot(up[0], up[1]) === 0 ? 1 : up[0] / flat, 0];
  const north: Vec3 = [up[1] * 0 - up[2] * east[1], up[2] * east[0] - up[0] * 0, up[0] * east[1] - up[1] * east[0]];
  return { origin, axes: Float64Array.of(...east, ...north, ...up) };
}

/**
 * The rigid movement from one frame's coordinates to another's: `rotation` row by row (nine numbers) and `shift`, so that
 * target_i = Σ rotation[3 i + j] source_j + shift_i.
 */
export interface Movement {
  readonly rotation: Float64Array;
  readonly shift: Vec3;
}

export function moveBetween(from: LocalFrame, to: LocalFrame): Movement {
  const rotation = new Float64Array(9);
  const shift: Vec3 = [0, 0, 0];
  for (let i = 0; i < 3; i++) {
    for (let k = 0; k < 3; k++) {
      shift[i] += to.axes[i * 3 + k] * (from.origin[k] - to.origin[k]);
      for (let j = 0; j < 3; j++) rotation[i * 3 + j] += to.axes[i * 3 + k] * from.axes[j * 3 + k];
    }
  }
  return { rotation, shift };
}

/** Column-major 4 × 4 matrix, as 3D Tiles wants it, of a movement. */
export function toMatrix({ rotation, shift }: Movement): number[] {
  const r = rotation;
  return [r[0], r[3], r[6], 0, r[1], r[4], r[7], 0, r[2], r[5], r[8], 0, shift[0], shift[1], shift[2], 1];
}

export const earthFrame: LocalFrame = { origin: [0, 0, 0], axes: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };
