/** The three forms of a building, and which one a tile draws. */

export const LEVEL_BOX = 0;
export const LEVEL_PRISM = 1;
export const LEVEL_FULL = 2;

/** Metres a prism, a box may stray in their tiles; what strays further (a church, a tower) is drawn in a finer form. */
const PRISM_TOLERANCE = 4;
const BOX_TOLERANCE = 10;

/** The coarsest form, not coarser than asked, that strays no further than the asked level allows. Errors in metres. */
export function chooseLevel(asked: number, boxError: number, prismError: number): number {
  if (asked === LEVEL_FULL) return LEVEL_FULL;
  if (asked === LEVEL_BOX && boxError <= BOX_TOLERANCE) return LEVEL_BOX;
  return prismError <= (asked === LEVEL_PRISM ? PRISM_TOLERANCE : BOX_TOLERANCE) ? LEVEL_PRISM : LEVEL_FULL;
}
