/**
 * Where the eye stands that looks out of a house to a point: 0.1 m before an outer wall, at the eye's height.
 *
 * The house's triangles are cut at that height (segments with an outward normal). First choice: where the line from the
 * address to the point leaves the house for the last time. Where that wall is shared with the neighbours, or more than 72°
 * askew, the free piece of wall that faces the point most. A place is free when a vertical line upward from it passes through
 * an even number of surfaces (then it lies in no closed solid) and no wall stands within 1 m before it.
 */
import type { WindowPlace } from '../model/outlook.ts';

/** Metres east, north, up of the scene's origin; three indices each, counter-clockwise from outside. */
export interface Mesh {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Segment {
  readonly from: Point;
  readonly to: Point;
  /** Unit vector away from the house. */
  readonly normal: Point;
}

const BEFORE_WALL = 0.1;
/** cos 72° */
const MOST_ASKEW = 0.31;
/** cos 84°: a wall that faces the point less shows nothing of it. */
const LEAST_FACING = 0.1;
/** Nobody makes a window that looks at a wall nearer than this. Metres. */
const ROOM = 1;
/** Pieces shorter than this hold no window. Metres. */
const WINDOW = 0.6;

/** Pieces of wall at height `z`. */
function sliceWalls({ positions: p, indices }: Mesh, z: number): Segment[] {
  const segments: Segment[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const corners = [indices[t] * 3, indices[t + 1] * 3, indices[t + 2] * 3] as const;
    const ends: Point[] = [];
    for (let i = 0; i < 3; i++) {
      const [a, b] = [corners[i] as number, corners[(i + 1) % 3] as number];
      const [za, zb] = [p[a + 2], p[b + 2]];
      if (za < z === zb < z) continue;
      const part = (z - za) / (zb - za);
      ends.push({ x: p[a] + part * (p[b] - p[a]), y: p[a + 1] + part * (p[b + 1] - p[a + 1]) });
    }
    const [from, to] = ends;
    if (!from || !to) continue;
    const [a, b, c] = corners;
    const nx = (p[b + 1] - p[a + 1]) * (p[c + 2] - p[a + 2]) - (p[b + 2] - p[a + 2]) * (p[c + 1] - p[a + 1]);
    const ny = (p[b + 2] - p[a + 2]) * (p[c] - p[a]) - (p[b] - p[a]) * (p[c + 2] - p[a + 2]);
    const length = Math.hypot(nx, ny);
    if (length > 0) segments.push({ from, to, normal: { x: nx / length, y: ny / length } });
  }
  return segments;
}

/** Whether a closed solid of the mesh holds the point. */
export function isInsideSolid({ positions: p, indices }: Mesh, { x, y }: Point, z: number): boolean {
  let inside = false;
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [indices[t] * 3, indices[t + 1] * 3, indices[t + 2] * 3];
    const area = (p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * (p[b + 1] - p[a + 1]);
    if (area === 0) continue;
    const v = ((x - p[a]) * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * (y - p[a + 1])) / area;
    const w = ((p[b] - p[a]) * (y - p[a + 1]) - (x - p[a]) * (p[b + 1] - p[a + 1])) / area;
    if (v < 0 || w < 0 || v + w > 1) continue;
    if (p[a + 2] + v * (p[b + 2] - p[a + 2]) + w * (p[c + 2] - p[a + 2]) > z) inside = !inside;
  }
  return inside;
}

const before = ({ x, y }: Point, { normal }: Segment): Point => ({
  x: x + BEFORE_WALL * normal.x,
  y: y + BEFORE_WALL * normal.y,
});

/** Part of the way along `direction` at which the ray crosses the segment; undefined where it passes. */
function crossing(origin: Point, direction: Point, { from, to }: Segment): number | undefined {
  const [ex, ey] = [to.x - from.x, to.y - from.y];
  const determinant = direction.x * ey - direction.y * ex;
  if (determinant === 0) return undefined;
  const [ox, oy] = [from.x - origin.x, from.y - origin.y];
  const along = (ox * ey - oy * ex) / determinant;
  const across = (ox * direction.y - oy * direction.x) / determinant;
  return along > 0 && across >= 0 && across <= 1 ? along : undefined;
}

export interface WindowAt extends Point {
  readonly window: WindowPlace;
}

/** `others` holds what stands around the house. Undefined where the house has no free wall at that height. */
export function findWindow(house: Mesh, others: Mesh, address: Point, target: Point, z: number): WindowAt | undefined {
  const distance = Math.hypot(target.x - address.x, target.y - address.y) || 1;
  const toward = { x: (target.x - address.x) / distance, y: (target.y - address.y) / distance };
  const facing = ({ normal }: Segment) => normal.x * toward.x + normal.y * toward.y;
  const around = sliceWalls(others, z);
  const hasRoom = (point: Point, { normal }: Segment) =>
    around.every((wall) => (crossing(point, normal, wall) ?? Infinity) > ROOM);
  const isFree = (point: Point, segment: Segment) =>
    hasRoom(point, segment) && !isInsideSolid(others, point, z) && !isInsideSolid(house, point, z);
  const walls = sliceWalls(house, z);

  const [exit] = walls
    .flatMap((segment) => {
      const along = crossing(address, toward, segment);
      return along === undefined ? [] : { segment, along };
    })
    .sort((a, b) => b.along - a.along);
  if (exit && facing(exit.segment) > MOST_ASKEW) {
    const { along, segment } = exit;
    const point = before({ x: address.x + along * toward.x, y: address.y + along * toward.y }, segment);
    if (isFree(point, segment)) return { ...point, window: 'straight' };
  }

  const sides = walls
    .filter(
      (segment) =>
        facing(segment) > LEAST_FACING &&
        Math.hypot(segment.to.x - segment.from.x, segment.to.y - segment.from.y) > WINDOW,
    )
    .sort((a, b) => facing(b) - facing(a));
  for (const segment of sides) {
    const { from, to } = segment;
    const point = before({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, segment);
    if (isFree(point, segment)) return { ...point, window: 'facade' };
  }
  return undefined;
}
