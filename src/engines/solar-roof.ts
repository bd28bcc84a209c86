/**
 * One roof in full: light and yield of each plane by month (`engines/solar.ts`), its panels in space, and which part of the sun is taken
 * from it in each month and hour, and by what. The sun of the 15th stands for its month; two moments for each hour of the clock; points
 * spread over the plane for all of it. Trees take what their crowns do not let through.
 */
import { momentToDate } from '../model/local-time.ts';
import { rdToLonLat } from '../model/rd.ts';
import type { SolarClimate, SolarSettings } from '../model/solar.ts';
import { HOURS, MONTHS, NO_SUN, type RoofBlocker, type RoofDetail, type RoofPart } from '../model/solar-roof.ts';
import { createSunDirection, type SunDirection, trueNorthInRd } from '../model/sun-direction.ts';
import { firstHit } from './bvh.ts';
import type { Obstacles } from './obstacles.ts';
import { createCrownLooker, crownOf, type TreeCrown } from './solar/crowns.ts';
import { type HeightField, hitsField } from './solar/height-field.ts';
import { boundFlat, emptyBounds } from './solar/look.ts';
import type { RoofMesh } from './solar/roof-planes.ts';
import { spreadPoints } from './solar/roof-points.ts';
import { sectorOf } from './solar/sky-cells.ts';
import { createSkyYear } from './solar/sky-year.ts';
import { createSolarScene, type SolarScene } from './solar/solar-scene.ts';
import { createRoofEngine, type RoofSun } from './solar.ts';

export interface RoofSite {
  /** Id of the building whose roof it is. */
  readonly building: string;
  /** Its triangles, metres from the origin of the obstacles, which hold them too. */
  readonly mesh: RoofMesh;
  readonly obstacles: Obstacles;
  readonly trees: readonly TreeCrown[];
  /** Heights of the ground. */
  readonly fields: readonly HeightField[];
  /** m NAP of the ground at the building, where it is known. */
  readonly ground: number | undefined;
}

/** As the town is computed. */
const SAMPLING = { daysPerMonth: 3, stepMinutes: 15 };
/** Points of a plane that hours are told of; metres above it, and nearest and furthest thing in their way. */
const POINTS = 16;
const LIFT = 0.05;
const [NEAR, FAR] = [0.01, 1e5];
const FLAT = -1;
/** Of each hour. */
const MINUTES = [15, 45];
/** Months are told as those of this year. */
const YEAR = 2026;

/** Corners in RD and NAP; on flat roofs tilted, low side towards the way they face. */
function placeCorners({ fit, azimuthDegrees }: RoofSun, origin: Obstacles['origin']): number[] {
  const { origin: zero, u, v, normal } = fit.frame;
  const corners: number[] = [];
  for (const [i, [left, low, width, depth]] of fit.rectangles.entries()) {
    const row = fit.rows[i % fit.rows.length];
    const rise = azimuthDegrees === FLAT && row ? depth * Math.tan((row.slopeDegrees * Math.PI) / 180) : 0;
    // Of two rows back to back the second faces the other way.
    const [near, far] = fit.rows.length > 1 && i % 2 === 1 ? [rise, 0] : [0, rise];
    const places = [
      [left, low, near],
      [left + width, low, near],
      [left + width, low + depth, far],
      [left, low + depth, far],
    ] as const;
    for (const [a, b, up] of places)
      for (const k of [0, 1, 2] as const) corners.push(origin[k] + zero[k] + a * u[k] + b * v[k] + up * normal[k]);
  }
  return corners;
}

interface Sun extends SunDirection {
  /** `month * HOURS + hour`. */
  readonly cell: number;
}

/** Of all months and hours with the sun above the horizon. */
function listSuns(place: { readonly x: number; readonly y: number }): Sun[] {
  const toSun = createSunDirection(place);
  return Array.from({ length: MONTHS * HOURS }, (_, cell) => cell).flatMap((cell) => {
    const month = String(Math.floor(cell / HOURS) + 1).padStart(2, '0');
    return MINUTES.map((minute): Sun => {
      const minutes = (cell % HOURS) * 60 + minute;
      return { ...toSun(momentToDate({ date: `${YEAR}-${month}-15`, minutes })), cell };
    }).filter(({ z }) => z > 0);
  });
}

/** What is told of a ray that does not arrive whole: row in the scene's objects, or one of these. */
const [GROUND, TREES] = [-1, -2];

/** From one point: share of the sun that is lost, and what takes it. */
function createTaker(scene: SolarScene) {
  const { solid, owners, fields, origin } = scene;
  const crowns = createCrownLooker(scene.crowns);
  const shares = new Float64Array(MONTHS);
  const taken = { lost: 0, taker: GROUND };
  return {
    gather: crowns.gather,
    /** Overwritten by the next; undefined where nothing stands in the way. */
    take(x: number, y: number, z: number, sun: Sun): { readonly lost: number; readonly taker: number } | undefined {
      taken.lost = 1;
      const triangle = firstHit(solid, x, y, z, sun.x, sun.y, sun.z, NEAR, FAR);
      if (triangle >= 0) {
        taken.taker = owners[triangle] as number;
        return taken;
      }
      for (const field of fields) {
        taken.taker = GROUND;
        const [east, north, nap] = origin;
        if (hitsField(field, x + east, y + north, z + nap, sun.x, sun.y, sun.z, 1.5 * field.cellSize)) return taken;
      }
      if (!crowns.dim(sectorOf(sun.x, sun.y), x, y, z, sun.x, sun.y, sun.z, shares)) return undefined;
      taken.lost = 1 - (shares[Math.floor(sun.cell / HOURS)] as number);
      taken.taker = TREES;
      return taken;
    },
  };
}

/** Numbers what takes light, each once; trees and ground are told together. */
function createBlockers(objects: Obstacles['objects'], building: string) {
  const blockers: RoofBlocker[] = [];
  const rows = new Map<string, number>();
  return {
    blockers,
    rowOf(taker: number): number {
      const { kind, id } = objects[taker] ?? {
        kind: taker === TREES ? ('tree' as const) : ('terrain' as const),
        id: '',
      };
      const blocker: RoofBlocker =
        kind === 'tree' || kind === 'terrain' ? { kind, id: '' } : { kind: id === building ? 'own' : kind, id };
      const key = `${blocker.kind} ${blocker.id}`;
      const row = rows.get(key) ?? blockers.push(blocker) - 1;
      rows.set(key, row);
      return row;
    },
  };
}

/** Which part of the sun is taken by month and hour, and what takes most. */
function listBlocked(
  { plane }: RoofSun,
  suns: readonly Sun[],
  taker: ReturnType<typeof createTaker>,
  rows: readonly number[],
  rowOf: (taker: number) => number,
): Pick<RoofPart, 'blocked' | 'blocker'> {
  const [nx, ny, nz] = plane.normal;
  const { points } = spreadPoints(plane, POINTS);
  const looks = new Float64Array(MONTHS * HOURS);
  const lost = new Float64Array(MONTHS * HOURS);
  const takers = Array.from({ length: MONTHS * HOURS }, () => new Map<number, number>());
  const before = suns.filter((sun) => sun.x * nx + sun.y * ny + sun.z * nz > 0);
  taker.gather(rows, plane.normal, plane.offset + LIFT, boundFlat(points, emptyBounds()));
  for (let i = 0; i < points.length; i += 3) {
    const [x, y, z] = [points[i] + LIFT * nx, points[i + 1] + LIFT * ny, points[i + 2] + LIFT * nz];
    for (const sun of before) {
      looks[sun.cell] = (looks[sun.cell] as number) + 1;
      const taken = taker.take(x, y, z, sun);
      if (!taken) continue;
      lost[sun.cell] = (lost[sun.cell] as number) + taken.lost;
      const row = rowOf(taken.taker);
      const sums = takers[sun.cell] as Map<number, number>;
      sums.set(row, (sums.get(row) ?? 0) + taken.lost);
    }
  }
  return {
    blocked: [...looks].map((count, cell) => (count === 0 ? NO_SUN : (lost[cell] as number) / count)),
    blocker: takers.map(
      (sums) => [...sums].reduce((best, sum) => (sum[1] > best[1] ? sum : best), [-1, 0])[0] as number,
    ),
  };
}

/** Throws where the place lies outside RD New. */
export function computeRoof(site: RoofSite, climate: SolarClimate, settings: SolarSettings): RoofDetail {
  const { building, mesh, obstacles, trees, fields, ground } = site;
  const { origin } = obstacles;
  const place = { x: origin[0], y: origin[1] };
  const scene = createSolarScene(obstacles, trees.map(crownOf), fields);
  const taker = createTaker(scene);
  const crownRows = [...scene.crowns.keys()];
  const engine = createRoofEngine(scene, {
    sky: createSkyYear(climate, rdToLonLat(place).lat, SAMPLING),
    convergenceDegrees: -trueNorthInRd(place),
    settings,
  });
  const { roofs } = engine.evaluate({ mesh, ground: ground === undefined ? undefined : ground - origin[2] });
  const suns = listSuns(place);
  const { blockers, rowOf } = createBlockers(scene.objects, building);
  const parts = roofs.map((roof): RoofPart => {
    const [x, y, z] = roof.plane.middle;
    return {
      surface: mesh.isGuessed ? undefined : roof.plane.surfaces[0],
      x: x + origin[0],
      y: y + origin[1],
      nap: z + origin[2],
      area: roof.plane.area,
      slope: roof.plane.slopeDegrees,
      azimuth: roof.azimuthDegrees,
      skyView: roof.light.skyView,
      suitability: roof.suitability,
      unshaded: roof.light.unshaded,
      shaded: roof.light.shaded,
      panels: roof.fit.count,
      yieldMonths: roof.yieldMonths,
      corners: placeCorners(roof, origin),
      ...listBlocked(roof, suns, taker, crownRows, rowOf),
    };
  });
  return { parts, blockers };
}
