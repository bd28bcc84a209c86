/**
 * Closed solids as lists of faces. Every ring is counter-clockwise seen from outside (holes clockwise), so that normals
 * point outward and every edge is used once in each direction. Town frame and metres NAP.
 */
import { distance, type Path, type Point } from './point.ts';

export interface Corner extends Point {
  readonly z: number;
}

export type SurfaceKind = 'GroundSurface' | 'WallSurface' | 'RoofSurface';

export interface Face {
  readonly kind: SurfaceKind;
  /** Outer ring first, then holes. */
  readonly rings: Corner[][];
}

export const lift = (p: Point, z: number): Corner => ({ x: p.x, y: p.y, z });

/** Newell's normal; its length is twice the area. */
export function normalOf(ring: readonly Corner[]): Corner {
  let [x, y, z] = [0, 0, 0];
  const last = ring[ring.length - 1] as Corner;
  let a = last;
  for (const b of ring) {
    x += (a.y - b.y) * (a.z + b.z);
    y += (a.z - b.z) * (a.x + b.x);
    z += (a.x - b.x) * (a.y + b.y);
    a = b;
  }
  return { x, y, z };
}

export function faceArea(face: Face): number {
  let size = 0;
  for (const [i, ring] of face.rings.entries()) {
    const n = normalOf(ring);
    size += (i === 0 ? 0.5 : -0.5) * Math.hypot(n.x, n.y, n.z);
  }
  return size;
}

/** Angle of a face with the horizontal, degrees: 0 flat, 90 wall. */
export function slopeDegrees(face: Face): number {
  const n = normalOf(face.rings[0] as Corner[]);
  return (Math.atan2(Math.hypot(n.x, n.y), n.z) * 180) / Math.PI;
}

/** Enclosed volume in m³ by the divergence theorem, per face about its own first corner. */
export function volumeOf(faces: readonly Face[]): number {
  const pivot = faces[0]?.rings[0]?.[0];
  if (!pivot) return 0;
  let six = 0;
  for (const face of faces) {
    const origin = face.rings[0]?.[0] as Corner;
    for (const ring of face.rings) {
      const n = normalOf(ring);
      six += n.x * (origin.x - pivot.x) + n.y * (origin.y - pivot.y) + n.z * (origin.z - pivot.z);
    }
  }
  return six / 6;
}

/** Removes corners that lie within 5 mm of the one before; undefined when fewer than three are left. */
function cleanRing(ring: readonly Corner[]): Corner[] | undefined {
  const same = (a: Corner, b: Corner) => distance(a, b) < 0.005 && Math.abs(a.z - b.z) < 0.005;
  const result = ring.filter((corner, i) => !same(corner, ring[(i + ring.length - 1) % ring.length] as Corner));
  return result.length >= 3 ? result : undefined;
}

/** Adds a face; a quadrilateral bent by more than 2 mm becomes two triangles, an empty one nothing. */
export function addFace(faces: Face[], kind: SurfaceKind, ring: readonly Corner[], holes: Corner[][] = []): void {
  const outer = cleanRing(ring);
  if (!outer) return;
  const [a, b, c, d] = outer;
  if (outer.length === 4 && a && b && c && d) {
    const n = normalOf([a, b, c]);
    const size = Math.hypot(n.x, n.y, n.z) || 1;
    if (Math.abs((d.x - a.x) * n.x + (d.y - a.y) * n.y + (d.z - a.z) * n.z) / size > 0.002) {
      faces.push({ kind, rings: [[a, b, c]] }, { kind, rings: [[a, c, d]] });
      return;
    }
  }
  faces.push({ kind, rings: [outer, ...holes] });
}

/** Upright faces between two rings of equal length (counter-clockwise from above), low to high. */
export function addWalls(faces: Face[], low: readonly Corner[], high: readonly Corner[], kind: SurfaceKind): void {
  for (let i = 0; i < low.length; i++) {
    const j = (i + 1) % low.length;
    addFace(faces, kind, [low[i] as Corner, low[j] as Corner, high[j] as Corner, high[i] as Corner]);
  }
}

export const liftRing = (ring: Path, z: number): Corner[] => ring.map((p) => lift(p, z));
export const addGround = (faces: Face[], ring: Path, z: number): void =>
  addFace(faces, 'GroundSurface', liftRing(ring, z).reverse());
