/**
 * A time step of the local-inertial scheme in three passes, because workgroups cannot wait for each other: discharges of all
 * sides, the scale of each cell, and limited discharges with depths. Each value has one writer in a pass and no reader beside it.
 *
 * A tile in which, and beside which, no cell was wet after the last two steps is left alone: all its discharges are 0 by then, so
 * that neighbours may read them.
 */
import { addWater, friction, noteWet, prelude, TILE } from './prelude.ts';

const size = `@workgroup_size(${TILE.width}, ${TILE.height})`;

export const dischargeShader = /* wgsl */ `
${prelude('u32')}
@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read> state: State;
@group(0) @binding(2) var<storage, read_write> tiles: array<atomic<u32>>; // per tile: flags as in layout.ts, and whether it is active
@group(0) @binding(3) var<storage, read> ground: array<vec2f>; // bed, g n²
@group(0) @binding(4) var<storage, read> depth: array<f32>;
@group(0) @binding(5) var<storage, read> flows: array<vec2f>;
@group(0) @binding(6) var<storage, read_write> next: array<vec2f>;
${friction}

fn side(here: vec2f, there: vec2f, h: f32, beyond: f32, kept: f32, across: f32) -> f32 {
  let sill = max(here.x, there.x);
  let near = h + pin(here.x - sill);
  let far = beyond + pin(there.x - sill);
  let hf = max(near, far);
  if (!(hf > DRY)) {
    return 0;
  }
  let free = kept - state.clock.slope * hf * (far - near);
  return rub(free, hf, across, state.clock.double * (here.y + there.y));
}

@compute ${size}
fn main(
  @builtin(global_invocation_id) cell: vec3u,
  @builtin(workgroup_id) tile: vec3u,
  @builtin(num_workgroups) tilesIn: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  if (state.clock.flows == 0) {
    return;
  }
  let own = tile.y * grid.tilesX + tile.x;
  var mark = atomicLoad(&tiles[own * 2]);
  if (tile.x > 0) {
    mark |= atomicLoad(&tiles[own * 2 - 2]);
  }
  if (tile.x + 1 < tilesIn.x) {
    mark |= atomicLoad(&tiles[own * 2 + 2]);
  }
  if (tile.y > 0) {
    mark |= atomicLoad(&tiles[(own - grid.tilesX) * 2]);
  }
  if (tile.y + 1 < tilesIn.y) {
    mark |= atomicLoad(&tiles[(own + grid.tilesX) * 2]);
  }
  if (local == 0) {
    atomicStore(&tiles[own * 2 + 1], mark);
  }
  if (mark == 0 || cell.x >= grid.width || cell.y >= grid.height) {
    return;
  }
  let at = (cell.y + 1) * grid.stride + cell.x + 1;
  let east = at + 1;
  let north = at + grid.stride;
  let south = at - grid.stride;
  let here = ground[at];
  let h = depth[at];
  let flow = flows[at];
  let flowEast = flows[east];
  let flowWest = flows[at - 1];
  let flowNorth = flows[north];
  let flowSouth = flows[south];
  let keptX = THETA * flow.x + ASIDE * (flowWest.x + flowEast.x);
  let keptY = THETA * flow.y + ASIDE * (flowSouth.y + flowNorth.y);
  let acrossX = 0.25 * ((flow.y + flowEast.y) + (flowSouth.y + flows[south + 1].y));
  let acrossY = 0.25 * ((flow.x + flowNorth.x) + (flowWest.x + flows[north - 1].x));
  next[at] = vec2f(
    side(here, ground[east], h, depth[east], keptX, acrossX),
    side(here, ground[north], h, depth[north], keptY, acrossY),
  );
}
`;

export const limitShader = /* wgsl */ `
${prelude('atomic<u32>')}
@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read_write> state: State;
@group(0) @binding(2) var<storage, read_write> tiles: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read> next: array<vec2f>;
@group(0) @binding(4) var<storage, read> depth: array<f32>;
@group(0) @binding(5) var<storage, read_write> scales: array<f32>;

@compute ${size}
fn main(
  @builtin(global_invocation_id) cell: vec3u,
  @builtin(workgroup_id) tile: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let own = (tile.y * grid.tilesX + tile.x) * 2;
  if (state.clock.flows == 0 || atomicLoad(&tiles[own + 1]) == 0) {
    return;
  }
  if (local == 0) {
    // Wet now becomes wet before; the next pass says what is wet then.
    let was = atomicLoad(&tiles[own]);
    atomicStore(&tiles[own], (was & 4) | ((was << 1) & 2));
    atomicAdd(&state.tiles, 1);
  }
  if (cell.x >= grid.width || cell.y >= grid.height) {
    return;
  }
  let at = (cell.y + 1) * grid.stride + cell.x + 1;
  let flow = next[at];
  let aside = max(0, flow.x) - min(0, next[at - 1].x);
  let along = max(0, flow.y) - min(0, next[at - grid.stride].y);
  let leaving = (aside + along) * state.clock.rate;
  let there = depth[at];
  var scale = 1.0;
  if (leaving > there) {
    scale = there / leaving;
  }
  scales[at] = scale;
}
`;

export const depthShader = /* wgsl */ `
${prelude('atomic<u32>')}
@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read_write> state: State;
@group(0) @binding(2) var<storage, read_write> tiles: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read> next: array<vec2f>;
@group(0) @binding(4) var<storage, read> scales: array<f32>;
@group(0) @binding(5) var<storage, read_write> flows: array<vec2f>;
@group(0) @binding(6) var<storage, read_write> depth: array<f32>;
@group(0) @binding(7) var<storage, read_write> excess: array<f32>;
${addWater}
${noteWet}

/** \`behind\` and \`ahead\`: scales of the cells that it leaves when positive and negative. */
fn limit(flow: f32, behind: f32, ahead: f32) -> f32 {
  return pin(flow * select(ahead, behind, flow > 0));
}

fn update(at: u32, isFirstColumn: bool, isFirstRow: bool) -> f32 {
  let west = at - 1;
  let south = at - grid.stride;
  let scale = scales[at];
  let raw = next[at];
  let flow = vec2f(limit(raw.x, scale, scales[at + 1]), limit(raw.y, scale, scales[at + grid.stride]));
  let flowWest = limit(next[west].x, scales[west], scale);
  let flowSouth = limit(next[south].y, scales[south], scale);
  flows[at] = flow;
  // Sides of the border belong to nobody else.
  if (isFirstColumn) {
    flows[west].x = flowWest;
  }
  if (isFirstRow) {
    flows[south].y = flowSouth;
  }
  let change = ((flowWest - flow.x) + (flowSouth - flow.y)) * state.clock.rate;
  if (change == 0) {
    return depth[at];
  }
  return addWater(at, change);
}

@compute ${size}
fn main(@builtin(global_invocation_id) cell: vec3u, @builtin(workgroup_id) tile: vec3u) {
  let own = tile.y * grid.tilesX + tile.x;
  if (state.clock.flows == 0 || atomicLoad(&tiles[own * 2 + 1]) == 0) {
    return;
  }
  if (cell.x < grid.width && cell.y < grid.height) {
    noteWet(own, update((cell.y + 1) * grid.stride + cell.x + 1, cell.x == 0, cell.y == 0));
  }
}
`;
