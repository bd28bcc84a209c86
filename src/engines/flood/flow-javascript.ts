/**
 * One time step of the local-inertial scheme, in plain JavaScript and double precision: reference and fallback of the
 * WebAssembly kernel, which does the same in single precision with compensated sums and agrees within 1 mm.
 *
 *   q' (1 + g Δt n² |q⃗'| / h_f^{7/3}) = θ q + (1−θ)/2 (q₋ + q₊) − g h_f Δt ∂(z+h)/∂x
 *
 * with h_f = highest level − highest bed of the two cells and |q⃗'| the norm with the mean of the four transverse faces (Bates et
 * al. 2010; de Almeida et al. 2012; de Almeida & Bates 2013). Published with the old |q| in the friction, so that q' follows by
 * one division; where g Δt S / u exceeds about 2 (thin rain on slopes, large cells) that swings between too much and too
 * little, so the quadratic is solved for the new one: the same where it was right (1 mm in EA test 4), steady where not.
 * All is folded into one division: with y ≈ h^{1/3} from the exponent's bits and one step of Newton's,
 * h^{7/3} = h² (2y³ + h) / 3y² within 6e-4, a twentieth of what 1 % of n makes.
 * Then all discharges that leave a cell are scaled so that they never take more than is there, and depths follow.
 *
 * Row by row, three stages behind each other: discharges of row r, scale of row r, depths of row r − 1, so that no old
 * value is overwritten before its last use. Sums are ordered so that mirrored and turned grids give the same bits.
 */
import { ASIDE, DRY, type FlowState, THETA } from './flow-state.ts';
import { CHUNK, type FloodGrid, GRAVITY } from './layout.ts';
import { RUB, rub } from './rub-javascript.ts';
import type { SpecialFaces } from './special-faces.ts';
import { createSpecial } from './special-javascript.ts';
import { countFlow, type FloodSums } from './sums.ts';

/*
 * Which of two levels or discharges is the higher is as good as random, and a processor that guesses wrong at a branch loses
 * more than the sum costs: so max(a, b) is written ½ (a + b + |a − b|).
 */

/** `step(dt)` goes on by `dt` s and returns the deepest water, m; what crosses the border is added to `sums`. */
export function createJavascriptFlow(
  grid: FloodGrid,
  faces: SpecialFaces,
  state: FlowState,
  sums: FloodSums,
): (dt: number) => number {
  const { bed, friction, flags, stride, chunks, width, height, rows, cellSize } = grid;
  const special = createSpecial(grid, faces, state);
  const ring = (values: number) => Array.from({ length: 2 }, () => new Float64Array(stride).fill(values));
  /** Discharges before the limiter, and the limiter's scale: of this row and the one before. */
  const [nextX, nextY, scales] = [ring(0), ring(0), ring(1)];
  const active = [new Uint8Array(chunks), new Uint8Array(chunks)];
  /** Limited discharge through the south sides of the row whose depths are next. */
  const southY = new Float64Array(stride);
  /** Bit 0: the limiter worked in the last row; bit 1: in the one before. */
  let limited = 0;

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
  function computeRun(row: number, from: number, until: number, dt: number, toX: Float64Array, toY: Float64Array) {
    const { h, qx, qy } = state;
    const slope = (GRAVITY * dt) / cellSize;
    const rubbing = RUB * dt;
    for (let column = from; column < until; column++) {
      const at = row * stride + column;
      const up = at + stride;
      const z = bed[at];
      const here = h[at];
      const g = friction[at];
      let rise = bed[at + 1] - z;
      let near = here - 0.5 * (Math.abs(rise) + rise);
      let far = h[at + 1] - 0.5 * (Math.abs(rise) - rise);
      let hf = 0.5 * (near + far + Math.abs(near - far));
      let flow = 0;
      if (hf > DRY) {
        const across = 0.25 * (qy[at] + qy[at + 1] + (qy[at - stride] + qy[at + 1 - stride]));
        const kept = THETA * qx[at] + ASIDE * (qx[at - 1] + qx[at + 1]);
        flow = rub(kept - slope * hf * (far - near), hf, across, rubbing * (g + friction[at + 1]));
      }
      toX[column] = flow;
      rise = bed[up] - z;
      near = here - 0.5 * (Math.abs(rise) + rise);
      far = h[up] - 0.5 * (Math.abs(rise) - rise);
      hf = 0.5 * (near + far + Math.abs(near - far));
      flow = 0;
      if (hf > DRY) {
        const across = 0.25 * (qx[at] + qx[up] + (qx[at - 1] + qx[up - 1]));
        const kept = THETA * qy[at] + ASIDE * (qy[at - stride] + qy[up]);
        flow = rub(kept - slope * hf * (far - near), hf, across, rubbing * (g + friction[up]));
      }
      toY[column] = flow;
    }
  }

  function computeDischarges(row: number, dt: number): void {
    const [toX, toY, to] = [nextX[row & 1], nextY[row & 1], active[row & 1]];
    findActive(row, to);
    toX[0] = 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const from = chunk * CHUNK;
      if (to[chunk] !== 0 && row > 0 && row <= height) {
        computeRun(row, Math.max(1, from), Math.min(width + 1, from + CHUNK), dt, toX, toY);
      } else {
        toX.fill(0, from, from + CHUNK);
        toY.fill(0, from, from + CHUNK);
      }
    }
    special(row, to, toX, toY, dt);
  }

  function scaleRun(row: number, from: number, until: number, rate: number): void {
    const x = nextX[row & 1];
    const y = nextY[row & 1];
    const south = nextY[(row & 1) ^ 1];
    const to = scales[row & 1];
    const { h } = state;
    for (let column = from; column < until; column++) {
      const sideX = x[column] + Math.abs(x[column]) + (Math.abs(x[column - 1]) - x[column - 1]);
      const sideY = y[column] + Math.abs(y[column]) + (Math.abs(south[column]) - south[column]);
      const leaving = 0.5 * (sideX + sideY) * rate;
      const there = h[row * stride + column];
      to[column] = 1;
      if (leaving > there) {
        to[column] = there / leaving;
        limited |= 1;
      }
    }
  }

  function computeScales(row: number, rate: number): void {
    limited = (limited << 1) & 3;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const from = Math.max(1, chunk * CHUNK);
      const until = Math.min(width + 1, chunk * CHUNK + CHUNK);
      if (active[row & 1][chunk] === 0 || row === 0 || row > height) scales[row & 1].fill(1, from, until);
      else scaleRun(row, from, until, rate);
    }
  }

  function limitRun(row: number, from: number, until: number): void {
    const x = nextX[row & 1];
    const y = nextY[row & 1];
    const own = scales[row & 1];
    const north = scales[(row & 1) ^ 1];
    for (let column = from; column < until; column++) {
      x[column] *= x[column] > 0 ? own[column] : own[column + 1];
      y[column] *= y[column] > 0 ? own[column] : north[column];
    }
  }

  /** Stores discharges and brings depths to the end of the step; returns the deepest. */
  function updateRun(row: number, from: number, until: number, rate: number): number {
    const { h, qx, qy } = state;
    const x = nextX[row & 1];
    const y = nextY[row & 1];
    let deepest = 0;
    for (let column = from; column < until; column++) {
      const at = row * stride + column;
      const flowX = x[column];
      const flowY = y[column];
      const flowSouth = southY[column];
      qx[at] = flowX;
      qy[at] = flowY;
      southY[column] = flowY;
      if (row === 0 || column === 0) continue;
      const sum = h[at] + (qx[at - 1] - flowX + (flowSouth - flowY)) * rate;
      const after = 0.5 * (sum + Math.abs(sum));
      h[at] = after;
      deepest = 0.5 * (deepest + after + Math.abs(deepest - after));
    }
    return deepest;
  }

  function updateRow(row: number, rate: number): number {
    let top = 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const from = chunk * CHUNK;
      const until = Math.min(width + 1, from + CHUNK);
      if (active[row & 1][chunk] === 0) {
        southY.fill(0, from, until);
        continue;
      }
      if (row > 0) sums.cellUpdates += until - Math.max(1, from);
      if (limited !== 0) limitRun(row, from, until);
      const deepest = updateRun(row, from, until, rate);
      const flag = row * chunks + chunk;
      flags[flag] = (flags[flag] & 4) | ((flags[flag] << 1) & 2) | (deepest > DRY ? 1 : 0);
      top = Math.max(top, deepest);
    }
    return top;
  }

  /** m³ through the west and east end of a row, and all of a row's north sides when it lies at the border. */
  function countBorder(row: number, share: number): void {
    const { qx, qy } = state;
    if (row > 0) {
      countFlow(sums, qx[row * stride] * share);
      countFlow(sums, -qx[row * stride + width] * share);
    }
    if (row > 0 && row < height) return;
    const sign = row === 0 ? share : -share;
    for (let column = 1; column <= width; column++) countFlow(sums, sign * qy[row * stride + column]);
  }

  return (dt) => {
    southY.fill(0);
    let top = 0;
    for (let row = 0; row <= height + 1; row++) {
      computeDischarges(row, dt);
      computeScales(row, dt / cellSize);
      if (row === 0) continue;
      top = Math.max(top, updateRow(row - 1, dt / cellSize));
      countBorder(row - 1, dt * cellSize);
    }
    return top;
  };
}
