/** `sunlight`: possible sun at points, day by day, today and with a plan (`engines/sunlight.ts`). */
import { setRayKernel } from '../engines/bvh.ts';
import { listDays } from '../engines/sunlight/sun-path.ts';
import { createSunEngine } from '../engines/sunlight.ts';
import { isEvergreen } from '../engines/tree-crown.ts';
import { InputError } from '../model/input-error.ts';
import type { SunJudgement, SunPointFailure, SunPointResult, SunRule, SunTrees } from '../model/sunlight.ts';
import { readCityTriangles, type SkippedCity } from './city-triangles.ts';
import { loadKernel } from './compile-kernel.ts';
import { groupPoints, makeScenes, measureCity, type SunCity } from './sunlight/groups.ts';
import { findReplaced, readPlanFiles } from './sunlight/plan-files.ts';
import { type NamedPoint, readPoints } from './sunlight/points.ts';
import { listWindows, type WindowsWish } from './sunlight/windows.ts';
import { readHeights } from './terrain/read-heights.ts';
import { readTrees } from './trees/read-trees.ts';

export interface SunlightRun {
  readonly buildings: readonly string[];
  /** CityJSON, or volumes (GeoJSON). */
  readonly plan?: readonly string[];
  /** GeoJSON; or window sills around the plan. */
  readonly points?: string;
  readonly windows?: WindowsWish;
  /** GeoTIFFs of heights of the ground; it shades too then. */
  readonly dtm?: readonly string[];
  /** GeoJSON points; they need the ground. */
  readonly trees?: readonly string[];
  /** Absent: they take no sun away. */
  readonly treeShade?: SunTrees;
  /** Metres NAP that volumes of the plan count from. */
  readonly peil?: number;
  /** ISO 8601, both included. */
  readonly date: { readonly from: string; readonly until: string };
  readonly rules: readonly SunRule[];
  readonly minElevationDegrees: number;
  /** Metres that edges may be off. */
  readonly error: number;
  readonly lod: string;
  /** Ids of buildings that make way, beside those in whose place the plan stands and those whose id it has. */
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

async function readCrowns(
  files: readonly string[] | undefined,
  heightAt: (x: number, y: number) => number | undefined,
) {
  if (!files) return [];
  const { trees } = await readTrees(files);
  return trees.map(({ id, x, y, height, crown, species }) => {
    const nap = heightAt(x, y);
    if (nap === undefined) throw new InputError(`tree ${id}: no ground is known under it; give --dtm that covers it.`);
    return { id, x, y, nap, height, crown, isEvergreen: isEvergreen(species) };
  });
}

async function readCity({ buildings, plan, lod, remove, dtm, trees, treeShade = 'no', peil, onNote }: SunlightRun) {
  const heights = dtm && (await readHeights(dtm));
  const today = readCityTriangles(buildings, lod);
  const planned = plan && (await readPlanFiles(plan, { lod, peil, heightAt: (x, y) => heights?.heightAt(x, y) }));
  const skipped = [...today.skipped, ...(planned?.skipped ?? [])];
  for (const { id, reason } of skipped) onNote?.(`building ${id} is left out: ${reason}`);
  if (today.buildings.length === 0)
    onNote?.(`${buildings.join(', ')}: no building with a surface; nothing shades today`);
  if (planned?.buildings.length === 0)
    throw new InputError(`${plan?.join(', ')}: the plan holds no building with a surface.`);
  const known = new Set(today.buildings.map(({ id }) => id));
  for (const id of remove)
    if (!known.has(id)) throw new InputError(`--remove ${id}: no such building in ${buildings.join(', ')}.`);
  const [now, coming] = [today.buildings.map(measureCity), (planned?.buildings ?? []).map(measureCity)];
  const replaced = findReplaced(now, coming);
  const gone = new Set([...remove, ...replaced, ...coming.map(({ triangles }) => triangles.id)]);
  const city: SunCity = {
    kept: now.filter(({ triangles }) => !gone.has(triangles.id)),
    removed: now.filter(({ triangles }) => gone.has(triangles.id)),
    plan: planned && coming,
    heightAt: heights && ((x, y) => heights.heightAt(x, y)),
    treeShade,
    trees: await readCrowns(trees, (x, y) => heights?.heightAt(x, y)),
  };
  const ids = city.removed.map(({ triangles }) => triangles.id);
  if (ids.length > 0)
    onNote?.(
      `with the plan ${ids.length} buildings of today are gone: ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? '…' : ''}`,
    );
  return { city, skipped, today: today.buildings, planned: planned?.buildings ?? [] };
}

/** Metres under the ground from which a point is told to be there by mistake. */
const BURIED = 0.5;

function tellBuried({ x, y, nap }: NamedPoint, { heightAt }: SunCity): string {
  const ground = heightAt?.(x, y);
  return ground !== undefined && nap < ground - BURIED
    ? `lies ${(ground - nap).toFixed(1)} m under the ground (${ground.toFixed(1)} m NAP)`
    : '';
}

/** Throws {@link InputError} naming file, feature and field. */
export async function computeSunlight(run: SunlightRun): Promise<SunlightReport> {
  const started = performance.now();
  const { date, rules, minElevationDegrees, error, onProgress, onNote } = run;
  setRayKernel(await WebAssembly.compile(await loadKernel('rays')));
  const given = run.points === undefined ? [] : await readPoints(run.points);
  const { city, skipped, today, planned } = await readCity(run);
  const points = run.windows ? [...given, ...listWindows(city, run.windows)] : given;
  const dates = listDays(date.from, date.until);
  const found: SunlightPoint[] = [];
  let done = 0;
  for (const group of groupPoints(points)) {
    const engine = createSunEngine(group.origin, makeScenes(city, group));
    for (const [i, point] of group.points.entries()) {
      // The verdicts are of a whole period: once a point.
      let judged: SunPointResult | undefined;
      const buried = tellBuried(point, city);
      const days = dates.map((day) => {
        const question = { date: day, rules: judged ? [] : rules, minElevationDegrees, error };
        const [result] = engine.answer([point], question);
        if (!result) throw new Error(`No answer for ${point.where}.`);
        judged ??= result;
        done++;
        onProgress?.(done / (points.length * dates.length));
        return { date: day, result: buried === '' ? withJudgements(result, judged) : withoutSun(result) };
      });
      const [first] = days;
      const problem = buried || (first ? tellProblem(first.result) : '');
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

const withoutSun = (result: SunPointResult): SunPointResult => ({
  ...result,
  today: 'inside',
  variants: result.variants.map(() => 'inside'),
});

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
