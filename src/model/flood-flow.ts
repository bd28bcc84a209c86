/**
 * Which way and how fast water flows, in two bytes a cell: the high one tells the speed to the east, the low one that to the north, each
 * 128 for none and up to {@link STEPS} more or less, in steps that grow with the speed (its root is told). At 0.3 m/s a step is 5 cm/s and
 * the direction right to 5°; finer steps are noise of the model and would double the files. What is faster than {@link MOST} is told as that.
 */
import type { FloodFrame } from './flood.ts';
import { fromHalf } from './half-float.ts';

/** Slower water is told as none, m/s: an arrow would say more than the model knows. */
export const LEAST_SPEED = 0.02;
export const NO_FLOW = 0;

/** m/s. */
const MOST = 4;
const STEPS = 40;
const ZERO = 128;

const stepOf = (speed: number) =>
  ZERO + Math.sign(speed) * Math.min(STEPS, Math.round(STEPS * Math.sqrt(Math.abs(speed) / MOST)));

function speedOf(byte: number): number {
  const part = (byte - ZERO) / STEPS;
  return Math.sign(part) * part * part * MOST;
}

/** m/s to the east and to the north → code; {@link NO_FLOW} below {@link LEAST_SPEED}. */
export const encodeFlow = (east: number, north: number): number =>
  east * east + north * north < LEAST_SPEED * LEAST_SPEED ? NO_FLOW : stepOf(east) * 256 + stepOf(north);

/** m/s to the east and to the north. */
export const decodeFlow = (code: number): readonly [east: number, north: number] =>
  code === NO_FLOW ? [0, 0] : [speedOf(code >> 8), speedOf(code & 0xff)];

/** As the graphics card reads it, on the cells of a run. */
export interface FlowPicture {
  readonly frame: FloodFrame;
  /** Side by side per cell, as 16-bit floats, m/s: to the east and to the north at the first moment, and at the second. */
  readonly values: Uint16Array;
}

export interface Flow {
  /** m/s. */
  readonly speed: number;
  /** Where to: degrees from the north, clockwise, 0 to 360. */
  readonly degrees: number;
}

/** In the cell that holds a point, between the picture's two moments; undefined where nothing flows or nothing is known. */
export function readFlow({ frame, values }: FlowPicture, share: number, x: number, y: number): Flow | undefined {
  const column = Math.floor((x - frame.west) / frame.cellSize);
  const row = Math.floor((y - frame.south) / frame.cellSize);
  if (column < 0 || row < 0 || column >= frame.width || row >= frame.height) return undefined;
  const at = 4 * (row * frame.width + column);
  const mix = (first: number) =>
    fromHalf(values[first] as number) * (1 - share) + fromHalf(values[first + 2] as number) * share;
  const [east, north] = [mix(at), mix(at + 1)];
  const speed = Math.hypot(east, north);
  if (speed < LEAST_SPEED) return undefined;
  return { speed, degrees: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360 };
}
