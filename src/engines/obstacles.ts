/**
 * What stands between a place and the sun: triangles of buildings, plans, trees and terrain in one list, for `bvh.ts`.
 * Axes are those of RD: x along its grid to the east, y to the north, z up; the sun's azimuth is turned to that grid first
 * (`model/sun-direction.ts`).
 */

export interface Obstacle {
  readonly kind: 'building' | 'plan' | 'tree' | 'terrain';
  /** Of the building, the solid of a plan or the tree; empty for terrain. */
  readonly id: string;
  /** Share of the beam that passes once through it, January first; absent where nothing does. */
  readonly transmission?: readonly number[];
}

export interface Obstacles {
  /** RD x, y and NAP of the zero of `positions`. */
  readonly origin: readonly [x: number, y: number, nap: number];
  /** Metres, nine numbers a triangle. */
  readonly positions: Float32Array;
  /** Row in `objects` of each triangle. */
  readonly owners: Uint32Array;
  readonly objects: readonly Obstacle[];
}
