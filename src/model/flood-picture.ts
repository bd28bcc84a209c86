/** Water as it is drawn: what the thread that reads or computes it gives to the scene. */
import type { FloodFrame } from './flood.ts';

/** Arrays per cell as in `flood.ts`: index `row * width + column`, row 0 south. */
export interface FloodPicture {
  readonly frame: FloodFrame;
  /** m NAP of the ground as it is drawn; −9999: unknown. */
  readonly bed: Float32Array;
  /** m NAP near all of it: what single floats on the graphics card count from. */
  readonly datum: number;
  /** Signed depths (`engines/water-surface.ts`) at two moments, side by side per cell, as 16-bit floats. */
  readonly water: Uint16Array;
  /** Side by side per cell, as 16-bit floats: a value to colour by (minutes), and 1 where the answer is undecided. */
  readonly tint?: Uint16Array | undefined;
  /** Whether colour tells the value of `tint` and not the depth. */
  readonly isTinted: boolean;
}
