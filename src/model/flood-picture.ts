/** Water as it is drawn: what the thread that reads or computes it gives to the scene. */
import type { FloodFrame } from './flood.ts';
import type { FlowPicture } from './flood-flow.ts';
import { cellAt } from './flood-run.ts';
import { fromHalf } from './half-float.ts';

/** Arrays per cell as in `flood.ts`: index `row * width + column`, row 0 south. */
export interface FloodPicture {
  readonly frame: FloodFrame;
  /** m NAP of the ground as it is drawn; −9999: unknown. */
  readonly bed: Float32Array;
  /** m NAP near all of it: what single floats on the graphics card count from. */
  readonly datum: number;
  /** Signed depths (`engines/water-surface.ts`) at two moments, side by side per cell, as 16-bit floats. */
  readonly water: Uint16Array;
  /** At the same moments, side by side: 0 to 255, water ends halfway (`engines/shore-line.ts`). */
  readonly shore: Uint8Array;
  /**
   * Side by side per cell, as 16-bit floats. Tinted: a value to colour by (minutes), and 1 where the answer is undecided; else 1 where it
   * is, at the same two moments as the water.
   */
  readonly tint?: Uint16Array | undefined;
  /** Whether colour tells the value of `tint` and not the depth. */
  readonly isTinted: boolean;
  /** What arrows show; none: no arrows. */
  readonly flow?: FlowPicture | undefined;
}

/** m of water in the cell of the picture that holds a point, between its two moments; negative on dry ground, undefined outside. */
export function readDepth({ frame, water }: FloodPicture, share: number, x: number, y: number): number | undefined {
  const cell = cellAt(frame, x, y);
  if (cell === undefined) return undefined;
  const [from, to] = [fromHalf(water[2 * cell] as number), fromHalf(water[2 * cell + 1] as number)];
  return from + (to - from) * share;
}

/** Whether the height measurement leaves open if water stands in that cell between the picture's two moments. */
export function isDoubtful({ frame, tint, isTinted }: FloodPicture, share: number, x: number, y: number): boolean {
  const cell = cellAt(frame, x, y);
  if (cell === undefined || !tint || isTinted) return false;
  return tint[2 * cell + (share < 0.5 ? 0 : 1)] !== 0;
}
