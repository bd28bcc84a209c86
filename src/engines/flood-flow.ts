/**
 * Velocity in the middle of each cell at one moment: the mean of the discharges through its two sides over its depth, along x and y, as
 * the greatest speed of a run is reckoned too. What is shallower than `ARRIVAL_DEPTH` is not drawn and has none; nor has water that
 * always stands there, whose depth is an assumption.
 */
import { ARRIVAL_DEPTH, type FloodMoment } from '../model/flood.ts';
import { encodeFlow } from '../model/flood-flow.ts';

/** Codes of `model/flood-flow.ts` per cell, of a grid `width` cells wide. `initialDepth`: m of water before it rained. */
export function listFlow(
  { depth, qx, qy }: Pick<FloodMoment, 'depth' | 'qx' | 'qy'>,
  width: number,
  initialDepth?: Float32Array,
): Uint16Array {
  const codes = new Uint16Array(depth.length);
  for (let cell = 0; cell < codes.length; cell++) {
    const h = depth[cell] as number;
    if (!(h >= ARRIVAL_DEPTH) || (initialDepth?.[cell] ?? 0) > 0) continue;
    const west = cell % width === 0 ? 0 : (qx[cell - 1] as number);
    const south = cell < width ? 0 : (qy[cell - width] as number);
    codes[cell] = encodeFlow((west + (qx[cell] as number)) / (2 * h), (south + (qy[cell] as number)) / (2 * h));
  }
  return codes;
}
