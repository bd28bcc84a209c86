/**
 * Crowns of trees between a point and the sky: each an upright spheroid that lets a share of the light through, by month. Sorted by sector
 * of azimuth around a roof, so that a ray looks at the few that it can meet: a town has more leaves than walls.
 */
import type { Obstacle } from '../obstacles.ts';
import { monthlyTransmission } from '../tree-crown.ts';
import { SECTORS, sectorOf } from './sky-cells.ts';

export interface TreeCrown {
  readonly id: string;
  /** RD metres, and the ground below it in m NAP. */
  readonly x: number;
  readonly y: number;
  readonly ground: number;
  /** Of the tree, metres. */
  readonly height: number;
  /** Diameter, metres. */
  readonly crown: number;
  /** Height of the crown's widest point and half the crown's height, as shares of the tree's height. */
  readonly middle: number;
  readonly halfHeight: number;
  readonly isEvergreen: boolean;
}

export interface Crown {
  readonly id: string;
  /** Middle, metres. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  /** Half its height. */
  readonly half: number;
  /** Share of the light that passes, January first. */
  readonly transmission: readonly number[];
}

/** In RD and NAP. */
export const crownOf = (tree: TreeCrown): Crown => ({
  id: tree.id,
  x: tree.x,
  y: tree.y,
  z: tree.ground + tree.middle * tree.height,
  radius: tree.crown / 2,
  half: tree.halfHeight * tree.height,
  transmission: monthlyTransmission(tree.isEvergreen),
});

/** The spheroid that fills the box around an object of triangles. */
export function crownAround({ id, transmission = [] }: Obstacle, box: readonly number[]): Crown {
  const [west, south, low, east, north, high] = box;
  return {
    id,
    x: (west + east) / 2,
    y: (south + north) / 2,
    z: (low + high) / 2,
    radius: (east - west + north - south) / 4,
    half: (high - low) / 2,
    transmission,
  };
}

/** Tangent of the elevation under which crowns are not looked for: an even hedge there hides 0.6 % of a flat roof's sky. */
export const LOWEST_CROWN = 0.08;

/** Numbers of a crown: middle, radius squared, and how much its height is stretched to make it a ball. */
const CROWN = 5;

/** A circle around the points of a plane seen from above, and the lowest of them. */
interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly low: number;
}

export function createCrownLooker(crowns: readonly Crown[]) {
  const balls = new Float64Array(CROWN * crowns.length);
  for (const [i, { x, y, z, radius, half }] of crowns.entries())
    balls.set([x, y, z, radius * radius, radius / half], CROWN * i);
  const tops = new Float64Array(SECTORS);
  /** Lists by sector: first entry, and per entry the crown and the next. */
  const heads = new Int32Array(SECTORS);
  let entryCrowns = new Int32Array(1024);
  let entryNexts = new Int32Array(1024);
  let entries = 0;

  function push(sector: number, crown: number, top: number) {
    if (entries === entryCrowns.length) {
      const [moreCrowns, moreNexts] = [new Int32Array(2 * entries), new Int32Array(2 * entries)];
      moreCrowns.set(entryCrowns);
      moreNexts.set(entryNexts);
      [entryCrowns, entryNexts] = [moreCrowns, moreNexts];
    }
    entryCrowns[entries] = crown;
    entryNexts[entries] = heads[sector];
    heads[sector] = entries++;
    if (top > tops[sector]) tops[sector] = top;
  }

  /** Into all sectors that it may reach into from anywhere in the circle. */
  function sort(i: number, circle: Circle) {
    const { x, y, z, radius, half } = crowns[i];
    const [dx, dy] = [x - circle.x, y - circle.y];
    const height = z + half - circle.low;
    const distance = Math.sqrt(dx * dx + dy * dy);
    const reach = radius + circle.radius;
    if (distance <= reach * 1.001) {
      for (let sector = 0; sector < SECTORS; sector++) push(sector, i, 1);
      return;
    }
    const sine = reach / distance;
    const cosine = Math.sqrt(1 - sine * sine);
    const away = distance - reach;
    const top = height / Math.sqrt(away * away + height * height);
    const last = sectorOf(dx * cosine - dy * sine, dy * cosine + dx * sine);
    for (let s = sectorOf(dx * cosine + dy * sine, dy * cosine - dx * sine); ; s = s + 1 === SECTORS ? 0 : s + 1) {
      push(s, i, top);
      if (s === last) return;
    }
  }

  return {
    /** Sorts by sector those of some rows of the crowns that rise above a plane and its horizon. Answers whether there are any. */
    gather(rows: readonly number[], normal: readonly number[], offset: number, circle: Circle): boolean {
      heads.fill(-1);
      tops.fill(-1);
      entries = 0;
      const [nx, ny, nz] = normal;
      const level = nx * nx + ny * ny;
      for (let k = 0; k < rows.length; k++) {
        const i = rows[k];
        const { x, y, z, radius, half } = crowns[i];
        const height = z + half - circle.low;
        if (height <= 0) continue;
        const [dx, dy] = [x - circle.x, y - circle.y];
        const distance = Math.sqrt(dx * dx + dy * dy) - circle.radius - radius;
        if (height < LOWEST_CROWN * distance) continue;
        const reach = Math.sqrt(radius * radius * level + half * half * nz * nz);
        if (x * nx + y * ny + z * nz + reach > offset) sort(i, circle);
      }
      return entries > 0;
    },
    /** Sine of the elevation above which no crown stands, per sector. */
    tops,
    /** Makes `shares` (twelve months) what comes through on a ray; answers whether it meets any crown. */
    dim(
      sector: number,
      x: number,
      y: number,
      z: number,
      dx: number,
      dy: number,
      dz: number,
      shares: Float64Array,
    ): boolean {
      let isDimmed = false;
      for (let entry = heads[sector]; entry >= 0; entry = entryNexts[entry]) {
        const i = entryCrowns[entry];
        const at = CROWN * i;
        const stretch = balls[at + 4];
        const px = x - balls[at];
        const py = y - balls[at + 1];
        const pz = (z - balls[at + 2]) * stretch;
        const up = dz * stretch;
        const b = px * dx + py * dy + pz * up;
        const c = px * px + py * py + pz * pz - balls[at + 3];
        if (b >= 0 && c > 0) continue;
        if (b * b < c * (dx * dx + dy * dy + up * up)) continue;
        if (!isDimmed) shares.fill(1);
        isDimmed = true;
        const { transmission } = crowns[i];
        for (let month = 0; month < 12; month++) shares[month] *= transmission[month];
      }
      return isDimmed;
    },
  };
}
