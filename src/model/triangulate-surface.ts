/**
 * One planar surface (outer ring and holes, in metres of a local frame) to triangles: fans where the shape allows, earcut on
 * the plane that the surface faces most elsewhere. Source of the normal: Newell's sum over the rings.
 */
import earcut from 'earcut';

export interface Triangles {
  /** Unit normal; the outer ring runs counter-clockwise seen from its tip. */
  nx: number;
  ny: number;
  nz: number;
  /** Square metres, holes taken out. */
  area: number;
  /** Point indices, three a triangle, counter-clockwise seen from the normal's tip. */
  indices: number[];
  /** The triangles do not add up to the area: the rings touch or cross themselves. */
  isIrregular: boolean;
  /** A point lies more than 10 cm out of the plane through the first point. */
  isBent: boolean;
}

/** Under 1 cm² a surface has no direction worth drawing. */
const MINIMUM_AREA = 1e-4;
const PLANE_TOLERANCE = 0.1;

/** The result object is overwritten by the next call. */
export function createTriangulator() {
  const result: Triangles = { nx: 0, ny: 0, nz: 0, area: 0, indices: [], isIrregular: false, isBent: false };
  const flat: number[] = [];

  /** Newell's vector (twice the area) of the points from `start` up to `end`. */
  function newell(p: Float64Array, start: number, end: number, out: [number, number, number]) {
    const ox = p[start * 3];
    const oy = p[start * 3 + 1];
    const oz = p[start * 3 + 2];
    let x = 0;
    let y = 0;
    let z = 0;
    for (let i = start + 1; i + 1 < end; i++) {
      const ax = p[i * 3] - ox;
      const ay = p[i * 3 + 1] - oy;
      const az = p[i * 3 + 2] - oz;
      const bx = p[i * 3 + 3] - ox;
      const by = p[i * 3 + 4] - oy;
      const bz = p[i * 3 + 5] - oz;
      x += ay * bz - az * by;
      y += az * bx - ax * bz;
      z += ax * by - ay * bx;
    }
    out[0] = x;
    out[1] = y;
    out[2] = z;
  }

  /** Twice the signed area of a triangle seen from the normal's tip. */
  function facing(p: Float64Array, a: number, b: number, c: number): number {
    const ux = p[b * 3] - p[a * 3];
    const uy = p[b * 3 + 1] - p[a * 3 + 1];
    const uz = p[b * 3 + 2] - p[a * 3 + 2];
    const vx = p[c * 3] - p[a * 3];
    const vy = p[c * 3 + 1] - p[a * 3 + 1];
    const vz = p[c * 3 + 2] - p[a * 3 + 2];
    return (uy * vz - uz * vy) * result.nx + (uz * vx - ux * vz) * result.ny + (ux * vy - uy * vx) * result.nz;
  }

  function cut(p: Float64Array, count: number, ringStarts: readonly number[]) {
    const ax = Math.abs(result.nx);
    const ay = Math.abs(result.ny);
    const az = Math.abs(result.nz);
    const [first, second] = az >= ax && az >= ay ? [0, 1] : ax >= ay ? [1, 2] : [2, 0];
    flat.length = 0;
    for (let i = 0; i < count; i++) flat.push(p[i * 3 + first], p[i * 3 + second]);
    const cutIndices = earcut(flat, ringStarts.length > 1 ? ringStarts.slice(1) : undefined, 2);
    for (let i = 0; i < cutIndices.length; i += 3) {
      const [a, b, c] = [cutIndices[i], cutIndices[i + 1], cutIndices[i + 2]];
      if (facing(p, a, b, c) < 0) result.indices.push(a, c, b);
      else result.indices.push(a, b, c);
    }
    if (cutIndices.length === 0)
      for (let i = 1; i + 1 < (ringStarts[1] ?? count); i++) result.indices.push(0, i, i + 1);
  }

  const normal: [number, number, number] = [0, 0, 0];
  const hole: [number, number, number] = [0, 0, 0];

  /**
   * `points` holds `count` points of three numbers; ring r runs from `ringStarts[r]` to the next start, the first is the outer
   * one; no ring repeats its first point. Answers undefined for a surface without area.
   */
  return (points: Float64Array, count: number, ringStarts: readonly number[]): Triangles | undefined => {
    const outerEnd = ringStarts[1] ?? count;
    newell(points, 0, outerEnd, normal);
    const length = Math.hypot(normal[0], normal[1], normal[2]);
    if (!(length / 2 >= MINIMUM_AREA)) return undefined;
    result.nx = normal[0] / length;
    result.ny = normal[1] / length;
    result.nz = normal[2] / length;
    result.area = length / 2;
    for (let r = 1; r < ringStarts.length; r++) {
      newell(points, ringStarts[r] as number, ringStarts[r + 1] ?? count, hole);
      result.area -= Math.abs(hole[0] * result.nx + hole[1] * result.ny + hole[2] * result.nz) / 2;
    }
    result.indices.length = 0;
    if (count === 3) result.indices.push(0, 1, 2);
    else if (count === 4 && ringStarts.length === 1 && facing(points, 0, 1, 2) > 0 && facing(points, 0, 2, 3) > 0)
      result.indices.push(0, 1, 2, 0, 2, 3);
    else cut(points, count, ringStarts);
    let drawn = 0;
    const { indices } = result;
    for (let i = 0; i < indices.length; i += 3) drawn += facing(points, indices[i], indices[i + 1], indices[i + 2]) / 2;
    result.isIrregular = Math.abs(drawn - result.area) > 0.01 + 0.001 * result.area;
    result.isBent = false;
    for (let i = 1; i < count && !result.isBent; i++) {
      const off =
        (points[i * 3] - points[0]) * result.nx +
        (points[i * 3 + 1] - points[1]) * result.ny +
        (points[i * 3 + 2] - points[2]) * result.nz;
      result.isBent = Math.abs(off) > PLANE_TOLERANCE;
    }
    return result;
  };
}
