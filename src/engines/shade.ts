/**
 * What a beam of the sun loses on its way: nothing passes buildings, plans and terrain; a tree lets a share through that changes with
 * the month, once per tree, however many of its leaves' triangles are met.
 */
import type { Ray } from './bvh/ray.ts';
import { type Bvh, buildBvh, firstHit, firstHitDistance, hitsAny, listHits } from './bvh.ts';
import type { Obstacle, Obstacles } from './obstacles.ts';

export interface Shade {
  readonly origin: Obstacles['origin'];
  readonly objects: readonly Obstacle[];
  /** What nothing passes, and what a share passes; with the row in `objects` of each of their triangles. */
  readonly solid: Bvh;
  readonly solidOwners: Uint32Array;
  readonly open: Bvh;
  readonly openOwners: Uint32Array;
  /** Twelve numbers for each object: the share that passes, January first. */
  readonly transmissions: Float64Array;
  /** Number of the ray that met an object last. */
  readonly stamps: Float64Array;
}

const MONTHS = 12;
let met = new Uint32Array(256);
/** A number for each ray, so that stamps need no clearing. */
let ray = 0;

function pickTriangles({ positions, owners }: Obstacles, isPicked: (owner: number) => boolean) {
  const rows: number[] = [];
  for (let t = 0; t < owners.length; t++) if (isPicked(owners[t] as number)) rows.push(t);
  const picked = new Float32Array(9 * rows.length);
  for (let i = 0; i < rows.length; i++) {
    const from = 9 * (rows[i] as number);
    picked.set(positions.subarray(from, from + 9), 9 * i);
  }
  return { bvh: buildBvh(picked), owners: Uint32Array.from(rows, (t) => owners[t] as number) };
}

/** Throws where `obstacles` are no whole triangles or an object's transmission has not twelve months. */
export function buildShade(obstacles: Obstacles): Shade {
  const { origin, objects, owners, positions } = obstacles;
  if (positions.length !== 9 * owners.length) {
    throw new Error(`Expected ${9 * owners.length} numbers for ${owners.length} triangles, got ${positions.length}.`);
  }
  const transmissions = new Float64Array(MONTHS * objects.length);
  for (const [row, { id, transmission }] of objects.entries()) {
    if (!transmission) continue;
    if (transmission.length !== MONTHS || !transmission.every((share) => share >= 0 && share <= 1)) {
      throw new Error(`Expected twelve shares from 0 to 1 as transmission of ${id}, got ${transmission.join(', ')}.`);
    }
    transmissions.set(transmission, MONTHS * row);
  }
  const solid = pickTriangles(obstacles, (owner) => !objects[owner]?.transmission);
  const open = pickTriangles(obstacles, (owner) => objects[owner]?.transmission !== undefined);
  return {
    origin,
    objects,
    solid: solid.bvh,
    solidOwners: solid.owners,
    open: open.bvh,
    openOwners: open.owners,
    transmissions,
    stamps: new Float64Array(objects.length),
  };
}

/** Share of the beam that arrives, 0 to 1; `month` 0 is January. Metres from `origin`; what is nearer than `near` does not count. */
export const lightAlong: (shade: Shade, ...ray: [...Ray, month: number]) => number = (
  shade,
  ox,
  oy,
  oz,
  dx,
  dy,
  dz,
  near,
  far,
  month,
) => {
  const { solid, open, openOwners, transmissions, stamps } = shade;
  if (hitsAny(solid, ox, oy, oz, dx, dy, dz, near, far)) return 0;
  if (openOwners.length === 0) return 1;
  let count = listHits(open, ox, oy, oz, dx, dy, dz, near, far, met);
  if (count > met.length) {
    met = new Uint32Array(2 * count);
    count = listHits(open, ox, oy, oz, dx, dy, dz, near, far, met);
  }
  ray++;
  let share = 1;
  for (let i = 0; i < count; i++) {
    const owner = openOwners[met[i] as number] as number;
    if (stamps[owner] === ray) continue;
    stamps[owner] = ray;
    share *= transmissions[MONTHS * owner + month] as number;
  }
  return share;
};

/** Row in `objects` of what stands before the sun and lets nothing through, the nearest; −1: none. Trees do not count. */
export const findBlocker: (shade: Shade, ...ray: Ray) => number = (shade, ox, oy, oz, dx, dy, dz, near, far) => {
  const triangle = firstHit(shade.solid, ox, oy, oz, dx, dy, dz, near, far);
  return triangle < 0 ? -1 : (shade.solidOwners[triangle] as number);
};

/** Metres to what {@link findBlocker} found last. */
export const blockerDistance = firstHitDistance;
