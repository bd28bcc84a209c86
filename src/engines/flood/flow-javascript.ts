/**
 * One time step of the local-inertial scheme, in plain JavaScript: reference and fallback of the WebAssembly kernel, which does
 * the same operations in the same order and so gives the same bits.
 *
 *   q' (1 + g Δt n² |q⃗'| / h_f^{7/3}) = θ q + (1−θ)/2 (q₋ + q₊) − g h_f Δt ∂(z+h)/∂x
 *
 * with h_f = highest level − highest bed of the two cells and |q⃗'| the norm with the mean of the four transverse faces (Bates et
 * al. 2010; de Almeida et al. 2012; de Almeida & Bates 2013). Published with the old |q| in the friction, so that q' follows by
 * one division; where g Δt S / u exceeds about 2 (thin rain on slopes, large cells) that swings between too much and too
 * little, so the quadratic is solved for the new one: the same where it was right (1 mm in EA test 4), steady where not.
 * All is folded into one division: with y ≈ h^{1/3} from the exponent's bits and one Halley step,
 * h^{7/3} = h² y (y³ + 2h) / (2y³ + h) within 5e-5.
 * Then all discharges that leave a cell are scaled so that they never take more than is there, and depths follow.
 *
 * Row by row, three stages behind each other: discharges of row r, scale of row r, depths of row r − 1, so that no old
 * value is overwritten before its last use. Sums are ordered so that mirrored and turned grids give the same bits.
 */
import { CHUNK, type FloodGrid, GRAVITY } from './layout.ts';
import { FACE, OPEN_BORDER, type SpecialFaces } from './special-faces.ts';
import { countFlow, type FloodSums } from './sums.ts';

/** Shallower water does not flow, m. */
export const DRY = 1e-5;
const THETA = 0.9;
/** Bits of a third of a float: exponent's part, found by search for the least error after one Halley step. */
const CUBE_ROOT_BITS = 709_975_000;
/** (2/3)^(3/2) √g: critical flow over a crest, m^(1/2)/s. */
const CRITICAL = (2 / 3) ** 1.5 * Math.sqrt(GRAVITY);

const round = Math.fround;
const dry = round(DRY);
const theta = round(THETA);
const aside = round((1 - THETA) / 2);
const critical = round(CRITICAL);
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/**
 * Discharge with friction, m²/s: the root of q' (1 + B |q⃗'|) = `free`, the discharge without it. `across` is the transverse
 * discharge, `gnn` 4 Δt g n², so that B = gnn / 4 h_f^{7/3}.
 */
function rub(free: number, hf: number, across: number, gnn: number): number {
  // Twice and a quarter of a float are exact: they need no rounding.
  float[0] = hf;
  bits[0] = (Math.imul(bits[0] >>> 16, 21_845) + CUBE_ROOT_BITS) | 0;
  const y = float[0];
  const y3 = round(round(y * y) * y);
  const d = round(round(round(hf * hf) * y) * round(y3 + (hf + hf)));
  const n = round(y3 + y3 + hf);
  const norm = round(Math.sqrt(round(round(free * free) + round(across * across))));
  const four = round(round(gnn * norm) * n);
  return round(round((free + free) * d) / round(d + round(Math.sqrt(round(d * round(d + four))))));
}

/*
 * Which of two levels or discharges is the higher is as good as random, and a processor that guesses wrong at a branch loses
 * more than the sum costs: so max(a, b) is written ½ (a + b + |a − b|), exact in double precision for two floats.
 */

/** `step(dt)` goes on by `dt` s and returns the deepest water, m; what crosses the border is added to `sums`. */
export function createJavascriptFlow(grid: FloodGrid, faces: SpecialFaces, sums: FloodSums): (dt: number) => number {
  const { bed, depth, excess, qx, qy, friction, flags, stride, chunks, width, height, rows, cellSize } = grid;
  const ring = (values: number) => Array.from({ length: 2 }, () => new Float32Array(stride).fill(values));
  /** Discharges before the limiter, and the limiter's scale: of this row and the one before. */
  const [nextX, nextY, scales] = [ring(0), ring(0), ring(1)];
  const active = [new Uint8Array(chunks), new Uint8Array(chunks)];
  /** Limited discharge through the south sides of the row whose depths are next. */
  const southY = new Float32Array(stride);
  let dt = 0;
  let slope = 0;
  let double = 0;
  /** Bit 0: the limiter worked in the last row; bit 1: in the one before. */
  let limited = 0;
  let rate = 0;

  function findActive(row: number, to: Uint8Array): void {
    for (let chunk = 0; chunk < chunks; chunk++) {
      const at = row * chunks + chunk;
      let any = flags[at];
      if (row > 0) any |= flags[at - chunks];
      if (row < rows - 1) any |= flags[at + chunks];
      if (chunk > 0) any |= flags[at - 1];
      if (chunk < chunks - 1) any |= flags[at + 1];
      to[chunk] = any;
    }
  }

  /** East and north sides of a row's cells. */
  function computeRow(row: number, fromColumn: number, toColumn: number, toX: Float32Array, toY: Float32Array): void {
    for (let column = fromColumn; column < toColumn; column++) {
      const at = row * stride + column;
      const up = at + stride;
      const z = bed[at];
      const h = depth[at];
      let beyond = bed[at + 1];
      let sill = 0.5 * (z + beyond + Math.abs(z - beyond));
      let near = round(h + round(z - sill));
      let far = round(depth[at + 1] + round(beyond - sill));
      let hf = 0.5 * (near + far + Math.abs(near - far));
      let flow = 0;
      if (hf > dry) {
        const north = round(qy[at] + qy[at + 1]);
        const south = round(qy[at - stride] + qy[at + 1 - stride]);
        const kept = round(round(theta * qx[at]) + round(aside * round(qx[at - 1] + qx[at + 1])));
        const free = round(kept - round(round(slope * hf) * round(far - near)));
        flow = rub(free, hf, 0.25 * round(north + south), round(double * round(friction[at] + friction[at + 1])));
      }
      toX[column] = flow;
      beyond = bed[up];
      sill = 0.5 * (z + beyond + Math.abs(z - beyond));
      near = round(h + round(z - sill));
      far = round(depth[up] + round(beyond - sill));
      hf = 0.5 * (near + far + Math.abs(near - far));
      flow = 0;
      if (hf > dry) {
        const east = round(qx[at] + qx[up]);
        const west = round(qx[at - 1] + qx[up - 1]);
        const kept = round(round(theta * qy[at]) + round(aside * round(qy[at - stride] + qy[up])));
        const free = round(kept - round(round(slope * hf) * round(far - near)));
        flow = rub(free, hf, 0.25 * round(east + west), round(double * round(friction[at] + friction[up])));
      }
      toY[column] = flow;
    }
  }

  /** A special side between two cells. */
  function computeInner(face: number, at: number, isX: boolean): number {
    const other = at + (isX ? 1 : stride);
    const [along, across] = isX ? [qx, qy] : [qy, qx];
    const [one, side] = isX ? [1, stride] : [stride, 1];
    const open = faces.openness[face];
    const bottom = Math.max(bed[at], bed[other]);
    const crest = faces.sill[face];
    const sill = Math.max(bottom, crest);
    const near = round(depth[at] + round(bed[at] - sill));
    const far = round(depth[other] + round(bed[other] - sill));
    const hf = Math.max(near, far);
    if (!(hf > dry) || open === 0) return 0;
    const q = round(along[at] / open);
    const ahead = round(across[at] + across[other]);
    const behind = round(across[at - side] + across[other - side]);
    const beside = round(aside * round(along[at - one] + along[at + one]));
    const kept = open < 1 ? q : round(round(theta * q) + beside);
    const free = round(kept - round(round(slope * hf) * round(far - near)));
    const gnn = round(double * round(friction[at] + friction[other]));
    const flow = rub(free, hf, round(0.25 * round(ahead + behind)), gnn);
    if (crest <= bottom && open === 1) return flow;
    const most = round(critical * round(hf * round(Math.sqrt(hf))));
    return round(Math.max(-most, Math.min(most, flow)) * open);
  }

  /** A side at the border; positive: eastward or northward. */
  function computeBorder(face: number, at: number, kind: number): number {
    const side = kind & 7;
    const isX = side === FACE.west || side === FACE.east;
    const outward = side === FACE.east || side === FACE.north ? 1 : -1;
    const cell = outward > 0 ? at : at + (isX ? 1 : stride);
    const across = isX ? qy : qx;
    const before = isX ? qx[at] : qy[at];
    const gnn = round(double * round(friction[cell] + friction[cell]));
    const cross = round(0.5 * round(across[cell] + across[cell - (isX ? stride : 1)]));
    const h = depth[cell];
    if (kind >= OPEN_BORDER) {
      if (!(h > dry)) return 0;
      const free = round(round(outward * before) + round(round(slope * h) * faces.sill[face]));
      return round(outward * Math.max(0, rub(free, h, cross, gnn)));
    }
    const beyond = round(faces.sill[face] - bed[cell]);
    const hf = Math.max(h, beyond);
    if (!(hf > dry)) return 0;
    const free = round(round(outward * before) - round(round(slope * hf) * round(beyond - h)));
    const most = round(critical * round(hf * round(Math.sqrt(hf))));
    return round(outward * Math.max(-most, Math.min(most, rub(free, hf, cross, gnn))));
  }

  function computeSpecial(row: number, to: Uint8Array, toX: Float32Array, toY: Float32Array): void {
    for (let face = faces.rowStart[row]; face < faces.rowStart[row + 1]; face++) {
      const at = faces.at[face];
      const column = at - row * stride;
      if (to[Math.floor(column / CHUNK)] === 0) continue;
      const kind = faces.kind[face];
      if (kind === FACE.eastward) toX[column] = computeInner(face, at, true);
      else if (kind === FACE.northward) toY[column] = computeInner(face, at, false);
      else if ((kind & 7) <= FACE.east) toX[column] = computeBorder(face, at, kind);
      else toY[column] = computeBorder(face, at, kind);
    }
  }

  function computeDischarges(row: number): void {
    const [toX, toY, to] = [nextX[row & 1], nextY[row & 1], active[row & 1]];
    findActive(row, to);
    toX[0] = 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const from = chunk * CHUNK;
      if (to[chunk] !== 0 && row > 0 && row <= height) {
        computeRow(row, Math.max(1, from), Math.min(width + 1, from + CHUNK), toX, toY);
      } else {
        toX.fill(0, from, from + CHUNK);
        toY.fill(0, from, from + CHUNK);
      }
    }
    computeSpecial(row, to, toX, toY);
  }

  function computeScales(row: number): void {
    limited = (limited << 1) & 3;
    const [x, y, south, to] = [nextX[row & 1], nextY[row & 1], nextY[(row & 1) ^ 1], scales[row & 1]];
    for (let chunk = 0; chunk < chunks; chunk++) {
      const from = Math.max(1, chunk * CHUNK);
      const until = Math.min(width + 1, chunk * CHUNK + CHUNK);
      if (active[row & 1][chunk] === 0 || row === 0 || row > height) {
        to.fill(1, from, until);
        continue;
      }
      for (let column = from; column < until; column++) {
        const sideX = round(0.5 * (x[column] + Math.abs(x[column]) + (Math.abs(x[column - 1]) - x[column - 1])));
        const sideY = round(0.5 * (y[column] + Math.abs(y[column]) + (Math.abs(south[column]) - south[column])));
        const leaving = round(round(sideX + sideY) * rate);
        const h = depth[row * stride + column];
        if (leaving > h) {
          to[column] = h / leaving;
          limited |= 1;
        } else to[column] = 1;
      }
    }
  }

  /** Limits the discharges of a row, stores them, and brings its depths to the end of the step. */
  function updateRow(row: number): number {
    const [x, y, to] = [nextX[row & 1], nextY[row & 1], active[row & 1]];
    const [own, north] = [scales[row & 1], scales[(row & 1) ^ 1]];
    let top = 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const from = chunk * CHUNK;
      const until = Math.min(width + 1, from + CHUNK);
      if (to[chunk] === 0) {
        southY.fill(0, from, until);
        continue;
      }
      let wettest = 0;
      if (row > 0) sums.cellUpdates += until - Math.max(1, from);
      for (let column = from; column < until; column++) {
        const at = row * stride + column;
        let flowX = x[column];
        let flowY = y[column];
        if (limited !== 0) {
          flowX = round(flowX * (flowX > 0 ? own[column] : own[column + 1]));
          flowY = round(flowY * (flowY > 0 ? own[column] : north[column]));
        }
        qx[at] = flowX;
        const flowSouth = southY[column];
        qy[at] = flowY;
        southY[column] = flowY;
        if (row === 0 || column === 0) continue;
        const change = round(round(round(qx[at - 1] - flowX) + round(flowSouth - flowY)) * rate);
        if (change !== 0) {
          const y = round(change - excess[at]);
          const h = depth[at];
          const sum = Math.max(0, round(h + y));
          excess[at] = round(round(sum - h) - y);
          depth[at] = sum;
        }
        wettest = Math.max(wettest, depth[at]);
      }
      const flag = row * chunks + chunk;
      flags[flag] = (flags[flag] & 4) | ((flags[flag] << 1) & 2) | (wettest > dry ? 1 : 0);
      top = Math.max(top, wettest);
    }
    return top;
  }

  /** m³ through the west and east end of a row, and all of a row's north sides when it lies at the border. */
  function countBorder(row: number): void {
    const share = dt * cellSize;
    if (row > 0) {
      countFlow(sums, qx[row * stride] * share);
      countFlow(sums, -qx[row * stride + width] * share);
    }
    if (row > 0 && row < height) return;
    const sign = row === 0 ? share : -share;
    for (let column = 1; column <= width; column++) countFlow(sums, sign * qy[row * stride + column]);
  }

  return (seconds) => {
    dt = seconds;
    slope = round((GRAVITY * dt) / cellSize);
    double = round(2 * dt);
    rate = round(dt / cellSize);
    southY.fill(0);
    let top = 0;
    for (let row = 0; row <= height + 1; row++) {
      computeDischarges(row);
      computeScales(row);
      if (row === 0) continue;
      top = Math.max(top, updateRow(row - 1));
      countBorder(row - 1);
    }
    return top;
  };
}
