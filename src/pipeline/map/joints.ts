/**
 * Where a body of water is cut into polygons, the cut is no bank and gets no line: just outside such a side there is another polygon of water.
 * It need not have the same corners, and may also lie underneath (a detailed area over a coarse one).
 */
import Flatbush from 'flatbush';

/** Packed rings, closed, with the polygon on their left (see `Ground`: outer rings turn one way, holes the other). */
export interface Sides {
  readonly vertices: Float32Array;
  /** Per side: the vertex it starts from, the one it ends in, and its polygon. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly polygon: readonly number[];
}

/** Metres outside a side where water counts as the same water: more than neighbours' borders differ, less than a quay is thick. */
const OUTSIDE = 0.1;
/** Parts along a side where there must be other water. */
const samples = [0.1, 0.5, 0.9];

/**
 * Whether each side lies against other water in its whole length. A point is in a polygon when a ray to the east crosses an odd number of
 * its sides; an index finds those, so that the cost is n √n at worst in the number of sides.
 */
export function listJoints({ vertices, from, to, polygon }: Sides): boolean[] {
  if (from.length === 0) return [];
  const x = (v: number) => vertices[2 * v] as number;
  const y = (v: number) => vertices[2 * v + 1] as number;
  const index = new Flatbush(from.length, 16, Float64Array);
  from.forEach((a, side) => {
    const b = to[side] as number;
    index.add(Math.min(x(a), x(b)), Math.min(y(a), y(b)), Math.max(x(a), x(b)), Math.max(y(a), y(b)));
  });
  index.finish();

  function isCrossedEastOf(side: number, px: number, py: number): boolean {
    const [a, b] = [from[side] as number, to[side] as number];
    return y(a) > py !== y(b) > py && px < x(a) + ((py - y(a)) / (y(b) - y(a))) * (x(b) - x(a));
  }

  function isInOther(own: number, px: number, py: number): boolean {
    const odd = new Set<number>();
    for (const side of index.search(px, py, Infinity, py)) {
      const other = polygon[side] as number;
      if (other === own || !isCrossedEastOf(side, px, py)) continue;
      if (!odd.delete(other)) odd.add(other);
    }
    return odd.size > 0;
  }

  return from.map((a, side) => {
    const b = to[side] as number;
    const [dx, dy] = [x(b) - x(a), y(b) - y(a)];
    const outside = OUTSIDE / (Math.hypot(dx, dy) || 1);
    return samples.every((t) =>
      isInOther(polygon[side] as number, x(a) + t * dx + outside * dy, y(a) + t * dy - outside * dx),
    );
  });
}
