/** Sides where more happens than bed and water tell (`special-faces.ts`), one by one; and what crosses the border. */
import { friction, prelude } from './prelude.ts';

const face = /* wgsl */ `
struct Face {
  at: u32,
  kind: u32,
  sill: f32,
  openness: f32,
}
const EAST = 3u;
const OPEN_BORDER = 8u;
`;

export const FACE_GROUP = 64;

export const faceShader = /* wgsl */ `
${prelude('u32')}
${face}
@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read> state: State;
@group(0) @binding(2) var<storage, read_write> tiles: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read> faces: array<Face>;
@group(0) @binding(4) var<storage, read> ground: array<vec2f>;
@group(0) @binding(5) var<storage, read> depth: array<f32>;
@group(0) @binding(6) var<storage, read> flows: array<vec2f>;
// As numbers: who writes one of a pair might write both, and the other side of the cell has another writer.
@group(0) @binding(7) var<storage, read_write> next: array<f32>;
${friction}

/** At most critical. */
fn limit(flow: f32, hf: f32) -> f32 {
  let most = 1.7048949 * (hf * sqrt(hf));
  return clamp(flow, -most, most);
}

/** Discharge along (x) and across (y) the direction of a side. */
fn turned(at: u32, axis: u32) -> vec2f {
  let flow = flows[at];
  return select(flow.yx, flow, axis == 0);
}

fn inner(one: Face, axis: u32) -> f32 {
  let along = select(grid.stride, 1u, axis == 0);
  let aside = select(1u, grid.stride, axis == 0);
  let other = one.at + along;
  let here = ground[one.at];
  let there = ground[other];
  let bottom = max(here.x, there.x);
  let sill = max(bottom, one.sill);
  let near = depth[one.at] + pin(here.x - sill);
  let far = depth[other] + pin(there.x - sill);
  let hf = max(near, far);
  if (!(hf > DRY) || one.openness == 0) {
    return 0;
  }
  let own = turned(one.at, axis);
  let beyond = turned(other, axis);
  let q = own.x / one.openness;
  let ahead = own.y + beyond.y;
  let behind = turned(one.at - aside, axis).y + turned(other - aside, axis).y;
  let beside = ASIDE * (turned(one.at - along, axis).x + beyond.x);
  let kept = select(THETA * q + beside, q, one.openness < 1);
  let free = kept - state.clock.slope * hf * (far - near);
  let flow = rub(free, hf, 0.25 * (ahead + behind), state.clock.double * (here.y + there.y));
  if (one.sill <= bottom && one.openness == 1) {
    return flow;
  }
  return limit(flow, hf) * one.openness;
}

fn border(one: Face, cell: u32, axis: u32) -> f32 {
  let outward = select(-1.0, 1.0, (one.kind & 1) == 1);
  let here = ground[cell];
  let gnn = state.clock.double * (here.y + here.y);
  let aside = select(1u, grid.stride, axis == 0);
  let cross = 0.5 * (turned(cell, axis).y + turned(cell - aside, axis).y);
  let before = outward * turned(one.at, axis).x;
  let h = depth[cell];
  if (one.kind >= OPEN_BORDER) {
    if (!(h > DRY)) {
      return 0;
    }
    return outward * max(0, rub(before + state.clock.slope * h * one.sill, h, cross, gnn));
  }
  let beyond = one.sill - here.x;
  let hf = max(h, beyond);
  if (!(hf > DRY)) {
    return 0;
  }
  return outward * limit(rub(before - state.clock.slope * hf * (beyond - h), hf, cross, gnn), hf);
}

@compute @workgroup_size(${FACE_GROUP})
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (state.clock.flows == 0 || id.x >= grid.faces) {
    return;
  }
  let one = faces[id.x];
  let isInner = one.kind < 2;
  let axis = select(select(1u, 0u, (one.kind & 7) <= EAST), one.kind, isInner);
  // The side of a border lies before its first cell and behind its last.
  let isBefore = !isInner && (one.kind & 1) == 0;
  let cell = select(one.at, one.at + select(grid.stride, 1u, axis == 0), isBefore);
  if (atomicLoad(&tiles[tileOf(cell) * 2 + 1]) == 0) {
    return;
  }
  var flow: f32;
  if (isInner) {
    flow = inner(one, axis);
  } else {
    flow = border(one, cell, axis);
  }
  next[one.at * 2 + axis] = flow;
}
`;

export const borderShader = /* wgsl */ `
${prelude('u32')}
${face}
@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read> state: State;
@group(0) @binding(2) var<storage, read> faces: array<Face>;
@group(0) @binding(3) var<storage, read> flows: array<vec2f>;
@group(0) @binding(4) var<storage, read_write> books: array<vec4f>; // m³ in and out, and what rounding left out of both

@compute @workgroup_size(${FACE_GROUP})
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (state.clock.flows == 0 || id.x >= grid.faces || faces[id.x].kind < 2) {
    return;
  }
  let one = faces[id.x];
  let flow = flows[one.at];
  let along = select(flow.y, flow.x, (one.kind & 7) <= EAST);
  let inward = pin(select(along, -along, (one.kind & 1) == 1) * state.clock.dt * grid.cellSize);
  if (inward == 0) {
    return;
  }
  let book = books[id.x];
  let isIn = inward > 0;
  let before = select(book.y, book.x, isIn);
  let more = pin(abs(inward) - select(book.w, book.z, isIn));
  let after = pin(before + more);
  let left = pin(after - before) - more;
  books[id.x] = select(vec4f(book.x, after, book.z, left), vec4f(after, book.y, left, book.w), isIn);
}
`;
