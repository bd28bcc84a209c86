import earcut from 'earcut';
import { type Ring, ringArea } from './plan-ring.ts';

/** Triangles of a polygon (outer ring, then holes): six numbers x, y each, counter-clockwise. */
export function triangulateRings(rings: readonly Ring[]): number[][] {
  // Counted from the first corner, so that earcut does not lose millimetres of RD coordinates.
  const [x0, y0] = rings[0];
  const flat: number[] = [];
  const holes: number[] = [];
  for (const [r, ring] of rings.entries()) {
    if (r > 0) holes.push(flat.length / 2);
    for (let i = 0; i < ring.length; i += 2) flat.push(ring[i] - x0, ring[i + 1] - y0);
  }
  const corners = rings.flat();
  const indices = earcut(flat, holes);
  const triangles: number[][] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i] * 2, indices[i + 1] * 2, indices[i + 2] * 2];
    const triangle = [corners[a], corners[a + 1], corners[b], corners[b + 1], corners[c], corners[c + 1]];
    const area = ringArea(triangle);
    if (area > 0) triangles.push(triangle);
    else if (area < 0)
      triangles.push([corners[a], corners[a + 1], corners[c], corners[c + 1], corners[b], corners[b + 1]]);
  }
  return triangles;
}
