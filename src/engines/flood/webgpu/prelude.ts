/**
 * What all shaders of the flood share. They do what `flow-javascript.ts`, `soak-javascript.ts` and `works.ts` do, and say only where they differ.
 *
 * Single precision without promises: WGSL lets a compiler reorder and fuse sums (its section "Reassociation and Fusion"), and browsers use
 * that: on Apple's chips (a + b) − a is turned into b, so that a compensated sum keeps nothing (gpuweb issues 4562 and 2076).
 * `pin` sends a value through an integer that the compiler cannot know: what is pinned has been rounded, and stays as it is.
 * A shader may take it that NaN and infinity never occur, so none is used as a sign; square roots are kept from 0.
 */

/** Cells of a workgroup: a row of 32 is read at once. */
export const TILE = { width: 32, height: 8 } as const;

/** Where numbers stand in the buffer `state`, in words of 32 bits. */
export const STATE = {
  dt: 0,
  to: 10,
  soaked: 11,
  rained: 12,
  steps: 14,
  rain: 15,
  rainLeft: 16,
  deepest: 17,
  tiles: 18,
  words: 20,
} as const;

/** `counted`: where shaders only read `state`, plain numbers do. */
export const prelude = (counted: 'u32' | 'atomic<u32>') => /* wgsl */ `
struct Grid {
  width: u32,
  height: u32,
  stride: u32,
  tilesX: u32,
  faces: u32,
  works: u32,
  rounds: u32,
  series: u32,
  pumped: f32, // fastest rise by a pump, m/s
  cellSize: f32,
  tick: f32,
  reach: f32, // Courant number times cell size, m
  leastDepth: f32,
  storage: f32, // of the sewer, m
  area: f32,
  factor: f32, // most times the rain that a cell gets
}

struct Clock {
  dt: f32,
  slope: f32, // g dt / dx
  double: f32, // 2 dt
  rate: f32, // dt / dx
  flows: u32, // this turn has a time step
  soaks: u32, // this turn ends with rain, ground and maxima
  rain: f32,
  seconds: f32, // since the last time that it did
  now: f32, // s since the start
  start: u32, // of the step, ticks since the plan's origin
  to: u32, // end of the step
  soaked: u32, // until when ground, sewer and maxima are dealt with
  rained: u32, // until when rain has fallen
  nought: u32, // always 0, and nobody tells the compiler
  steps: u32,
  rainSum: f32, // all rain so far, m, and what rounding left out of it
  rainLeft: f32,
}

struct State {
  clock: Clock,
  deepest: ${counted}, // bits of a positive float sort as it does
  tiles: ${counted}, // tiles computed
}

const DRY = 1e-5;
const GRAVITY = 9.81;

fn pin(value: f32) -> f32 {
  return bitcast<f32>(bitcast<u32>(value) ^ state.clock.nought);
}

fn tileOf(at: u32) -> u32 {
  let row = at / grid.stride;
  return (row - 1) / ${TILE.height} * grid.tilesX + (at - row * grid.stride - 1) / ${TILE.width};
}
`;

/** Discharge with friction; sides where more happens use it too. */
export const friction = /* wgsl */ `
const THETA = 0.9;
const ASIDE = 0.05;

fn rub(free: f32, hf: f32, across: f32, gnn: f32) -> f32 {
  let y = bitcast<f32>((bitcast<u32>(hf) >> 16) * 21845 + 709975000);
  let y3 = y * y * y;
  let d = hf * hf * y * (y3 + (hf + hf));
  let n = y3 + y3 + hf;
  let norm = sqrt(max(free * free + across * across, 1e-30));
  let four = gnn * norm * n;
  return ((free + free) * d) / (d + sqrt(d * (d + four)));
}
`;

/** Needs `depth` and `excess`: adds to a cell and keeps what rounding leaves out; returns the new depth. */
export const addWater = /* wgsl */ `
fn addWater(at: u32, height: f32) -> f32 {
  let before = depth[at];
  let more = pin(height - excess[at]);
  let after = pin(max(0, before + more));
  excess[at] = pin(after - before) - more;
  depth[at] = after;
  return after;
}
`;

/** Needs `tiles`, and `state` to write in: notes that a cell of a tile stands under water. */
export const noteWet = /* wgsl */ `
fn noteWet(tile: u32, h: f32) {
  if (!(h > DRY)) {
    return;
  }
  // Most find that another has been there, and do not queue.
  if ((atomicLoad(&tiles[tile * 2]) & 1) == 0) {
    atomicOr(&tiles[tile * 2], 1);
  }
  if (bitcast<u32>(h) > atomicLoad(&state.deepest)) {
    atomicMax(&state.deepest, bitcast<u32>(h));
  }
}
`;
