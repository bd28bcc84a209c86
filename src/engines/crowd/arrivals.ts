/** Who comes when, and where a new person finds room. */
import type { CrowdAgents, CrowdSource } from '../../model/crowd.ts';
import { isInside } from './lines.ts';
import type { Vacancy } from './vacancy.ts';
import { FIELD_CELL, type WalkGrid, wallDistance } from './walk-grid.ts';

/** A normal number by Box and Muller, cut off by drawing again. */
export function drawSpeed({ mean, sd, min, max }: CrowdAgents['speed'], random: () => number): number {
  if (sd === 0) return Math.min(max, Math.max(min, mean));
  for (;;) {
    const v = mean + sd * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    if (v >= min && v <= max) return v;
  }
}

/** Of all persons of a source: the i-th comes at this second. */
export const arrivalSecond = ({ from, until, persons }: CrowdSource, i: number): number =>
  from + ((until - from) * i) / persons;

/** Points tried for one person before it waits for the next step. */
const TRIES = 40;

interface Placing {
  readonly grid: WalkGrid;
  readonly radius: number;
  readonly random: () => number;
  readonly vacancy: Vacancy;
  /** Of the way that they go first: s from each cell, Infinity where it cannot be gone. */
  readonly seconds: Float32Array;
}

/** RD or local metres, or undefined where there is no room now. */
export function findRoom(source: CrowdSource, placing: Placing): { x: number; y: number } | undefined {
  const { grid, radius, random, vacancy, seconds } = placing;
  const box = boxOf(source);
  for (let n = 0; n < TRIES; n++) {
    let x: number;
    let y: number;
    if ('polygon' in source.place) {
      x = box[0] + (box[2] - box[0]) * random();
      y = box[1] + (box[3] - box[1]) * random();
      if (!isInside(source.place.polygon, x, y)) continue;
    } else {
      [x, y] = pointOnLine(source.place.line, random());
    }
    const column = Math.floor((x - grid.west) / FIELD_CELL);
    const row = Math.floor((y - grid.south) / FIELD_CELL);
    if (column < 0 || row < 0 || column >= grid.width || row >= grid.height) continue;
    const [lx, ly] = [x - grid.west, y - grid.south];
    if (wallDistance(grid, row * grid.width + column, lx, ly) < radius) continue;
    if (!isReached(seconds, row * grid.width + column, grid.width)) continue;
    // A little more than touching: who comes later must still be able to pass.
    const apart = 2 * radius + 0.02;
    if (vacancy.isFree(lx, ly, apart)) return { x, y };
  }
  return undefined;
}

/** From a cell or one beside it: close to walls no way is reckoned. */
function isReached(seconds: Float32Array, cell: number, width: number): boolean {
  for (const other of [cell, cell - 1, cell + 1, cell - width, cell + width])
    if ((seconds[other] ?? Infinity) < Infinity) return true;
  return false;
}

function boxOf({ place }: CrowdSource): readonly [number, number, number, number] {
  const ring = 'polygon' in place ? (place.polygon[0] ?? []) : place.line;
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return box;
}

/** `share` of its length along. */
function pointOnLine(line: readonly number[], share: number): [number, number] {
  let total = 0;
  for (let i = 2; i < line.length; i += 2) total += lengthAt(line, i);
  let left = share * total;
  for (let i = 2; i < line.length; i += 2) {
    const length = lengthAt(line, i);
    if (left <= length || i + 2 >= line.length) {
      const t = length > 0 ? Math.min(1, left / length) : 0;
      return [
        (line[i - 2] as number) + ((line[i] as number) - (line[i - 2] as number)) * t,
        (line[i - 1] as number) + ((line[i + 1] as number) - (line[i - 1] as number)) * t,
      ];
    }
    left -= length;
  }
  return [line[0] as number, line[1] as number];
}

const lengthAt = (line: readonly number[], i: number) =>
  Math.hypot((line[i] as number) - (line[i - 2] as number), (line[i + 1] as number) - (line[i - 1] as number));
