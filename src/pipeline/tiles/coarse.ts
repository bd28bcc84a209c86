/**
 * What stands for a building far away. Prism: its footprint, simplified, up to the height under which 70 % of the roof lies
 * (3DBAG's measure for a flat-roofed model). Box: the smallest turned rectangle around the footprint, equally high.
 */

import { KIND_GROUND, KIND_ROOF, KIND_WALL } from '../../model/surface-kind.ts';
import type { FacetBuilder, FacetMesh } from './facet-mesh.ts';

export interface Prism {
  /** x, y pairs, counter-clockwise, metres of the building's frame. */
  readonly ring: readonly number[];
  readonly base: number;
  readonly top: number;
}

/** Corners whose triangle with their neighbours is smaller (m²) are left out. */
const CORNER_AREA = 0.75;
const MOST_CORNERS = 24;
const ROOF_SHARE = 0.7;

function ringArea(ring: readonly number[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  return sum / 2;
}

const cornerArea = (ring: readonly number[], i: number): number => {
  const n = ring.length;
  const a = (i - 2 + n) % n;
  const c = (i + 2) % n;
  return Math.abs(
    ((ring[i] - ring[a]) * (ring[c + 1] - ring[a + 1]) - (ring[c] - ring[a]) * (ring[i + 1] - ring[a + 1])) / 2,
  );
};

/** Visvalingam & Whyatt (1993): leaves out the corner that matters least until all matter. */
export function simplifyRing(ring: number[]): number[] {
  const kept = [...ring];
  while (kept.length > 8) {
    let least = 0;
    let leastArea = Number.POSITIVE_INFINITY;
    for (let i = 0; i < kept.length; i += 2) {
      const area = cornerArea(kept, i);
      if (area < leastArea) {
        leastArea = area;
        least = i;
      }
    }
    if (leastArea >= CORNER_AREA && kept.length <= 2 * MOST_CORNERS) break;
    kept.splice(least, 2);
  }
  return kept;
}

/** The smallest rectangle around points (x, y pairs) that has a side along a stretch between two following points. */
export function boundingRectangle(points: readonly number[]): number[] {
  let best: number[] = [];
  let bestArea = Number.POSITIVE_INFINITY;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const length = Math.hypot(points[i] - points[j], points[i + 1] - points[j + 1]);
    if (length < 0.01) continue;
    const c = (points[i] - points[j]) / length;
    const s = (points[i + 1] - points[j + 1]) / length;
    let [u0, u1, v0, v1] = [1e9, -1e9, 1e9, -1e9];
    for (let k = 0; k < points.length; k += 2) {
      const u = c * points[k] + s * points[k + 1];
      const v = c * points[k + 1] - s * points[k];
      u0 = Math.min(u0, u);
      u1 = Math.max(u1, u);
      v0 = Math.min(v0, v);
      v1 = Math.max(v1, v);
    }
    const area = (u1 - u0) * (v1 - v0);
    if (area < bestArea) {
      bestArea = area;
      const corner = (u: number, v: number) => [c * u - s * v, s * u + c * v];
      best = [...corner(u0, v0), ...corner(u1, v0), ...corner(u1, v1), ...corner(u0, v1)];
    }
  }
  return best;
}

/** The height under which `ROOF_SHARE` of the roof lies, by triangles; the highest point where there is no roof. */
function roofHeight(mesh: FacetMesh, from: number, to: number, highest: number): number {
  const parts: [height: number, area: number][] = [];
  let total = 0;
  for (let s = from; s < to; s++) {
    if (mesh.kinds[s] !== KIND_ROOF || mesh.normals[s * 3 + 2] <= 0) continue;
    const first = s === 0 ? 0 : mesh.vertexEnds[s - 1];
    const p = mesh.positions;
    for (let i = s === 0 ? 0 : mesh.indexEnds[s - 1]; i < mesh.indexEnds[s]; i += 3) {
      const [a, b, c] = [first + mesh.indices[i], first + mesh.indices[i + 1], first + mesh.indices[i + 2]].map(
        (k) => k * 3,
      );
      const area = Math.abs((p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * (p[b + 1] - p[a + 1]));
      parts.push([(p[a + 2] + p[b + 2] + p[c + 2]) / 3, area]);
      total += area;
    }
  }
  parts.sort((one, other) => one[0] - other[0]);
  let below = 0;
  for (const [height, area] of parts) {
    below += area;
    if (below >= ROOF_SHARE * total) return height;
  }
  return highest;
}

/** The prisms of the surfaces from `from` up to `to` (one member of a building), one per ground surface of over 1 m². */
export function listPrisms(builder: FacetBuilder, from: number, to: number): Prism[] {
  const mesh = builder.mesh();
  let base = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  const start = from === 0 ? 0 : mesh.vertexEnds[from - 1];
  const end = to === 0 ? 0 : mesh.vertexEnds[to - 1];
  for (let v = start; v < end; v++) {
    base = Math.min(base, mesh.positions[v * 3 + 2]);
    highest = Math.max(highest, mesh.positions[v * 3 + 2]);
  }
  const top = roofHeight(mesh, from, to, highest);
  const prisms: Prism[] = [];
  for (let s = from; s < to; s++) {
    if (mesh.kinds[s] !== KIND_GROUND || mesh.areas[s] < 1) continue;
    const first = s === 0 ? 0 : mesh.vertexEnds[s - 1];
    const ring: number[] = [];
    for (let v = first; v < first + builder.outerCount(s); v++)
      ring.push(mesh.positions[v * 3], mesh.positions[v * 3 + 1]);
    if (ringArea(ring) < 0) reverseRing(ring);
    prisms.push({ ring: simplifyRing(ring), base, top });
  }
  if (prisms.length === 0 && end > start) {
    const all: number[] = [];
    for (let v = start; v < end; v++) all.push(mesh.positions[v * 3], mesh.positions[v * 3 + 1]);
    const ring = boundingRectangle(all);
    if (ring.length > 0 && ringArea(ring) >= 1) prisms.push({ ring, base, top });
  }
  return prisms;
}

function reverseRing(ring: number[]) {
  for (let i = 0, j = ring.length - 2; i < j; i += 2, j -= 2) {
    [ring[i], ring[j]] = [ring[j], ring[i]];
    [ring[i + 1], ring[j + 1]] = [ring[j + 1], ring[i + 1]];
  }
}

/** One rectangle around all prisms of a building. */
export function boxAround(prisms: readonly Prism[]): Prism | undefined {
  const ring = boundingRectangle(prisms.length === 1 ? prisms[0].ring : prisms.flatMap((prism) => [...prism.ring]));
  if (ring.length === 0) return undefined;
  let volume = 0;
  let area = 0;
  let base = Number.POSITIVE_INFINITY;
  for (const prism of prisms) {
    const own = Math.abs(ringArea(prism.ring));
    area += own;
    volume += own * prism.top;
    base = Math.min(base, prism.base);
  }
  return { ring, base, top: area > 0 ? volume / area : prisms[0].top };
}

/** How far the box's ground plan strays from that of the prisms, metres: side of the square of the difference. */
export const boxError = (box: Prism, prisms: readonly Prism[]): number =>
  Math.sqrt(Math.max(0, ringArea(box.ring) - prisms.reduce((sum, { ring }) => sum + Math.abs(ringArea(ring)), 0)));

/** Adds walls and a flat roof; nothing below, which is never seen from afar. */
export function addPrism(builder: FacetBuilder, { ring, base, top }: Prism): void {
  const height = Math.max(top, base + 0.5);
  const point = (i: number, z: number) => {
    const { array, offset } = builder.nextPoint();
    array[offset] = ring[i];
    array[offset + 1] = ring[i + 1];
    array[offset + 2] = z;
    builder.keepPoint();
  };
  builder.startSurface();
  builder.startRing();
  for (let i = 0; i < ring.length; i += 2) point(i, height);
  builder.endRing();
  builder.endSurface(KIND_ROOF);
  for (let j = ring.length - 2, i = 0; i < ring.length; j = i, i += 2) {
    builder.startSurface();
    builder.startRing();
    point(j, base);
    point(i, base);
    point(i, height);
    point(j, height);
    builder.endRing();
    builder.endSurface(KIND_WALL);
  }
}
