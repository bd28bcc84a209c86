/** What stands around roofs when a plan has come: without what makes way for it, with what it builds and plants. */
import { isInRings } from '../engines/outlook-scene.ts';
import type { TreeCrown } from '../engines/solar/crowns.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { treeForms } from '../model/tree-form.ts';
import type { BuildingTriangles } from './read-buildings.ts';
import { readSolids } from './read-sun-site.ts';

export interface PlannedModel {
  readonly model: PlanModel;
  /** That its files start from. */
  readonly base: string;
}

export interface PlanSurroundings {
  readonly removed: ReadonlySet<string>;
  /** What is built. */
  readonly solids: readonly BuildingTriangles[];
  /** Of those that stand today, the ones that stay, and what is planted. */
  readonly keep: (trees: readonly TreeCrown[]) => TreeCrown[];
}

/** Throws where files cannot be read. */
export async function readPlanSurroundings(models: readonly PlannedModel[]): Promise<PlanSurroundings> {
  const solids = await Promise.all(models.map(({ model, base }) => readSolids(model, base)));
  const cut = models.flatMap(({ model }) => model.cut);
  const planted = models.flatMap(({ model }) =>
    model.trees.map(
      ({ x, y, nap, height, crown }, i): TreeCrown => ({
        id: `plan ${i}`,
        x,
        y,
        ground: nap,
        height,
        crown,
        ...treeForms.broad,
        isEvergreen: false,
      }),
    ),
  );
  return {
    removed: new Set(models.flatMap(({ model }) => model.removed)),
    solids: solids.flat(),
    keep: (trees) => [...trees.filter(({ x, y }) => !isInRings(cut, x, y)), ...planted],
  };
}
