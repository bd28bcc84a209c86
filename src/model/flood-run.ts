/** One run of the flood engine as the viewer holds it: a part of the town on cells of one size. */
import type { FloodFrame } from './flood.ts';
import type { RdExtent } from './grid.ts';

/** Minutes of what never came to 5 cm. */
export const NEVER = 0xffff;

/** Per cell, index `row * width + column`, row 0 south. */
export interface FloodSheet {
  readonly frame: FloodFrame;
  /** m NAP of ground or open water; NaN: unknown. */
  readonly bed: Float32Array;
  /** Row in the table of buildings + 1; 0: none. */
  readonly buildings: Uint16Array | Uint32Array;
  /** 1: water that always stands there. */
  readonly isWater: Uint8Array;
  /** Greatest depth, whole millimetres. On open water: above its own level. */
  readonly deepest: Uint16Array;
  /** Whole minutes until 5 cm, and with 5 cm or more; {@link NEVER}. */
  readonly arrival: Uint16Array;
  readonly duration: Uint16Array;
  /** 1: the height measurement leaves open whether water comes to 5 cm (`engines/flood-uncertainty.ts`). */
  readonly undecided?: Uint8Array | undefined;
}

export const sheetExtent = ({ west, south, cellSize, width, height }: FloodFrame): RdExtent => [
  west,
  south,
  west + cellSize * width,
  south + cellSize * height,
];

/** The cell that holds a point; undefined outside. */
export function cellAt({ west, south, cellSize, width, height }: FloodFrame, x: number, y: number): number | undefined {
  const column = Math.floor((x - west) / cellSize);
  const row = Math.floor((y - south) / cellSize);
  return column >= 0 && row >= 0 && column < width && row < height ? row * width + column : undefined;
}
