/** The whole of one question: reads what stands around the house, finds the window, and computes the figures. */

import { hashNumbers } from '../engines/hash-numbers.ts';
import { computeOutlook, SAMPLES } from '../engines/outlook.ts';
import { findSolid, findWindow, isInsideSolid, type WindowAt } from '../engines/outlook-eye.ts';
import type { LocalEye, Soup } from '../engines/outlook-raster.ts';
import { groundAt, groundSoup, isInRings, planSoups } from '../engines/outlook-scene.ts';
import type { HeightGrid, RdExtent } from '../model/grid.ts';
import {
  eyeAboveGround,
  type OutlookFailure,
  type OutlookFigure,
  type OutlookRequest,
  type OutlookResult,
  outlookClasses,
} from '../model/outlook.ts';
import { type BuildingMesh, joinBuildings } from './building-mesh.ts';
import type { IsWanted } from './list-contents.ts';
import { readBuildings } from './read-buildings.ts';
import { openHeights } from './read-heights.ts';
import { readPlanModels } from './read-plan-models.ts';

/** A view that cannot be; `message` is the reason. */
class OutlookError extends Error {
  override name = 'OutlookError';
  constructor(reason: OutlookFailure) {
    super(reason);
  }
}

const EXISTING = outlookClasses.indexOf('existing');
/** Ground is fine near the house, where it fills most of the picture. Metres. */
const HEIGHT_WINDOWS = [
  { radius: 250, cellSize: 4 },
  { radius: 3000, cellSize: 16 },
];
/** Half the picture's width as an angle, with room for a window that is not at the address itself. */
const HALF_FIELD = Math.atan(0.36) + 0.15;
/** Around the house everything is read: its neighbours decide where a window can be. Metres. */
const AROUND = 60;

/** Whether a circle may show in the picture or stands around the house. Metres of the house. */
function createFilter(toward: { x: number; y: number }, reach: number) {
  const heading = Math.atan2(toward.x, toward.y);
  return (x: number, y: number, radius: number): boolean => {
    const distance = Math.hypot(x, y);
    if (distance <= radius + AROUND) return true;
    if (distance - radius > reach) return false;
    const turn = Math.abs(((Math.atan2(x, y) - heading + 3 * Math.PI) % (2 * Math.PI)) - Math.PI);
    return turn - Math.asin(Math.min(1, radius / distance)) <= HALF_FIELD;
  };
}

/** Square around the house, so that the file's overviews are read where it is wide. */
const squareAround = ({ x, y }: { x: number; y: number }, radius: number): RdExtent => [
  x - radius,
  y - radius,
  x + radius,
  y + radius,
];

/** Those that lie beyond the file are left out. */
async function readGrids(url: string, house: { x: number; y: number }): Promise<HeightGrid[]> {
  const reader = await openHeights(url);
  const grids = await Promise.all(
    HEIGHT_WINDOWS.map(({ radius, cellSize }) =>
      reader.read({ extent: squareAround(house, radius), cellSize, margin: 0 }),
    ),
  );
  return grids.filter((grid) => grid !== undefined);
}

/** Asked by circle, as tiles and buildings have rectangles. */
const toCircles =
  (house: { x: number; y: number }, isWanted: ReturnType<typeof createFilter>): IsWanted =>
  ([west, south, east, north]) =>
    isWanted((west + east) / 2 - house.x, (south + north) / 2 - house.y, Math.hypot(east - west, north - south) / 2);

/** The triangles of some of the buildings. */
function pickBuildings(mesh: BuildingMesh, isPicked: (id: string) => boolean): Soup {
  const picked = mesh.ids.map(isPicked);
  const indices = mesh.indices.filter((_, i) => picked[mesh.owners[Math.floor(i / 3)] as number]);
  return { positions: mesh.positions, indices, kind: EXISTING };
}

/** Throws {@link OutlookError} where there is no such view, any other error where data cannot be read. */
export async function answerOutlook(request: OutlookRequest): Promise<OutlookResult> {
  const { house, floor, target, reach, tilesets, heights, variants } = request;
  if (tilesets.length === 0) throw new OutlookError('no-buildings');
  const toward = { x: target.x - house.x, y: target.y - house.y };
  const isWanted = createFilter(toward, reach);
  const [buildings, grids, placed] = await Promise.all([
    Promise.all(tilesets.map((tileset) => readBuildings({ ...tileset, isWanted: toCircles(house, isWanted) }))),
    heights === undefined ? [] : readGrids(heights, house),
    // A variant whose models cannot be read is left out; the others are not worse for it.
    Promise.all(variants.map(({ model, base }) => readPlanModels(model, base, house).catch(() => undefined))),
  ]);
  const mesh = joinBuildings(buildings.flat(), house, (x, y) => isWanted(x, y, 0));
  const ground = house.ground ?? groundAt(grids, house.x, house.y) ?? 0;
  const z = ground + eyeAboveGround(floor);

  const origin = { x: 0, y: 0 };
  const around = mesh.ids.includes(house.building ?? '') ? undefined : findSolid(mesh, mesh.owners, origin, z);
  const building = around === undefined ? house.building : mesh.ids[around];
  const own = pickBuildings(mesh, (id) => id === building);
  const others = pickBuildings(mesh, (id) => id !== building);
  const place: WindowAt | undefined =
    own.indices.length > 0 ? findWindow(own, others, origin, toward, z) : { ...origin, window: 'point' };
  if (!place) throw new OutlookError('no-window');
  const headingDegrees = (Math.atan2(toward.x - place.x, toward.y - place.y) * 180) / Math.PI;
  const eye: LocalEye = { x: place.x, y: place.y, z, headingDegrees: (headingDegrees + 360) % 360 };

  const isAhead = createFilter(toward, Number.POSITIVE_INFINITY);
  const soils = (rings: readonly (readonly number[])[]) => listGround(grids, house, rings, isAhead);
  const proposed = variants.flatMap(({ id, model }, i) => {
    const models = placed[i];
    return models ? { id, removed: new Set(model.removed), cut: model.cut, ...planSoups(model, models, house) } : [];
  });
  const scenes = [
    [...soils([]), others],
    ...proposed.map(({ cut, removed, ground: level, buildings }) => {
      const kept = pickBuildings(mesh, (id) => id !== building && !removed.has(id));
      return [...soils(cut), level, kept, ...buildings];
    }),
  ];
  const [today, ...figures] = computeOutlook(scenes, eye) as [OutlookFigure, ...OutlookFigure[]];
  return {
    eye: { x: house.x + eye.x, y: house.y + eye.y, nap: z, headingDegrees: eye.headingDegrees },
    ground,
    window: place.window,
    today,
    variants: proposed.map(({ id, removed, buildings }, i) => ({
      id,
      figure: figures[i] as OutlookFigure,
      isHouseGone: removed.has(building ?? '') || buildings.some((soup) => isInsideSolid(soup, eye, z)),
    })),
    reach,
    buildings: mesh.ids.length,
    triangles: (scenes[0] ?? []).reduce((sum, { indices }) => sum + indices.length / 3, 0),
    samples: SAMPLES,
    hash: hashNumbers([
      Float64Array.of(eye.x, eye.y, eye.z, eye.headingDegrees),
      ...scenes.flat().flatMap(({ positions, indices }) => [positions, indices]),
    ]),
  };
}

/** Ground of each grid, without what a finer one before it covers, and without where the plan makes other ground. */
function listGround(
  grids: readonly HeightGrid[],
  house: { x: number; y: number },
  cut: readonly (readonly number[])[],
  isAhead: (x: number, y: number, radius: number) => boolean,
): Soup[] {
  return grids.map((grid, i) => {
    const finer = grids.slice(0, i);
    const isCovered = (x: number, y: number) =>
      finer.some(
        ({ west, south, width, height, cellSize }) =>
          x > west && y > south && x < west + width * cellSize && y < south + height * cellSize,
      );
    return groundSoup(
      grid,
      house,
      (x, y) => !isAhead(x - house.x, y - house.y, grid.cellSize) || isCovered(x, y) || isInRings(cut, x, y),
    );
  });
}
