/**
 * Where a point lies on its wall: what a shader needs to draw whole windows. Written as two pairs of texture coordinates, the
 * same at every corner of a wall but for the first of the second: lowest point and eaves; metres along the wall, and its width.
 */
/** East, north, up. */
type Vec3 = readonly [number, number, number];

interface WallFrame {
  /** Metres, in the frame of the positions: lowest point, and the highest level up to which the wall keeps its width. */
  readonly low: number;
  readonly eaves: number;
  readonly width: number;
  /** Metres from the wall's end to a vertex. */
  along(positions: Float64Array, vertex: number): number;
}

/** A wall whose lowest point is less than this above its building's lowest stands on the ground. Metres. */
export const ON_GROUND = 0.5;
/** Corners closer than this to an end of the wall are at that end. Metres. */
const AT_END = 0.05;

/** Of the vertices from `from` up to `to` (east, north, up), in a wall whose normal is `normal`. */
export function measureWall(positions: Float64Array, from: number, to: number, [nx, ny]: Vec3): WallFrame {
  const length = Math.hypot(nx, ny) || 1;
  const [x, y] = [-ny / length, nx / length];
  const project = (p: Float64Array, v: number) => x * p[v * 3] + y * p[v * 3 + 1];
  let [start, end, low] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let v = from; v < to; v++) {
    const u = project(positions, v);
    start = Math.min(start, u);
    end = Math.max(end, u);
    low = Math.min(low, positions[v * 3 + 2]);
  }
  const tops = [low, low];
  for (let v = from; v < to; v++) {
    const u = project(positions, v);
    const z = positions[v * 3 + 2];
    if (u < start + AT_END) tops[0] = Math.max(tops[0] as number, z);
    if (u > end - AT_END) tops[1] = Math.max(tops[1] as number, z);
  }
  return {
    low,
    eaves: Math.min(...tops),
    width: end - start,
    along: (p, v) => project(p, v) - start,
  };
}

/** A width in whole steps, even; one more says that the wall stands on the ground. */
export const packWidth = (steps: number, isOnGround: boolean): number =>
  2 * Math.floor(steps / 2) + (isOnGround ? 1 : 0);
