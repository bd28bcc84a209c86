/**
 * Water that is brought and taken at single cells: inflows, culverts and pumps, once each time step.
 *
 * Culvert (rectangular barrel b × D): the lesser of what its mouth and its barrel let through, after Hydraulic Design of Highway
 * Culverts (FHWA HDS-5): inlet control by a broad crest, Q = (2/3)^{3/2} √g b H^{3/2}, and once drowned by an orifice,
 * Q = 0.6 b D √(2g (H − D/2)); outlet control by the energy equation of the barrel at the mean depth d of its two mouths,
 * Q = b d √(2g ΔH / (0.5 + 1 + 2g n² L / R^{4/3})), entrance loss 0.5, exit loss 1. Not modelled: hydraulic jumps in the barrel.
 */
import type { Culvert, FloodInput, Inflow, Pump } from '../../model/flood.ts';
import { CHUNK, type FloodGrid, GRAVITY, padCell } from './layout.ts';
import { highestInSeries, integrateSeries } from './series.ts';
import type { FloodSums } from './sums.ts';

const WEIR = (2 / 3) ** 1.5 * Math.sqrt(GRAVITY);
const ORIFICE = 0.6;
const LOSSES = 0.5 + 1;

/** m³/s from a side where water stands at `level` to one where it stands at `tail`, m NAP; never negative. */
export function culvertDischarge(
  culvert: Culvert,
  level: number,
  tail: number,
  floor: number,
  endFloor: number,
): number {
  const { width, height, length, manning } = culvert;
  const head = level - floor;
  const fall = level - Math.max(tail, endFloor);
  if (head <= 0 || fall <= 0) return 0;
  const crest = WEIR * width * head ** 1.5;
  const orifice = ORIFICE * width * height * Math.sqrt(2 * GRAVITY * Math.max(0, head - height / 2));
  const inlet = head <= height ? crest : Math.min(crest, orifice);
  const depth = (Math.min(height, head) + Math.min(height, Math.max(0, tail - endFloor))) / 2;
  const wetted = depth < height ? width + 2 * depth : 2 * (width + height);
  const radius = (width * depth) / wetted;
  const resistance = LOSSES + (2 * GRAVITY * manning ** 2 * length) / radius ** (4 / 3);
  return Math.min(inlet, width * depth * Math.sqrt((2 * GRAVITY * fall) / resistance));
}

/** The water of a scheme, by padded cell. */
export interface Water {
  depth(at: number): number;
  /** m NAP. */
  level(at: number): number;
  /** The amount of water nearest to `height` (m) that the scheme can add and take without loss. */
  round(height: number): number;
  /** Adds `height`, or takes it when negative; returns the new depth. */
  add(at: number, height: number): number;
}

/** Water in the single precision of the grid, with what rounding leaves out. */
export function createGridWater({ bed, depth, excess, flags, stride, chunks, datum }: FloodGrid): Water {
  return {
    depth: (at) => depth[at],
    level: (at) => bed[at] + depth[at] + datum,
    round: Math.fround,
    add(at, height) {
      const h = depth[at];
      const y = Math.fround(height - excess[at]);
      const sum = Math.max(0, Math.fround(h + y));
      excess[at] = Math.fround(Math.fround(sum - h) - y);
      depth[at] = sum;
      const row = Math.floor(at / stride);
      if (height > 0) flags[row * chunks + Math.floor((at - row * stride) / CHUNK)] |= 1;
      return sum;
    },
  };
}

/** Water in double precision. */
export function createDoubleWater({ bed, flags, stride, chunks, datum }: FloodGrid, depth: Float64Array): Water {
  return {
    depth: (at) => depth[at],
    level: (at) => bed[at] + depth[at] + datum,
    round: (height) => height,
    add(at, height) {
      depth[at] = Math.max(0, depth[at] + height);
      const row = Math.floor(at / stride);
      if (height > 0) flags[row * chunks + Math.floor((at - row * stride) / CHUNK)] |= 1;
      return depth[at];
    },
  };
}

export interface Works {
  /** Highest rate at which these can raise a cell between two moments (s), m/s. */
  highestRise(from: number, until: number): number;
  /** Does what they do from `from` for `dt` s; returns the deepest water it left, m. */
  run(from: number, dt: number): number;
}

export function createWorks(input: FloodInput, grid: FloodGrid, water: Water, sums: FloodSums): Works {
  const { inflows = [], culverts = [], pumps = [] } = input;
  const area = grid.cellSize * grid.cellSize;
  let top = 0;

  function add(at: number, height: number): void {
    top = Math.max(top, water.add(at, height));
  }

  /** Moves water from cell to cell, or out; `height` is metres of a cell. */
  function move(from: number, to: number | undefined, height: number): void {
    const amount = water.round(Math.min(height, water.depth(from)));
    if (!(amount > 0)) return;
    add(from, -amount);
    if (to === undefined) sums.outflow += amount * area;
    else add(to, amount);
  }

  function runInflow({ cells, series }: Inflow, from: number, dt: number): void {
    const height = water.round(integrateSeries(series, from, from + dt) / (cells.length * area));
    if (height === 0) return;
    for (const cell of cells) add(padCell(grid, cell), height);
    sums.inflow += height * cells.length * area;
  }

  /** No more in one step than brings both ends level, or the near end down to its floor. */
  function runCulvert(culvert: Culvert, dt: number): void {
    const { from, to, floorFrom, floorTo, hasFlap } = culvert;
    const near = padCell(grid, from);
    const far = to === undefined ? undefined : padCell(grid, to);
    const level = water.level(near);
    const tail = far === undefined ? Number.NEGATIVE_INFINITY : water.level(far);
    const half = far === undefined ? 1 : 0.5;
    if (level >= tail) {
      const height = (culvertDischarge(culvert, level, tail, floorFrom, floorTo) * dt) / area;
      move(near, far, Math.min(height, half * (level - Math.max(tail, floorTo)), level - floorFrom));
    } else if (far !== undefined && !hasFlap) {
      const height = (culvertDischarge(culvert, tail, level, floorTo, floorFrom) * dt) / area;
      move(far, near, Math.min(height, half * (tail - Math.max(level, floorFrom)), tail - floorTo));
    }
  }

  function runPump({ from, to, capacity, onLevel }: Pump, dt: number): void {
    const at = padCell(grid, from);
    const height = Math.min((capacity * dt) / area, water.level(at) - onLevel);
    if (height > 0) move(at, to === undefined ? undefined : padCell(grid, to), height);
  }

  return {
    highestRise(from, until) {
      let highest = 0;
      for (const { cells, series } of inflows) {
        highest = Math.max(highest, highestInSeries(series, from, until) / (cells.length * area));
      }
      for (const { capacity } of pumps) highest = Math.max(highest, capacity / area);
      return highest;
    },
    run(from, dt) {
      top = 0;
      for (const inflow of inflows) runInflow(inflow, from, dt);
      for (const culvert of culverts) runCulvert(culvert, dt);
      for (const pump of pumps) runPump(pump, dt);
      return top;
    },
  };
}
