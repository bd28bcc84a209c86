/** What is known per cell as the graphics card reads it: values side by side. */
import { NEVER } from '../model/flood-run.ts';
import { toHalf } from '../model/half-float.ts';

/** Side by side, as the graphics card reads them. */
export function pair<T extends Uint16Array | Uint8Array>(a: T, b: T, both: T): T {
  for (let i = 0; i < a.length; i++) {
    both[2 * i] = a[i] as number;
    both[2 * i + 1] = b[i] as number;
  }
  return both;
}

/** Pairs and pairs, side by side. */
export function interleave(a: Uint16Array, b: Uint16Array): Uint16Array {
  const both = new Uint16Array(a.length * 2);
  for (let i = 0; i < a.length; i += 2) {
    both[2 * i] = a[i] as number;
    both[2 * i + 1] = a[i + 1] as number;
    both[2 * i + 2] = b[i] as number;
    both[2 * i + 3] = b[i + 1] as number;
  }
  return both;
}

const UNDECIDED = toHalf(1);

/** Whether the answer is undecided, at two moments side by side. */
export function doubtOf(from: Uint8Array, to: Uint8Array): Uint16Array {
  const doubt = new Uint16Array(2 * from.length);
  for (let i = 0; i < from.length; i++) {
    if (from[i]) doubt[2 * i] = UNDECIDED;
    if (to[i]) doubt[2 * i + 1] = UNDECIDED;
  }
  return doubt;
}

/**
 * Minutes to colour by (none: 0); −1 where the run knows none: its cell came to less than 5 cm, a lower part of it to more. And beside
 * them whether the answer is undecided.
 */
export function tintOf(values: Uint16Array, undecided: Uint8Array): Uint16Array {
  const never = toHalf(-1);
  const tint = new Uint16Array(undecided.length * 2);
  for (let i = 0; i < undecided.length; i++) if (undecided[i]) tint[2 * i + 1] = UNDECIDED;
  const halves = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === NEVER) {
      tint[2 * i] = never;
      continue;
    }
    let half = halves.get(value);
    if (half === undefined) {
      half = toHalf(value);
      halves.set(value, half);
    }
    tint[2 * i] = half;
  }
  return tint;
}
