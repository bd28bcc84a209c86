/**
 * One step of everyone: the collision-free speed model (Tordeux, Chraibi & Seyfried 2016, arXiv 1512.05597), first order.
 *
 *   direction  e = (e0 + Σ R(s_ij) e_ij + wall) / |…|,  R(s) = a exp((l − s) / D),  l twice the radius
 *   speed      V = clamp((s − l) / T, 0, v0),  s the nearest of those ahead, within half a body's width of the way
 *
 * e0 is the way down the travel time (`travel-time.ts`). Everyone looks at the places of before the step, so order does not matter.
 * Walls are hard: who would come nearer to one than the radius is put back to it. Who is held turns aside by a seeded angle, against
 * arches before exits. Who stays or waits (`stops.ts`) goes straight to a place of its own and stands there: goes aside for who comes
 * very close, and back.
 *
 * Not modelled: groups that stay together, falling, pushing, stairs, looking around.
 */
import { NEAR_CELL, type Neighbours } from './neighbours.ts';
import type { People } from './people.ts';
import type { TravelTime } from './travel-time.ts';
import { FIELD_CELL, type WalkGrid, wallDistanceSquared } from './walk-grid.ts';

/** s */
export const STEP = 0.05;

export interface Behaviour {
  /** s: headway in time. */
  readonly headway: number;
  /** m: middle to middle, at which one stands still behind another. */
  readonly gap: number;
  /** Repulsion of others and of walls: strength, and range in metres. */
  readonly others: readonly [number, number];
  readonly wall: readonly [number, number];
  readonly radius: number;
  readonly pass: number;
  readonly right: number;
}

/** `keeps`: on which side people pass who come the other way. */
export const behaviour = (radius: number, keeps: 'left' | 'right' = 'right'): Behaviour => ({
  headway: 0.8,
  gap: 0.4,
  pass: 1,
  right: keeps === 'right' ? 1 : -1,
  others: [8, 0.2],
  wall: [5, 0.05],
  radius,
});

/** m: others farther than this do not turn anyone. */
const TURN_REACH = 1;
/** s of not coming on before someone turns aside, and how far at most, radians. */
const PATIENCE = 1;
const MOST_TURN = 1.2;
/** Of the free speed: below this someone is held. */
const HELD_SHARE = 0.1;

/** m: who stands this near to a place of its own is there. */
const AT_GOAL = 0.1;
/**
 * Who is this near (m) stands, and goes aside only for who comes closer than some 0.55 m: a push greater than this (between that of
 * neighbours who stand too, at most 1.7 at the edge of a crowd, and that of two bodies that touch, 8), at this speed (m/s).
 */
const HOME = 0.75;
const YIELD = 2.2;
const YIELD_SPEED = 0.5;
/** Of the free speed: who comes on by less on the way to a place of its own turns aside for about a second, by this much held (s). */
const STUCK_SHARE = 0.2;
const STUCK = 3;

/** 0 to 1, from seed, person and second: the same for any order of people. */
function chance(seed: number, person: number, tick: number): number {
  let h =
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(person + 1, 0xc2b2ae35) ^ Math.imul(tick + 1, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}

/** Writes new places into people; `time` is that before the step. */
export function stepJavascript(
  people: People,
  near: Neighbours,
  grid: WalkGrid,
  ways: readonly TravelTime[],
  how: Behaviour,
  seed: number,
  time: number,
): void {
  const { width, height, clearance, walls, wallStart, nearWalls } = grid;
  const { columns, rows, start, x: nx, y: ny, row } = near;
  const { radius, headway, gap } = how;
  const [strength, range] = how.others;
  const [wallStrength, wallRange] = how.wall;
  const l = 2 * radius;
  const reachSquared = TURN_REACH * TURN_REACH;
  const perRange = 1 / range;
  const tick = Math.floor(time + 1e-9);
  const isNewTick = time - tick < STEP - 1e-9;

  for (let i = 0; i < people.walking; i++) {
    const person = row[i] as number;
    const px = nx[i] as number;
    const py = ny[i] as number;
    if (time < (people.start[person] as number)) {
      people.vx[person] = 0;
      people.vy[person] = 0;
      continue;
    }

    const isBound = people.bound[person] === 1;
    let v0 = people.speed[person] as number;
    let ex: number;
    let ey: number;
    let length: number;
    let far = Infinity;
    if (isBound) {
      // Straight to a place of its own, ever slower.
      ex = (people.goalX[person] as number) - px;
      ey = (people.goalY[person] as number) - py;
      far = Math.sqrt(ex * ex + ey * ey);
      if (far > AT_GOAL) {
        ex /= far;
        ey /= far;
        v0 = Math.min(v0, far / headway);
      } else {
        ex = 0;
        ey = 0;
      }
    } else {
      // The way: between the four nearest cells.
      const { directions } = ways[people.destination[person] as number] as TravelTime;
      const cx = px / FIELD_CELL - 0.5;
      const cy = py / FIELD_CELL - 0.5;
      const c0 = Math.min(width - 2, Math.max(0, Math.floor(cx)));
      const r0 = Math.min(height - 2, Math.max(0, Math.floor(cy)));
      const fx = cx - c0;
      const fy = cy - r0;
      const at = (r0 * width + c0) * 2;
      const above = at + width * 2;
      const [w00, w10, w01, w11] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
      ex =
        w00 * (directions[at] as number) +
        w10 * (directions[at + 2] as number) +
        w01 * (directions[above] as number) +
        w11 * (directions[above + 2] as number);
      ey =
        w00 * (directions[at + 1] as number) +
        w10 * (directions[at + 3] as number) +
        w01 * (directions[above + 1] as number) +
        w11 * (directions[above + 3] as number);
      length = Math.sqrt(ex * ex + ey * ey);
      if (length < 1e-3) {
        // Within a wide goal, or between two ways: on as before.
        ex = people.vx[person] as number;
        ey = people.vy[person] as number;
        length = Math.sqrt(ex * ex + ey * ey);
      }
      if (length > 1e-9) {
        ex /= length;
        ey /= length;
      }
    }
    if (isNewTick) {
      // For who looks for a way (`pace.ts`): who is pushed to and fro does not come on.
      const on = ex * (px - (people.fromX[person] as number)) + ey * (py - (people.fromY[person] as number));
      const held = people.held[person] as number;
      people.on[person] = Math.max(0, on);
      people.held[person] = on < HELD_SHARE * v0 ? held + 1 : Math.max(0, held - 2);
      // To and fro before who stands there is no standing still.
      if (far > HOME && isBound && on < STUCK_SHARE * v0) people.held[person] = STUCK;
      people.fromX[person] = px;
      people.fromY[person] = py;
    }
    if ((people.held[person] as number) > PATIENCE) {
      if (isNewTick) people.turn[person] = (2 * chance(seed, person, tick) - 1) * MOST_TURN;
      const angle = people.turn[person] as number;
      const cos = Math.cos(angle);
      const sin = Math.sin(angle);
      const turned = ex * cos - ey * sin;
      ey = ex * sin + ey * cos;
      ex = turned;
    }

    const wayX = ex;
    const wayY = ey;

    // Past who was in the way.
    const by = people.aside[person] as number;
    const straight = ex;
    ex -= by * ey;
    ey += by * straight;

    // Others nearby turn the direction.
    const column = Math.min(columns - 1, Math.max(0, Math.floor(px / NEAR_CELL)));
    const line = Math.min(rows - 1, Math.max(0, Math.floor(py / NEAR_CELL)));
    const left = Math.max(0, column - 1);
    const right = Math.min(columns - 1, column + 1);
    let pushX = 0;
    let pushY = 0;
    for (let r = Math.max(0, line - 1); r <= Math.min(rows - 1, line + 1); r++) {
      const last = start[r * columns + right + 1] as number;
      for (let k = start[r * columns + left] as number; k < last; k++) {
        const dx = px - (nx[k] as number);
        const dy = py - (ny[k] as number);
        const squared = dx * dx + dy * dy;
        if (squared >= reachSquared || squared === 0) continue;
        const s = Math.sqrt(squared);
        const push = (strength * Math.exp((l - s) * perRange)) / s;
        pushX += push * dx;
        pushY += push * dy;
      }
    }
    if (far < HOME) {
      if (pushX * pushX + pushY * pushY > YIELD * YIELD) {
        v0 = Math.min(people.speed[person] as number, YIELD_SPEED);
      } else if (far > AT_GOAL) {
        pushX = 0;
        pushY = 0;
      } else {
        people.vx[person] = 0;
        people.vy[person] = 0;
        people.held[person] = 0;
        people.aside[person] = 0;
        continue;
      }
    }
    ex += pushX;
    ey += pushY;

    // Walls too, aside but never back: between the post of a door and who waits before it one would stand for good.
    const cell =
      Math.min(height - 1, Math.max(0, Math.floor(py / FIELD_CELL))) * width +
      Math.min(width - 1, Math.max(0, Math.floor(px / FIELD_CELL)));
    const firstWall = wallStart[cell] as number;
    const lastWall = wallStart[cell + 1] as number;
    const isNearWall = (clearance[cell] as number) < radius + 0.3;
    if (isNearWall) {
      for (let k = firstWall; k < lastWall; k++) {
        const w = (nearWalls[k] as number) * 4;
        const x1 = walls[w] as number;
        const y1 = walls[w + 1] as number;
        const wx = (walls[w + 2] as number) - x1;
        const wy = (walls[w + 3] as number) - y1;
        const t = Math.min(1, Math.max(0, ((px - x1) * wx + (py - y1) * wy) / (wx * wx + wy * wy)));
        const dx = px - x1 - t * wx;
        const dy = py - y1 - t * wy;
        const s = Math.sqrt(dx * dx + dy * dy);
        if (s > radius + 0.3 || s === 0) continue;
        const push = (wallStrength * Math.exp((radius - s) / wallRange)) / s;
        const back = Math.min(0, dx * wayX + dy * wayY);
        ex += push * (dx - back * wayX);
        ey += push * (dy - back * wayY);
      }
    }
    length = Math.sqrt(ex * ex + ey * ey);
    if (length > 1e-9) {
      ex /= length;
      ey /= length;
    }

    // The nearest ahead says how fast.
    let ahead = v0 * headway + gap;
    let inWay = 0;
    let who = -1;
    const [toX, toY] = [px + ex * ahead, py + ey * ahead];
    const west = Math.min(columns - 1, Math.max(0, Math.floor((Math.min(px, toX) - l) / NEAR_CELL)));
    const east = Math.min(columns - 1, Math.max(0, Math.floor((Math.max(px, toX) + l) / NEAR_CELL)));
    const south = Math.min(rows - 1, Math.max(0, Math.floor((Math.min(py, toY) - l) / NEAR_CELL)));
    const north = Math.min(rows - 1, Math.max(0, Math.floor((Math.max(py, toY) + l) / NEAR_CELL)));
    for (let r = south; r <= north; r++) {
      const last = start[r * columns + east + 1] as number;
      for (let k = start[r * columns + west] as number; k < last; k++) {
        const dx = (nx[k] as number) - px;
        const dy = (ny[k] as number) - py;
        const along = ex * dx + ey * dy;
        if (along <= 0 || along >= ahead) continue;
        const aside = ex * dy - ey * dx;
        if (aside > l || aside < -l) continue;
        const s = Math.sqrt(dx * dx + dy * dy);
        if (s < ahead) {
          ahead = s;
          inWay = aside;
          who = k;
        }
      }
    }
    const v = Math.min(v0, Math.max(0, (ahead - gap) / headway));

    let wanted = 0;
    if (v < v0 && who >= 0) {
      const other = row[who] as number;
      const comes = ex * (people.vx[other] as number) + ey * (people.vy[other] as number) < 0;
      // Past whoever is slower on the side that is nearer; past whoever comes the other way on the right, unless he stands far right himself.
      wanted = (inWay > (comes ? -how.right * l : 0) ? -how.pass : how.pass) * (1 - v / v0);
    }
    people.aside[person] = by + (wanted - by) * 0.2;

    // Walls are hard.
    let x = px + v * ex * STEP;
    let y = py + v * ey * STEP;
    if (isNearWall) {
      for (let pass = 0; pass < 3; pass++) {
        let moved = false;
        for (let k = firstWall; k < lastWall; k++) {
          const w = (nearWalls[k] as number) * 4;
          const x1 = walls[w] as number;
          const y1 = walls[w + 1] as number;
          const wx = (walls[w + 2] as number) - x1;
          const wy = (walls[w + 3] as number) - y1;
          const t = Math.min(1, Math.max(0, ((x - x1) * wx + (y - y1) * wy) / (wx * wx + wy * wy)));
          const dx = x - x1 - t * wx;
          const dy = y - y1 - t * wy;
          const squared = dx * dx + dy * dy;
          if (squared >= radius * radius || squared === 0) continue;
          const s = Math.sqrt(squared);
          x += (dx / s) * (radius - s);
          y += (dy / s) * (radius - s);
          moved = true;
        }
        if (!moved) break;
        if (pass === 2) {
          // A corner narrower than a body: nobody is pressed through it.
          let free = true;
          for (let k = firstWall; free && k < lastWall; k++)
            free = wallDistanceSquared(walls, nearWalls[k] as number, x, y) >= radius * radius * 0.81;
          if (!free) {
            x = px;
            y = py;
          }
        }
      }
    }
    people.x[person] = x;
    people.y[person] = y;
    const vx = (x - px) / STEP;
    const vy = (y - py) / STEP;
    people.vx[person] = vx;
    people.vy[person] = vy;
    const isHeld = vx * vx + vy * vy < (HELD_SHARE * v0) ** 2;
    people.held[person] = isHeld
      ? (people.held[person] as number) + STEP
      : Math.max(0, (people.held[person] as number) - 2 * STEP);
  }
}
