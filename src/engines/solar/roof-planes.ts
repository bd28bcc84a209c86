/**
 * Roof planes of one building from its triangles: surfaces that lie in one plane and touch are one plane, whatever the file cut them
 * into. Where the file does not say what is roof, everything is that looks up and is open to the sky.
 *
 * A plane grows from its largest surface: a neighbour joins when its corners lie within {@link IN_PLANE} of the plane of that first
 * surface, so that a barrel roof does not become one plane by small steps.
 */
import { KIND_GROUND, KIND_ROOF } from '../../model/surface-kind.ts';
import { type Bvh, hitsAny } from '../bvh.ts';
import { type Facet, listFacets } from './facets.ts';
import { doTouch } from './touching.ts';

/** Triangles of one building; metres from an origin of the caller, RD axes. */
export interface RoofMesh {
  /** Nine numbers a triangle; counter-clockwise from outside where the file is closed. */
  readonly positions: Float32Array;
  /** Per triangle: number of its surface in the building's geometry. */
  readonly surfaces: Uint32Array;
  /** Per triangle: code of `surfaceKinds`. */
  readonly kinds: Uint8Array;
  /** The file does not say of every surface what it is. */
  readonly isGuessed: boolean;
}

export interface RoofPlane {
  /** Numbers of its surfaces, the lowest first. */
  readonly surfaces: readonly number[];
  /** Unit vector, looks up. */
  readonly normal: readonly [x: number, y: number, z: number];
  /** Of its points along the normal, metres. */
  readonly offset: number;
  /** m², in the plane. */
  readonly area: number;
  readonly slopeDegrees: number;
  readonly middle: readonly [x: number, y: number, z: number];
  /** Nine numbers a triangle, counter-clockwise from above. */
  readonly positions: Float32Array;
}

export interface FoundPlanes {
  readonly planes: readonly RoofPlane[];
  /** Roof surfaces that are no plane: their number, and why. */
  readonly left: readonly { readonly surface: number; readonly reason: string }[];
}

/** Metres that a corner may lie off the plane of the largest surface. */
const IN_PLANE = 0.03;
/** Cosines of how far a neighbour may be turned: small ones have no sharp direction. */
const SAME = Math.cos((2 * Math.PI) / 180);
const SAME_SMALL = Math.cos((8 * Math.PI) / 180);
/** m². */
const SMALL = 0.5;
const SMALLEST = 0.05;
/** Metres: what is narrower is a rim or a joint. */
const NARROWEST = 0.05;
/** Metres above a surface where looking up begins. */
const LIFT = 0.05;
const DEGREES = 180 / Math.PI;

function turnOver(facet: Facet): Facet {
  const { positions } = facet;
  const turned = positions.slice();
  for (let at = 0; at < positions.length; at += 9) {
    turned.copyWithin(at + 3, at + 6, at + 9);
    for (let k = 0; k < 3; k++) turned[at + 6 + k] = positions[at + 3 + k];
  }
  const [x, y, z] = facet.normal;
  return { ...facet, positions: turned, normal: [-x, -y, -z] };
}

/** Whether nothing of the building itself stands straight above any of the middles of its triangles. */
function isOpenAbove({ positions }: Facet, own: Bvh): boolean {
  for (let at = 0; at < positions.length; at += 9) {
    const x = (positions[at] + positions[at + 3] + positions[at + 6]) / 3;
    const y = (positions[at + 1] + positions[at + 4] + positions[at + 7]) / 3;
    const z = (positions[at + 2] + positions[at + 5] + positions[at + 8]) / 3;
    if (!hitsAny(own, x, y, z + LIFT, 0, 0, 1, 0, 1e4)) return true;
  }
  return false;
}

const lowestOf = (positions: Float32Array): number => {
  let low = Number.POSITIVE_INFINITY;
  for (let at = 2; at < positions.length; at += 3) if (positions[at] < low) low = positions[at];
  return low;
};

/** Facets that are roof and look up; `own` only where the file leaves something to guess or a roof looks down. */
function listRoofs(mesh: RoofMesh, own: () => Bvh, left: { surface: number; reason: string }[]): Facet[] {
  const floor = mesh.isGuessed ? lowestOf(mesh.positions) + 0.5 : 0;
  return listFacets(mesh, (kind) => kind === KIND_ROOF || (mesh.isGuessed && kind === KIND_GROUND)).flatMap((facet) => {
    const looksUp = facet.normal[2] >= 0;
    if (facet.area === 0) {
      if (facet.kind === KIND_ROOF) left.push({ surface: facet.surface, reason: 'it has no area' });
      return [];
    }
    // Too small by itself, but it may be a piece of something larger.
    if (facet.area < SMALLEST) return facet.kind === KIND_ROOF && looksUp ? [facet] : [];
    if (facet.kind === KIND_ROOF && looksUp && !mesh.isGuessed) return [facet];
    if (facet.kind === KIND_GROUND && (lowestOf(facet.positions) < floor || looksUp)) return [];
    if (isOpenAbove(facet, own())) return [looksUp ? facet : turnOver(facet)];
    if (facet.kind === KIND_ROOF)
      left.push({
        surface: facet.surface,
        reason: looksUp ? 'the building itself lies over it' : 'it looks down',
      });
    return [];
  });
}

function isInPlane(facet: Facet, [nx, ny, nz]: readonly number[], offset: number): boolean {
  const cosine = facet.normal[0] * nx + facet.normal[1] * ny + facet.normal[2] * nz;
  if (cosine < (facet.area < SMALL ? SAME_SMALL : SAME)) return false;
  const { positions } = facet;
  for (let at = 0; at < positions.length; at += 3) {
    const off = positions[at] * nx + positions[at + 1] * ny + positions[at + 2] * nz - offset;
    if (off > IN_PLANE || off < -IN_PLANE) return false;
  }
  return true;
}

/** The largest of what is left, and what lies in its plane and touches it or what touches it. */
function growPlane(seed: Facet, rest: readonly Facet[], taken: Uint8Array): Facet[] {
  const offset = seed.normal[0] * seed.middle[0] + seed.normal[1] * seed.middle[1] + seed.normal[2] * seed.middle[2];
  const near: number[] = [];
  for (let i = 0; i < rest.length; i++) if (taken[i] === 0 && isInPlane(rest[i], seed.normal, offset)) near.push(i);
  const members = [seed];
  for (let m = 0; m < members.length && near.length > 0; m++) {
    for (let k = near.length - 1; k >= 0; k--) {
      const i = near[k];
      if (!doTouch(members[m].positions, rest[i].positions)) continue;
      taken[i] = 1;
      members.push(rest[i]);
      near.splice(k, 1);
    }
  }
  return members;
}

function joinFacets(members: readonly Facet[]): RoofPlane {
  let length = 0;
  const sum = [0, 0, 0];
  const middle: [number, number, number] = [0, 0, 0];
  let area = 0;
  for (const facet of members) {
    length += facet.positions.length;
    area += facet.area;
    for (let k = 0; k < 3; k++) {
      sum[k] += facet.normal[k] * facet.area;
      middle[k] += facet.middle[k] * facet.area;
    }
  }
  const positions = new Float32Array(length);
  let at = 0;
  for (const facet of members) {
    positions.set(facet.positions, at);
    at += facet.positions.length;
  }
  const size = Math.hypot(sum[0], sum[1], sum[2]);
  const normal = [sum[0] / size, sum[1] / size, sum[2] / size] as const;
  for (let k = 0; k < 3; k++) middle[k] /= area;
  const surfaces = [...new Set(members.map(({ surface }) => surface))].sort((a, b) => a - b);
  return {
    surfaces,
    normal,
    offset: normal[0] * middle[0] + normal[1] * middle[1] + normal[2] * middle[2],
    area,
    slopeDegrees: Math.acos(Math.min(1, Math.max(-1, normal[2]))) * DEGREES,
    middle,
    positions,
  };
}

/** Twice the area over the length around: half the width of what is long. */
function widthOf({ positions, area }: RoofPlane): number {
  // Of the longest side of its box, which is near enough for what is narrow.
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at++) {
    const k = at % 3;
    if (positions[at] < low[k]) low[k] = positions[at];
    if (positions[at] > high[k]) high[k] = positions[at];
  }
  return area / Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]);
}

/** `own` gives the building's own triangles to cast rays at; it is asked only where that decides something. */
export function findRoofPlanes(mesh: RoofMesh, own: () => Bvh): FoundPlanes {
  const left: { surface: number; reason: string }[] = [];
  const roofs = listRoofs(mesh, own, left).sort((a, b) => b.area - a.area || a.surface - b.surface);
  const taken = new Uint8Array(roofs.length);
  const planes: RoofPlane[] = [];
  for (let i = 0; i < roofs.length; i++) {
    if (taken[i] === 1) continue;
    taken[i] = 1;
    const plane = joinFacets(growPlane(roofs[i], roofs, taken));
    const surface = plane.surfaces[0];
    if (plane.area < SMALLEST) left.push({ surface, reason: `its area is ${plane.area.toFixed(3)} m²` });
    else if (widthOf(plane) < NARROWEST)
      left.push({ surface, reason: `it is ${(100 * widthOf(plane)).toFixed(1)} cm wide` });
    else planes.push(plane);
  }
  return { planes: planes.sort((a, b) => a.surfaces[0] - b.surfaces[0]), left };
}
