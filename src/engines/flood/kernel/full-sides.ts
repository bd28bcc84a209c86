// What goes through the west and the south sides of a run of cells of scheme "full", two cells at once: slopes, half a step ahead,
// flux. `computeSides` of `full-flow.ts` does the same operations in the same order.
import { GRAVITY2, HALF, storeFlux, ZERO } from './full-hllc';
import { apart, bed, H, NORTH, PULL_X, PULL_Y, rowOf, SOUTH, smooth, stride, U, V, WEST } from './full-state';

/** As in `layout.ts`. */
export const CLOSED = f64x2.splat(1.2676506002282294e30);

/** Two singles as doubles. */
@inline
export function widen(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

@inline
function limitSlope(before: v128, here: v128, after: v128, isSmooth: v128): v128 {
  const back = f64x2.sub(here, before);
  const ahead = f64x2.sub(after, here);
  const least = v128.bitselect(back, ahead, f64x2.lt(f64x2.abs(back), f64x2.abs(ahead)));
  return v128.and(least, v128.and(f64x2.lt(ZERO, f64x2.mul(back, ahead)), isSmooth));
}

/** The last of the two before and the first of these. */
@inline
function shift(before: v128, these: v128): v128 {
  return v128.shuffle<i64>(before, these, 1, 2);
}

export function computeSides(row: i32, from: i32, until: i32, rate: f64): void {
  const slot = row & 3;
  const before = (row - 1) & 3;
  const after = (row + 1) & 3;
  const rowH = rowOf(H, slot);
  const rowU = rowOf(U, slot);
  const rowV = rowOf(V, slot);
  const southH = rowOf(H, before);
  const southU = rowOf(U, before);
  const southV = rowOf(V, before);
  const aheadH = rowOf(H, after);
  const aheadU = rowOf(U, after);
  const aheadV = rowOf(V, after);
  const west = rowOf(WEST, slot);
  const south = rowOf(SOUTH, slot);
  const pullX = rowOf(PULL_X, slot);
  const pullY = rowOf(PULL_Y, slot);
  const northH = rowOf(NORTH, 0);
  const northZ = rowOf(NORTH, 1);
  const northU = rowOf(NORTH, 2);
  const northV = rowOf(NORTH, 3);
  const step = apart();
  const half = f64x2.splat(0.5 * rate);
  const pitch = (stride as usize) << 2;
  const beds = bed + (row as usize) * pitch;
  const masks = smooth + (row as usize) * pitch;
  let lastH = ZERO;
  let lastZ = f64x2.splat(load<f32>(beds + ((from as usize) << 2) - 4) as f64);
  let lastU = ZERO;
  let lastV = ZERO;
  const end = (until as usize) << 3;
  for (let i = (from as usize) << 3; i < end; i += 16) {
    const z = widen(beds + (i >> 1));
    const d = v128.load(rowH + i);
    const sH = v128.load(northH + i);
    if (!v128.any_true(v128.or(v128.or(d, sH), lastH))) {
      for (let k: usize = 0; k < 4; k++) {
        v128.store(west + k * step + i, ZERO);
        v128.store(south + k * step + i, ZERO);
      }
      v128.store(pullX + i, ZERO);
      v128.store(pullY + i, ZERO);
      v128.store(northH + i, ZERO);
      v128.store(northZ + i, z);
      v128.store(northU + i, ZERO);
      v128.store(northV + i, ZERO);
      lastH = ZERO;
      lastZ = z;
      lastU = ZERO;
      lastV = ZERO;
      continue;
    }
    const u = v128.load(rowU + i);
    const v = v128.load(rowV + i);
    const level = f64x2.add(z, d);
    const zWest = widen(beds + (i >> 1) - 4);
    const zSouth = widen(beds + (i >> 1) - pitch);
    const wet = v128.and(f64x2.lt(ZERO, d), v128.load32x2_s(masks + (i >> 1)));

    const westH = v128.load(rowH + i - 8);
    const eastH = v128.load(rowH + i, 8);
    const isX = v128.and(wet, v128.and(f64x2.lt(ZERO, westH), f64x2.lt(ZERO, eastH)));
    const dh = limitSlope(westH, d, eastH, isX);
    const du = limitSlope(v128.load(rowU + i - 8), u, v128.load(rowU + i, 8), isX);
    const dv = limitSlope(v128.load(rowV + i - 8), v, v128.load(rowV + i, 8), isX);
    const zEast = widen(beds + (i >> 1) + 4);
    const de = limitSlope(f64x2.add(zWest, westH), level, f64x2.add(zEast, eastH), isX);

    const underH = v128.load(southH + i);
    const overH = v128.load(aheadH + i);
    const isY = v128.and(wet, v128.and(f64x2.lt(ZERO, underH), f64x2.lt(ZERO, overH)));
    const eh = limitSlope(underH, d, overH, isY);
    const eu = limitSlope(v128.load(southU + i), u, v128.load(aheadU + i), isY);
    const ev = limitSlope(v128.load(southV + i), v, v128.load(aheadV + i), isY);
    const zNorth = widen(beds + (i >> 1) + pitch);
    const ee = limitSlope(f64x2.add(zSouth, underH), level, f64x2.add(zNorth, overH), isY);

    const thinX = f64x2.add(f64x2.mul(u, dh), f64x2.mul(d, du));
    const thinY = f64x2.add(f64x2.mul(v, eh), f64x2.mul(d, ev));
    const sunk = f64x2.sub(d, f64x2.mul(half, f64x2.add(thinX, thinY)));
    const hP = f64x2.pmax(sunk, f64x2.mul(HALF, d));
    const speedX = f64x2.add(f64x2.mul(u, du), f64x2.mul(v, eu));
    const uP = f64x2.sub(u, f64x2.mul(half, f64x2.add(speedX, f64x2.mul(GRAVITY2, de))));
    const speedY = f64x2.add(f64x2.mul(v, ev), f64x2.mul(u, dv));
    const vP = f64x2.sub(v, f64x2.mul(half, f64x2.add(speedY, f64x2.mul(GRAVITY2, ee))));
    const levelP = f64x2.add(z, hP);
    const pull = f64x2.mul(GRAVITY2, hP);
    v128.store(pullX + i, f64x2.mul(pull, f64x2.sub(dh, de)));
    v128.store(pullY + i, f64x2.mul(pull, f64x2.sub(eh, ee)));
    const isClosed = f64x2.eq(z, CLOSED);

    {
      const x = f64x2.mul(HALF, dh);
      const e = f64x2.mul(HALF, de);
      const a = f64x2.mul(HALF, du);
      const b = f64x2.mul(HALF, dv);
      const hW = f64x2.sub(hP, x);
      const zW = f64x2.sub(f64x2.sub(levelP, e), hW);
      const uW = f64x2.sub(uP, a);
      const vW = f64x2.sub(vP, b);
      const hE = f64x2.add(hP, x);
      const zE = f64x2.sub(f64x2.add(levelP, e), hE);
      const uE = f64x2.add(uP, a);
      const vE = f64x2.add(vP, b);
      const hB = shift(lastH, hE);
      const zB = shift(lastZ, zE);
      const uB = shift(lastU, uE);
      const vB = shift(lastV, vE);
      lastH = hE;
      lastZ = zE;
      lastU = uE;
      lastV = vE;
      const isWall = f64x2.eq(zWest, CLOSED);
      if (v128.any_true(v128.or(isWall, isClosed))) {
        const zL = v128.bitselect(zW, zB, isWall);
        const zR = v128.bitselect(zB, zW, isClosed);
        storeFlux(
          west + i,
          step,
          v128.bitselect(hW, hB, isWall),
          zL,
          v128.bitselect(f64x2.neg(uW), uB, isWall),
          v128.bitselect(vW, vB, isWall),
          v128.bitselect(hB, hW, isClosed),
          zR,
          v128.bitselect(f64x2.neg(uB), uW, isClosed),
          v128.bitselect(vB, vW, isClosed),
          f64x2.pmax(zL, zR),
        );
      } else storeFlux(west + i, step, hB, zB, uB, vB, hW, zW, uW, vW, f64x2.pmax(zB, zW));
    }
    {
      const y = f64x2.mul(HALF, eh);
      const e = f64x2.mul(HALF, ee);
      const a = f64x2.mul(HALF, eu);
      const b = f64x2.mul(HALF, ev);
      const hS = f64x2.sub(hP, y);
      const zS = f64x2.sub(f64x2.sub(levelP, e), hS);
      const uS = f64x2.sub(uP, a);
      const vS = f64x2.sub(vP, b);
      const zB = v128.load(northZ + i);
      const uB = v128.load(northU + i);
      const vB = v128.load(northV + i);
      const hN = f64x2.add(hP, y);
      v128.store(northH + i, hN);
      v128.store(northZ + i, f64x2.sub(f64x2.add(levelP, e), hN));
      v128.store(northU + i, f64x2.add(uP, a));
      v128.store(northV + i, f64x2.add(vP, b));
      const isWall = f64x2.eq(zSouth, CLOSED);
      if (v128.any_true(v128.or(isWall, isClosed))) {
        const zL = v128.bitselect(zS, zB, isWall);
        const zR = v128.bitselect(zB, zS, isClosed);
        storeFlux(
          south + i,
          step,
          v128.bitselect(hS, sH, isWall),
          zL,
          v128.bitselect(f64x2.neg(vS), vB, isWall),
          v128.bitselect(uS, uB, isWall),
          v128.bitselect(sH, hS, isClosed),
          zR,
          v128.bitselect(f64x2.neg(vB), vS, isClosed),
          v128.bitselect(uB, uS, isClosed),
          f64x2.pmax(zL, zR),
        );
      } else storeFlux(south + i, step, sH, zB, vB, uB, hS, zS, vS, uS, f64x2.pmax(zB, zS));
    }
  }
}
