// Sides where more happens than bed and water tell: see `special-faces.ts`; the same as in `flow-javascript.ts`.
import { ASIDE, DRY, rub, THETA } from './friction';
import {
  bed,
  CHUNK,
  depthRow,
  faceAt,
  faceKind,
  faceOpenness,
  faceSill,
  faceStart,
  friction,
  pitch,
  qxRow,
  qyRow,
} from './state';

const CRITICAL: f32 = 1.7048949;
const EASTWARD: i32 = 0;
const NORTHWARD: i32 = 1;
const EAST: i32 = 3;
const OPEN_BORDER: i32 = 8;

@inline
function at(row: usize, column: i32): f32 {
  return load<f32>(row + ((column as usize) << 2));
}

@inline
function limit(flow: f32, hf: f32): f32 {
  const most = CRITICAL * (hf * sqrt<f32>(hf));
  return max<f32>(-most, min<f32>(most, flow));
}

/** Between two cells; `slope` is g Δt / Δx. Depths are above the sill. */
@inline
function passSide(
  hf: f32,
  fall: f32,
  open: f32,
  isCrest: bool,
  own: f32,
  beside: f32,
  across: f32,
  rough: f32,
  slope: f32,
): f32 {
  const kept = open < 1 ? own / open : THETA * own + ASIDE * beside;
  const flow = rub(kept + slope * hf * fall, hf, across, rough);
  return isCrest || open < 1 ? limit(flow, hf) * open : flow;
}

/** East sides that are special, from the `i`th face; returns the first that is none. */
function passEast(i: i32, until: i32, row: i32, active: usize, to: usize, slope: f32, rubbing: f32): i32 {
  const main = (row as usize) * pitch;
  const z = bed + main;
  const g = friction + main;
  const h = depthRow(row);
  const x = qxRow(row);
  const y = qyRow(row);
  const south = qyRow(row - 1);
  const before = row * ((pitch >> 2) as i32);
  for (; i < until; i++) {
    const face = (i as usize) << 2;
    if (load<i32>(faceKind + face) != EASTWARD) break;
    const column = load<i32>(faceAt + face) - before;
    if (load<u8>(active + (column / CHUNK) as usize) == 0) continue;
    const c = (column as usize) << 2;
    const bottom = max<f32>(load<f32>(z + c), load<f32>(z + c, 4));
    const crest = load<f32>(faceSill + face);
    const sill = max<f32>(bottom, crest);
    const near = load<f32>(h + c) + (load<f32>(z + c) - sill);
    const far = load<f32>(h + c, 4) + (load<f32>(z + c, 4) - sill);
    const hf = max<f32>(near, far);
    const open = load<f32>(faceOpenness + face);
    let flow: f32 = 0;
    if (hf > DRY && open != 0) {
      const own = load<f32>(x + c);
      const beside = load<f32>(x + c - 4) + load<f32>(x + c, 4);
      const ahead = load<f32>(y + c) + load<f32>(y + c, 4);
      const behind = load<f32>(south + c) + load<f32>(south + c, 4);
      const rough = rubbing * (load<f32>(g + c) + load<f32>(g + c, 4));
      flow = passSide(hf, near - far, open, crest > bottom, own, beside, <f32>0.25 * (ahead + behind), rough, slope);
    }
    store<f32>(to + c, flow);
  }
  return i;
}

/** North sides. */
function passNorth(i: i32, until: i32, row: i32, active: usize, to: usize, slope: f32, rubbing: f32): i32 {
  const main = (row as usize) * pitch;
  const z = bed + main;
  const zNorth = z + pitch;
  const g = friction + main;
  const gNorth = g + pitch;
  const h = depthRow(row);
  const hNorth = depthRow(row + 1);
  const x = qxRow(row);
  const xNorth = qxRow(row + 1);
  const y = qyRow(row);
  const south = qyRow(row - 1);
  const north = qyRow(row + 1);
  const before = row * ((pitch >> 2) as i32);
  for (; i < until; i++) {
    const face = (i as usize) << 2;
    if (load<i32>(faceKind + face) != NORTHWARD) break;
    const column = load<i32>(faceAt + face) - before;
    if (load<u8>(active + (column / CHUNK) as usize) == 0) continue;
    const c = (column as usize) << 2;
    const bottom = max<f32>(load<f32>(z + c), load<f32>(zNorth + c));
    const crest = load<f32>(faceSill + face);
    const sill = max<f32>(bottom, crest);
    const near = load<f32>(h + c) + (load<f32>(z + c) - sill);
    const far = load<f32>(hNorth + c) + (load<f32>(zNorth + c) - sill);
    const hf = max<f32>(near, far);
    const open = load<f32>(faceOpenness + face);
    let flow: f32 = 0;
    if (hf > DRY && open != 0) {
      const own = load<f32>(y + c);
      const beside = load<f32>(south + c) + load<f32>(north + c);
      const ahead = load<f32>(x + c) + load<f32>(xNorth + c);
      const behind = load<f32>(x + c - 4) + load<f32>(xNorth + c - 4);
      const rough = rubbing * (load<f32>(g + c) + load<f32>(gNorth + c));
      flow = passSide(hf, near - far, open, crest > bottom, own, beside, <f32>0.25 * (ahead + behind), rough, slope);
    }
    store<f32>(to + c, flow);
  }
  return i;
}

function computeBorder(face: usize, row: i32, column: i32, kind: i32, slope: f32, double: f32): f32 {
  const side = kind & 7;
  const isX = side <= EAST;
  const isOutward = (side & 1) == 1;
  const outward: f32 = isOutward ? 1 : -1;
  const cellRow = isOutward || isX ? row : row + 1;
  const cellColumn = isOutward || !isX ? column : column + 1;
  const own = at(isX ? qxRow(row) : qyRow(row), column);
  const rough = at(friction + (cellRow as usize) * pitch, cellColumn);
  const gnn = double * (rough + rough);
  let cross: f32;
  if (isX) cross = <f32>0.5 * (at(qyRow(cellRow), cellColumn) + at(qyRow(cellRow - 1), cellColumn));
  else cross = <f32>0.5 * (at(qxRow(cellRow), cellColumn) + at(qxRow(cellRow), cellColumn - 1));
  const h = at(depthRow(cellRow), cellColumn);
  const sill = load<f32>(faceSill + face);
  if (kind >= OPEN_BORDER) {
    if (!(h > DRY)) return 0;
    const free = outward * own + slope * h * sill;
    return outward * max<f32>(0, rub(free, h, cross, gnn));
  }
  const beyond = sill - at(bed + (cellRow as usize) * pitch, cellColumn);
  const hf = max<f32>(h, beyond);
  if (!(hf > DRY)) return 0;
  const free = outward * own - slope * hf * (beyond - h);
  return outward * limit(rub(free, hf, cross, gnn), hf);
}

/** Replaces the discharges of a row's special sides that lie in active chunks; they stand by kind. */
export function computeSpecial(row: i32, active: usize, toX: usize, toY: usize, slope: f32, rubbing: f32): void {
  const until = load<i32>(faceStart + (((row + 1) as usize) << 2));
  const columns = (pitch >> 2) as i32;
  let i = load<i32>(faceStart + ((row as usize) << 2));
  if (i == until) return;
  i = passEast(i, until, row, active, toX, slope, rubbing);
  i = passNorth(i, until, row, active, toY, slope, rubbing);
  for (; i < until; i++) {
    const face = (i as usize) << 2;
    const column = load<i32>(faceAt + face) - row * columns;
    if (load<u8>(active + (column / CHUNK) as usize) == 0) continue;
    const kind = load<i32>(faceKind + face);
    const to = (kind & 7) <= EAST ? toX : toY;
    store<f32>(to + ((column as usize) << 2), computeBorder(face, row, column, kind, slope, rubbing));
  }
}
