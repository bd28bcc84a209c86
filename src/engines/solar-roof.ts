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
import { listHits } from './bvh.ts';
import type { Obstacles } from './obstacles.ts';
import { buildShade, findBlocker, lightAlong, type Shade } from './shade.ts';
import { type HeightField, hitsField } from './solar/height-field.ts';
import type { RoofMesh } from './solar/roof-planes.ts';
import { spreadPoints } from './solar/roof-points.ts';
import { createSkyYear } from './solar/sky-year.ts';
import { createSolarScene } from './solar/solar-scene.ts';
import { createRoofEngine, type RoofSun } from './solar.ts';

export interface RoofSite {
  /** Id of the building whose roof it is. */
  readonly building: string;
  /** Its triangles, metres from the origin of the obstacles, which hold them too. */
  readonly mesh: RoofMesh;
  readonly obstacles: Obstacles;
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

/** Row of what takes light from a ray: an object, or −1 for the ground. */
function findTaker(shade: Shade, fields: readonly HeightField[], at: readonly number[], sun: Sun) {
  const [x, y, z] = at as [number, number, number];
  const [ox, oy, oz] = shade.origin;
  if (fields.some((field) => hitsField(field, x + ox, y + oy, z + oz, sun.x, sun.y, sun.z, NEAR)))
    return { lost: 1, taker: -1 };
  const month = Math.floor(sun.cell / HOURS);
  const light = lightAlong(shade, x, y, z, sun.x, sun.y, sun.z, NEAR, FAR, month);
  if (light === 1) return undefined;
  if (light === 0) {
    const taker = findBlocker(shade, x, y, z, sun.x, sun.y, sun.z, NEAR, FAR);
    if (taker >= 0) return { lost: 1, taker };
  }
  const met = new Uint32Array(1);
  listHits(shade.open, x, y, z, sun.x, sun.y, sun.z, NEAR, FAR, met);
  return { lost: 1 - light, taker: shade.openOwners[met[0] as number] as number };
}

/** Numbers what takes light, each once; trees and ground are told together. */
function createBlockers(objects: Obstacles['objects'], building: string) {
  const blockers: RoofBlocker[] = [];
  const rows = new Map<string, number>();
  return {
    blockers,
    rowOf(taker: number): number {
      const { kind, id } = objects[taker] ?? { kind: 'terrain' as const, id: '' };
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
  shade: Shade,
  fields: readonly HeightField[],
  rowOf: (taker: number) => number,
): Pick<RoofPart, 'blocked' | 'blocker'> {
  const [nx, ny, nz] = plane.normal;
  const points = spreadPoints(plane.positions, POINTS);
  const looks = new Float64Array(MONTHS * HOURS);
  const lost = new Float64Array(MONTHS * HOURS);
  const takers = Array.from({ length: MONTHS * HOURS }, () => new Map<number, number>());
  for (const sun of suns) {
    if (sun.x * nx + sun.y * ny + sun.z * nz <= 0) continue;
    looks[sun.cell] = (looks[sun.cell] as number) + POINTS;
    for (let i = 0; i < points.length; i += 3) {
      const at = [points[i] + LIFT * nx, points[i + 1] + LIFT * ny, points[i + 2] + LIFT * nz];
      const taken = findTaker(shade, fields, at, sun);
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
  const { building, mesh, obstacles, fields, ground } = site;
  const { origin, objects } = obstacles;
  const place = { x: origin[0], y: origin[1] };
  const scene = createSolarScene(obstacles, [], fields);
  const engine = createRoofEngine(scene, {
    sky: createSkyYear(climate, rdToLonLat(place).lat, SAMPLING),
    convergenceDegrees: -trueNorthInRd(place),
    settings,
  });
  const { roofs } = engine.evaluate({ mesh, ground: ground === undefined ? undefined : ground - origin[2] });
  const shade = buildShade(obstacles);
  const suns = listSuns(place);
  const { blockers, rowOf } = createBlockers(objects, building);
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
      ...listBlocked(roof, suns, shade, fields, rowOf),
    };
  });
  return { parts, blockers };
}
