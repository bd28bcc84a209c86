import type { FloodInput } from '../../../src/model/flood.ts';

/** 70 mm in an hour, m/s. */
export const townRain = [{ second: 0, value: 0.07 / 3600 }];

/** Whole numbers from 0 to 2^32 that look random, the same each time. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A rough town, cells of 1 m: a bed between 0 and 1.5 m NAP with streets 15 cm lower, blocks of buildings whose roofs drain to the
 * nearest cell east of them, closed borders.
 */
export function createTown(width: number, height: number): Omit<FloodInput, 'rain' | 'seconds'> {
  const random = createRandom(7);
  const cells = width * height;
  const bed = new Float32Array(cells);
  const closed = new Uint8Array(cells);
  const rainFactor = new Float32Array(cells).fill(1);
  const manning = new Float32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const [x, y] = [cell % width, Math.floor(cell / width)];
    const isStreet = x % 24 < 6 || y % 30 < 6;
    const isBuilding = !isStreet && x % 24 >= 9 && x % 24 < 19 && y % 30 >= 10 && y % 30 < 22;
    bed[cell] = 0.7 + 0.5 * Math.sin(x / 37) * Math.cos(y / 29) + 0.1 * random() - (isStreet ? 0.15 : 0);
    manning[cell] = isStreet ? 0.02 : 0.05;
    closed[cell] = Number(isBuilding);
  }
  for (let cell = 0; cell < cells; cell++) {
    if (!closed[cell]) continue;
    rainFactor[cell] = 0;
    let beside = cell;
    while (beside < cells - 1 && closed[beside]) beside++;
    rainFactor[beside]++;
  }
  const frame = { west: 0, south: 0, cellSize: 1, width, height };
  const borders = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;
  return { frame, bed, closed, rainFactor, manning, borders };
}

/** The same input with cell `i` at `to[i]` of a grid of that size. */
export function pickCells(input: FloodInput, to: readonly number[], [width, height]: readonly number[]): FloodInput {
  const move = <T extends Float32Array | Float64Array | Uint8Array>(values: T): T => {
    const moved = values.slice() as T;
    for (const [cell, at] of to.entries()) moved[at] = values[cell];
    return moved;
  };
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    ArrayBuffer.isView(value) ? move(value as Float32Array) : value,
  ]);
  return {
    ...(Object.fromEntries(entries) as FloodInput),
    frame: { ...input.frame, width: width as number, height: height as number },
  };
}
