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

/** A side between two cells; `slope` is g Δt / Δx, `double` 2 Δt. */
function computeInner(face: usize, row: i32, column: i32, isX: bool, slope: f32, double: f32): f32 {
  const open = load<f32>(faceOpenness + face);
  const crest = load<f32>(faceSill + face);
  const otherRow = isX ? row : row + 1;
  const otherColumn = isX ? column + 1 : column;
  const bedHere = bed + (row as usize) * pitch;
  const bedThere = bed + (otherRow as usize) * pitch;
  const rubHere = friction + (row as usize) * pitch;
  const rubThere = friction + (otherRow as usize) * pitch;
  const bottom = max<f32>(at(bedHere, column), at(bedThere, otherColumn));
  const sill = max<f32>(bottom, crest);
  const near = at(depthRow(row), column) + (at(bedHere, column) - sill);
  const far = at(depthRow(otherRow), otherColumn) + (at(bedThere, otherColumn) - sill);
  const hf = max<f32>(near, far);
  if (!(hf > DRY) || open == 0) return 0;
  let own: f32, ahead: f32, behind: f32, beside: f32;
  if (isX) {
    const along = qxRow(row);
    own = at(along, column);
    beside = at(along, column - 1) + at(along, column + 1);
    ahead = at(qyRow(row), column) + at(qyRow(row), column + 1);
    behind = at(qyRow(row - 1), column) + at(qyRow(row - 1), column + 1);
  } else {
    own = at(qyRow(row), column);
    beside = at(qyRow(row - 1), column) + at(qyRow(row + 1), column);
    ahead = at(qxRow(row), column) + at(qxRow(row + 1), column);
    behind = at(qxRow(row), column - 1) + at(qxRow(row + 1), column - 1);
  }
  const q = own / open;
  const kept = open < 1 ? q : THETA * q + ASIDE * beside;
  const free = kept - slope * hf * (far - near);
  const gnn = double * (at(rubHere, column) + at(rubThere, otherColumn));
  const flow = rub(free, hf, <f32>0.25 * (ahead + behind), gnn);
  return crest <= bottom && open == 1 ? flow : limit(flow, hf) * open;
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

/** Replaces the discharges of a row's special sides that lie in active chunks. */
export function computeSpecial(row: i32, active: usize, toX: usize, toY: usize, slope: f32, double: f32): void {
  const until = load<i32>(faceStart + (((row + 1) as usize) << 2));
  const columns = (pitch >> 2) as i32;
  for (let i = load<i32>(faceStart + ((row as usize) << 2)); i < until; i++) {
    const face = (i as usize) << 2;
    const column = load<i32>(faceAt + face) - row * columns;
    if (load<u8>(active + (column / CHUNK) as usize) == 0) continue;
    const kind = load<i32>(faceKind + face);
    const to = (column as usize) << 2;
    if (kind == 0) store<f32>(toX + to, computeInner(face, row, column, true, slope, double));
    else if (kind == 1) store<f32>(toY + to, computeInner(face, row, column, false, slope, double));
    else if ((kind & 7) <= EAST) store<f32>(toX + to, computeBorder(face, row, column, kind, slope, double));
    else store<f32>(toY + to, computeBorder(face, row, column, kind, slope, double));
  }
}
