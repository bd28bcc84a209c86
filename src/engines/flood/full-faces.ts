/** Crests, gaps and borders in scheme "full": `special-faces.ts` tells which. Always of first order; `kernel/full-faces.ts` is the same. */
import { writeFlux, writeWall } from './hllc.ts';
import { CLOSED, type FloodGrid, GRAVITY } from './layout.ts';
import { FACE, OPEN_BORDER, type SpecialFaces } from './special-faces.ts';

/** h^(1/3): bits of a single divided by three, then two steps of Halley, so that every kernel gives the same. */
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);
export function guessCubeRoot(h: number): number {
  float[0] = h;
  bits[0] = (Math.imul(bits[0] >>> 16, 21_845) + 709_975_000) | 0;
  return float[0];
}
function cubeRoot(h: number): number {
  const first = guessCubeRoot(h);
  const cube = first * first * first;
  const better = (first * (cube + (h + h))) / (cube + cube + h);
  const last = better * better * better;
  return (better * (last + (h + h))) / (last + last + h);
}

/** Where a special side stands: the cells on both sides (padded; the left may be a ghost) and which way is along. */
export interface FaceState {
  readonly hL: number;
  readonly uL: number;
  readonly vL: number;
  readonly hR: number;
  readonly uR: number;
  readonly vR: number;
}

/** Writes the flux through special side `i`, as `writeFlux` does. */
export function createFaceFlux(grid: FloodGrid, faces: SpecialFaces) {
  const { bed, friction, stride, cellSize } = grid;
  const { at, kind, sill, openness } = faces;
  const wall = new Float64Array(4);

  /** By Manning at the slope of the bed beyond an open border, m/s; at most critical. */
  function freeSpeed(i: number, cell: number, h: number): number {
    if (h <= 0) return 0;
    const root = cubeRoot(h);
    const speed = root * root * Math.sqrt(((sill[i] / cellSize) * GRAVITY) / friction[cell]);
    const most = Math.sqrt(GRAVITY * h);
    return Math.min(most, speed);
  }

  /** `sign` 1: the outside lies east or north. */
  function writeBorder(to: Float64Array, i: number, cell: number, sign: number, h: number, u: number, v: number): void {
    const isOpen = kind[i] >= OPEN_BORDER;
    const beyond = sill[i] - bed[cell];
    const outside = isOpen ? h : Math.max(0, beyond);
    const free = isOpen ? freeSpeed(i, cell, h) : 0;
    const outward = sign * u;
    const speed = isOpen ? sign * Math.max(outward, free) : u;
    if (sign > 0) writeFlux(to, h, 0, u, v, outside, 0, speed, v, 0);
    else writeFlux(to, outside, 0, speed, v, h, 0, u, v, 0);
  }

  function writeInner(to: Float64Array, i: number, cell: number, next: number, s: FaceState): void {
    const [zL, zR] = [bed[cell], bed[next]];
    if (zL === CLOSED || zR === CLOSED) {
      if (zR !== CLOSED) writeWall(to, -1, s.hR, s.uR, s.vR);
      else if (zL !== CLOSED) writeWall(to, 1, s.hL, s.uL, s.vL);
      else to.fill(0);
      return;
    }
    const bottom = Math.max(zL, zR);
    const crest = Math.max(bottom, sill[i]);
    writeFlux(to, s.hL, zL, s.uL, s.vL, s.hR, zR, s.uR, s.vR, crest);
    const open = openness[i];
    if (!(open < 1)) return;
    // The closed part of the side is a wall for both.
    const shut = 1 - open;
    writeWall(wall, 1, s.hL, s.uL, s.vL);
    to[1] = open * to[1] + shut * wall[1];
    writeWall(wall, -1, s.hR, s.uR, s.vR);
    to[2] = open * to[2] + shut * wall[2];
    to[0] = open * to[0];
    to[3] = open * to[3];
  }

  return (to: Float64Array, i: number, state: FaceState): void => {
    const side = kind[i] & 7;
    const isX = side === FACE.eastward || side === FACE.west || side === FACE.east;
    const cell = at[i];
    const next = cell + (isX ? 1 : stride);
    if (side === FACE.eastward || side === FACE.northward) writeInner(to, i, cell, next, state);
    else if (side === FACE.east || side === FACE.north) writeBorder(to, i, cell, 1, state.hL, state.uL, state.vL);
    else writeBorder(to, i, next, -1, state.hR, state.uR, state.vR);
  };
}
