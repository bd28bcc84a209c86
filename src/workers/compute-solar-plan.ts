/** What a plan changes of the sun on roofs near it: reads what stands there, and computes the roofs that are asked for twice. */
import { createHeightField } from '../engines/solar/height-field.ts';
import { comparePlanRoofs, computeBuiltRoofs } from '../engines/solar-plan.ts';
import { hasRoof, type SolarPlanAnswer, type SolarPlanRequest } from '../model/solar-plan.ts';
import { groundAt, joinBuildings, toMesh } from './compute-solar-roof.ts';
import type { IsWanted } from './list-contents.ts';
import { readPlanSurroundings } from './plan-surroundings.ts';
import { readBuildings } from './read-buildings.ts';
import { openHeights } from './read-heights.ts';
import { readTrees } from './read-trees.ts';

/** Metres around from where things are read, and the side of the cells of the ground. */
const [BEYOND, CELL] = [120, 20];

/** Throws where files cannot be read. */
export async function answerPlan(request: SolarPlanRequest): Promise<SolarPlanAnswer> {
  const { models, tilesets, trees, heights, climate, settings } = request;
  const [west, south, east, north] = request.extent;
  const extent = [west - BEYOND, south - BEYOND, east + BEYOND, north + BEYOND] as const;
  const isWanted: IsWanted = ([w, s, e, n]) => w <= extent[2] && e >= extent[0] && s <= extent[3] && n >= extent[1];
  const [read, crowns, grid, plan] = await Promise.all([
    Promise.all(tilesets.map((tileset) => readBuildings({ ...tileset, isWanted }))),
    Promise.all(trees.map((tileset) => readTrees({ ...tileset, isWanted }))),
    heights === undefined ? undefined : openHeights(heights).then((file) => file.read({ extent, cellSize: CELL })),
    readPlanSurroundings(models),
  ]);
  const buildings = read.flat();
  const origin = [(west + east) / 2, (south + north) / 2, 0] as const;
  const { removed, solids, keep } = plan;
  const asked = new Set(request.buildings);
  const roofs = buildings
    .filter(({ id }) => asked.has(id) && !removed.has(id))
    .map((building) => ({
      id: building.id,
      mesh: toMesh(building, origin),
      ground: groundAt(grid, building.positions[0] as number, building.positions[1] as number),
    }));
  const standing = crowns.flat();
  const fields = grid ? [createHeightField(grid)] : [];
  const planned = {
    obstacles: joinBuildings(
      buildings.filter(({ id }) => !removed.has(id)),
      origin,
      solids,
    ),
    trees: keep(standing),
    fields,
  };
  // What was placed from a file is a form without a roof that is known.
  const houses = new Set(models.flatMap(({ model }) => model.solids.filter(hasRoof).map(({ id }) => id)));
  const own = solids
    .filter(({ id }) => houses.has(id))
    .map((solid) => ({ id: solid.id, mesh: toMesh(solid, origin), ground: undefined }));
  const today = { obstacles: joinBuildings(buildings, origin), trees: standing, fields };
  return {
    changes: comparePlanRoofs(roofs, today, planned, climate, settings),
    built: computeBuiltRoofs(own, planned, climate, settings),
  };
}
