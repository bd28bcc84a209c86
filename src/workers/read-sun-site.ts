/** What stands around a place and can take its sun, today and with a plan: read once, then asked many times. */
import { type Bvh, buildBvh } from '../engines/bvh.ts';
import { createObstacleBuilder } from '../engines/obstacle-builder.ts';
import type { Obstacle, Obstacles } from '../engines/obstacles.ts';
import { isInRings } from '../engines/outlook-scene.ts';
import { buildShade } from '../engines/shade.ts';
import { createLeaves, createTreeLayers } from '../engines/sunlight/trees.ts';
import { NEAR, type SunLayer, type SunScene } from '../engines/sunlight.ts';
import type { HeightGrid, RdExtent } from '../model/grid.ts';
import type { PlanModel } from '../model/plan-model.ts';
import type { SunSite } from '../model/sunlight.ts';
import { type BuildingTriangles, readBuildings } from './read-buildings.ts';
import { openHeights } from './read-heights.ts';
import { readPlanModels } from './read-plan-models.ts';
import { readTrees } from './read-trees.ts';

/** Metres beyond the places that are asked for: what is further off stands before a very low sun only. */
const BEYOND = 400;
/** Metres of cells of the ground: where sun is asked, and where the ground itself shades. */
const [FINE, COARSE] = [1, 8];
/** Metres beyond the places within which trees dim the sun. */
const TREES = 100;

/** Today, or with the plan. */
export interface SiteScene extends SunScene {
  /** New ground in the site's axes, and where it takes the place of today's: rings in RD. */
  readonly ground: Bvh | undefined;
  readonly cut: readonly (readonly number[])[];
  /** What stands there, RD and NAP. */
  readonly buildings: readonly BuildingTriangles[];
}

export interface ReadSite {
  readonly origin: Obstacles['origin'];
  readonly heights: HeightGrid | undefined;
  readonly today: SiteScene;
  readonly plan: SiteScene | undefined;
  /** Metres around the place within which things shade. */
  readonly reach: number;
}

type Kind = Obstacle['kind'];

function createLayer(origin: Obstacles['origin'], kind: Kind, buildings: readonly BuildingTriangles[]): SunLayer {
  const builder = createObstacleBuilder(origin);
  for (const { id, positions } of buildings) builder.add({ kind, id }, [{ positions }]);
  return { shade: buildShade(builder.finish()), near: NEAR };
}

/** Of the engine's own trees. */
type Tree = Parameters<typeof createLeaves>[1][number];

async function readTreesAround({ trees, place, radius }: SunSite): Promise<Tree[]> {
  if (trees === undefined) return [];
  const [west, south, east, north] = squareAround(place, radius + TREES);
  const isWanted = ([w, s, e, n]: RdExtent) => w <= east && e >= west && s <= north && n >= south;
  return (await readTrees({ ...trees, isWanted })).map(({ ground, ...tree }) => ({ ...tree, nap: ground }));
}

/** Corners one after the other, in RD and NAP. */
function unfold(positions: readonly number[], indices: readonly number[], zero: readonly [number, number, number]) {
  const all = new Float64Array(3 * indices.length);
  for (const [i, corner] of indices.entries())
    for (let k = 0; k < 3; k++) all[3 * i + k] = (positions[3 * corner + k] as number) + (zero[k] as number);
  return all;
}

export async function readSolids(model: PlanModel, base: string): Promise<BuildingTriangles[]> {
  const [x, y] = model.origin;
  const placed = await readPlanModels(model, base, { x, y });
  return [
    ...model.solids.map(({ id, positions, indices }) => ({ id, positions: unfold(positions, indices, model.origin) })),
    ...placed.map(({ positions, indices }, i) => ({
      id: model.models[i]?.name ?? '',
      positions: unfold(positions, indices, [x, y, 0]),
    })),
  ];
}

function buildGround(origin: Obstacles['origin'], models: readonly PlanModel[]): Bvh | undefined {
  const builder = createObstacleBuilder(origin);
  for (const model of models)
    for (const { isCut, positions, indices } of model.ground)
      if (!isCut) builder.add({ kind: 'terrain', id: '' }, [{ positions, indices }], model.origin);
  const { positions } = builder.finish();
  return positions.length > 0 ? buildBvh(positions) : undefined;
}

const squareAround = ({ x, y }: SunSite['place'], half: number): RdExtent => [x - half, y - half, x + half, y + half];

async function readGround(url: string | undefined, place: SunSite['place'], radius: number, reach: number) {
  if (url === undefined) return {};
  const file = await openHeights(url);
  const [fine, coarse] = await Promise.all([
    file.read({ extent: squareAround(place, radius + 5), cellSize: FINE }),
    file.read({ extent: squareAround(place, reach), cellSize: COARSE, margin: 0 }),
  ]);
  return { fine, coarse };
}

async function readAround({ place, tilesets }: SunSite, reach: number): Promise<BuildingTriangles[]> {
  const [west, south, east, north] = squareAround(place, reach);
  const isWanted = ([w, s, e, n]: RdExtent) => w <= east && e >= west && s <= north && n >= south;
  return (await Promise.all(tilesets.map((tileset) => readBuildings({ ...tileset, isWanted })))).flat();
}

/** Layers that today and the plan have in common are one, so that their rays are cast once. Throws where files cannot be read. */
export async function readSunSite(site: SunSite): Promise<ReadSite> {
  const { place, radius, heights, variants } = site;
  const reach = radius + BEYOND;
  const [buildings, { fine, coarse }, solids, trees] = await Promise.all([
    readAround(site, reach),
    readGround(heights, place, radius, reach),
    Promise.all(variants.map(({ model, base }) => readSolids(model, base))),
    readTreesAround(site),
  ]);
  const origin = [place.x, place.y, 0] as const;
  const models = variants.map(({ model }) => model);
  const removed = new Set(models.flatMap((model) => model.removed));
  const cut = models.flatMap((model) => model.cut);
  const kept = buildings.filter(({ id }) => !removed.has(id));
  const shared = [createLayer(origin, 'building', kept)];
  if (coarse) {
    const builder = createObstacleBuilder(origin);
    builder.addTerrain(coarse, (x, y) => isInRings(cut, x, y));
    // Its own cells are no hills before a point on it.
    shared.push({ shade: buildShade(builder.finish()), near: 3 * coarse.cellSize, isExact: true });
  }
  const isCut = ({ x, y }: Tree) => isInRings(cut, x, y);
  shared.push(
    ...createTreeLayers(
      origin,
      trees.filter((tree) => !isCut(tree)),
    ),
  );
  const planted = models.flatMap((model, i) =>
    site.trees === undefined ? [] : model.trees.map((tree, k) => ({ ...tree, id: `${i} ${k}`, isEvergreen: false })),
  );
  const { treeShade } = site;
  const staying = createLeaves(
    origin,
    trees.filter((tree) => !isCut(tree)),
    treeShade,
  );
  const going = buildings.filter(({ id }) => removed.has(id));
  const coming = solids.flat();
  return {
    origin,
    heights: fine,
    today: {
      layers: [
        ...shared,
        ...(going.length > 0 ? [createLayer(origin, 'building', going)] : []),
        ...createTreeLayers(origin, trees.filter(isCut)),
      ],
      leaves: [...staying, ...createLeaves(origin, trees.filter(isCut), treeShade)],
      removed: new Set(),
      ground: undefined,
      cut: [],
      buildings,
    },
    plan:
      variants.length === 0
        ? undefined
        : {
            layers: [
              ...shared,
              ...(coming.length > 0 ? [createLayer(origin, 'plan', coming)] : []),
              ...createTreeLayers(origin, planted),
            ],
            leaves: [...staying, ...createLeaves(origin, planted, treeShade)],
            removed,
            ground: buildGround(origin, models),
            cut,
            buildings: [...kept, ...coming],
          },
    reach,
  };
}
