/**
 * What may stand before the sun, in layers: one that several scenes have (buildings that stay, ground) is cast once for today and all
 * variants of a plan. Metres from one origin in RD and NAP.
 */
import { firstHit, firstHitDistance, hitsAny, listHits } from '../bvh.ts';
import type { Obstacle } from '../obstacles.ts';
import { lightAlong, type Shade } from '../shade.ts';

export interface SunLayer {
  readonly shade: Shade;
  /** Metres of the ray that are left out: a hair for buildings, the size of the cells for ground. */
  readonly near: number;
  /** Its own error stays out of the doubt: ground. */
  readonly isExact?: boolean;
}

/** Trees that keep the sun away as walls do, in the months (January first) in which they are asked to. */
export interface SunLeaves {
  readonly layer: SunLayer;
  readonly months: readonly boolean[];
}

export interface SunScene {
  readonly layers: readonly SunLayer[];
  /** Absent: trees take no sun away. What lies inside something is not asked of them. */
  readonly leaves?: readonly SunLeaves[];
  /** Ids of today's buildings that are not in it. */
  readonly removed: ReadonlySet<string>;
}

/** As it stands in a month, 0 January: trees that then count are layers like others. */
export function sceneIn<S extends SunScene>(scene: S, month: number): S {
  if (!scene.leaves) return scene;
  const shading = scene.leaves.filter(({ months }) => months[month]).map(({ layer }) => layer);
  return { ...scene, leaves: undefined, layers: [...scene.layers, ...shading] };
}

export type Place = readonly [x: number, y: number, z: number];

/** Metres: further nothing counts. A tower of 90 m casts no longer shadow while the sun is above 0.5°. */
export const FAR = 10_000;
/** Metres that a point on a wall is put before it. */
export const PUSH = 0.05;
/** Of layers of buildings. */
export const NEAR = 0.01;
/** A wall is sought this far behind a point, metres. */
const WALL = 0.5;
/** Not plumb, so that a ray from the middle of a roof does not run along a ridge. */
const upward: readonly Place[] = [
  [0.0312, 0.0471, 1],
  [-0.2713, 0.1319, 1],
  [0.1433, -0.3171, 1],
];
let met = new Uint32Array(256);

/** Whether nothing solid stands before the sun. */
export function isLit({ layers }: SunScene, [x, y, z]: Place, to: Float64Array): boolean {
  for (const { shade, near } of layers) {
    if (hitsAny(shade.solid, x, y, z, to[0] as number, to[1] as number, to[2] as number, near, FAR)) return false;
  }
  return true;
}

/** What stands first before the sun; undefined where nothing does. */
export function findFirst({ layers }: SunScene, [x, y, z]: Place, to: Float64Array): Obstacle | undefined {
  let first: Obstacle | undefined;
  let nearest = FAR;
  for (const { shade, near } of layers) {
    const triangle = firstHit(shade.solid, x, y, z, to[0] as number, to[1] as number, to[2] as number, near, nearest);
    if (triangle < 0) continue;
    nearest = firstHitDistance();
    first = shade.objects[shade.solidOwners[triangle] as number];
  }
  return first;
}

export const hasTrees = ({ layers }: SunScene): boolean => layers.some(({ shade }) => shade.openOwners.length > 0);

/** Share of the beam that trees let through, where nothing solid stands before the sun. */
export function passTrees({ layers }: SunScene, [x, y, z]: Place, to: Float64Array, month: number): number {
  let share = 1;
  for (const { shade, near } of layers) {
    if (shade.openOwners.length === 0) continue;
    share *= lightAlong(shade, x, y, z, to[0] as number, to[1] as number, to[2] as number, near, FAR, month);
  }
  return share;
}

/** Objects of which a ray meets an odd number of triangles: it began inside them. */
function listOdd({ shade }: SunLayer, [x, y, z]: Place, [dx, dy, dz]: Place): Set<number> {
  let count = listHits(shade.solid, x, y, z, dx, dy, dz, 0, FAR, met);
  if (count > met.length) {
    met = new Uint32Array(2 * count);
    count = listHits(shade.solid, x, y, z, dx, dy, dz, 0, FAR, met);
  }
  const odd = new Set<number>();
  for (let i = 0; i < count; i++) {
    const owner = shade.solidOwners[met[i] as number] as number;
    if (!odd.delete(owner)) odd.add(owner);
  }
  return odd;
}

/** The building or solid that a point lies in: most of three rays to the sky say so, because not every model is closed. */
export function findAround({ layers }: SunScene, place: Place): Obstacle | undefined {
  for (const layer of layers) {
    const votes = new Map<number, number>();
    for (const direction of upward)
      for (const owner of listOdd(layer, place, direction)) votes.set(owner, (votes.get(owner) ?? 0) + 1);
    for (const [owner, count] of votes) {
      const object = layer.shade.objects[owner];
      if (count > upward.length / 2 && object && object.kind !== 'terrain') return object;
    }
  }
  return undefined;
}

/** The building whose wall lies right behind a point that faces along `normal`. */
export function findWall(
  { layers }: SunScene,
  [x, y, z]: Place,
  normal: readonly [number, number],
): Obstacle | undefined {
  let first: Obstacle | undefined;
  let nearest = WALL;
  for (const { shade } of layers) {
    const triangle = firstHit(shade.solid, x, y, z, -normal[0], -normal[1], 0, 0, nearest);
    if (triangle < 0) continue;
    nearest = firstHitDistance();
    first = shade.objects[shade.solidOwners[triangle] as number];
  }
  return first?.kind === 'terrain' ? undefined : first;
}
