/**
 * One time step of the full shallow water equations, for breaches and fast flow: finite volumes in double precision, HLLC fluxes
 * over sills with hydrostatic reconstruction (Audusse et al. 2004), of second order where water lies all around (minmod slopes of
 * depth, level and velocity; half a step ahead after Hancock, van Leer 1984), of first order beside what is dry or closed, so that
 * still water stays still. Depths never fall under zero: what leaves a cell is scaled to what it has. Friction is solved for the
 * new discharge, as in the other scheme. Walls, buildings and closed borders mirror the flow; beyond an open border water has its
 * own speed, at least that of the bed's slope.
 *
 * Row by row, in place: state of row r, sides of row r − 1, limiter of row r − 2, new state of row r − 4. Only chunks with water in
 * or beside them cost. `kernel/full.ts` does the same operations in the same order, two cells at once. Heun's two stages instead
 * of Hancock's half step took three times as long and were less accurate (Thacker's basin at 96 cells: 2.2 % against 2.0 %).
 *
 * Not for rain on slopes: where water is thinner than the step from bed to bed its pace is wrong by half.
 */
import { createFaceFlux, guessCubeRoot } from './full-faces.ts';
import type { FullGrid } from './full-grid.ts';
import { STILL, writeFlux } from './hllc.ts';
import { CHUNK, CLOSED, type FloodGrid, GRAVITY } from './layout.ts';
import { FACE, type SpecialFaces } from './special-faces.ts';
import { countFlow, type FloodSums } from './sums.ts';

/** Columns before and after each intermediate row. */
const MARGIN = 4;

/** Least in size of the differences to both neighbours, 0 where they differ in sign. */
function limitSlope(before: number, here: number, after: number): number {
  const back = here - before;
  const ahead = after - here;
  if (!(0 < back * ahead)) return 0;
  return Math.abs(back) < Math.abs(ahead) ? back : ahead;
}

/** `step(dt)` goes on by `dt` s and returns (|u| + √(g h))² / g of the fastest cell, m: for still water its depth. */
export function createFullFlow(
  grid: FloodGrid,
  full: FullGrid,
  faces: SpecialFaces,
  sums: FloodSums,
): (dt: number) => number {
  const { bed, friction, flags, stride, chunks, width, height, cellSize } = grid;
  const { h, qx, qy, smooth } = full;
  const writeFace = createFaceFlux(grid, faces);
  const createRow = () => new Float64Array(stride + 2 * MARGIN);
  const ring = () => Array.from({ length: 4 }, createRow);
  /** Depth and velocity as they were; what still water does not have is 0. */
  const [rowH, rowU, rowV] = [ring(), ring(), ring()];
  /** Through the west and the south side of each cell: volume, momentum as felt before and behind the side, across. */
  const [west, south] = [0, 1].map(() => [ring(), ring(), ring(), ring()]);
  /** What the bed's slope within a cell gives. */
  const [pullX, pullY] = [ring(), ring()];
  const scales = ring();
  for (const row of scales) row.fill(1);
  /** Depth, bed and velocity at the north sides of the row before. */
  const [northH, northZ, northU, northV] = Array.from({ length: 4 }, createRow);
  const marks = Array.from({ length: 4 }, () => new Uint8Array(chunks));
  const isLimited = new Uint8Array(4);
  const flux = new Float64Array(4);
  const state = { hL: 0, uL: 0, vL: 0, hR: 0, uR: 0, vR: 0 };
  let rate = 0;
  let double = 0;
  let fastest = 0;
  let cells = 0;

  /** Marks the chunks with water in or beside them, and clears what the others held in this slot four rows ago. */
  function openRow(row: number): void {
    const slot = row & 3;
    const active = marks[slot];
    for (let chunk = 0; chunk < chunks; chunk++) {
      const at = row * chunks + chunk;
      let any = flags[at];
      if (row > 0) any |= flags[at - chunks];
      if (row <= height) any |= flags[at + chunks];
      if (chunk > 0) {
        any |= flags[at - 1];
        if (row > 0) any |= flags[at - chunks - 1];
        if (row <= height) any |= flags[at + chunks - 1];
      }
      if (chunk < chunks - 1) {
        any |= flags[at + 1];
        if (row > 0) any |= flags[at - chunks + 1];
        if (row <= height) any |= flags[at + chunks + 1];
      }
      if (any === 0 && active[chunk] !== 0) clearChunk(slot, chunk);
      active[chunk] = any;
    }
    isLimited[slot] = 0;
    // What comes in over a border has no limit.
    if (row === 0 || row > height) scales[slot].fill(1);
  }

  function clearChunk(slot: number, chunk: number): void {
    const from = chunk * CHUNK + MARGIN;
    const until = Math.min(stride, chunk * CHUNK + CHUNK) + MARGIN;
    for (const row of [rowH, rowU, rowV, pullX, pullY]) row[slot].fill(0, from, until);
    for (const side of [west, south]) for (const row of side) row[slot].fill(0, from, until);
    scales[slot].fill(1, from, until);
  }

  /** What the row before held there is not beside the next one. */
  function forgetNorth(chunk: number): void {
    const from = chunk * CHUNK + MARGIN;
    for (const row of [northH, northZ, northU, northV]) row.fill(0, from, endOf(chunk) + MARGIN);
  }

  const endOf = (chunk: number) => Math.min(stride, chunk * CHUNK + CHUNK);

  function readState(row: number, chunk: number): void {
    const slot = row & 3;
    const [toH, toU, toV] = [rowH[slot], rowU[slot], rowV[slot]];
    const until = endOf(chunk);
    for (let column = chunk * CHUNK; column < until; column++) {
      const at = row * stride + column;
      const m = column + MARGIN;
      const depth = h[at];
      if (STILL < depth) {
        const inverse = 1 / depth;
        toH[m] = depth;
        toU[m] = qx[at] * inverse;
        toV[m] = qy[at] * inverse;
      } else {
        toH[m] = 0;
        toU[m] = 0;
        toV[m] = 0;
      }
    }
  }

  /** Sides of a run of chunks: west and south of each cell. */
  function computeSides(row: number, from: number, until: number): void {
    const slot = row & 3;
    const before = (row - 1) & 3;
    const after = (row + 1) & 3;
    const [H, U, V] = [rowH[slot], rowU[slot], rowV[slot]];
    const [southH, southU, southV] = [rowH[before], rowU[before], rowV[before]];
    const [aheadH, aheadU, aheadV] = [rowH[after], rowU[after], rowV[after]];
    const [westM, westL, westR, westA] = west.map((rows) => rows[slot]);
    const [southM, southL, southR, southA] = south.map((rows) => rows[slot]);
    const [toX, toY] = [pullX[slot], pullY[slot]];
    const half = 0.5 * rate;
    const start = row * stride + from;
    // What lies west of a run is dry.
    let [lastH, lastZ, lastU, lastV] = [0, bed[start - 1], 0, 0];
    for (let column = from; column < until; column++) {
      const at = row * stride + column;
      const m = column + MARGIN;
      const z = bed[at];
      const d = H[m];
      const u = U[m];
      const v = V[m];
      let [dh, du, dv, de, eh, eu, ev, ee] = [0, 0, 0, 0, 0, 0, 0, 0];
      if (smooth[at] !== 0 && 0 < d) {
        const level = z + d;
        if (0 < H[m - 1] && 0 < H[m + 1]) {
          dh = limitSlope(H[m - 1], d, H[m + 1]);
          du = limitSlope(U[m - 1], u, U[m + 1]);
          dv = limitSlope(V[m - 1], v, V[m + 1]);
          de = limitSlope(bed[at - 1] + H[m - 1], level, bed[at + 1] + H[m + 1]);
        }
        if (0 < southH[m] && 0 < aheadH[m]) {
          eh = limitSlope(southH[m], d, aheadH[m]);
          eu = limitSlope(southU[m], u, aheadU[m]);
          ev = limitSlope(southV[m], v, aheadV[m]);
          ee = limitSlope(bed[at - stride] + southH[m], level, bed[at + stride] + aheadH[m]);
        }
      }
      const sunk = d - half * (u * dh + d * du + (v * eh + d * ev));
      const least = 0.5 * d;
      const hP = Math.max(sunk, least);
      const uP = u - half * (u * du + v * eu + GRAVITY * de);
      const vP = v - half * (v * ev + u * dv + GRAVITY * ee);
      const level = z + hP;
      const pull = GRAVITY * hP;
      toX[m] = pull * (dh - de);
      toY[m] = pull * (eh - ee);
      const hW = hP - 0.5 * dh;
      const hS = hP - 0.5 * eh;
      const zW = level - 0.5 * de - hW;
      const zS = level - 0.5 * ee - hS;
      const uW = uP - 0.5 * du;
      const vW = vP - 0.5 * dv;
      const uS = uP - 0.5 * eu;
      const vS = vP - 0.5 * ev;
      const isClosed = z === CLOSED;
      const sH = northH[m];
      const sZ = northZ[m];
      const sU = northU[m];
      const sV = northV[m];
      if (0 < d || 0 < lastH) {
        if (isClosed) writeFlux(flux, lastH, lastZ, lastU, lastV, lastH, lastZ, -lastU, lastV, lastZ);
        else if (bed[at - 1] === CLOSED) writeFlux(flux, hW, zW, -uW, vW, hW, zW, uW, vW, zW);
        else writeFlux(flux, lastH, lastZ, lastU, lastV, hW, zW, uW, vW, Math.max(lastZ, zW));
        westM[m] = flux[0];
        westL[m] = flux[1];
        westR[m] = flux[2];
        westA[m] = flux[3];
      } else {
        westM[m] = 0;
        westL[m] = 0;
        westR[m] = 0;
        westA[m] = 0;
      }
      if (0 < d || 0 < sH) {
        if (isClosed) writeFlux(flux, sH, sZ, sV, sU, sH, sZ, -sV, sU, sZ);
        else if (bed[at - stride] === CLOSED) writeFlux(flux, hS, zS, -vS, uS, hS, zS, vS, uS, zS);
        else writeFlux(flux, sH, sZ, sV, sU, hS, zS, vS, uS, Math.max(sZ, zS));
        southM[m] = flux[0];
        southL[m] = flux[1];
        southR[m] = flux[2];
        southA[m] = flux[3];
      } else {
        southM[m] = 0;
        southL[m] = 0;
        southR[m] = 0;
        southA[m] = 0;
      }
      lastH = hP + 0.5 * dh;
      lastZ = level + 0.5 * de - lastH;
      lastU = uP + 0.5 * du;
      lastV = vP + 0.5 * dv;
      northH[m] = hP + 0.5 * eh;
      northZ[m] = level + 0.5 * ee - northH[m];
      northU[m] = uP + 0.5 * eu;
      northV[m] = vP + 0.5 * ev;
    }
  }

  /** Replaces what goes through crests, gaps and borders west or south of the cells of a row. */
  function computeSpecial(row: number, stored: number, isX: boolean): void {
    const slot = row & 3;
    const to = isX ? west : south;
    const here = isX ? slot : (row - 1) & 3;
    for (let i = faces.rowStart[stored]; i < faces.rowStart[stored + 1]; i++) {
      const side = faces.kind[i] & 7;
      if ((side === FACE.eastward || side === FACE.west || side === FACE.east) !== isX) continue;
      const column = faces.at[i] - stored * stride;
      const next = isX ? column + 1 : column;
      if (marks[slot][Math.floor(next / CHUNK)] === 0) continue;
      const [l, r] = [column + MARGIN, next + MARGIN];
      state.hL = rowH[here][l];
      state.hR = rowH[slot][r];
      state.uL = (isX ? rowU : rowV)[here][l];
      state.uR = (isX ? rowU : rowV)[slot][r];
      state.vL = (isX ? rowV : rowU)[here][l];
      state.vR = (isX ? rowV : rowU)[slot][r];
      writeFace(flux, i, state);
      for (let k = 0; k < 4; k++) to[k][slot][r] = flux[k];
    }
  }

  function limit(row: number, chunk: number): void {
    const slot = row & 3;
    const [x, y, north] = [west[0][slot], south[0][slot], south[0][(row + 1) & 3]];
    const [depth, scale] = [rowH[slot], scales[slot]];
    const until = Math.min(width + 1, chunk * CHUNK + CHUNK) + MARGIN;
    for (let m = Math.max(1, chunk * CHUNK) + MARGIN; m < until; m++) {
      const sideX = (x[m] < 0 ? -x[m] : 0) + Math.max(0, x[m + 1]);
      const sideY = (y[m] < 0 ? -y[m] : 0) + Math.max(0, north[m]);
      const leaving = (sideX + sideY) * rate;
      const isOver = depth[m] < leaving;
      scale[m] = isOver ? depth[m] / leaving : 1;
      if (isOver) isLimited[slot] = 1;
    }
  }

  /** Scales what leaves cells that would give more than they have, through the west and south sides of a row. */
  function scaleRow(row: number): void {
    const slot = row & 3;
    const before = (row - 1) & 3;
    const [own, under] = [scales[slot], scales[before]];
    for (let m = MARGIN; m < stride + MARGIN; m++) {
      const x = 0 < west[0][slot][m] ? own[m - 1] : own[m];
      const y = 0 < south[0][slot][m] ? under[m] : own[m];
      if (x < 1) for (let k = 0; k < 4; k++) west[k][slot][m] *= x;
      if (y < 1) for (let k = 0; k < 4; k++) south[k][slot][m] *= y;
    }
  }

  function updateChunk(row: number, chunk: number): void {
    const slot = row & 3;
    const after = (row + 1) & 3;
    const [westM, westL, westR, westA] = west.map((rows) => rows[slot]);
    const [southM, , southR, southA] = south.map((rows) => rows[slot]);
    const [northM, northL, , northA] = south.map((rows) => rows[after]);
    const [fromX, fromY] = [pullX[slot], pullY[slot]];
    const until = Math.min(width + 1, chunk * CHUNK + CHUNK);
    let isWet = false;
    for (let column = Math.max(1, chunk * CHUNK); column < until; column++) {
      const at = row * stride + column;
      const m = column + MARGIN;
      grid.qx[at] = westM[m + 1];
      grid.qy[at] = northM[m];
      if (bed[at] === CLOSED) continue;
      const sum = h[at] + rate * (westM[m] - westM[m + 1] + (southM[m] - northM[m]));
      const depth = Math.max(0, sum);
      h[at] = depth;
      if (!(STILL < depth)) {
        qx[at] = 0;
        qy[at] = 0;
        continue;
      }
      isWet = true;
      const x = qx[at] + rate * (westR[m] - westL[m + 1] + fromX[m] + (southA[m] - northA[m]));
      const y = qy[at] + rate * (southR[m] - northL[m] + fromY[m] + (westA[m] - westA[m + 1]));
      const root = guessCubeRoot(depth);
      const cube = root * root * root;
      const d = depth * depth * root * (cube + (depth + depth));
      const drag = double * friction[at] * Math.sqrt(x * x + y * y) * (cube + cube + depth);
      const kept = (d + d) / (d + Math.sqrt(d * (d + drag)));
      const newX = x * kept;
      const newY = y * kept;
      qx[at] = newX;
      qy[at] = newY;
      const [sizeX, sizeY] = [Math.abs(newX), Math.abs(newY)];
      const speed = Math.max(sizeX, sizeY) / depth + Math.sqrt(GRAVITY * depth);
      if (fastest < speed) fastest = speed;
    }
    cells += Math.max(0, until - Math.max(1, chunk * CHUNK));
    const at = row * chunks + chunk;
    flags[at] = (flags[at] & 4) | ((flags[at] << 1) & 2) | (isWet ? 1 : 0);
  }

  function countBorder(row: number): void {
    const [x, y] = [west[0][row & 3], south[0][row & 3]];
    const share = rate * cellSize * cellSize;
    if (row <= height) {
      countFlow(sums, x[MARGIN + 1] * share);
      countFlow(sums, -x[MARGIN + width + 1] * share);
    }
    if (row > 1 && row <= height) return;
    for (let m = MARGIN + 1; m <= MARGIN + width; m++) countFlow(sums, (row === 1 ? y[m] : -y[m]) * share);
  }

  function computeRow(row: number): void {
    const active = marks[row & 3];
    const before = marks[(row - 1) & 3];
    for (let chunk = 0; chunk < chunks; chunk++) {
      if (active[chunk] === 0) {
        if (before[chunk] !== 0) forgetNorth(chunk);
        continue;
      }
      const from = chunk;
      while (chunk + 1 < chunks && active[chunk + 1] !== 0) chunk++;
      computeSides(row, from * CHUNK, endOf(chunk));
    }
    if (row <= height) computeSpecial(row, row, true);
    computeSpecial(row, row - 1, false);
  }

  /** Sides of a row get their last values when both rows beside them know their limits. */
  function finishSides(row: number): void {
    if (isLimited[row & 3] | isLimited[(row - 1) & 3]) scaleRow(row);
    countBorder(row);
  }

  function eachActive(row: number, visit: (row: number, chunk: number) => void): void {
    const active = marks[row & 3];
    for (let chunk = 0; chunk < chunks; chunk++) if (active[chunk] !== 0) visit(row, chunk);
  }

  return (dt) => {
    rate = dt / cellSize;
    double = 4 * dt;
    fastest = 0;
    cells = 0;
    for (let row = 0; row <= height + 4; row++) {
      if (row > 4) eachActive(row - 4, updateChunk);
      if (row <= height + 1) {
        openRow(row);
        eachActive(row, readState);
      }
      if (row > 1 && row <= height + 2) computeRow(row - 1);
      if (row > 2 && row <= height + 2) eachActive(row - 2, limit);
      if (row > 2 && row <= height + 3) finishSides(row - 2);
    }
    sums.cellUpdates += cells;
    return (fastest * fastest) / GRAVITY;
  };
}
