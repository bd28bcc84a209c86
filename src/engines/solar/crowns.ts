/**
 * Crowns of trees between a point and the sky: each an upright spheroid that lets a share of the light through, by month. Sorted by sector
 * of azimuth around the point, so that a ray looks at the few that it can meet: a town has more leaves than walls.
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

/** Numbers of a crown seen from a point: from its middle to the point (z stretched to a sphere), the stretch, distance² less radius². */
const PLACE = 5;

export function createCrownLooker(crowns: readonly Crown[]) {
  /** What plane and point have in sight. */
  const near: number[] = [];
  const tops = new Float64Array(SECTORS);
  /** Lists by sector: first entry, and per entry the crown and the next. */
  const heads = new Int32Array(SECTORS);
  let entryCrowns = new Int32Array(1024);
  let entryNexts = new Int32Array(1024);
  let entries = 0;
  const places = new Float64Array(PLACE * crowns.length);

  function push(sector: number, crown: number) {
    if (entries === entryCrowns.length) {
      const [moreCrowns, moreNexts] = [new Int32Array(2 * entries), new Int32Array(2 * entries)];
      moreCrowns.set(entryCrowns);
      moreNexts.set(entryNexts);
      [entryCrowns, entryNexts] = [moreCrowns, moreNexts];
    }
    entryCrowns[entries] = crown;
    entryNexts[entries] = heads[sector];
    heads[sector] = entries++;
  }

  return {
    /** Of some rows of the crowns those that rise above a plane and its horizon; the circle holds its points. Answers how many. */
    gather(
      rows: readonly number[],
      normal: readonly number[],
      offset: number,
      circle: { readonly x: number; readonly y: number; readonly radius: number; readonly low: number },
    ): number {
      near.length = 0;
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
        if (x * nx + y * ny + z * nz + reach > offset) near.push(i);
      }
      return near.length;
    },
    /** Sorts those gathered around a point. */
    place(x: number, y: number, z: number) {
      heads.fill(-1);
      tops.fill(-1);
      entries = 0;
      for (let k = 0; k < near.length; k++) {
        const i = near[k];
        const crown = crowns[i];
        const { radius, half } = crown;
        const [dx, dy, dz] = [crown.x - x, crown.y - y, crown.z - z];
        if (dz + half <= 0) continue;
        const stretch = radius / half;
        const at = PLACE * i;
        places[at] = -dx;
        places[at + 1] = -dy;
        places[at + 2] = -dz * stretch;
        places[at + 3] = stretch;
        places[at + 4] = dx * dx + dy * dy + dz * dz * stretch * stretch - radius * radius;
        const distance = Math.sqrt(dx * dx + dy * dy);
        if (distance <= radius) {
          for (let sector = 0; sector < SECTORS; sector++) {
            push(sector, i);
            tops[sector] = 1;
          }
          continue;
        }
        const sine = radius / distance;
        const cosine = Math.sqrt(1 - sine * sine);
        const away = distance - radius;
        const top = (dz + half) / Math.sqrt(away * away + (dz + half) * (dz + half));
        const last = sectorOf(dx * cosine - dy * sine, dy * cosine + dx * sine);
        for (let s = sectorOf(dx * cosine + dy * sine, dy * cosine - dx * sine); ; s = s + 1 === SECTORS ? 0 : s + 1) {
          push(s, i);
          if (top > tops[s]) tops[s] = top;
          if (s === last) break;
        }
      }
    },
    /** Sine of the elevation above which no crown stands, per sector. */
    tops,
    /** Multiplies `shares` (twelve months) for what the ray meets; answers whether it meets any. */
    dim(sector: number, dx: number, dy: number, dz: number, shares: Float64Array): boolean {
      let isDimmed = false;
      for (let entry = heads[sector]; entry >= 0; entry = entryNexts[entry]) {
        const i = entryCrowns[entry];
        const at = PLACE * i;
        const stretched = dz * places[at + 3];
        const b = places[at] * dx + places[at + 1] * dy + places[at + 2] * stretched;
        const c = places[at + 4];
        if (b >= 0 && c > 0) continue;
        if (b * b < c * (dx * dx + dy * dy + stretched * stretched)) continue;
        if (!isDimmed) shares.fill(1);
        isDimmed = true;
        const { transmission } = crowns[i];
        for (let month = 0; month < 12; month++) shares[month] *= transmission[month];
      }
      return isDimmed;
    },
  };
}
