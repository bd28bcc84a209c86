// Rays through a tree of four boxes a node and four triangles a leaf, in single precision: what `engines/bvh/pack-wide.ts` lays out.
// No branch but on whole answers of four: that is where plain JavaScript loses its time.

/** Bytes of a node: least x, y, z and most x, y, z of four boxes, their links, and room to make it two cache lines. */
const NODE: usize = 128;
const LINKS: usize = 96;
/** Bytes of four triangles: corner, two sides, normal (three times four each), and how far rounding may reach. */
const BLOCK: usize = 208;
/** What the leaving side of a box is widened by: four roundings of single precision. */
const WIDER: f32 = 1.0000005;
const REACH: f32 = 1e-5;
const LEVEL: f32 = 1e-30;

let nodes: usize = 0;
let blocks: usize = 0;
let root: i32 = 0;
let stack: usize = 0;
/** Four triangles that the last ray of the same point met: most often they stand before the next sun too. */
let last: i32 = -1;

export function setup(stackAt: usize, nodesAt: usize, blocksAt: usize, rootLink: i32): void {
  stack = stackAt;
  nodes = nodesAt;
  blocks = blocksAt;
  root = rootLink;
  last = -1;
}

// @ts-ignore: decorator
@inline
function inverse(d: f32): f32 {
  return <f32>1 / (abs(d) < LEVEL ? LEVEL : d);
}

/** Whether the ray meets any of four triangles. */
// @ts-ignore: decorator
@inline
function meets(at: usize, ox: v128, oy: v128, oz: v128, dx: v128, dy: v128, dz: v128, near: v128, far: v128): bool {
  const nx = v128.load(at, 144);
  const ny = v128.load(at, 160);
  const nz = v128.load(at, 176);
  const toX = f32x4.sub(v128.load(at), ox);
  const toY = f32x4.sub(v128.load(at, 16), oy);
  const toZ = f32x4.sub(v128.load(at, 32), oz);
  const signed = f32x4.add(f32x4.add(f32x4.mul(dx, nx), f32x4.mul(dy, ny)), f32x4.mul(dz, nz));
  const sign = v128.and(signed, i32x4.splat(0x80000000));
  const across = v128.xor(signed, sign);
  const along = v128.xor(f32x4.add(f32x4.add(f32x4.mul(toX, nx), f32x4.mul(toY, ny)), f32x4.mul(toZ, nz)), sign);
  let ok = v128.and(f32x4.ge(along, f32x4.mul(near, across)), f32x4.le(along, f32x4.mul(far, across)));
  ok = v128.and(ok, f32x4.gt(across, f32x4.splat(0)));
  if (!v128.any_true(ok)) return false;
  const rx = f32x4.sub(f32x4.mul(toY, dz), f32x4.mul(toZ, dy));
  const ry = f32x4.sub(f32x4.mul(toZ, dx), f32x4.mul(toX, dz));
  const rz = f32x4.sub(f32x4.mul(toX, dy), f32x4.mul(toY, dx));
  const u = v128.xor(
    f32x4.add(
      f32x4.add(f32x4.mul(rx, v128.load(at, 96)), f32x4.mul(ry, v128.load(at, 112))),
      f32x4.mul(rz, v128.load(at, 128)),
    ),
    sign,
  );
  const v = f32x4.neg(
    v128.xor(
      f32x4.add(
        f32x4.add(f32x4.mul(rx, v128.load(at, 48)), f32x4.mul(ry, v128.load(at, 64))),
        f32x4.mul(rz, v128.load(at, 80)),
      ),
      sign,
    ),
  );
  const distance = f32x4.add(f32x4.add(f32x4.abs(toX), f32x4.abs(toY)), f32x4.abs(toZ));
  const slack = f32x4.add(f32x4.mul(distance, v128.load(at, 192)), f32x4.mul(across, f32x4.splat(REACH)));
  ok = v128.and(ok, f32x4.ge(f32x4.add(u, slack), f32x4.splat(0)));
  ok = v128.and(ok, f32x4.ge(f32x4.add(v, slack), f32x4.splat(0)));
  ok = v128.and(ok, f32x4.le(f32x4.add(u, v), f32x4.add(across, slack)));
  return v128.any_true(ok);
}

export function occluded(ox: f32, oy: f32, oz: f32, dx: f32, dy: f32, dz: f32, near: f32, far: f32): i32 {
  const ix = inverse(dx);
  const iy = inverse(dy);
  const iz = inverse(dz);
  const ox4 = f32x4.splat(ox);
  const oy4 = f32x4.splat(oy);
  const oz4 = f32x4.splat(oz);
  const dx4 = f32x4.splat(dx);
  const dy4 = f32x4.splat(dy);
  const dz4 = f32x4.splat(dz);
  const ix4 = f32x4.splat(ix);
  const iy4 = f32x4.splat(iy);
  const iz4 = f32x4.splat(iz);
  const near4 = f32x4.splat(near);
  const far4 = f32x4.splat(far);
  const wider4 = f32x4.splat(WIDER);
  if (last >= 0 && meets(blocks + BLOCK * <usize>last, ox4, oy4, oz4, dx4, dy4, dz4, near4, far4)) return 1;
  // Where in a node the side lies by which the ray enters, and leaves.
  const enterX: usize = ix < 0 ? 48 : 0;
  const enterY: usize = iy < 0 ? 64 : 16;
  const enterZ: usize = iz < 0 ? 80 : 32;
  const leaveX: usize = 48 - enterX;
  const leaveY: usize = 80 - enterY;
  const leaveZ: usize = 112 - enterZ;
  let top = stack;
  let link = root;
  while (true) {
    if (link >= 0) {
      const node = nodes + NODE * <usize>link;
      let enter = f32x4.mul(f32x4.sub(v128.load(node + enterX), ox4), ix4);
      let leave = f32x4.mul(f32x4.sub(v128.load(node + leaveX), ox4), ix4);
      enter = f32x4.pmax(enter, f32x4.mul(f32x4.sub(v128.load(node + enterY), oy4), iy4));
      leave = f32x4.pmin(leave, f32x4.mul(f32x4.sub(v128.load(node + leaveY), oy4), iy4));
      enter = f32x4.pmax(enter, f32x4.mul(f32x4.sub(v128.load(node + enterZ), oz4), iz4));
      leave = f32x4.pmin(leave, f32x4.mul(f32x4.sub(v128.load(node + leaveZ), oz4), iz4));
      enter = f32x4.pmax(enter, near4);
      leave = f32x4.pmin(f32x4.mul(leave, wider4), far4);
      let mask = i32x4.bitmask(f32x4.le(enter, leave));
      if (mask) {
        link = load<i32>(node + LINKS + (<usize>ctz(mask) << 2));
        mask &= mask - 1;
        while (mask) {
          store<i32>(top, load<i32>(node + LINKS + (<usize>ctz(mask) << 2)));
          top += 4;
          mask &= mask - 1;
        }
        continue;
      }
    } else if (meets(blocks + BLOCK * <usize>~link, ox4, oy4, oz4, dx4, dy4, dz4, near4, far4)) {
      last = ~link;
      return 1;
    }
    if (top == stack) return 0;
    top -= 4;
    link = load<i32>(top);
  }
}

/** Bytes `points × directions` at `out`: 1 where something stands on the ray. A byte that is set already is not looked at. */
export function occludeAll(points: usize, pointCount: i32, directions: usize, directionCount: i32, near: f32, far: f32, out: usize): void {
  for (let p = 0; p < pointCount; p++) {
    const x = load<f32>(points);
    const y = load<f32>(points, 4);
    const z = load<f32>(points, 8);
    points += 12;
    last = -1;
    let direction = directions;
    for (let d = 0; d < directionCount; d++) {
      if (load<u8>(out) == 0) {
        store<u8>(out, <u8>occluded(x, y, z, load<f32>(direction), load<f32>(direction, 4), load<f32>(direction, 8), near, far));
      }
      direction += 12;
      out++;
    }
  }
}
