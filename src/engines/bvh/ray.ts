/**
 * Where a ray begins, its direction, and between how many lengths of the direction it counts. Spread over parameters, one number each:
 * nothing is allocated for a ray.
 */
export type Ray = readonly [
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  near: number,
  far: number,
];
