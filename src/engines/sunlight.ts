/**
 * Possible sun at points, as if the sky were clear all day: a ray from the point to the middle of the sun, against true geometry
 * (`bvh.ts`). The sun counts while its middle stands above the horizon or above the rule's elevation, both without refraction: the
 * almanac's sunrise is some six minutes earlier, because it counts the upper edge, lifted by the air. On a façade sun from behind
 * the wall does not count, and the point is put 5 cm before it. Trees take no possible sun away; what they dim is told beside it.
 *
 * Doubt: everything again with edges and heights moved by the geometry's error (`sunlight/day.ts`); a rule whose hours lie between is
 * answered "unknown". Not modelled: clouds, reflections, the sun's width (a penumbra of two minutes), what no file tells of.
 */
import type { RdPoint } from '../model/rd.ts';
import { trueNorthInRd } from '../model/sun-direction.ts';
import type { SunAnswer, SunPoint, SunPointFailure, SunPointResult, SunRule } from '../model/sunlight.ts';
import { computeDays, type SunSpot } from './sunlight/day.ts';
import { judgeSpot, listPeriod } from './sunlight/judge.ts';
import { findAround, findWall, PUSH, type SunScene } from './sunlight/scene.ts';
import { createSunPaths } from './sunlight/sun-path.ts';

export { NEAR, type SunLayer, type SunScene } from './sunlight/scene.ts';

/** Metres that heights and edges of buildings may be off where nobody says better: our choice, for models made from laser heights. */
const GEOMETRY_ERROR = 0.2;

interface PointsQuestion {
  readonly date: string;
  readonly rules: readonly SunRule[];
  /** Sun that stands lower does not count on that date. */
  readonly minElevationDegrees?: number;
  /** Metres; {@link GEOMETRY_ERROR} where absent. */
  readonly error?: number;
}

export interface SunEngine {
  /** Points in RD and NAP, in order. */
  answer(points: readonly SunPoint[], question: PointsQuestion, onProgress?: (share: number) => void): SunPointResult[];
}

const RADIANS = Math.PI / 180;

/**
 * `origin`: what the scenes' triangles count from. The first scene is today, the others are those of a plan; undefined ones are answered
 * by undefined. Throws outside the Netherlands.
 */
export function createSunEngine(
  origin: readonly [x: number, y: number, nap: number],
  [today, ...variants]: readonly [SunScene, ...(SunScene | undefined)[]],
): SunEngine {
  const place: RdPoint = { x: origin[0], y: origin[1] };
  const turn = trueNorthInRd(place);
  const pathOf = createSunPaths(place);

  function toSpot({ x, y, nap, facingDegrees }: SunPoint): SunSpot {
    const at = [x - origin[0], y - origin[1], nap - origin[2]] as const;
    if (facingDegrees === undefined) return { place: at, facing: undefined };
    const angle = (facingDegrees + turn) * RADIANS;
    const [nx, ny] = [Math.sin(angle), Math.cos(angle)];
    return { place: [at[0] + PUSH * nx, at[1] + PUSH * ny, at[2]], facing: [nx, ny] };
  }

  function failureOf(
    scene: SunScene,
    { place: at }: SunSpot,
    building: string | undefined,
  ): SunPointFailure | undefined {
    if (building !== undefined && scene.removed.has(building)) return 'gone';
    return findAround(scene, at) ? 'inside' : undefined;
  }

  function answerPoint(
    point: SunPoint,
    { date, rules, minElevationDegrees = 0, error = GEOMETRY_ERROR }: PointsQuestion,
    periods: readonly ReturnType<typeof listPeriod>[],
  ): SunPointResult {
    const spot = toSpot(point);
    const building = spot.facing && findWall(today, spot.place, spot.facing)?.id;
    const scenes = [today, ...variants];
    const failures = scenes.map((scene) => scene && failureOf(scene, spot, building));
    const open = scenes.filter((scene, i): scene is SunScene => scene !== undefined && failures[i] === undefined);
    const days = computeDays(open, spot, pathOf(date), { minElevationDegrees, error, isTold: true });
    const judged = periods.map((period) => judgeSpot(open, spot, period, pathOf, error));
    const answers = scenes.map((scene, i): SunAnswer | SunPointFailure | undefined => {
      if (!scene) return undefined;
      const failure = failures[i];
      if (failure) return failure;
      const row = open.indexOf(scene);
      const day = days[row];
      if (!day) throw new Error('A scene was not answered.');
      return { day, judgements: rules.flatMap((_, rule) => judged[rule]?.[row] ?? []) };
    });
    const [first, ...others] = answers;
    return { point, building, today: first as SunAnswer | SunPointFailure, variants: others };
  }

  return {
    answer(points, question, onProgress) {
      const year = question.date.slice(0, 4);
      const periods = question.rules.map((rule) => listPeriod(rule, year, pathOf));
      return points.map((point, i) => {
        const result = answerPoint(point, question, periods);
        onProgress?.((i + 1) / points.length);
        return result;
      });
    },
  };
}
