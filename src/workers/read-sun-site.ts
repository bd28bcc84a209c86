/** What stands around a place and can take its sun, today and with a plan: read once, then asked many times. */
import { type Bvh, buildBvh } from '../engines/bvh.ts';
import type { Obstacle, Obstacles } from '../engines/obstacles.ts';
import { buildShade, type Shade } from '../engines/shade.ts';
import type { HeightGrid } from '../model/grid.ts';
import type { PlanModel } from '../model/plan-model.ts';
import type { SunSite } from '../model/sunlight.ts';
import { type BuildingTriangles, readBuildings } from './read-buildings.ts';
import { openHeights } from './read-heights.ts';
import { readPlanModels } from './read-plan-models.ts';

/** Metres beyond the places that are asked for: what is further off stands before a very low sun only. */
const BEYOND = 400;
/** Side of the cells that the ground is read in, metres. */
const GROUND_CELL = 1;

export interface SunScene {
  readonly shade: Shade;
  /** Ids of buildings of today that are not there. */
  readonly removed: ReadonlySet<string>;
  /** New ground in the shade's axes, and where it takes the place of today's: rings in RD. */
  readonly ground: Bvh | undefined;
  readonly cut: readonly (readonly number[])[];
  /** Buildings of the plan: id and triangles in RD and NAP. */
  readonly solids: readonly BuildingTriangles[];
}

export interface ReadSite {
  readonly origin: Obstacles['origin'];
  readonly buildings: readonly BuildingTriangles[];
  readonly heights: HeightGrid | undefined;
  readonly today: SunScene;
  readonly plan: SunScene | undefined;
  readonly reach: number;
}

interface Thing {
  readonly object: Obstacle;
  readonly positions: ArrayLike<number>;
}

function joinThings(things: readonly Thing[], origin: Obstacles['origin']): Obstacles {
  const count = things.reduce((sum, { positions }) => sum + positions.length, 0);
  const positions = new Float32Array(count);
  const owners = new Uint32Array(count / 9);
  let at = 0;
  for (const [row, thing] of things.entries()) {
    owners.fill(row, at / 9, (at + thing.positions.length) / 9);
    for (let i = 0; i < thing.positions.length; i++)
      positions[at + i] = (thing.positions[i] as number) - (origin[i % 3] as number);
    at += thing.positions.length;
  }
  return { origin, positions, owners, objects: things.map(({ object }) => object) };
}

/** Corners one after the other, in RD and NAP. */
function unfold(positions: readonly number[], indices: readonly number[], [x, y, nap]: readonly number[]) {
  const shift = [x, y, nap] as [number, number, number];
  const all = new Float64Array(3 * indices.length);
  for (const [i, corner] of indices.entries())
    for (let k = 0; k < 3; k++) all[3 * i + k] = (positions[3 * corner + k] as number) + (shift[k] as number);
  return all;
}

async function readSolids(model: PlanModel, base: string): Promise<BuildingTriangles[]> {
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

const thingOf = (kind: Obstacle['kind'], { id, positions }: BuildingTriangles): Thing => ({
  object: { kind, id },
  positions,
});

async function readPlan(
  variants: SunSite['variants'],
  buildings: readonly BuildingTriangles[],
  origin: Obstacles['origin'],
): Promise<SunScene> {
  const removed = new Set(variants.flatMap(({ model }) => model.removed));
  const solids = (await Promise.all(variants.map(({ model, base }) => readSolids(model, base)))).flat();
  const kept = buildings.filter(({ id }) => !removed.has(id));
  const things = [...kept.map((item) => thingOf('building', item)), ...solids.map((item) => thingOf('plan', item))];
  const ground = variants.flatMap(({ model }) =>
    model.ground
      .filter(({ isCut }) => !isCut)
      .map((piece) => thingOf('terrain', { id: '', positions: unfold(piece.positions, piece.indices, model.origin) })),
  );
  return {
    shade: buildShade(joinThings(things, origin)),
    removed,
    ground: ground.length > 0 ? buildBvh(joinThings(ground, origin).positions) : undefined,
    cut: variants.flatMap(({ model }) => model.cut),
    solids,
  };
}

/** Throws where files cannot be read. */
export async function readSunSite({ place, radius, tilesets, heights, variants }: SunSite): Promise<ReadSite> {
  const reach = radius + BEYOND;
  const { x, y } = place;
  const square = (half: number) => [x - half, y - half, x + half, y + half] as const;
  const [west, south, east, north] = square(reach);
  const [read, grid] = await Promise.all([
    Promise.all(
      tilesets.map((tileset) =>
        readBuildings({
          ...tileset,
          isWanted: ([w, s, e, n]) => w <= east && e >= west && s <= north && n >= south,
        }),
      ),
    ),
    heights === undefined
      ? undefined
      : openHeights(heights).then((file) => file.read({ extent: square(radius + 5), cellSize: GROUND_CELL })),
  ]);
  const buildings = read.flat();
  const origin = [x, y, 0] as const;
  const nothing: ReadonlySet<string> = new Set();
  return {
    origin,
    buildings,
    heights: grid,
    today: {
      shade: buildShade(
        joinThings(
          buildings.map((item) => thingOf('building', item)),
          origin,
        ),
      ),
      removed: nothing,
      ground: undefined,
      cut: [],
      solids: [],
    },
    plan: variants.length > 0 ? await readPlan(variants, buildings, origin) : undefined,
    reach,
  };
}
