/**
 * One invocation that says what the next turn does, as `run-flood.ts` does on the processor: the longest step that the deepest
 * water allows, evenly to the next moment, in whole ticks so that no time is lost; rain every two seconds or step. So no turn waits for JavaScript.
 */
import { prelude } from './prelude.ts';

/** Words of a plan before the directory of its series; see `plan.ts`. */
export const PLAN = { begins: 0, stop: 1, isEnd: 2, beyond: 3, end: 4, origin: 5, soak: 6, words: 8 } as const;

/**
 * Series in a plan: rain first, then each inflow. A directory of place and number of pieces; a piece has the tick at which it starts
 * and its value, until the next.
 */
export const series = /* wgsl */ `
@group(0) @binding(2) var<storage, read> plan: array<u32>;

fn startOf(at: u32, piece: u32) -> u32 {
  return plan[at + piece * 2];
}

/** Over ticks from \`start\` to \`end\`. */
fn integrate(which: u32, start: u32, end: u32) -> f32 {
  let at = plan[${PLAN.words} + which * 2];
  let count = plan[${PLAN.words} + which * 2 + 1];
  var sum = 0.0;
  for (var piece = 0u; piece < count; piece++) {
    let since = max(start, startOf(at, piece));
    var until = end;
    if (piece + 1 < count) {
      until = min(end, startOf(at, piece + 1));
    }
    if (until > since) {
      sum += bitcast<f32>(plan[at + piece * 2 + 1]) * (f32(until - since) * grid.tick);
    }
  }
  return sum;
}
`;

export const clockShader = /* wgsl */ `
${prelude('atomic<u32>')}
@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read_write> state: State;
${series}

fn highest(which: u32, start: u32, end: u32) -> f32 {
  let at = plan[${PLAN.words} + which * 2];
  let count = plan[${PLAN.words} + which * 2 + 1];
  var most = 0.0;
  for (var piece = 0u; piece < count; piece++) {
    if (startOf(at, piece) <= end && (piece + 1 == count || startOf(at, piece + 1) > start)) {
      most = max(most, bitcast<f32>(plan[at + piece * 2 + 1]));
    }
  }
  return most;
}

fn longest(depth: f32) -> f32 {
  return grid.reach / sqrt(GRAVITY * depth);
}

fn chooseLongest(now: u32) -> f32 {
  let depth = max(bitcast<f32>(atomicLoad(&state.deepest)), grid.leastDepth);
  let first = longest(depth);
  let end = now + u32(first / grid.tick);
  var rise = grid.pumped;
  for (var which = 1u; which < grid.series; which++) {
    rise = max(rise, highest(which, now, end));
  }
  return longest(depth + (grid.factor * highest(0, now, end) + rise) * first);
}

/** Rain until half of the next portion's time: each falls in the middle of its time. */
fn soak(now: u32, portion: u32) {
  let until = max(state.clock.rained, min(plan[${PLAN.end}], now + portion / 2));
  let rain = pin(integrate(0, state.clock.rained, until));
  let more = pin(rain - state.clock.rainLeft);
  let before = state.clock.rainSum;
  let after = pin(before + more);
  state.clock.rainSum = after;
  state.clock.rainLeft = pin(after - before) - more;
  state.clock.soaks = 1;
  state.clock.rain = rain;
  state.clock.seconds = f32(now - state.clock.soaked) * grid.tick;
  state.clock.now = bitcast<f32>(plan[${PLAN.origin}]) + f32(now) * grid.tick;
  state.clock.soaked = now;
  state.clock.rained = until;
}

@compute @workgroup_size(1)
fn main() {
  state.clock.flows = 0;
  state.clock.soaks = 0;
  let now = state.clock.to;
  let stop = plan[${PLAN.stop}];
  if (plan[${PLAN.begins}] != 0) {
    if (now < stop) {
      soak(0, plan[${PLAN.soak}]);
      state.clock.to = stop;
    }
    return;
  }
  if (now >= stop) {
    return;
  }
  let most = chooseLongest(now);
  let isEnd = plan[${PLAN.isEnd}] != 0;
  let left = f32(stop - now) * grid.tick + bitcast<f32>(plan[${PLAN.beyond}]);
  let count = max(1, ceil(left / most));
  var ticks: u32;
  if (isEnd) {
    ticks = (stop - now) / u32(count);
  } else {
    ticks = u32(left / count / grid.tick);
  }
  ticks = max(ticks, 1);
  let isLast = isEnd && count == 1;
  let to = now + ticks;
  let dt = f32(ticks) * grid.tick;
  state.clock.dt = dt;
  state.clock.slope = GRAVITY * dt / grid.cellSize;
  state.clock.double = 2 * dt;
  state.clock.rate = dt / grid.cellSize;
  state.clock.flows = 1;
  state.clock.start = now;
  state.clock.to = to;
  state.clock.steps += 1;
  atomicStore(&state.deepest, 0);
  if (isLast || to - state.clock.soaked >= plan[${PLAN.soak}]) {
    soak(to, max(plan[${PLAN.soak}], ticks));
  }
}
`;
