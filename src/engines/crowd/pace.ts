/** What the way costs where it is dense: seconds per metre of each cell, from who stands where and how fast people come on. */
import { BODY_WIDTH } from '../../model/crowd.ts';
import type { People } from './people.ts';
import { FIELD_CELL, type WalkGrid } from './walk-grid.ts';

/** m: density is a mean over this width. */
const SMOOTH = 1;
/** Weidmann (1993): v = 1.34 (1 − exp(−1.913 (1/D − 1/5.4))); of its free speed, and never still in the mind of who looks for a way. */
const SLOWEST = 0.1;
const FREE = 1.34;
/** Persons/m² from which who hardly comes on waits for those ahead; and the least share of the free speed that is believed. */
const QUEUE = 1.5;
const STANDING = 0.03;

function shareOfFreeSpeed(density: number): number {
  if (density < 0.1) return 1;
  return Math.max(SLOWEST, 1 - Math.exp(-1.913 * (1 / density - 1 / 5.4)));
}

/** Close to a wall nobody likes to walk: a cell that is nearer than a body's half width is slower by this. */
const ALONG_WALL = 1.6;

/** Without anyone. */
export function emptyPace({ clearance }: WalkGrid): Float32Array {
  return Float32Array.from(clearance, (free) => (free < BODY_WIDTH / 2 ? ALONG_WALL : 1) / FREE);
}

/**
 * Persons/m², and their metres a second each times that, smoothed by a box of a metre twice; O(cells). Times the second the mean of
 * what people came on, not how fast they move: who is pushed to and fro waits.
 */
function smoothFlow({ width, height }: WalkGrid, people: People): { density: Float32Array; flow: Float32Array } {
  const density = new Float32Array(width * height);
  const flow = new Float32Array(width * height);
  for (let i = 0; i < people.walking; i++) {
    const person = people.active[i] as number;
    const column = Math.min(width - 1, Math.max(0, Math.floor((people.x[person] as number) / FIELD_CELL)));
    const row = Math.min(height - 1, Math.max(0, Math.floor((people.y[person] as number) / FIELD_CELL)));
    const cell = row * width + column;
    density[cell] = (density[cell] as number) + 1 / (FIELD_CELL * FIELD_CELL);
    flow[cell] = (flow[cell] as number) + (people.on[person] as number) / (FIELD_CELL * FIELD_CELL);
  }
  const half = Math.round(SMOOTH / FIELD_CELL / 2);
  const other = new Float32Array(width * height);
  for (const cells of [density, flow]) {
    for (let pass = 0; pass < 2; pass++) {
      boxAlong(cells, other, width, height, 1, width, half);
      boxAlong(other, cells, height, width, width, 1, half);
    }
  }
  return { density, flow };
}

/** Running mean over 2 half + 1 values along one axis. */
function boxAlong(
  from: Float32Array,
  to: Float32Array,
  length: number,
  lines: number,
  stride: number,
  lineStride: number,
  half: number,
): void {
  for (let line = 0; line < lines; line++) {
    const base = line * lineStride;
    let sum = 0;
    for (let i = 0; i < Math.min(half, length); i++) sum += from[base + i * stride] as number;
    for (let i = 0; i < length; i++) {
      if (i + half < length) sum += from[base + (i + half) * stride] as number;
      if (i - half - 1 >= 0) sum -= from[base + (i - half - 1) * stride] as number;
      to[base + i * stride] = sum / (2 * half + 1);
    }
  }
}

/**
 * By density, and by how fast people come on where they stand close: before a door that is too narrow for them the way to it takes as
 * long as the queue does, which density alone does not know.
 */
export function pacedBy(grid: WalkGrid, empty: Float32Array, people: People): Float32Array {
  const { density, flow } = smoothFlow(grid, people);
  return density.map((d, i) => {
    const share = shareOfFreeSpeed(d);
    const seen = d < QUEUE ? 1 : Math.max(STANDING, (flow[i] as number) / d / FREE);
    return (empty[i] as number) / Math.min(share, seen);
  });
}
