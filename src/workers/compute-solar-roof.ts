/** The whole of one roof: reads what stands around it, and works out light, yield, panels and shade. */
import type { Obstacle } from '../engines/obstacles.ts';
import { createHeightField } from '../engines/solar/height-field.ts';
import type { RoofMesh } from '../engines/solar/roof-planes.ts';
import { computeRoof } from '../engines/solar-roof.ts';
import type { HeightGrid } from '../model/grid.ts';
import type { RoofDetail, RoofRequest } from '../model/solar-roof.ts';
import { guessKind } from '../model/surface-kind.ts';
import type { IsWanted } from './list-contents.ts';
import { readPlanSurroundings } from './plan-surroundings.ts';
import { type BuildingTriangles, readBuildings } from './read-buildings.ts';
import { openHeights } from './read-heights.ts';
import { readTrees } from './read-trees.ts';

/** Metres around the building from where things are read: beyond, a ridge of ten metres above the roof stands 3° high. */
const REACH = 200;
/** Metres of ground, and the side of its cells: dikes and hills, not kerbs. */
const [GROUND_REACH, GROUND_CELL] = [1500, 20];

/** What surfaces are is guessed, as tiles of others do not say it; triangles of one follow each other, as the engine wants them. */
export function toMesh(
  { positions: places, surfaces }: BuildingTriangles,
  origin: readonly [number, number, number],
): RoofMesh {
  const count = places.length / 9;
  const order = Uint32Array.from({ length: count }, (_, t) => t);
  if (surfaces) order.sort((a, b) => (surfaces[a] as number) - (surfaces[b] as number) || a - b);
  const all = shiftTo(places, origin);
  const positions = new Float32Array(all.length);
  const kinds = new Uint8Array(count);
  for (const [to, from] of order.entries()) {
    positions.set(all.subarray(9 * from, 9 * from + 9), 9 * to);
    const at = (k: number) => all[9 * from + k] as number;
    const u = [at(3) - at(0), at(4) - at(1), at(5) - at(2)] as const;
    const v = [at(6) - at(0), at(7) - at(1), at(8) - at(2)] as const;
    const normal = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const;
    kinds[to] = guessKind(normal[2] / (Math.hypot(...normal) || 1));
  }
  return { positions, surfaces: order.map((from) => surfaces?.[from] ?? from), kinds, isGuessed: true };
}

function shiftTo(positions: ArrayLike<number>, origin: readonly [number, number, number]): Float32Array {
  return Float32Array.from(
    { length: positions.length },
    (_, i) => (positions[i] as number) - (origin[i % 3] as number),
  );
}

/** Lowest height near the building, as that is where its ground lies. */
export function groundAt(grid: HeightGrid | undefined, x: number, y: number): number | undefined {
  if (!grid) return undefined;
  const column = Math.floor((x - grid.west) / grid.cellSize);
  const row = Math.floor((y - grid.south) / grid.cellSize);
  const height = grid.values[row * grid.width + column];
  return height === undefined || Number.isNaN(height) ? undefined : height;
}

/** What stands today, and what a plan builds. */
export function joinBuildings(
  today: readonly BuildingTriangles[],
  origin: readonly [number, number, number],
  planned: readonly BuildingTriangles[] = [],
) {
  const buildings = [...today, ...planned];
  const objects = buildings.map(({ id }, row): Obstacle => ({ kind: row < today.length ? 'building' : 'plan', id }));
  const count = buildings.reduce((sum, { positions }) => sum + positions.length, 0);
  const positions = new Float32Array(count);
  const owners = new Uint32Array(count / 9);
  let at = 0;
  for (const [row, building] of buildings.entries()) {
    positions.set(shiftTo(building.positions, origin), at);
    owners.fill(row, at / 9, (at + building.positions.length) / 9);
    at += building.positions.length;
  }
  return { origin, positions, owners, objects };
}

/** Throws where the building is not in the tiles, or files cannot be read. */
export async function answerRoof(request: RoofRequest): Promise<RoofDetail> {
  const { building, x, y, tilesets, trees, heights, models, settings, climate } = request;
  const square = (half: number) => [x - half, y - half, x + half, y + half] as const;
  const [west, south, east, north] = square(REACH);
  const isWanted: IsWanted = ([w, s, e, n]) => w <= east && e >= west && s <= north && n >= south;
  const [read, grid, crowns, plan] = await Promise.all([
    Promise.all(tilesets.map((tileset) => readBuildings({ ...tileset, isWanted }))),
    heights === undefined
      ? undefined
      : openHeights(heights).then((file) => file.read({ extent: square(GROUND_REACH), cellSize: GROUND_CELL })),
    Promise.all(trees.map((tileset) => readTrees({ ...tileset, isWanted }))),
    readPlanSurroundings(models),
  ]);
  const buildings = read.flat();
  const own = buildings.find(({ id }) => id === building);
  if (!own) throw new Error(`${building} is not in the tiles around ${Math.round(x)}, ${Math.round(y)}`);
  const ground = groundAt(grid, x, y);
  const origin = [x, y, ground ?? 0] as const;
  return computeRoof(
    {
      building,
      mesh: toMesh(own, origin),
      obstacles: joinBuildings(
        buildings.filter(({ id }) => !plan.removed.has(id)),
        origin,
        plan.solids,
      ),
      trees: plan.keep(crowns.flat()),
      fields: grid ? [createHeightField(grid)] : [],
      ground,
    },
    climate,
    settings,
  );
}
