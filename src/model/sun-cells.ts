/** A map of sun hours as it is drawn: triangles by cell, on the ground and on façades. */
export interface SunCells {
  /** RD x, y and NAP of the zero of the positions. */
  readonly origin: readonly [x: number, y: number, nap: number];
  /** Nine numbers a triangle, metres. */
  readonly positions: Float32Array;
  /** Row of the cell of each triangle. */
  readonly cells: Uint32Array;
  /** Three numbers a cell: its middle. */
  readonly middles: Float32Array;
  /** Of possible sun, by cell. */
  readonly hours: Float32Array;
  /** Cells from this row on lie on façades. */
  readonly firstFacade: number;
}

/** A step of a map, from coarse to fine: it takes the place of the one before. */
export interface SunMap {
  readonly date: string;
  /** m; of the ground, and of façades. */
  readonly cellSize: number;
  readonly facadeSize: number;
  readonly isFinest: boolean;
  readonly today: SunCells;
  /** With the plan, and what it takes: today less plan, on the plan's ground and buildings. Undefined without a plan. */
  readonly plan: SunCells | undefined;
  readonly lost: SunCells | undefined;
}

/** Hours at a place, of the nearest cell within reach of it; undefined beside the map. */
export function readSunCells(
  { origin, middles, hours, firstFacade }: SunCells,
  at: { readonly x: number; readonly y: number; readonly nap: number | undefined },
  cellSize: number,
  facadeSize: number,
): { readonly hours: number; readonly isFacade: boolean } | undefined {
  const [x, y, z] = [at.x - origin[0], at.y - origin[1], (at.nap ?? origin[2]) - origin[2]];
  let nearest = Number.POSITIVE_INFINITY;
  let found = -1;
  for (let cell = 0; cell < hours.length; cell++) {
    const isFacade = cell >= firstFacade;
    const dx = Math.abs((middles[3 * cell] as number) - x);
    const dy = Math.abs((middles[3 * cell + 1] as number) - y);
    const reach = isFacade ? 0.75 * facadeSize : 0.51 * cellSize;
    if (dx > reach || dy > reach) continue;
    const dz = at.nap === undefined ? 0 : Math.abs((middles[3 * cell + 2] as number) - z);
    if (dz > (isFacade ? 0.75 * facadeSize : 1)) continue;
    const away = dx + dy + dz;
    if (away >= nearest) continue;
    nearest = away;
    found = cell;
  }
  return found < 0 ? undefined : { hours: hours[found] as number, isFacade: found >= firstFacade };
}
