/** Inflows, culverts and pumps as the shader reads them, with the round in which each comes. */
import type { FloodInput } from '../../../model/flood.ts';
import { type FloodGrid, padCell } from '../layout.ts';
import { NOWHERE, WORK, WORK_WORDS } from './works-shader.ts';

interface Work {
  readonly kind: number;
  readonly cells: readonly [number, number];
  /** Of an inflow: its place in a plan. */
  readonly series?: number;
  readonly hasFlap?: boolean;
  /** Width, height, length, Manning's n, both floors. */
  readonly sizes: readonly number[];
}

export interface PackedWorks {
  readonly count: number;
  readonly rounds: number;
  readonly words: Uint32Array<ArrayBuffer>;
}

function listWorks({ inflows = [], culverts = [], pumps = [] }: FloodInput, grid: FloodGrid): Work[] {
  const cellOf = (cell: number | undefined) => (cell === undefined ? NOWHERE : padCell(grid, cell));
  const area = grid.cellSize ** 2;
  return [
    ...inflows.flatMap(({ cells }, i) =>
      cells.map((cell) => ({
        kind: WORK.inflow,
        cells: [cellOf(cell), NOWHERE] as const,
        series: 1 + i,
        sizes: [],
      })),
    ),
    ...culverts.map(({ from, to, width, height, length, manning, floorFrom, floorTo, hasFlap = false }) => ({
      kind: WORK.culvert,
      cells: [cellOf(from), cellOf(to)] as const,
      hasFlap,
      sizes: [width, height, length, manning, floorFrom - grid.datum, floorTo - grid.datum],
    })),
    ...pumps.map(({ from, to, capacity, onLevel }) => ({
      kind: WORK.pump,
      cells: [cellOf(from), cellOf(to)] as const,
      sizes: [capacity / area, onLevel - grid.datum],
    })),
  ];
}

export function packWorks(input: FloodInput, grid: FloodGrid): PackedWorks {
  const works = listWorks(input, grid);
  const words = new Uint32Array(Math.max(1, works.length) * WORK_WORDS);
  const floats = new Float32Array(words.buffer);
  /** Per cell the first round in which nobody has used it. */
  const free = new Map<number, number>();
  let rounds = 0;
  for (const [i, { kind, cells, series = 0, hasFlap, sizes }] of works.entries()) {
    const own = cells.filter((cell) => cell !== NOWHERE);
    const round = Math.max(...own.map((cell) => free.get(cell) ?? 0));
    for (const cell of own) free.set(cell, round + 1);
    rounds = Math.max(rounds, round + 1);
    words.set([kind, round, ...cells, series, Number(hasFlap ?? false)], i * WORK_WORDS);
    floats.set(sizes, i * WORK_WORDS + 6);
  }
  return { count: works.length, rounds, words };
}
