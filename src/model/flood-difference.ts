/**
 * What changes of the greatest depth, as values to colour by. The picture colours values from 0 up, so that centimetres count
 * from {@link NO_DIFFERENCE}: less water is lower, more is higher. Two hues that all kinds of colour vision tell apart (ColorBrewer's
 * BrBG), light in the middle.
 */
import { toHalf } from './half-float.ts';

/** The value of no difference. */
export const NO_DIFFERENCE = 1000;

/** Bounds in cm from no difference. */
export const differenceClasses = [
  { from: 0, color: '#01665e' },
  { from: NO_DIFFERENCE - 20, color: '#35978f' },
  { from: NO_DIFFERENCE - 10, color: '#80cdc1' },
  { from: NO_DIFFERENCE - 2, color: '#e4e6df' },
  { from: NO_DIFFERENCE + 2, color: '#dfc27d' },
  { from: NO_DIFFERENCE + 10, color: '#bf812d' },
  { from: NO_DIFFERENCE + 20, color: '#8c510a' },
] as const satisfies readonly { readonly from: number; readonly color: `#${string}` }[];

/** m: where the ground itself changes by more, depths are of two grounds and say nothing of each other. */
const SAME_GROUND = 0.03;

interface Side {
  /** m NAP. */
  readonly bed: ArrayLike<number>;
  /** Whole millimetres. */
  readonly deepest: ArrayLike<number>;
  readonly buildings: ArrayLike<number>;
}

/**
 * Values to colour by, of two runs on the same cells, as the picture has them: side by side with a second value of 0, 16-bit floats.
 * −1 where the ground changed, or a building came or went.
 */
export function differenceTint(before: Side, after: Side): Uint16Array {
  const { deepest } = after;
  const tint = new Uint16Array(deepest.length * 2);
  const changed = toHalf(-1);
  const halves = new Map<number, number>();
  for (let cell = 0; cell < deepest.length; cell++) {
    const isBuilt = (before.buildings[cell] === 0) !== (after.buildings[cell] === 0);
    const dug = Math.abs((after.bed[cell] as number) - (before.bed[cell] as number));
    if (isBuilt || dug > SAME_GROUND) {
      tint[2 * cell] = changed;
      continue;
    }
    const centimetres = Math.round(((deepest[cell] as number) - (before.deepest[cell] as number)) / 10);
    const value = NO_DIFFERENCE + Math.min(Math.max(centimetres, -900), 900);
    let half = halves.get(value);
    if (half === undefined) {
      half = toHalf(value);
      halves.set(value, half);
    }
    tint[2 * cell] = half;
  }
  return tint;
}
