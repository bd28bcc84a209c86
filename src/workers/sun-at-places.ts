/** Sun at windows and on the ground of a site, today and with its plan, and who around it loses sun. */
import { firstHit, firstHitDistance, hitsAny } from '../engines/bvh.ts';
import { isInRings } from '../engines/outlook-scene.ts';
import { castScenes, joinCasts, maskFacing, type SunSamples, sampleDay } from '../engines/sunlight/samples.ts';
import { findAround, sceneIn } from '../engines/sunlight/scene.ts';
import { createSunPaths, type SunPath } from '../engines/sunlight/sun-path.ts';
import { createSunEngine, type SunEngine } from '../engines/sunlight.ts';
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
import type { SunAnswer, SunPoint, SunPointFailure } from '../model/sunlight.ts';
import type { BuildingTriangles } from './read-buildings.ts';
import type { ReadSite, SiteScene } from './read-sun-site.ts';

/** An answer that cannot be; `message` is the reason. */
class SunError extends Error {
  override name = 'SunError';
  constructor(reason: SunFailure) {
    super(reason);
  }
}

/** Nobody makes a window that looks at a wall nearer than this. Metres. */
const ROOM = 1;
/** Metres above the ground at which sun in a garden is asked, and from which it is looked whether that is inside something. */
const [ABOVE_GROUND, INSIDE] = [0.1, 0.5];
/** Metres from which ground is looked for downward. */
const SKY = 1000;
/** Minutes between looks where walls of one building are compared. */
const STEP = 10;

/** What is made of a site once, for all questions. */
export interface AskedSite extends ReadSite {
  readonly engine: SunEngine;
  readonly pathOf: (date: string) => SunPath;
}

export function prepareSite(site: ReadSite): AskedSite {
  const [x, y] = site.origin;
  return {
    ...site,
    engine: createSunEngine(site.origin, [site.today, site.plan]),
    pathOf: createSunPaths({ x, y }),
  };
}

/** Metres above the zero of the site's axes; undefined where the heights do not know. */
export function groundOf({ origin, heights }: ReadSite, scene: SiteScene, x: number, y: number): number | undefined {
  const [ox, oy, oz] = origin;
  if (scene.ground && isInRings(scene.cut, x, y)) {
    const triangle = firstHit(scene.ground, x - ox, y - oy, SKY, 0, 0, -1, 0, 2 * SKY);
    return triangle < 0 ? undefined : SKY - firstHitDistance();
  }
  const nap = heights && sampleHeight(heights, x, y);
  return nap === undefined ? undefined : nap - oz;
}

function footOf({ positions }: BuildingTriangles): number {
  let foot = Number.POSITIVE_INFINITY;
  for (let i = 2; i < positions.length; i += 3) foot = Math.min(foot, positions[i] as number);
  return foot;
}

/** Free places for windows of a building at a height, RD and m NAP. */
function listFree({ today, origin: [ox, oy, oz] }: ReadSite, building: BuildingTriangles, nap: number) {
  // Ground is no building, and dear to look through.
  const layers = today.layers.filter(({ isExact }) => !isExact);
  return listWindowPlaces(building.positions, nap, (x, y, nx, ny) => {
    const at = [x - ox, y - oy, nap - oz] as const;
    const isClose = layers.some(({ shade }) => hitsAny(shade.solid, ...at, nx, ny, 0, 0, ROOM));
    return !isClose && !findAround({ ...today, layers }, at);
  });
}

function toPoint({ origin: [x, y] }: ReadSite, place: WindowPlaceAt, nap: number): SunPoint {
  const degrees = (Math.atan2(place.nx, place.ny) * 180) / Math.PI - trueNorthInRd({ x, y });
  return { id: '', x: place.x, y: place.y, nap, facingDegrees: (degrees + 360) % 360 };
}

type Asked = Pick<WindowQuestion, 'dates' | 'rules' | 'error'>;
type Answer = SunAnswer | SunPointFailure | undefined;

const isAnswer = (answer: Answer): answer is SunAnswer => typeof answer === 'object';

/** Of one point by date; undefined where one of them has no answer. */
function joinDays(answers: readonly Answer[]): SunDays | undefined {
  const all = answers.filter(isAnswer);
  if (all.length < answers.length) return undefined;
  return { days: all.map(({ day }) => day), judgements: all[0]?.judgements ?? [] };
}

/** Rules are of a whole period: asked with the first date only. */
function answerPoints({ engine, plan }: AskedSite, points: readonly SunPoint[], asked: Asked) {
  const { dates, rules, error } = asked;
  const byDate = dates.map((date, i) => engine.answer(points, { date, rules: i === 0 ? rules : [], error }));
  return points.flatMap((point, row) => {
    const results = byDate.map((answers) => answers[row]);
    const today = joinDays(results.map((result) => result?.today));
    const planned = plan && (joinDays(results.map((result) => result?.variants[0])) ?? ('gone' as const));
    return today ? { point, today, plan: planned } : [];
  });
}

/** The building that holds a place, as far as the triangles say. */
function findHolder({ today, origin: [ox, oy, oz] }: ReadSite, x: number, y: number, nap: number) {
  const holder = findAround(today, [x - ox, y - oy, nap - oz]);
  return holder && today.buildings.find(({ id }) => id === holder.id);
}

export function answerWindow(site: AskedSite, question: WindowQuestion): SunAtPlace[] {
  const { today } = site;
  if (today.buildings.length === 0) throw new SunError('no-buildings');
  const { x, y, floor } = question;
  const building =
    today.buildings.find(({ id }) => id === question.building) ??
    findHolder(site, x, y, (groundOf(site, today, x, y) ?? 0) + site.origin[2] + 1);
  if (!building) throw new SunError('no-window');
  const nap = footOf(building) + sillAboveGround(floor);
  const places = listFree(site, building, nap);
  const points = places.map((place) => toPoint(site, place, nap));
  const answers = answerPoints(site, points, question);
  if (answers.length === 0) throw new SunError('no-window');
  return answers.map((answer) => ({ ...answer, width: places[points.indexOf(answer.point)]?.width }));
}

export function answerSpot(site: AskedSite, question: SpotQuestion): SunAtPlace[] {
  const { today, plan, origin } = site;
  const { x, y } = question;
  const [ox, oy, oz] = origin;
  const ground = groundOf(site, today, x, y) ?? 0;
  if (findAround(today, [x - ox, y - oy, ground + INSIDE])) throw new SunError('inside');
  const point = { id: '', x, y, nap: ground + oz + ABOVE_GROUND };
  const planned = (plan && groundOf(site, plan, x, y)) ?? ground;
  const isBuilt = plan !== undefined && findAround(plan, [x - ox, y - oy, planned + INSIDE]) !== undefined;
  // Where the plan raises or lowers the ground the garden goes along.
  const moved = { ...point, nap: planned + oz + ABOVE_GROUND };
  const [now] = answerPoints(site, [point], question);
  const [then] = planned === ground ? [now] : answerPoints(site, [moved], { ...question });
  if (!now) throw new SunError('inside');
  return [{ ...now, width: undefined, plan: isBuilt ? 'gone' : then?.plan }];
}

/** Minutes of sun on a wall, today and with the plan. */
function countWall(
  site: AskedSite,
  place: WindowPlaceAt,
  nap: number,
  { directions, minutes }: SunSamples,
  month: number,
) {
  const [ox, oy, oz] = site.origin;
  const [today, plan] = [sceneIn(site.today, month), site.plan && sceneIn(site.plan, month)];
  const behind = maskFacing(directions, [place.nx, place.ny]);
  const at = [place.x - ox, place.y - oy, nap - oz] as const;
  const casts = castScenes(plan ? [today, plan] : [today], at, directions, behind);
  const step = ((minutes.at(-1) ?? 0) - (minutes[0] ?? 0)) / Math.max(minutes.length - 1, 1);
  const count = (scene: SiteScene) => {
    let sunny = 0;
    for (const dark of joinCasts(scene.layers, casts, behind)) sunny += 1 - dark;
    return sunny * step;
  };
  return { before: count(today), after: plan ? count(plan) : 0 };
}

/** Of each building the wall that loses most on that day, or has most sun where none loses any. */
export function answerNeighbours(site: AskedSite, question: NeighboursQuestion): SunNeighbour[] {
  const { today, plan, engine, pathOf } = site;
  if (!plan) throw new SunError('no-plan');
  const { date, rule, error } = question;
  const asked = new Set(question.buildings);
  const path = pathOf(date);
  const samples = sampleDay(path, 0, STEP);
  const chosen = today.buildings.flatMap((building) => {
    if (!asked.has(building.id) || plan.removed.has(building.id)) return [];
    const nap = footOf(building) + SILL;
    const walls = listFree(site, building, nap).map((place) => ({
      place,
      ...countWall(site, place, nap, samples, path.month),
    }));
    const [first] = walls.sort((a, b) => b.before - b.after - (a.before - a.after) || b.before - a.before);
    return first ? { building: building.id, point: toPoint(site, first.place, nap) } : [];
  });
  const answers = engine.answer(
    chosen.map(({ point }) => point),
    { date, rules: [rule], error },
  );
  return chosen.flatMap(({ building, point }, row) => {
    const now = answers[row]?.today;
    const then = answers[row]?.variants[0];
    if (!isAnswer(now) || !isAnswer(then)) return [];
    const [before, after] = [now.judgements[0]?.verdict, then.judgements[0]?.verdict];
    if (!before || !after) return [];
    return { building, point, today: now.day.minutes, plan: then.day.minutes, before, after };
  });
}
