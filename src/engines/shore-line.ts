/**
 * Where water ends, as a smooth line through cells. Per cell the depth above or below that of the shore is told in shares of
 * {@link BAND}, at most one, and averaged with its neighbours by weights 1, 4, 6, 4, 1 along both axes. On a gentle bank, where it is
 * linear, that changes nothing; of a kerb, a quay or a steep bank, which are steps from cell to cell, it makes the line that the
 * steps came from. A cell's middle never changes sides, so that no puddle and no dry spot is lost.
 */
import { ARRIVAL_DEPTH } from '../model/flood.ts';
import { fromHalf } from '../model/half-float.ts';

/** m: what is so much deeper or shallower than the shore counts as wholly in or out. */
const BAND = 0.05;
/** The shore, of 0 to 255. */
const HALFWAY = 127.5;
/** Shares by which a cell's middle stays on its side at least. */
const OWN_SIDE = 0.12;
const weights = Float32Array.from([1, 4, 6, 4, 1], (value) => value / 16);

/** Of signed depths as 16-bit floats; cells of `hidden` lie outside. Index `row * width + column`; values 0 to 255. */
export function smoothShore(
  {
    width,
    height,
    hidden,
  }: { readonly width: number; readonly height: number; readonly hidden?: Uint8Array | undefined },
  depths: Uint16Array,
): Uint8Array {
  const shareOf = readShares();
  const shares = new Float32Array(depths.length);
  for (let i = 0; i < shares.length; i++) shares[i] = hidden?.[i] ? -1 : (shareOf[depths[i] as number] as number);
  const rows = new Float32Array(depths.length);
  for (let row = 0; row < height; row++) {
    const start = row * width;
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let k = -2; k <= 2; k++) {
        const at = Math.min(Math.max(column + k, 0), width - 1);
        sum += (weights[k + 2] as number) * (shares[start + at] as number);
      }
      rows[start + column] = sum;
    }
  }
  const shore = new Uint8Array(depths.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let k = -2; k <= 2; k++) {
        const at = Math.min(Math.max(row + k, 0), height - 1);
        sum += (weights[k + 2] as number) * (rows[at * width + column] as number);
      }
      const i = row * width + column;
      const own = shares[i] as number;
      const kept = own > 0 ? Math.max(sum, Math.min(own, OWN_SIDE)) : Math.min(sum, Math.max(own, -OWN_SIDE));
      shore[i] = Math.round(HALFWAY * (1 + kept));
    }
  }
  return shore;
}

let shareTable: Float32Array | undefined;

/** Of every 16-bit float: −1, wholly outside, to 1. */
function readShares(): Float32Array {
  shareTable ??= Float32Array.from({ length: 0x10000 }, (_, half) => {
    const share = (fromHalf(half) - ARRIVAL_DEPTH) / BAND;
    return Number.isNaN(share) ? -1 : Math.min(Math.max(share, -1), 1);
  });
  return shareTable;
}
