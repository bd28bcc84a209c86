/** Roofs of one neighbourhood: gathers what may shade them in axes around its middle, and asks the engine about each building. */
import type { SolarClimate, SolarSettings } from '../../model/solar.ts';
import { KIND_GROUND } from '../../model/surface-kind.ts';
import type { Obstacle, Obstacles } from '../obstacles.ts';
import { createRoofEngine, type PointQuestion, type RoofAnswer } from '../solar.ts';
import { type Crown, crownOf, LOWEST_CROWN, type TreeCrown } from './crowns.ts';
import type { HeightField } from './height-field.ts';
import { LOWEST } from './look.ts';
import { createSkyYear, type SkyYear } from './sky-year.ts';
import { createSolarScene, type Parted, partObstacles, type SolarScene } from './solar-scene.ts';
import { listShading, mayShade, type Neighbourhood, type TownBuildings } from './town.ts';

/** What stands in a town beside its buildings. */
export interface Surroundings {
  /** Plans and more, each in axes of its own origin; what of them lets light through becomes a spheroid. */
  readonly obstacles: readonly Obstacles[];
  readonly trees?: readonly TreeCrown[];
  /** Heights of the ground, or of everything where nothing else says what stands there. */
  readonly fields: readonly HeightField[];
}

export interface TownQuestion {
  readonly buildings: TownBuildings;
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly surroundings: Surroundings;
  readonly climate: Pick<SolarClimate, 'global' | 'diffuse'>;
  readonly settings: SolarSettings;
  readonly density?: number;
}

export interface RowAnswer extends RoofAnswer {
  /** Of the building. */
  readonly row: number;
}

/** Numbers to be filled with triangles of objects that follow each other. */
interface Draft {
  positions: Float32Array;
  owners: Uint32Array;
  count: number;
  readonly objects: Obstacle[];
}

function makeRoom(draft: Draft, triangles: number): void {
  if (draft.count + triangles <= draft.owners.length) return;
  const size = Math.max(draft.count + triangles, 2 * draft.owners.length);
  const positions = new Float32Array(9 * size);
  const owners = new Uint32Array(size);
  positions.set(draft.positions.subarray(0, 9 * draft.count));
  owners.set(draft.owners.subarray(0, draft.count));
  draft.positions = positions;
  draft.owners = owners;
}

const PLAIN: Obstacle = { kind: 'building', id: '' };

/** All triangles of a building, or those that can shade another. Answers where they begin and end. */
function addBuilding(draft: Draft, town: TownBuildings, row: number, origin: readonly number[], isOwn: boolean) {
  const { starts, positions, kinds, origins } = town;
  const owner = draft.objects.push(PLAIN) - 1;
  const first = draft.count;
  makeRoom(draft, starts[row + 1] - starts[row]);
  for (let t = starts[row]; t < starts[row + 1]; t++) {
    if (!isOwn && kinds[t] === KIND_GROUND && town.guessed[row] === 0) continue;
    for (let k = 0; k < 9; k++)
      draft.positions[9 * draft.count + k] = positions[9 * t + k] + (origins[3 * row + (k % 3)] - origin[k % 3]);
    draft.owners[draft.count++] = owner;
  }
  return { first, end: draft.count };
}

/** Objects whose box may stand above the neighbourhood's horizon. */
function addObstacles(draft: Draft, { solid, runs }: Parted, neighbourhood: Neighbourhood, origin: readonly number[]) {
  const { positions, owners, objects } = solid;
  const [x, y, z] = solid.origin;
  const shift = [x - origin[0], y - origin[1], z - origin[2]];
  for (const { first, end, box } of runs) {
    const [west, south, , east, north, high] = box;
    if (!mayShade(neighbourhood, [west + x, south + y, east + x, north + y], high + z, LOWEST)) continue;
    makeRoom(draft, end - first);
    const owner = draft.objects.push(objects[owners[first]]) - 1;
    for (let t = first; t < end; t++) {
      for (let k = 0; k < 9; k++) draft.positions[9 * draft.count + k] = positions[9 * t + k] + shift[k % 3];
      draft.owners[draft.count++] = owner;
    }
  }
}

/** What of the surroundings is the same for all neighbourhoods. */
interface Prepared {
  readonly parted: readonly Parted[];
  readonly crowns: readonly Crown[];
}

function prepare({ obstacles, trees = [] }: Surroundings): Prepared {
  const parted = obstacles.map(partObstacles);
  return { parted, crowns: [...trees.map(crownOf), ...parted.flatMap(({ crowns }) => crowns)] };
}

interface NeighbourhoodScene {
  readonly scene: SolarScene;
  /** First triangle and end of the asked buildings, in their order. */
  readonly spans: readonly { readonly first: number; readonly end: number }[];
  /** RD and NAP of the scene's zero. */
  readonly origin: readonly [number, number, number];
}

function gatherScene(question: TownQuestion, prepared: Prepared, neighbourhood: Neighbourhood): NeighbourhoodScene {
  const { buildings, neighbourhoods, surroundings } = question;
  const { box, low, rows } = neighbourhood;
  const origin = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, low] as const;
  const draft: Draft = { positions: new Float32Array(9 * 8192), owners: new Uint32Array(8192), count: 0, objects: [] };
  const spans = rows.map((row) => addBuilding(draft, buildings, row, origin, true));
  for (const row of listShading(buildings, neighbourhood, neighbourhoods, LOWEST))
    addBuilding(draft, buildings, row, origin, false);
  for (const parted of prepared.parted) addObstacles(draft, parted, neighbourhood, origin);
  const crowns = prepared.crowns.filter(({ x, y, z, radius, half }) =>
    mayShade(neighbourhood, [x - radius, y - radius, x + radius, y + radius], z + half, LOWEST_CROWN),
  );
  const obstacles: Obstacles = {
    origin,
    positions: draft.positions.subarray(0, 9 * draft.count),
    owners: draft.owners.subarray(0, draft.count),
    objects: draft.objects,
  };
  return { scene: createSolarScene(obstacles, crowns, surroundings.fields), spans, origin };
}

/** Three suns a month, a quarter of an hour apart: twice as many change no yearly sum by 0.1 %. */
const SAMPLING = { daysPerMonth: 3, stepMinutes: 15 };
/** Degrees of latitude for which one sky holds. */
const ZONE = 0.1;

/** Of a question, neighbourhood by neighbourhood; skies are made once. */
export function createTownEngine(question: TownQuestion) {
  const { buildings, climate, settings, density = 1 } = question;
  const skies = new Map<number, SkyYear>();
  const prepared = prepare(question.surroundings);

  function skyAt(latitude: number): SkyYear {
    const zone = Math.round(latitude / ZONE);
    const sky = skies.get(zone) ?? createSkyYear(climate, zone * ZONE, SAMPLING);
    skies.set(zone, sky);
    return sky;
  }

  return {
    /** Answers in the axes of the scene; `origin` brings them to RD and NAP. */
    roofsOf(neighbourhood: Neighbourhood) {
      const { scene, spans, origin } = gatherScene(question, prepared, neighbourhood);
      const [first] = neighbourhood.rows;
      const sky = skyAt(buildings.latitudes[first]);
      const engine = createRoofEngine(scene, {
        sky,
        convergenceDegrees: buildings.convergences[first],
        settings,
        density,
      });
      const answers = neighbourhood.rows.map((row, i): RowAnswer => {
        const { first: from, end } = spans[i];
        const start = buildings.starts[row];
        const ground = buildings.grounds[row];
        const mesh = {
          positions: scene.positions.subarray(9 * from, 9 * end),
          surfaces: buildings.surfaces.subarray(start, start + end - from),
          kinds: buildings.kinds.subarray(start, start + end - from),
          isGuessed: buildings.guessed[row] === 1,
        };
        return { row, ...engine.evaluate({ mesh, ground: Number.isNaN(ground) ? undefined : ground - origin[2] }) };
      });
      return { answers, origin };
    },
    /** Planes of 1 m² in RD and NAP; `latitude` and `convergenceDegrees` hold for all of them. */
    pointsAt(
      points: readonly PointQuestion[],
      place: { readonly latitude: number; readonly convergenceDegrees: number },
    ) {
      const heights = points.map(({ z }) => z);
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
      const neighbourhood: Neighbourhood = {
        rows: [],
        box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
        low: Math.min(...heights),
        high: Math.max(...heights),
      };
      const { scene, origin } = gatherScene(question, prepared, neighbourhood);
      const engine = createRoofEngine(scene, {
        sky: skyAt(place.latitude),
        convergenceDegrees: place.convergenceDegrees,
        settings,
      });
      return points.map((point) =>
        engine.evaluatePoint({ ...point, x: point.x - origin[0], y: point.y - origin[1], z: point.z - origin[2] }),
      );
    },
  };
}
