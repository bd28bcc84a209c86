/**
 * Energy labels by building year. Shares rounded from the label distribution by building period that RVO and CBS publish
 * for dwellings (2023): the newer the house the better the label; a quarter of old houses has been renovated since.
 */
import type { Plot } from './building.ts';
import type { Random } from './random.ts';

type Shares = readonly (readonly [label: string, weight: number])[];

const byPeriod: readonly (readonly [until: number, Shares])[] = [
  [
    1945,
    [
      ['A', 7],
      ['B', 7],
      ['C', 21],
      ['D', 18],
      ['E', 17],
      ['F', 15],
      ['G', 15],
    ],
  ],
  [
    1964,
    [
      ['A', 10],
      ['B', 12],
      ['C', 28],
      ['D', 18],
      ['E', 14],
      ['F', 11],
      ['G', 7],
    ],
  ],
  [
    1974,
    [
      ['A', 13],
      ['B', 15],
      ['C', 38],
      ['D', 18],
      ['E', 9],
      ['F', 5],
      ['G', 2],
    ],
  ],
  [
    1991,
    [
      ['A', 18],
      ['B', 22],
      ['C', 48],
      ['D', 9],
      ['E', 2],
      ['F', 1],
    ],
  ],
  [
    2005,
    [
      ['A', 42],
      ['B', 42],
      ['C', 15],
      ['D', 1],
    ],
  ],
  [
    9999,
    [
      ['A', 88],
      ['B', 11],
      ['C', 1],
    ],
  ],
];

/** Only dwellings have one here, and one in ten of them none yet. */
export function drawEnergyLabel(plot: Plot, random: Random): string | null {
  const shares = byPeriod.find(([until]) => plot.year <= until)?.[1];
  const label = random.weighted(shares ?? []);
  return plot.dwellings === 0 || random.chance(0.1) ? null : label;
}
