/** Sides where more happens than bed and water tell (`special-faces.ts`), one by one, in plain JavaScript. */
import { ASIDE, DRY, type FlowState, THETA } from './flow-state.ts';
import { CHUNK, type FloodGrid, GRAVITY } from './layout.ts';
import { RUB, rub } from './rub-javascript.ts';
import { FACE, OPEN_BORDER, type SpecialFaces } from './special-faces.ts';

/** (2/3)^(3/2) √g: critical flow over a crest, m^(1/2)/s. */
const CRITICAL = (2 / 3) ** 1.5 * Math.sqrt(GRAVITY);

function limit(flow: number, hf: number): number {
  const most = CRITICAL * hf * Math.sqrt(hf);
  return Math.max(-most, Math.min(most, flow));
}

/** Returns a function that replaces the discharges of a row's special sides that lie in `active` chunks. */
export function createSpecial(grid: FloodGrid, faces: SpecialFaces, { h, qx, qy }: FlowState) {
  const { bed, friction, stride, cellSize } = grid;

  /** A side between two cells. */
  function computeInner(face: number, at: number, isX: boolean, dt: number): number {
    const other = at + (isX ? 1 : stride);
    const [along, across] = isX ? [qx, qy] : [qy, qx];
    const [one, side] = isX ? [1, stride] : [stride, 1];
    const open = faces.openness[face];
    const bottom = Math.max(bed[at], bed[other]);
    const crest = faces.sill[face];
    const sill = Math.max(bottom, crest);
    const near = h[at] + (bed[at] - sill);
    const far = h[other] + (bed[other] - sill);
    const hf = Math.max(near, far);
    if (!(hf > DRY) || open === 0) return 0;
    const q = along[at] / open;
    const kept = open < 1 ? q : THETA * q + ASIDE * (along[at - one] + along[at + one]);
    const free = kept - ((GRAVITY * dt) / cellSize) * hf * (far - near);
    const mean = 0.25 * (across[at] + across[other] + (across[at - side] + across[other - side]));
    const flow = rub(free, hf, mean, RUB * dt * (friction[at] + friction[other]));
    return crest <= bottom && open === 1 ? flow : limit(flow, hf) * open;
  }

  /** A side at the border; positive: eastward or northward. */
  function computeBorder(face: number, at: number, kind: number, dt: number): number {
    const side = kind & 7;
    const isX = side === FACE.west || side === FACE.east;
    const outward = side === FACE.east || side === FACE.north ? 1 : -1;
    const cell = outward > 0 ? at : at + (isX ? 1 : stride);
    const across = isX ? qy : qx;
    const before = outward * (isX ? qx[at] : qy[at]);
    const rough = RUB * dt * 2 * friction[cell];
    const mean = 0.5 * (across[cell] + across[cell - (isX ? stride : 1)]);
    const slope = (GRAVITY * dt) / cellSize;
    const depth = h[cell];
    if (kind >= OPEN_BORDER) {
      if (!(depth > DRY)) return 0;
      return outward * Math.max(0, rub(before + slope * depth * faces.sill[face], depth, mean, rough));
    }
    const beyond = faces.sill[face] - bed[cell];
    const hf = Math.max(depth, beyond);
    if (!(hf > DRY)) return 0;
    return outward * limit(rub(before - slope * hf * (beyond - depth), hf, mean, rough), hf);
  }

  return (row: number, active: Uint8Array, toX: Float64Array, toY: Float64Array, dt: number): void => {
    for (let face = faces.rowStart[row]; face < faces.rowStart[row + 1]; face++) {
      const at = faces.at[face];
      const column = at - row * stride;
      if (active[Math.floor(column / CHUNK)] === 0) continue;
      const kind = faces.kind[face];
      if (kind === FACE.eastward) toX[column] = computeInner(face, at, true, dt);
      else if (kind === FACE.northward) toY[column] = computeInner(face, at, false, dt);
      else if ((kind & 7) <= FACE.east) toX[column] = computeBorder(face, at, kind, dt);
      else toY[column] = computeBorder(face, at, kind, dt);
    }
  };
}
