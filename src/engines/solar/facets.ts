/** The surfaces of a building that may be roof, each with its triangles, area, direction and middle. */
import type { RoofMesh } from './roof-planes.ts';

export interface Facet {
  readonly surface: number;
  readonly kind: number;
  /** m². */
  readonly area: number;
  /** Unit vector; zero without area. */
  readonly normal: readonly [x: number, y: number, z: number];
  readonly middle: readonly [x: number, y: number, z: number];
  /** Nine numbers a triangle. */
  readonly positions: Float32Array;
}

/** Of the triangles from `first` up to `end`. */
function measure({ positions, surfaces, kinds }: RoofMesh, first: number, end: number): Facet {
  let [x, y, z, size, mx, my, mz] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 9 * first; at < 9 * end; at += 9) {
    const ux = positions[at + 3] - positions[at];
    const uy = positions[at + 4] - positions[at + 1];
    const uz = positions[at + 5] - positions[at + 2];
    const vx = positions[at + 6] - positions[at];
    const vy = positions[at + 7] - positions[at + 1];
    const vz = positions[at + 8] - positions[at + 2];
    const cx = uy * vz - uz * vy;
    const cy = uz * vx - ux * vz;
    const cz = ux * vy - uy * vx;
    const twice = Math.sqrt(cx * cx + cy * cy + cz * cz);
    x += cx;
    y += cy;
    z += cz;
    size += twice;
    mx += (twice * (positions[at] + positions[at + 3] + positions[at + 6])) / 3;
    my += (twice * (positions[at + 1] + positions[at + 4] + positions[at + 7])) / 3;
    mz += (twice * (positions[at + 2] + positions[at + 5] + positions[at + 8])) / 3;
  }
  const length = Math.sqrt(x * x + y * y + z * z) || 1;
  const whole = size || 1;
  return {
    surface: surfaces[first],
    kind: kinds[first],
    area: size / 2,
    normal: [x / length, y / length, z / length],
    middle: [mx / whole, my / whole, mz / whole],
    positions: positions.subarray(9 * first, 9 * end),
  };
}

/** Triangles of one surface follow each other. */
export function listFacets(mesh: RoofMesh, isWanted: (kind: number) => boolean): Facet[] {
  const { surfaces, kinds } = mesh;
  const facets: Facet[] = [];
  for (let first = 0; first < surfaces.length; ) {
    let end = first + 1;
    while (end < surfaces.length && surfaces[end] === surfaces[first]) end++;
    if (isWanted(kinds[first])) facets.push(measure(mesh, first, end));
    first = end;
  }
  return facets;
}
