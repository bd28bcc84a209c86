/** How close together people stood where they wait or stay: Fruin's levels for who stands are wider than for who walks. */
import { type CrowdStop, levelNames, standingLevels } from './crowd.ts';
import type { DensityGrid } from './crowd-answer.ts';
import { isInRings } from './plan-ring.ts';

export interface StandingLevel {
  /** persons/m², the most over ten seconds in a cell with its middle in the stop. */
  readonly most: number;
  readonly level: (typeof levelNames)[number];
}

export function standingLevel({ polygon }: Pick<CrowdStop, 'polygon'>, grid: DensityGrid): StandingLevel {
  let most = 0;
  for (let cell = 0; cell < grid.most.length; cell++) {
    const density = grid.most[cell] as number;
    if (density <= most) continue;
    const x = grid.west + ((cell % grid.width) + 0.5) * grid.cell;
    const y = grid.south + (Math.floor(cell / grid.width) + 0.5) * grid.cell;
    if (isInRings(polygon, x, y)) most = density;
  }
  const level = standingLevels.filter((bound) => most >= bound).length;
  return { most, level: levelNames[level] as StandingLevel['level'] };
}
