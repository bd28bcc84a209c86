/** Dormers and chimneys: cut a hole in a roof face and close it again, so that the solid stays one closed shell. */
import type { Random } from './random.ts';
import type { Shape } from './roof.ts';
import { type Corner, type Face, normalOf } from './solid.ts';

const between = (a: Corner, b: Corner, t: number): Corner => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  z: a.z + (b.z - a.z) * t,
});
const raised = (a: Corner, z: number): Corner => ({ x: a.x, y: a.y, z });

/** Finds the sloping four-sided roof face whose lowest edge is first: eaves start, eaves end, ridge end, ridge start. */
function listSlopes(faces: readonly Face[]): { face: Face; corners: [Corner, Corner, Corner, Corner] }[] {
  const result: { face: Face; corners: [Corner, Corner, Corner, Corner] }[] = [];
  for (const face of faces) {
    const ring = face.rings[0] as Corner[];
    if (face.kind !== 'RoofSurface' || ring.length !== 4 || face.rings.length > 1) continue;
    const n = normalOf(ring);
    if (n.z <= 0 || Math.hypot(n.x, n.y) < 0.3 * n.z) continue;
    const start = ring.findIndex((p, i) => {
      const q = ring[(i + 1) % 4] as Corner;
      const r = ring[(i + 2) % 4] as Corner;
      return Math.abs(p.z - q.z) < 0.01 && r.z > p.z + 0.5;
    });
    if (start === -1) continue;
    result.push({
      face,
      corners: [0, 1, 2, 3].map((k) => ring[(start + k) % 4] as Corner) as [Corner, Corner, Corner, Corner],
    });
  }
  return result;
}

/** A place on a slope: `along` 0–1 along the eaves, `up` 0–1 from eaves to ridge. */
const onSlope = ([a, b, c, d]: readonly [Corner, Corner, Corner, Corner], along: number, up: number): Corner =>
  between(between(a, b, along), between(d, c, along), up);

interface Opening {
  /** Fractions along the eaves. */
  readonly from: number;
  readonly until: number;
  /** Fractions from eaves to ridge. */
  readonly low: number;
  readonly high: number;
}

function cut(face: Face, corners: readonly [Corner, Corner, Corner, Corner], { from, until, low, high }: Opening) {
  const a = onSlope(corners, from, low);
  const b = onSlope(corners, until, low);
  const c = onSlope(corners, until, high);
  const d = onSlope(corners, from, high);
  face.rings.push([d, c, b, a]);
  return [a, b, c, d] as const;
}

/** A box with a flat top that meets the slope at its upper edge. */
function addDormer(faces: Face[], face: Face, corners: readonly [Corner, Corner, Corner, Corner], at: Opening): void {
  const [a, b, c, d] = cut(face, corners, at);
  const a1 = raised(a, d.z);
  const b1 = raised(b, c.z);
  faces.push({ kind: 'WallSurface', rings: [[a, b, b1, a1]] });
  faces.push({ kind: 'WallSurface', rings: [[b, c, b1]] });
  faces.push({ kind: 'WallSurface', rings: [[d, a, a1]] });
  faces.push({ kind: 'RoofSurface', rings: [[a1, b1, c, d]] });
}

/** A box that stands out of the slope to `top` metres NAP. */
function addChimney(
  faces: Face[],
  face: Face,
  corners: readonly [Corner, Corner, Corner, Corner],
  at: Opening,
  top: number,
): void {
  const low = cut(face, corners, at);
  const high = low.map((corner) => raised(corner, top));
  for (let i = 0; i < 4; i++) {
    const j = (i + 1) % 4;
    faces.push({
      kind: 'WallSurface',
      rings: [[low[i] as Corner, low[j] as Corner, high[j] as Corner, high[i] as Corner]],
    });
  }
  faces.push({ kind: 'RoofSurface', rings: [high as Corner[]] });
}

const CHIMNEY: Opening = { from: 0.84, until: 0.95, low: 0.84, high: 0.95 };

/** A pitched roof with, by lot, a dormer on one slope and a chimney on the other. Roofs without such slopes stay as they are. */
export function dressRoof(shape: Shape, random: Random): Shape {
  const hasDormer = random.chance(0.3);
  const hasChimney = random.chance(0.55);
  const from = random.between(0.18, 0.34);
  const dormer: Opening = { from, until: from + random.between(0.36, 0.46), low: 0.24, high: 0.72 };
  if (!hasDormer && !hasChimney) return shape;
  return (ground, floor) => {
    const faces = shape(ground, floor);
    const [first, second] = listSlopes(faces);
    if (hasDormer && first) addDormer(faces, first.face, first.corners, dormer);
    if (hasChimney && second) {
      const top = second.corners[2].z + 0.8;
      addChimney(faces, second.face, second.corners, CHIMNEY, top);
    }
    return faces;
  };
}
