/** Which free ground hangs together: who is on one part never comes to another. */
import type { WalkGrid } from './walk-grid.ts';

/** Per cell the number of its part, from 1; 0 where a body does not fit. `least`: metres that a cell's middle must be from walls. */
export function numberParts({ width, height, clearance }: WalkGrid, least: number): Int32Array {
  const parts = new Int32Array(width * height);
  const stack = new Int32Array(width * height);
  let count = 0;
  for (let seed = 0; seed < parts.length; seed++) {
    if (parts[seed] !== 0 || (clearance[seed] as number) < least) continue;
    count++;
    let size = 1;
    stack[0] = seed;
    parts[seed] = count;
    while (size > 0) {
      const cell = stack[--size] as number;
      const column = cell % width;
      for (let way = 0; way < 4; way++) {
        if ((way === 0 && column === 0) || (way === 1 && column === width - 1)) continue;
        const other = cell + (way === 0 ? -1 : way === 1 ? 1 : way === 2 ? -width : width);
        if (other < 0 || other >= parts.length || parts[other] !== 0 || (clearance[other] as number) < least) continue;
        parts[other] = count;
        stack[size++] = other;
      }
    }
  }
  return parts;
}
