/** Points in the middle of window sills, floor by floor on every free stretch of outer wall: where rules about sun are measured. */
import type { SunPoint } from '../model/sunlight.ts';
import { hitsAny } from './bvh.ts';
import { findAround, type SunScene } from './sunlight/scene.ts';
import { listWindowPlaces } from './window-places.ts';

export interface FacadeBuilding {
  readonly id: string;
  /** Nine numbers a triangle, metres from the scene's origin. */
  readonly positions: ArrayLike<number>;
}

export interface FacadeOptions {
  /** Metres from floor to floor, and from a floor to its sills. */
  readonly storey: number;
  readonly sill: number;
}

/** Nobody makes a window that looks at a wall nearer than this, metres. */
const ROOM = 1;
/** What is left of the roof above a sill for there to be a floor, metres. */
const HEADROOM = 1;

/**
 * Of a building as it stands in the scene; `turn`: degrees that true north lies clockwise of RD's (`trueNorthInRd`). Ids are the building's
 * with floor and number: the ground floor is 0, the longest wall comes first.
 */
export function listFacadePoints(
  { id, positions }: FacadeBuilding,
  scene: SunScene,
  origin: readonly [x: number, y: number, nap: number],
  turn: number,
  { storey, sill }: FacadeOptions,
): SunPoint[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 2; i < positions.length; i += 3) {
    low = Math.min(low, positions[i] as number);
    high = Math.max(high, positions[i] as number);
  }
  const points: SunPoint[] = [];
  for (let floor = 0; low + floor * storey + sill + HEADROOM <= high; floor++) {
    const z = low + floor * storey + sill;
    const places = listWindowPlaces(positions, z, (x, y, nx, ny) => {
      const isClose = scene.layers.some(({ shade }) => hitsAny(shade.solid, x, y, z, nx, ny, 0, 0, ROOM));
      return !isClose && !findAround(scene, [x, y, z]);
    });
    for (const [i, { x, y, nx, ny }] of places.entries()) {
      const facing = (Math.atan2(nx, ny) * 180) / Math.PI - turn;
      points.push({
        id: `${id}/${floor}/${i + 1}`,
        x: x + origin[0],
        y: y + origin[1],
        nap: z + origin[2],
        facingDegrees: (facing + 720) % 360,
      });
    }
  }
  return points;
}
