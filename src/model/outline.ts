/** Rings as flat x, y pairs in metres, not closed: what drawing a footprint asks of them. Results are in whole millimetres. */

import type { Ring } from './plan-ring.ts';

export type Place = readonly [x: number, y: number];

/** Drawn coordinates carry no more than this, so that moving there and back is exact. */
export const toMillimetres = (metres: number) => Math.round(metres * 1000) / 1000 + 0;

export const cornerOf = (ring: Ring, i: number): Place => {
  const corners = ring.length / 2;
  const at = 2 * (((i % corners) + corners) % corners);
  return [ring[at] as number, ring[at + 1] as number];
};

export const listCorners = (ring: Ring): Place[] =>
  Array.from({ length: ring.length / 2 }, (_, i) => cornerOf(ring, i));

/** Twice the area of the triangle a, b, c; positive when counter-clockwise. */
const turnOf = (a: Place, b: Place, c: Place) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

export function mapCorners(ring: Ring, change: (corner: Place) => Place): number[] {
  return listCorners(ring).flatMap((corner) => change(corner).map(toMillimetres));
}

/** `degrees` clockwise seen from above, about `centre`. */
export function turnPlace([x, y]: Place, degrees: number, centre: Place): Place {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [dx, dy] = [x - centre[0], y - centre[1]];
  return [centre[0] + dx * cos + dy * sin, centre[1] - dx * sin + dy * cos];
}

/** Whether the closed segments a–b and c–d have a point in common. */
function doSegmentsMeet(a: Place, b: Place, c: Place, d: Place): boolean {
  const between = (p: Place, q: Place, r: Place) =>
    Math.min(p[0], q[0]) <= r[0] &&
    r[0] <= Math.max(p[0], q[0]) &&
    Math.min(p[1], q[1]) <= r[1] &&
    r[1] <= Math.max(p[1], q[1]);
  const sides = [turnOf(c, d, a), turnOf(c, d, b), turnOf(a, b, c), turnOf(a, b, d)].map(Math.sign);
  const [sa, sb, sc, sd] = sides as [number, number, number, number];
  if (sa * sb < 0 && sc * sd < 0) return true;
  return (
    (sa === 0 && between(c, d, a)) ||
    (sb === 0 && between(c, d, b)) ||
    (sc === 0 && between(a, b, c)) ||
    (sd === 0 && between(a, b, d))
  );
}

/** Whether two sides cross or touch that are no neighbours, or two neighbours lie back over each other. */
export function isCrossing(ring: Ring): boolean {
  const corners = ring.length / 2;
  for (let i = 0; i < corners; i++) {
    const [a, b] = [cornerOf(ring, i), cornerOf(ring, i + 1)];
    const after = cornerOf(ring, i + 2);
    const isBack =
      turnOf(a, b, after) === 0 && (b[0] - a[0]) * (after[0] - b[0]) + (b[1] - a[1]) * (after[1] - b[1]) < 0;
    if (isBack) return true;
    for (let j = i + 2; j < corners; j++) {
      if (i === 0 && j === corners - 1) continue;
      if (doSegmentsMeet(a, b, cornerOf(ring, j), cornerOf(ring, j + 1))) return true;
    }
  }
  return false;
}

/** The rectangle on the side a–b, `width` metres to its left (to its right when negative). */
export function rectangleOnSide(a: Place, b: Place, width: number): number[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [nx, ny] = [(-(b[1] - a[1]) / length) * width, ((b[0] - a[0]) / length) * width];
  return [a, b, [b[0] + nx, b[1] + ny], [a[0] + nx, a[1] + ny]].flat().map(toMillimetres);
}

/** `length` lies along `degrees`, clockwise from north. */
export function rectangleAround(centre: Place, length: number, width: number, degrees: number): number[] {
  const corners: Place[] = [
    [-width / 2, -length / 2],
    [width / 2, -length / 2],
    [width / 2, length / 2],
    [-width / 2, length / 2],
  ];
  return corners.flatMap(([x, y]) => turnPlace([centre[0] + x, centre[1] + y], degrees, centre)).map(toMillimetres);
}
