import { type Address, numberDoors } from '../../src/demo/addresses.ts';
import type { Building } from '../../src/demo/building.ts';
import { drawTown, type TownPlan } from '../../src/demo/plan.ts';
import { createRandom } from '../../src/demo/random.ts';
import { standOnGround } from '../../src/demo/stand.ts';
import { shapeTerrain } from '../../src/demo/terrain.ts';

export interface Town extends TownPlan {
  /** Heights of the ground, m NAP, row 0 south. */
  readonly z: Float32Array;
  readonly buildings: readonly Building[];
  readonly addresses: readonly Address[];
}

/** The town as `writeMarkerwaard` makes it, before it becomes files. */
export function makeTown(seed: number): Town {
  const random = createRandom(seed);
  const plan = drawTown(seed, random);
  const z = shapeTerrain(plan.terrain);
  const buildings = standOnGround(plan.plots, z, plan.terrain.grid, random.fork('labels'));
  return { ...plan, z, buildings, addresses: numberDoors(buildings, plan.streets) };
}
