/** What happens in each row of time: who are there, come and leave, pass gates and wait, and how dense it is. */
import { levelNames } from '../../model/crowd.ts';
import type { CrowdSeries } from '../../model/crowd-answer.ts';
import type { DensityRow } from './levels.ts';

interface RowCounts {
  readonly present: number;
  /** Since the start. */
  readonly entered: number;
  readonly left: number;
}

export function createSeries(everySeconds: number, gates: number) {
  const present: number[] = [];
  const entered: number[] = [];
  const left: number[] = [];
  const forward: number[][] = Array.from({ length: gates }, () => []);
  const backward: number[][] = Array.from({ length: gates }, () => []);
  const densest: number[] = [];
  const overM2: number[] = [];
  const levels: number[][] = levelNames.map(() => []);
  const density: Uint8Array[] = [];
  const ahead = new Uint32Array(gates);
  const back = new Uint32Array(gates);
  let before = { entered: 0, left: 0 };

  return {
    /** `way`: 1 forward, −1 backward. */
    pass(gate: number, way: number): void {
      const counts = way > 0 ? ahead : back;
      counts[gate] = (counts[gate] as number) + 1;
    },
    close(counts: RowCounts, dense: DensityRow): void {
      present.push(counts.present);
      entered.push(counts.entered - before.entered);
      left.push(counts.left - before.left);
      before = counts;
      for (let g = 0; g < gates; g++) {
        forward[g]?.push(ahead[g] as number);
        backward[g]?.push(back[g] as number);
      }
      ahead.fill(0);
      back.fill(0);
      densest.push(dense.densest);
      overM2.push(dense.overM2);
      for (const [level, share] of dense.shares.entries()) levels[level]?.push(share);
      density.push(dense.density);
    },
    answer: (): CrowdSeries => ({
      everySeconds,
      present: Uint32Array.from(present),
      entered: Uint32Array.from(entered),
      left: Uint32Array.from(left),
      forward: forward.map((row) => Uint32Array.from(row)),
      backward: backward.map((row) => Uint32Array.from(row)),
      densest: Float32Array.from(densest),
      overM2: Float32Array.from(overM2),
      levels: levels.map((row) => Float32Array.from(row)),
      density,
    }),
  };
}
