/**
 * One time step of the full shallow water equations, for breaches and fast flow: finite volumes in double precision, HLLC fluxes
 * with hydrostatic reconstruction (Audusse et al. 2004), second order where water lies all around (minmod on depth, level and
 * velocity; Heun in time), first order beside what is dry or closed, so that still water stays still. Depths never fall under
 * zero: what leaves a cell in a stage is scaled to what it has. Friction is solved for the new discharge, as in the other scheme.
 * Walls, buildings and closed borders mirror the flow; beyond an open border water has its own speed, at least
 * that of the bed's slope.
 *
 * Not for rain on slopes: where water is thinner than the step from bed to bed its pace is wrong by half.
 */
import { STILL, writeFlux } from './hllc.ts';
import { CLOSED, type FloodGrid, GRAVITY } from './layout.ts';
import { FACE, OPEN_BORDER, type SpecialFaces } from './special-faces.ts';
import { countFlow, type FloodSums } from './sums.ts';

/** Depth and discharge (m²/s) in each padded cell. */
export interface FullState {
  readonly h: Float64Array;
  readonly qx: Float64Array;
  readonly qy: Float64Array;
}

const createState = (size: number): FullState => ({
  h: new Float64Array(size),
  qx: new Float64Array(size),
  qy: new Float64Array(size),
});

/** Least in size of the differences to both neighbours, 0 where they differ in sign. */
function limitSlope(before: number, here: number, after: number): number {
  const back = here - before;
  const ahead = after - here;
  if (back * ahead <= 0) return 0;
  return Math.abs(back) < Math.abs(ahead) ? back : ahead;
}

export interface FullScheme {
  readonly state: FullState;
  /** Goes on by `dt` s; returns what {@link FullScheme.findFastest} does. */
  step(dt: number): number;
  /** (|u| + √(g h))² / g of the fastest cell, m: for still water its depth. */
  findFastest(): number;
  /** Copies depths and the discharges of the last stage to the grid. */
  publish(): void;
}

export function createFullScheme(grid: FloodGrid, faces: SpecialFaces, sums: FloodSums): FullScheme {
  const { stride, rows, width, height, cellSize } = grid;
  const size = stride * rows;
  const bed = Float64Array.from(grid.bed);
  const state = createState(size);
  state.h.set(grid.depth);
  const start = createState(size);
  /** Velocity, and the sum of what flows in less what flows out of each cell. */
  const [u, v, gain, gainX, gainY] = Array.from({ length: 5 }, () => new Float64Array(size));
  /** Flux of the east and north sides: volume, along, across; what reconstruction adds to momentum before and behind the side. */
  const [east, north] = [0, 1].map(() => Array.from({ length: 5 }, () => new Float64Array(size)));
  const scale = new Float64Array(size).fill(1);
  const special = new Int32Array(2 * size).fill(-1);
  for (const [face, at] of faces.at.entries()) {
    const kind = faces.kind[face] & 7;
    const isX = kind === FACE.eastward || kind === FACE.west || kind === FACE.east;
    special[(isX ? 0 : size) + at] = face;
  }
  /** Columns of each row where there is water, two more on both sides. */
  const from = new Int32Array(rows).fill(width + 1);
  const until = new Int32Array(rows);
  const flux = new Float64Array(3);
  const wall = new Float64Array(3);
  const { h, qx, qy } = state;

  function findWet(): void {
    const wetFrom = new Int32Array(rows).fill(width + 2);
    const wetUntil = new Int32Array(rows);
    for (let row = 1; row <= height; row++) {
      for (let column = 1; column <= width; column++) {
        if (h[row * stride + column] <= 0) continue;
        wetFrom[row] = Math.min(wetFrom[row], column);
        wetUntil[row] = column + 1;
      }
    }
    for (const [i, at] of faces.at.entries()) {
      const kind = faces.kind[i];
      if (kind < FACE.west || kind >= OPEN_BORDER) continue;
      const row = Math.max(1, Math.floor(at / stride) + (kind === FACE.south ? 1 : 0));
      const column = Math.max(1, (at % stride) + (kind === FACE.west ? 1 : 0));
      wetFrom[row] = Math.min(wetFrom[row], column);
      wetUntil[row] = Math.max(wetUntil[row], column + 1);
    }
    for (let row = 1; row <= height; row++) {
      from[row] = width + 1;
      until[row] = 1;
      for (let near = Math.max(1, row - 2); near <= Math.min(height, row + 2); near++) {
        if (wetUntil[near] === 0) continue;
        from[row] = Math.max(1, Math.min(from[row], wetFrom[near] - 2));
        until[row] = Math.min(width + 1, Math.max(until[row], wetUntil[near] + 2));
      }
    }
  }

  function findVelocities(): void {
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + from[row]; at < row * stride + until[row]; at++) {
        const isStill = h[at] <= STILL;
        u[at] = isStill ? 0 : qx[at] / h[at];
        v[at] = isStill ? 0 : qy[at] / h[at];
      }
    }
  }

  const isWet = (at: number) => h[at] > STILL;
  /** All of a cell and both neighbours along one axis have water, so that slopes mean something. */
  const isSmooth = (at: number, step: number) => isWet(at) && isWet(at - step) && isWet(at + step);

  /** By Manning at the slope of the bed beyond an open border, m/s; at most critical. */
  function freeSpeed(face: number, cell: number): number {
    const slope = faces.sill[face] / cellSize;
    const speed = h[cell] ** (2 / 3) * Math.sqrt((slope * GRAVITY) / grid.friction[cell]);
    return Math.min(speed, Math.sqrt(GRAVITY * h[cell]));
  }

  /** A border's state on the outside and the flux through it; `sign` 1: the outside lies east or north. */
  function writeBorder(face: number, cell: number, sign: number, along: number, across: number): void {
    const deep = h[cell];
    const isOpen = face >= 0 && faces.kind[face] >= OPEN_BORDER;
    if (face < 0) mirror(deep, along, across, sign, flux);
    else {
      const outside = isOpen ? deep : Math.max(0, faces.sill[face] - bed[cell]);
      const speed = isOpen ? sign * Math.max(sign * along, freeSpeed(face, cell)) : along;
      if (sign > 0) writeFlux(flux, deep, along, across, outside, speed, across);
      else writeFlux(flux, outside, speed, across, deep, along, across);
    }
  }

  /** What a wall east or north (`sign` 1), or west or south of water gives. */
  function mirror(deep: number, along: number, across: number, sign: number, to: Float64Array): void {
    if (sign > 0) writeFlux(to, deep, along, across, deep, -along, across);
    else writeFlux(to, deep, -along, across, deep, along, across);
  }

  /** The flux through the side between cell `at` and `at + step`, along x or y. */
  function computeSide(
    at: number,
    step: number,
    to: readonly Float64Array[],
    along: Float64Array,
    across: Float64Array,
  ): void {
    const next = at + step;
    const face = special[(step === 1 ? 0 : size) + at];
    const isHere = bed[at] !== CLOSED;
    const isThere = bed[next] !== CLOSED;
    to[3][at] = 0;
    to[4][at] = 0;
    if (!isHere || !isThere) {
      flux.fill(0);
      const border = face >= 0 && faces.kind[face] >= FACE.west ? face : -1;
      if (isHere) writeBorder(border, at, 1, along[at], across[at]);
      else if (isThere) writeBorder(border, next, -1, along[next], across[next]);
      for (let i = 0; i < 3; i++) to[i][at] = flux[i];
      return;
    }
    let hL = h[at];
    let hR = h[next];
    let zL = bed[at];
    let zR = bed[next];
    let uL = along[at];
    let uR = along[next];
    let vL = across[at];
    let vR = across[next];
    if (isSmooth(at, step)) {
      const level = zL + hL + 0.5 * limitSlope(bed[at - step] + h[at - step], zL + hL, zR + hR);
      hL += 0.5 * limitSlope(h[at - step], hL, h[next]);
      zL = level - hL;
      uL += 0.5 * limitSlope(along[at - step], uL, along[next]);
      vL += 0.5 * limitSlope(across[at - step], vL, across[next]);
    }
    if (isSmooth(next, step)) {
      const far = next + step;
      const level = zR + h[next] - 0.5 * limitSlope(bed[at] + h[at], zR + h[next], bed[far] + h[far]);
      hR -= 0.5 * limitSlope(h[at], h[next], h[far]);
      zR = level - hR;
      uR -= 0.5 * limitSlope(along[at], along[next], along[far]);
      vR -= 0.5 * limitSlope(across[at], across[next], across[far]);
    }
    const sill = face >= 0 ? Math.max(zL, zR, faces.sill[face]) : Math.max(zL, zR);
    const overL = Math.max(0, hL + (zL - sill));
    const overR = Math.max(0, hR + (zR - sill));
    writeFlux(flux, overL, uL, vL, overR, uR, vR);
    let before = 0.5 * GRAVITY * (hL * hL - overL * overL);
    let behind = 0.5 * GRAVITY * (hR * hR - overR * overR);
    const open = face >= 0 ? faces.openness[face] : 1;
    if (open < 1) {
      // The closed part of the side is a wall for both.
      mirror(hL, uL, vL, 1, wall);
      const pushL = open * (flux[1] + before) + (1 - open) * wall[1];
      mirror(hR, uR, vR, -1, wall);
      const pushR = open * (flux[1] + behind) + (1 - open) * wall[1];
      for (let i = 0; i < 3; i++) flux[i] *= open;
      before = pushL - flux[1];
      behind = pushR - flux[1];
    }
    // What the bed's slope within each cell adds (second order).
    before += 0.5 * GRAVITY * (h[at] + hL) * (zL - bed[at]);
    behind -= 0.5 * GRAVITY * (h[next] + hR) * (bed[next] - zR);
    for (let i = 0; i < 3; i++) to[i][at] = flux[i];
    to[3][at] = before;
    to[4][at] = behind;
  }

  function computeSides(): void {
    for (let row = 0; row <= height; row++) {
      const [low, high] = [Math.max(1, row), Math.min(height, row + 1)];
      const first = Math.min(from[low], from[high]);
      const last = Math.max(until[low], until[high]);
      for (let column = first; column < last; column++) computeSide(row * stride + column, stride, north, v, u);
      if (row === 0) continue;
      for (let column = from[row] - 1; column < until[row]; column++) {
        computeSide(row * stride + column, 1, east, u, v);
      }
    }
  }

  /** First column of which a side of a row (also that of the row north of it) may have been computed, and the last but one. */
  const firstOf = (row: number) => Math.max(0, Math.min(from[Math.max(1, row)], from[Math.min(height, row + 1)]) - 1);
  const lastOf = (row: number) => Math.max(until[Math.max(1, row)], until[Math.min(height, row + 1)]);

  function scaleSide(sides: readonly Float64Array[], at: number, factor: number): void {
    if (factor < 1) for (let i = 0; i < 3; i++) sides[i][at] *= factor;
  }

  /** Scales what leaves cells that would give more than they have. */
  function limit(rate: number): void {
    const [volumeX, volumeY] = [east[0], north[0]];
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + from[row]; at < row * stride + until[row]; at++) {
        const sideX = Math.max(volumeX[at], 0) + Math.max(-volumeX[at - 1], 0);
        const sideY = Math.max(volumeY[at], 0) + Math.max(-volumeY[at - stride], 0);
        const leaving = (sideX + sideY) * rate;
        scale[at] = leaving > h[at] ? h[at] / leaving : 1;
      }
    }
    for (let row = 0; row <= height; row++) {
      for (let at = row * stride + firstOf(row); at < row * stride + lastOf(row); at++) {
        scaleSide(east, at, volumeX[at] > 0 ? scale[at] : scale[at + 1]);
        scaleSide(north, at, volumeY[at] > 0 ? scale[at] : scale[at + stride]);
      }
    }
  }

  /** Brings the state a stage further. */
  function advance(dt: number): void {
    const rate = dt / cellSize;
    findVelocities();
    computeSides();
    limit(rate);
    const [eastH, eastU, eastV, eastBefore, eastBehind] = east;
    const [northH, northV, northU, northBefore, northBehind] = north;
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + from[row]; at < row * stride + until[row]; at++) {
        const w = at - 1;
        const s = at - stride;
        gain[at] = eastH[w] - eastH[at] + (northH[s] - northH[at]);
        gainX[at] = eastU[w] + eastBehind[w] - (eastU[at] + eastBefore[at]) + (northU[s] - northU[at]);
        gainY[at] = northV[s] + northBehind[s] - (northV[at] + northBefore[at]) + (eastV[w] - eastV[at]);
      }
    }
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + from[row]; at < row * stride + until[row]; at++) {
        if (bed[at] === CLOSED) continue;
        h[at] = Math.max(0, h[at] + rate * gain[at]);
        if (h[at] <= STILL) {
          qx[at] = 0;
          qy[at] = 0;
          continue;
        }
        const x = qx[at] + rate * gainX[at];
        const y = qy[at] + rate * gainY[at];
        const drag = (4 * dt * grid.friction[at] * Math.sqrt(x * x + y * y)) / h[at] ** (7 / 3);
        const kept = 2 / (1 + Math.sqrt(1 + drag));
        qx[at] = x * kept;
        qy[at] = y * kept;
      }
    }
  }

  function countBorder(share: number): void {
    for (let row = 1; row <= height; row++) {
      countFlow(sums, east[0][row * stride] * share);
      countFlow(sums, -east[0][row * stride + width] * share);
    }
    for (let column = 1; column <= width; column++) {
      countFlow(sums, north[0][column] * share);
      countFlow(sums, -north[0][height * stride + column] * share);
    }
  }

  /** Forgets what was computed where there may be no water any more. */
  function clearSides(): void {
    for (let row = 0; row <= height; row++) {
      const [first, last] = [row * stride + firstOf(row), row * stride + lastOf(row)];
      if (first >= last) continue;
      for (const sides of [east, north]) for (const values of sides) values.fill(0, first, last);
    }
  }

  function findFastest(): number {
    let fastest = 0;
    for (let at = 0; at < size; at++) {
      if (h[at] <= STILL) continue;
      const speed = Math.max(Math.abs(qx[at]), Math.abs(qy[at])) / h[at] + Math.sqrt(GRAVITY * h[at]);
      fastest = Math.max(fastest, speed);
    }
    return (fastest * fastest) / GRAVITY;
  }

  return {
    state,
    step(dt) {
      clearSides();
      findWet();
      start.h.set(h);
      start.qx.set(qx);
      start.qy.set(qy);
      advance(dt);
      countBorder(0.5 * dt * cellSize);
      findWet();
      advance(dt);
      countBorder(0.5 * dt * cellSize);
      for (let row = 1; row <= height; row++) {
        sums.cellUpdates += Math.max(0, until[row] - from[row]);
        for (let at = row * stride + from[row]; at < row * stride + until[row]; at++) {
          h[at] = 0.5 * (start.h[at] + h[at]);
          qx[at] = 0.5 * (start.qx[at] + qx[at]);
          qy[at] = 0.5 * (start.qy[at] + qy[at]);
        }
      }
      return findFastest();
    },
    findFastest,
    publish() {
      grid.depth.set(h);
      grid.qx.set(east[0]);
      grid.qy.set(north[0]);
    },
  };
}
