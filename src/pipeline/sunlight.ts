/** `sunlight`: possible sun at points, day by day, today and with a plan (`engines/sunlight.ts`). */
import { setRayKernel } from '../engines/bvh.ts';
import { listDays } from '../engines/sunlight/sun-path.ts';
import { createSunEngine } from '../engines/sunlight.ts';
import { InputError } from '../model/input-error.ts';
import type { SunJudgement, SunPointFailure, SunPointResult, SunRule } from '../model/sunlight.ts';
import { type CityTriangles, readCityTriangles, type SkippedCity } from './city-triangles.ts';
import { loadKernel } from './compile-kernel.ts';
import { groupPoints, makeScenes, measureCity, type SunCity } from './sunlight/groups.ts';
import { type NamedPoint, readPoints } from './sunlight/points.ts';

export interface SunlightRun {
  readonly buildings: readonly string[];
  readonly plan?: readonly string[];
  readonly points: string;
  /** ISO 8601, both included. */
  readonly date: { readonly from: string; readonly until: string };
  readonly rules: readonly SunRule[];
  readonly minElevationDegrees: number;
  /** Metres that edges may be off. */
  readonly error: number;
  readonly lod: string;
  /** Ids of buildings that make way, beside those whose id the plan has too. */
  readonly remove: readonly string[];
  readonly onProgress?: (share: number) => void;
  readonly onNote?: (note: string) => void;
}

interface SunlightDay {
  readonly date: string;
  readonly result: SunPointResult;
}

interface SunlightPoint {
  readonly point: NamedPoint;
  readonly days: readonly SunlightDay[];
  /** Why it has no hours, in words; empty where it has. */
  readonly problem: string;
}

export interface SunlightReport {
  readonly points: readonly SunlightPoint[];
  readonly hasPlan: boolean;
  readonly buildings: number;
  readonly planBuildings: number;
  readonly removed: readonly string[];
  readonly triangles: number;
  readonly skipped: readonly SkippedCity[];
  readonly seconds: number;
}

const failures: Readonly<Record<SunPointFailure, string>> = {
  inside: 'lies inside a building',
  gone: 'its building makes way for the plan',
};

function tellProblem({ today, variants }: SunPointResult): string {
  const [after] = variants;
  if (typeof today === 'string') return `today it ${failures[today].replace('its building', 'is of a building that')}`;
  if (typeof after === 'string') return after === 'inside' ? `with the plan it ${failures.inside}` : failures.gone;
  return '';
}

function readCity({ buildings, plan, lod, remove, onNote }: SunlightRun) {
  const today = readCityTriangles(buildings, lod);
  const planned = plan && readCityTriangles(plan, lod);
  for (const { id, reason } of [...today.skipped, ...(planned?.skipped ?? [])])
    onNote?.(`building ${id} is left out: ${reason}`);
  if (today.buildings.length === 0)
    onNote?.(`${buildings.join(', ')}: no building with a surface; nothing shades today`);
  if (planned?.buildings.length === 0)
    throw new InputError(`${plan?.join(', ')}: the plan holds no building with a surface.`);
  const known = new Set(today.buildings.map(({ id }) => id));
  for (const id of remove)
    if (!known.has(id)) throw new InputError(`--remove ${id}: no such building in ${buildings.join(', ')}.`);
  const gone = new Set([...remove, ...(planned?.buildings ?? []).map(({ id }) => id)]);
  const isGone = ({ id }: CityTriangles) => gone.has(id);
  const city: SunCity = {
    kept: today.buildings.filter((building) => !isGone(building)).map(measureCity),
    removed: today.buildings.filter(isGone).map(measureCity),
    plan: planned?.buildings.map(measureCity),
  };
  return {
    city,
    skipped: [...today.skipped, ...(planned?.skipped ?? [])],
    today: today.buildings,
    planned: planned?.buildings ?? [],
  };
}

/** Throws {@link InputError} naming file, feature and field. */
export async function computeSunlight(run: SunlightRun): Promise<SunlightReport> {
  const started = performance.now();
  const { date, rules, minElevationDegrees, error, onProgress, onNote } = run;
  setRayKernel(await WebAssembly.compile(await loadKernel('rays')));
  const points = await readPoints(run.points);
  const { city, skipped, today, planned } = readCity(run);
  const dates = listDays(date.from, date.until);
  const found: SunlightPoint[] = [];
  let done = 0;
  for (const group of groupPoints(points)) {
    const engine = createSunEngine(group.origin, makeScenes(city, group));
    for (const [i, point] of group.points.entries()) {
      // The verdicts are of a whole period: once a point.
      let judged: SunPointResult | undefined;
      const days = dates.map((day) => {
        const question = { date: day, rules: judged ? [] : rules, minElevationDegrees, error };
        const [result] = engine.answer([point], question);
        if (!result) throw new Error(`No answer for ${point.where}.`);
        judged ??= result;
        done++;
        onProgress?.(done / (points.length * dates.length));
        return { date: day, result: withJudgements(result, judged) };
      });
      const [first] = days;
      const problem = first ? tellProblem(first.result) : '';
      if (problem !== '') onNote?.(`${point.where}: ${problem}`);
      found[group.rows[i] as number] = { point, days, problem };
    }
  }
  const triangles = [...today, ...planned].reduce((sum, { indices }) => sum + indices.length / 3, 0);
  return {
    points: found,
    hasPlan: run.plan !== undefined,
    buildings: today.length,
    planBuildings: planned.length,
    removed: city.removed.map(({ triangles: { id } }) => id),
    triangles,
    skipped,
    seconds: Math.round(performance.now() - started) / 1000,
  };
}

function withJudgements(result: SunPointResult, judged: SunPointResult): SunPointResult {
  const of = (answer: SunPointResult['today'] | undefined): readonly SunJudgement[] =>
    typeof answer === 'object' ? answer.judgements : [];
  const { today, variants } = result;
  return {
    ...result,
    today: typeof today === 'object' ? { ...today, judgements: of(judged.today) } : today,
    variants: variants.map((variant, i) =>
      typeof variant === 'object' ? { ...variant, judgements: of(judged.variants[i]) } : variant,
    ),
  };
}
