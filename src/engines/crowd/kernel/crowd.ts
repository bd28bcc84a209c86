// One step of everyone: what `engines/crowd/step.ts` does, which says what and why. Neighbours four at a time in single precision, which
// on a kilometre is 0.06 mm; places and speeds in double.

import {
  clearance,
  columns,
  destination,
  directions,
  freeSpeed,
  fromX,
  fromY,
  gap,
  goalX,
  goalY,
  headway,
  height,
  heldFor,
  isOwn,
  keepRight,
  nearWalls,
  nearX,
  nearY,
  onward,
  order,
  passing,
  perRange,
  perWallRange,
  placeX,
  placeY,
  radius,
  rows,
  singleX,
  singleY,
  speedX,
  speedY,
  starts,
  startTime,
  stepAside,
  strength,
  turnBy,
  walls,
  wallStart,
  wallStrength,
  wayBytes,
  width,
} from './columns';
import { addUp, chance, cosine, exponential, exponentialOf, sine } from './numbers';

export { setup } from './columns';
export { exponentialOf };

const STEP: f64 = 0.05;
const NEAR_CELL: f64 = 1;
const FIELD_CELL: f64 = 0.25;
const REACH_SQUARED: f32 = 1;
const WALL_REACH: f64 = 0.3;
const PATIENCE: f32 = 1;
const MOST_TURN: f64 = 1.2;
const HELD_SHARE: f64 = 0.1;
const SMOOTHING: f64 = 0.2;
const AT_GOAL: f64 = 0.1;
const HOME: f64 = 0.75;
const YIELD: f64 = 2.2;
const YIELD_SPEED: f64 = 0.5;
const STUCK_SHARE: f64 = 0.2;
const STUCK: f32 = 3;

// @ts-ignore: decorator
@inline
function cellAt(value: f64, size: f64, count: i32): i32 {
  return min(count - 1, max(0, <i32>floor(value / size)));
}

/** How far along a wall, 0 to 1, lies nearest to a point. */
// @ts-ignore: decorator
@inline
function along(x: f64, y: f64, wx: f64, wy: f64): f64 {
  const square = wx * wx + wy * wy;
  return square > 0 ? min<f64>(1, max<f64>(0, (x * wx + y * wy) / square)) : 0;
}

let keptX: f64 = 0;
let keptY: f64 = 0;

/** Puts a place back that is nearer to a wall than a body is wide; to where it came from where there is no room at all. */
function keepOff(px: f64, py: f64, firstWall: i32, lastWall: i32): void {
  let x = keptX;
  let y = keptY;
  const square = radius * radius;
  for (let pass = 0; pass < 3; pass++) {
    let moved = false;
    for (let k = firstWall; k < lastWall; k++) {
      const wall = walls + (<usize>load<i32>(nearWalls + (<usize>k << 2)) << 5);
      const x1 = load<f64>(wall);
      const y1 = load<f64>(wall, 8);
      const wx = load<f64>(wall, 16) - x1;
      const wy = load<f64>(wall, 24) - y1;
      const t = along(x - x1, y - y1, wx, wy);
      const dx = x - x1 - t * wx;
      const dy = y - y1 - t * wy;
      const squared = dx * dx + dy * dy;
      if (squared == 0) continue;
      if (squared >= square) continue;
      const s = sqrt(squared);
      x += (dx / s) * (radius - s);
      y += (dy / s) * (radius - s);
      moved = true;
    }
    if (!moved) break;
    if (pass < 2) continue;
    for (let k = firstWall; k < lastWall; k++) {
      const wall = walls + (<usize>load<i32>(nearWalls + (<usize>k << 2)) << 5);
      const x1 = load<f64>(wall);
      const y1 = load<f64>(wall, 8);
      const wx = load<f64>(wall, 16) - x1;
      const wy = load<f64>(wall, 24) - y1;
      const t = along(x - x1, y - y1, wx, wy);
      const dx = x - x1 - t * wx;
      const dy = y - y1 - t * wy;
      if (dx * dx + dy * dy >= square * 0.81) continue;
      x = px;
      y = py;
      break;
    }
  }
  keptX = x;
  keptY = y;
}

/** As `stepJavascript`. */
export function step(walking: i32, seed: i32, time: f64): void {
  const l = 2 * radius;
  const lanes = i32x4(0, 1, 2, 3);
  const tick = <i32>floor(time + 1e-9);
  const isNewTick = time - <f64>tick < STEP - 1e-9;
  const l4 = f32x4.splat(<f32>l);
  const less4 = f32x4.splat(<f32>-l);

  for (let i = 0; i < walking; i++) {
    const person = load<i32>(order + (<usize>i << 2));
    const at4 = <usize>person << 2;
    const at8 = <usize>person << 3;
    if (time < load<f64>(startTime + at8)) {
      store<f64>(speedX + at8, 0);
      store<f64>(speedY + at8, 0);
      continue;
    }
    const px = load<f64>(nearX + (<usize>i << 3));
    const py = load<f64>(nearY + (<usize>i << 3));
    const px4 = v128.load32_splat(singleX + (<usize>i << 2));
    const py4 = v128.load32_splat(singleY + (<usize>i << 2));

    let v0 = load<f64>(freeSpeed + at8);
    let ex: f64 = 0;
    let ey: f64 = 0;
    let length: f64 = 0;
    let far: f64 = Infinity;
    if (load<u8>(isOwn + <usize>person) != 0) {
      const gx = load<f64>(goalX + at8) - px;
      const gy = load<f64>(goalY + at8) - py;
      far = sqrt(gx * gx + gy * gy);
      if (far > AT_GOAL) {
        ex = gx / far;
        ey = gy / far;
        v0 = min(v0, far / headway);
      }
    } else {
      const cx = px / FIELD_CELL - 0.5;
      const cy = py / FIELD_CELL - 0.5;
      const c0 = min(width - 2, max(0, <i32>floor(cx)));
      const r0 = min(height - 2, max(0, <i32>floor(cy)));
      const fx = cx - <f64>c0;
      const fy = cy - <f64>r0;
      const below = directions + wayBytes * <usize>load<u8>(destination + <usize>person) + (<usize>(r0 * width + c0) << 3);
      const above = below + (<usize>width << 3);
      const w00 = (1 - fx) * (1 - fy);
      const w10 = fx * (1 - fy);
      const w01 = (1 - fx) * fy;
      const w11 = fx * fy;
      ex =
        w00 * <f64>load<f32>(below) + w10 * <f64>load<f32>(below, 8) + w01 * <f64>load<f32>(above) + w11 * <f64>load<f32>(above, 8);
      ey =
        w00 * <f64>load<f32>(below, 4) + w10 * <f64>load<f32>(below, 12) + w01 * <f64>load<f32>(above, 4) + w11 * <f64>load<f32>(above, 12);
      length = sqrt(ex * ex + ey * ey);
      if (length < 1e-3) {
        ex = load<f64>(speedX + at8);
        ey = load<f64>(speedY + at8);
        length = sqrt(ex * ex + ey * ey);
      }
      if (length > 1e-9) {
        ex /= length;
        ey /= length;
      }
    }
    let held = load<f32>(heldFor + at4);
    if (isNewTick) {
      const on = ex * (px - load<f64>(fromX + at8)) + ey * (py - load<f64>(fromY + at8));
      store<f32>(onward + at4, <f32>max<f64>(0, on));
      held = on < HELD_SHARE * v0 ? held + 1 : max<f32>(0, held - 2);
      if (far > HOME && far < Infinity && on < STUCK_SHARE * v0) held = STUCK;
      store<f64>(fromX + at8, px);
      store<f64>(fromY + at8, py);
    }
    if (held > PATIENCE) {
      if (isNewTick) store<f32>(turnBy + at4, <f32>((2 * chance(seed, person, tick) - 1) * MOST_TURN));
      const angle = <f64>load<f32>(turnBy + at4);
      const cos = cosine(angle);
      const sin = sine(angle);
      const turned = ex * cos - ey * sin;
      ey = ex * sin + ey * cos;
      ex = turned;
    }
    const wayX = ex;
    const wayY = ey;
    const by = <f64>load<f32>(stepAside + at4);
    ex -= by * wayY;
    ey += by * wayX;

    // Others.
    const column = cellAt(px, NEAR_CELL, columns);
    const line = cellAt(py, NEAR_CELL, rows);
    const left = max(0, column - 1);
    const right = min(columns - 1, column + 1);
    let pushX = f32x4.splat(0);
    let pushY = f32x4.splat(0);
    for (let r = max(0, line - 1), top = min(rows - 1, line + 1); r <= top; r++) {
      const run = starts + (<usize>(r * columns) << 2);
      const last = load<i32>(run + (<usize>right << 2), 4);
      const last4 = i32x4.splat(last);
      for (let k = load<i32>(run + (<usize>left << 2)); k < last; k += 4) {
        const dx = f32x4.sub(px4, v128.load(singleX + (<usize>k << 2)));
        const dy = f32x4.sub(py4, v128.load(singleY + (<usize>k << 2)));
        const squared = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
        let near = v128.and(f32x4.lt(squared, f32x4.splat(REACH_SQUARED)), f32x4.gt(squared, f32x4.splat(0)));
        near = v128.and(near, i32x4.lt_s(i32x4.add(i32x4.splat(k), lanes), last4));
        if (!v128.any_true(near)) continue;
        const s = f32x4.sqrt(squared);
        const e = exponential(f32x4.mul(f32x4.sub(l4, s), f32x4.splat(perRange)));
        const push = v128.and(near, f32x4.div(f32x4.mul(f32x4.splat(strength), e), s));
        pushX = f32x4.add(pushX, f32x4.mul(push, dx));
        pushY = f32x4.add(pushY, f32x4.mul(push, dy));
      }
    }
    let sumX = <f64>addUp(pushX);
    let sumY = <f64>addUp(pushY);
    if (far < HOME) {
      if (sumX * sumX + sumY * sumY > YIELD * YIELD) {
        v0 = min(load<f64>(freeSpeed + at8), YIELD_SPEED);
      } else if (far > AT_GOAL) {
        sumX = 0;
        sumY = 0;
      } else {
        store<f64>(speedX + at8, 0);
        store<f64>(speedY + at8, 0);
        store<f32>(heldFor + at4, 0);
        store<f32>(stepAside + at4, 0);
        continue;
      }
    }
    ex += sumX;
    ey += sumY;

    // Walls.
    const cell = cellAt(py, FIELD_CELL, height) * width + cellAt(px, FIELD_CELL, width);
    const isNearWall = <f64>load<f32>(clearance + (<usize>cell << 2)) < radius + WALL_REACH;
    const firstWall = load<i32>(wallStart + (<usize>cell << 2));
    const lastWall = load<i32>(wallStart + (<usize>cell << 2), 4);
    if (isNearWall) {
      for (let k = firstWall; k < lastWall; k++) {
        const wall = walls + (<usize>load<i32>(nearWalls + (<usize>k << 2)) << 5);
        const x1 = load<f64>(wall);
        const y1 = load<f64>(wall, 8);
        const wx = load<f64>(wall, 16) - x1;
        const wy = load<f64>(wall, 24) - y1;
        const t = along(px - x1, py - y1, wx, wy);
        const dx = px - x1 - t * wx;
        const dy = py - y1 - t * wy;
        const s = sqrt(dx * dx + dy * dy);
        if (s > radius + WALL_REACH) continue;
        if (s == 0) continue;
        const push = <f64>(wallStrength * exponentialOf(<f32>(radius - s) * perWallRange)) / s;
        const back = min<f64>(0, dx * wayX + dy * wayY);
        ex += push * (dx - back * wayX);
        ey += push * (dy - back * wayY);
      }
    }
    length = sqrt(ex * ex + ey * ey);
    if (length > 1e-9) {
      ex /= length;
      ey /= length;
    }

    // Ahead.
    let ahead = v0 * headway + gap;
    const toX = px + ex * ahead;
    const toY = py + ey * ahead;
    const west = cellAt(min(px, toX) - l, NEAR_CELL, columns);
    const east = cellAt(max(px, toX) + l, NEAR_CELL, columns);
    const south = cellAt(min(py, toY) - l, NEAR_CELL, rows);
    const north = cellAt(max(py, toY) + l, NEAR_CELL, rows);
    const ex4 = f32x4.splat(<f32>ex);
    const ey4 = f32x4.splat(<f32>ey);
    let nearest = f32x4.splat(<f32>(ahead * ahead));
    let nearestAside = f32x4.splat(0);
    let nearestWho = i32x4.splat(-1);
    for (let r = south; r <= north; r++) {
      const run = starts + (<usize>(r * columns) << 2);
      const last = load<i32>(run + (<usize>east << 2), 4);
      const last4 = i32x4.splat(last);
      for (let k = load<i32>(run + (<usize>west << 2)); k < last; k += 4) {
        const dx = f32x4.sub(v128.load(singleX + (<usize>k << 2)), px4);
        const dy = f32x4.sub(v128.load(singleY + (<usize>k << 2)), py4);
        const on = f32x4.add(f32x4.mul(ex4, dx), f32x4.mul(ey4, dy));
        const aside = f32x4.sub(f32x4.mul(ex4, dy), f32x4.mul(ey4, dx));
        const squared = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
        const who = i32x4.add(i32x4.splat(k), lanes);
        let inWay = v128.and(f32x4.gt(on, f32x4.splat(0)), f32x4.lt(squared, nearest));
        inWay = v128.and(inWay, v128.and(f32x4.le(aside, l4), f32x4.ge(aside, less4)));
        inWay = v128.and(inWay, i32x4.lt_s(who, last4));
        nearest = v128.bitselect(squared, nearest, inWay);
        nearestAside = v128.bitselect(aside, nearestAside, inWay);
        nearestWho = v128.bitselect(who, nearestWho, inWay);
      }
    }
    let least = f32x4.extract_lane(nearest, 0);
    let aside = f32x4.extract_lane(nearestAside, 0);
    let who = i32x4.extract_lane(nearestWho, 0);
    if (f32x4.extract_lane(nearest, 1) < least) {
      least = f32x4.extract_lane(nearest, 1);
      aside = f32x4.extract_lane(nearestAside, 1);
      who = i32x4.extract_lane(nearestWho, 1);
    }
    if (f32x4.extract_lane(nearest, 2) < least) {
      least = f32x4.extract_lane(nearest, 2);
      aside = f32x4.extract_lane(nearestAside, 2);
      who = i32x4.extract_lane(nearestWho, 2);
    }
    if (f32x4.extract_lane(nearest, 3) < least) {
      least = f32x4.extract_lane(nearest, 3);
      aside = f32x4.extract_lane(nearestAside, 3);
      who = i32x4.extract_lane(nearestWho, 3);
    }
    if (who >= 0) ahead = sqrt(<f64>least);
    const v = min(v0, max<f64>(0, (ahead - gap) / headway));

    let wanted: f64 = 0;
    if (who >= 0 && v < v0) {
      const other = <usize>load<i32>(order + (<usize>who << 2)) << 3;
      const comes = ex * load<f64>(speedX + other) + ey * load<f64>(speedY + other) < 0;
      wanted = (<f64>aside > (comes ? -keepRight * l : 0) ? -passing : passing) * (1 - v / v0);
    }
    store<f32>(stepAside + at4, <f32>(by + (wanted - by) * SMOOTHING));

    keptX = px + v * ex * STEP;
    keptY = py + v * ey * STEP;
    if (isNearWall) keepOff(px, py, firstWall, lastWall);
    store<f64>(placeX + at8, keptX);
    store<f64>(placeY + at8, keptY);
    const vx = (keptX - px) / STEP;
    const vy = (keptY - py) / STEP;
    store<f64>(speedX + at8, vx);
    store<f64>(speedY + at8, vy);
    const still = HELD_SHARE * v0;
    store<f32>(heldFor + at4, <f32>(vx * vx + vy * vy < still * still ? <f64>held + STEP : max<f64>(0, <f64>held - 2 * STEP)));
  }
}
