/** Sun at windows and on the ground of a site, today and with its plan, and who around it loses sun. */
import { firstHit, firstHitDistance, hitsAny, listHits } from '../engines/bvh.ts';
import { isInRings } from '../engines/outlook-scene.ts';
import type { Shade } from '../engines/shade.ts';
import { countSun, findWorstDay, judgeDay, type LocalPoint, sunDayAt, toLocal } from '../engines/sun-at-point.ts';
import { createTracks, type SunTrack } from '../engines/sun-track.ts';
import { listWindowPlaces, type WindowPlaceAt } from '../engines/window-places.ts';
import { sampleHeight } from '../model/grid.ts';
import { trueNorthInRd } from '../model/sun-direction.ts';
import {
  type NeighboursQuestion,
  SILL,
  type SpotQuestion,
  type SunAtPlace,
  type SunDays,
  type SunFailure,
  type SunNeighbour,
  sillAboveGround,
  type WindowQuestion,
} from '../model/sun-question.ts';
import type { SunPoint, SunRule } from '../model/sunlight.ts';
import type { BuildingTriangles } from './read-buildings.ts';
import type { ReadSite, SunScene } from './read-sun-site.ts';

/** An answer that cannot be; `message` is the reason. */
export class SunError extends Error {
  override name = 'SunError';
  constructor(reason: SunFailure) {
    super(reason);
  }
}

/** Minutes between rays: for figures, and where the worst of many days is looked for. */
const [FINE, COARSE] = [4, 10];
/** Nobody makes a window that looks at a wall nearer than this. Metres. */
const ROOM = 1;
/** Metres above the ground at which sun in a garden is asked. */
const ABOVE_GROUND = 0.1;
/** Metres above a point from which it is looked whether a solid is over it. */
const OVER = 0.5;
const FAR = 1000;

const hits = new Uint32Array(256);

/** Whether a closed solid holds the point: a line upward leaves it an odd number of times. */
export function isInside({ solid, solidOwners }: Shade, x: number, y: number, z: number): boolean {
  const count = Math.min(listHits(solid, x, y, z, 0, 0, 1, 0, FAR, hits), hits.length);
  for (let i = 0; i < count; i++) {
    const owner = solidOwners[hits[i] as number];
    let same = 0;
    for (let k = 0; k < count; k++) if (solidOwners[hits[k] as number] === owner) same++;
    if (same % 2 === 1) return true;
  }
  return false;
}

/** Metres above the zero of the site's axes; undefined where the heights do not know. */
export function groundOf({ origin, heights }: ReadSite, scene: SunScene, x: number, y: number): number | undefined {
  const [ox, oy, oz] = origin;
  if (scene.ground && isInRings(scene.cut, x, y)) {
    const triangle = firstHit(scene.ground, x - ox, y - oy, FAR, 0, 0, -1, 0, 2 * FAR);
    return triangle < 0 ? undefined : FAR - firstHitDistance();
  }
  const nap = heights && sampleHeight(heights, x, y);
  return nap === undefined ? undefined : nap - oz;
}

const footOf = ({ positions }: BuildingTriangles): number => {
  let foot = Number.POSITIVE_INFINITY;
  for (let i = 2; i < positions.length; i += 3) foot = Math.min(foot, positions[i] as number);
  return foot;
};

/** Free places for windows of a building at a height, RD and m NAP. */
function listFree({ today: { shade }, origin: [ox, oy, oz] }: ReadSite, building: BuildingTriangles, nap: number) {
  return listWindowPlaces(building.positions, nap, (x, y, nx, ny) => {
    const [px, py, pz] = [x - ox, y - oy, nap - oz];
    return !hitsAny(shade.solid, px, py, pz, nx, ny, 0, 0, ROOM) && !isInside(shade, px, py, pz);
  });
}

function toPoint(site: ReadSite, { x, y, nx, ny }: WindowPlaceAt, nap: number): SunPoint {
  const [ox, oy] = site.origin;
  const degrees = (Math.atan2(nx, ny) * 180) / Math.PI - trueNorthInRd({ x: ox, y: oy });
  return { id: '', x, y, nap, facingDegrees: (degrees + 360) % 360 };
}

/** Kept by the thread: days are the same for every point. */
export interface SunClock {
  readonly fine: (leastElevation: number) => (date: string) => SunTrack;
  readonly coarse: (leastElevation: number) => (date: string) => SunTrack;
}

export function createSunClock([x, y]: ReadSite['origin']): SunClock {
  const known = new Map<string, (date: string) => SunTrack>();
  const tracks = (step: number) => (least: number) => {
    const key = `${step} ${least}`;
    const made = known.get(key) ?? createTracks({ x, y }, step, least);
    known.set(key, made);
    return made;
  };
  return { fine: tracks(FINE), coarse: tracks(COARSE) };
}

function judge(shade: Shade, point: LocalPoint, rule: SunRule, year: string, clock: SunClock, error: number) {
  const least = rule.minElevationDegrees;
  const worst = findWorstDay(shade, point, rule, year, clock.coarse(least));
  return judgeDay(rule, sunDayAt(shade, point, clock.fine(least)(worst), error));
}

type Asked = Pick<WindowQuestion, 'dates' | 'rules' | 'error'>;

function daysAt(shade: Shade, point: LocalPoint, { dates, rules, error }: Asked, clock: SunClock): SunDays {
  const year = (dates[0] ?? '2026').slice(0, 4);
  return {
    days: dates.map((date) => sunDayAt(shade, point, clock.fine(0)(date), error)),
    judgements: rules.map((rule) => judge(shade, point, rule, year, clock, error)),
  };
}

function answerAt(
  site: ReadSite,
  point: SunPoint,
  width: number | undefined,
  isGone: boolean,
  asked: Asked,
  clock: SunClock,
): SunAtPlace {
  const { today, plan, origin } = site;
  const place = { x: origin[0], y: origin[1] };
  const at = toLocal(point, today.shade, place);
  const isBuilt = plan !== undefined && (isGone || isInside(plan.shade, at.x, at.y, at.z));
  return {
    point,
    width,
    today: daysAt(today.shade, at, asked, clock),
    plan: isBuilt ? 'gone' : plan && daysAt(plan.shade, at, asked, clock),
  };
}

export function answerWindow(site: ReadSite, question: WindowQuestion, clock: SunClock): SunAtPlace[] {
  const { buildings, today, plan, origin } = site;
  if (buildings.length === 0) throw new SunError('no-buildings');
  const { x, y, floor } = question;
  const ground = groundOf(site, today, x, y);
  const building =
    buildings.find(({ id }) => id === question.building) ??
    findHolder(today.shade, buildings, x - origin[0], y - origin[1], (ground ?? 0) + 1);
  if (!building) throw new SunError('no-window');
  const nap = footOf(building) + sillAboveGround(floor);
  const places = listFree(site, building, nap);
  if (places.length === 0) throw new SunError('no-window');
  const isGone = plan?.removed.has(building.id) ?? false;
  return places.map((place) => answerAt(site, toPoint(site, place, nap), place.width, isGone, question, clock));
}

function findHolder(
  { solid, solidOwners, objects }: Shade,
  buildings: readonly BuildingTriangles[],
  x: number,
  y: number,
  z: number,
): BuildingTriangles | undefined {
  const count = Math.min(listHits(solid, x, y, z, 0, 0, 1, 0, FAR, hits), hits.length);
  const owners = [...hits.subarray(0, count)].map((triangle) => solidOwners[triangle] as number);
  const holder = owners.find((owner) => owners.filter((other) => other === owner).length % 2 === 1);
  return holder === undefined ? undefined : buildings.find(({ id }) => id === objects[holder]?.id);
}

export function answerSpot(site: ReadSite, question: SpotQuestion, clock: SunClock): SunAtPlace[] {
  const { today, plan, origin } = site;
  const { x, y } = question;
  const [ox, oy, oz] = origin;
  const ground = groundOf(site, today, x, y) ?? 0;
  if (isInside(today.shade, x - ox, y - oy, ground + OVER)) throw new SunError('inside');
  const point = { id: '', x, y, nap: ground + oz + ABOVE_GROUND };
  const planned = plan && groundOf(site, plan, x, y);
  const isGone = plan !== undefined && isInside(plan.shade, x - ox, y - oy, (planned ?? ground) + OVER);
  return [answerAt(site, point, undefined, isGone, question, clock)];
}

/** Of each building the wall that loses most, or has least sun where none loses any. */
export function answerNeighbours(site: ReadSite, question: NeighboursQuestion, clock: SunClock): SunNeighbour[] {
  const { today, plan, buildings, origin } = site;
  if (!plan) throw new SunError('no-plan');
  const place = { x: origin[0], y: origin[1] };
  const asked = new Set(question.buildings);
  const track = clock.fine(0)(question.date);
  const year = question.date.slice(0, 4);
  const rows: SunNeighbour[] = [];
  for (const building of buildings) {
    if (!asked.has(building.id) || plan.removed.has(building.id)) continue;
    const nap = footOf(building) + SILL;
    const sides = listFree(site, building, nap).map((side) => {
      const point = toPoint(site, side, nap);
      const at = toLocal(point, today.shade, place);
      const before = countSun(today.shade, at, track);
      return { point, at, before, after: countSun(plan.shade, at, track) };
    });
    const [first] = sides.sort((a, b) => b.before - b.after - (a.before - a.after) || b.before - a.before);
    if (!first) continue;
    const verdict = (shade: Shade) => judge(shade, first.at, question.rule, year, clock, question.error).verdict;
    rows.push({
      building: building.id,
      point: first.point,
      today: first.before,
      plan: first.after,
      before: verdict(today.shade),
      after: verdict(plan.shade),
    });
  }
  return rows;
}
