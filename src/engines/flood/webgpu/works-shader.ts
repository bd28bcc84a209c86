/**
 * Inflows, culverts and pumps (`works.ts`, with the equations) in one workgroup. What shares a cell comes in different rounds, in the order of
 * the input, so that the answer is that of one after the other.
 */
import { series } from './clock-shader.ts';
import { addWater, prelude } from './prelude.ts';

const WORKS_GROUP = 64;
/** Words of 32 bits of one of them; an inflow stands there once per cell. */
export const WORK_WORDS = 12;
export const NOWHERE = 0xffff_ffff;
export const WORK = { inflow: 0, culvert: 1, pump: 2 } as const;

export const worksShader = /* wgsl */ `
${prelude('atomic<u32>')}
struct Work {
  kind: u32,
  round: u32,
  start: u32, // cell
  end: u32, // cell, or nowhere
  series: u32, // inflow
  hasFlap: u32,
  width: f32, // pump: capacity, m/s of a cell
  height: f32, // pump: level, m above the datum
  length: f32,
  manning: f32,
  floorStart: f32, // m above the datum
  floorEnd: f32,
}
@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read_write> state: State;
${series}
@group(0) @binding(3) var<storage, read_write> tiles: array<atomic<u32>>;
@group(0) @binding(4) var<storage, read> works: array<Work>;
@group(0) @binding(5) var<storage, read> ground: array<vec2f>;
@group(0) @binding(6) var<storage, read_write> depth: array<f32>;
@group(0) @binding(7) var<storage, read_write> excess: array<f32>;
@group(0) @binding(8) var<storage, read_write> books: array<vec4f>; // m in and out, and what rounding left out of both
${addWater}

const NOWHERE = ${NOWHERE}u;
const WEIR = 1.7048949;

fn add(at: u32, height: f32) {
  atomicMax(&state.deepest, bitcast<u32>(addWater(at, height)));
  if (height > 0) {
    atomicOr(&tiles[tileOf(at) * 2], 1);
  }
}

/** Adds to a book what came in (positive) or went out. */
fn enter(i: u32, height: f32) {
  let book = books[i];
  let isIn = height > 0;
  let before = select(book.y, book.x, isIn);
  let more = pin(abs(height) - select(book.w, book.z, isIn));
  let after = pin(before + more);
  let left = pin(after - before) - more;
  books[i] = select(vec4f(book.x, after, book.z, left), vec4f(after, book.y, left, book.w), isIn);
}

fn transfer(i: u32, start: u32, end: u32, height: f32) {
  let amount = pin(min(height, depth[start]));
  if (!(amount > 0)) {
    return;
  }
  add(start, -amount);
  if (end == NOWHERE) {
    enter(i, -amount);
  } else {
    add(end, amount);
  }
}

fn culvertDischarge(one: Work, level: f32, tail: f32, bottom: f32, endBottom: f32) -> f32 {
  let head = level - bottom;
  let fall = level - max(tail, endBottom);
  if (head <= 0 || fall <= 0) {
    return 0;
  }
  let crest = WEIR * one.width * head * sqrt(head);
  let orifice = 0.6 * one.width * one.height * sqrt(2 * GRAVITY * max(1e-30, head - one.height / 2));
  let inlet = select(min(crest, orifice), crest, head <= one.height);
  let deep = (min(one.height, head) + min(one.height, max(0, tail - endBottom))) / 2;
  let wetted = select(2 * (one.width + one.height), one.width + 2 * deep, deep < one.height);
  let radius = one.width * deep / wetted;
  let resistance = 1.5 + 2 * GRAVITY * one.manning * one.manning * one.length / pow(radius, 4.0 / 3.0);
  return min(inlet, one.width * deep * sqrt(2 * GRAVITY * fall / resistance));
}

fn runCulvert(i: u32, one: Work) {
  let isOut = one.end == NOWHERE;
  let far = select(one.end, one.start, isOut);
  let level = ground[one.start].x + depth[one.start];
  let tail = select(ground[far].x + depth[far], -1e30, isOut);
  let half = select(0.5, 1.0, isOut);
  let share = state.clock.dt / grid.area;
  if (level >= tail) {
    let height = culvertDischarge(one, level, tail, one.floorStart, one.floorEnd) * share;
    let most = half * (level - max(tail, one.floorEnd));
    transfer(i, one.start, one.end, min(height, min(most, level - one.floorStart)));
  } else if (!isOut && one.hasFlap == 0) {
    let height = culvertDischarge(one, tail, level, one.floorEnd, one.floorStart) * share;
    let most = half * (tail - max(level, one.floorStart));
    transfer(i, one.end, one.start, min(height, min(most, tail - one.floorEnd)));
  }
}

fn run(i: u32) {
  let one = works[i];
  if (one.kind == ${WORK.inflow}) {
    let height = pin(integrate(one.series, state.clock.start, state.clock.to));
    if (height != 0) {
      add(one.start, height);
      enter(i, height);
    }
  } else if (one.kind == ${WORK.culvert}) {
    runCulvert(i, one);
  } else {
    let level = ground[one.start].x + depth[one.start];
    transfer(i, one.start, one.end, min(one.width * state.clock.dt, level - one.height));
  }
}

@compute @workgroup_size(${WORKS_GROUP})
fn main(@builtin(local_invocation_index) local: u32) {
  for (var round = 0u; round < grid.rounds; round++) {
    if (state.clock.flows != 0) {
      for (var i = local; i < grid.works; i += ${WORKS_GROUP}) {
        if (works[i].round == round) {
          run(i);
        }
      }
    }
    storageBarrier();
  }
}
`;
