/** Rain, ground, sewer and maxima of each cell, as in `soak-javascript.ts`, at the ends of the time table's rows. */
import { addWater, noteWet, prelude, TILE } from './prelude.ts';

export const soakShader = /* wgsl */ `
${prelude('atomic<u32>')}
@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read_write> state: State;
@group(0) @binding(2) var<storage, read_write> tiles: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read> soil: array<vec4f>; // rain factor, infiltration, sewer
@group(0) @binding(4) var<storage, read_write> depth: array<f32>;
@group(0) @binding(5) var<storage, read_write> excess: array<f32>;
@group(0) @binding(6) var<storage, read> flows: array<vec2f>;
@group(0) @binding(7) var<storage, read_write> marks: array<vec4f>; // top depth, top speed, arrival (-1: none), duration
@group(0) @binding(8) var<storage, read_write> taken: array<vec4f>; // by ground and sewer, m; and what rounding left out of both
${addWater}
${noteWet}

const SPEED_DEPTH = 0.01;
const ARRIVAL_DEPTH = 0.05;

fn takeUp(at: u32) {
  let own = soil[at];
  let h = depth[at];
  let fallen = pin(state.clock.rain * own.x);
  if (fallen == 0 && !(h > DRY)) {
    return;
  }
  let there = pin(h + fallen);
  let before = taken[at];
  let ground = pin(min(there, own.y * state.clock.seconds));
  let room = min(own.z * state.clock.seconds, grid.storage - before.y);
  let sewer = pin(min(there - ground, room));
  if (ground != 0 || sewer != 0) {
    let moreGround = pin(ground - before.z);
    let moreSewer = pin(sewer - before.w);
    let afterGround = pin(before.x + moreGround);
    let afterSewer = pin(before.y + moreSewer);
    let left = vec2f(pin(afterGround - before.x) - moreGround, pin(afterSewer - before.y) - moreSewer);
    taken[at] = vec4f(afterGround, afterSewer, left);
  }
  let change = (fallen - ground) - sewer;
  if (change != 0) {
    addWater(at, change);
  }
}

fn note(at: u32, h: f32) {
  let was = marks[at];
  var mark = was;
  mark.x = max(mark.x, h);
  if (h >= SPEED_DEPTH) {
    let flow = flows[at];
    let u = 0.5 * (flows[at - 1].x + flow.x);
    let v = 0.5 * (flows[at - grid.stride].y + flow.y);
    mark.y = max(mark.y, sqrt(max(u * u + v * v, 1e-30)) / h);
  }
  if (h >= ARRIVAL_DEPTH) {
    mark.w += state.clock.seconds;
    if (mark.z < 0) {
      mark.z = state.clock.now;
    }
  }
  marks[at] = mark;
}

@compute @workgroup_size(${TILE.width}, ${TILE.height})
fn main(@builtin(global_invocation_id) cell: vec3u, @builtin(workgroup_id) tile: vec3u) {
  if (state.clock.soaks == 0 || cell.x >= grid.width || cell.y >= grid.height) {
    return;
  }
  let own = tile.y * grid.tilesX + tile.x;
  // Dry tiles without rain; what gets wet meanwhile is dry to the others, so that it makes no difference who comes first.
  if (state.clock.rain == 0 && atomicLoad(&tiles[own * 2]) == 0) {
    return;
  }
  let at = (cell.y + 1) * grid.stride + cell.x + 1;
  takeUp(at);
  let h = depth[at];
  if (h > DRY) {
    note(at, h);
    noteWet(own, h);
  }
}
`;
