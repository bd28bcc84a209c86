/** Holds the plan that is shown against a municipality's rules: reads them and the trees around, and asks the engine. */
import { checkPlan } from '../engines/claim-rules.ts';
import { isInRings } from '../engines/outlook-scene.ts';
import type { ClaimCheckAnswer, ClaimCheckRequest } from '../model/check-claims.ts';
import type { CheckPlan, CheckTree } from '../model/claim-check-input.ts';
import { type AnyRule, parseClaimRules } from '../model/claim-rules.ts';
import { isInRings as isInPolygon } from '../model/plan-ring.ts';
import { modelToCheck } from '../model/plan-to-check.ts';
import { fetchBytes } from './fetch-bytes.ts';
import type { IsWanted } from './list-contents.ts';
import { readTrees } from './read-trees.ts';

/** m around the plan where trees may count: stems near façades, crowns over the line. */
const AROUND = 60;

/** m around the plan's outline that any of the rules looks at. */
const reachOf = (rules: readonly AnyRule[]) =>
  Math.max(
    AROUND,
    ...rules.map((rule) => {
      if (rule.kind === 'trees-in-sight') return rule.parameters.withinM + AROUND;
      return rule.kind === 'crown-cover' ? (rule.parameters.radiusM ?? 0) + AROUND : 0;
    }),
  );

function extentOf({ parts, area = [] }: CheckPlan): readonly [number, number, number, number] | undefined {
  const corners = [...parts.flatMap(({ polygons }) => polygons.flatMap(([outer = []]) => outer)), ...area];
  if (corners.length === 0) return undefined;
  const [xs, ys] = [corners.filter((_, i) => i % 2 === 0), corners.filter((_, i) => i % 2 === 1)];
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return [low(xs), low(ys), high(xs), high(ys)];
}

async function readStaying(
  { trees, plan: shown }: ClaimCheckRequest,
  plan: CheckPlan,
  rules: readonly AnyRule[],
): Promise<CheckTree[] | undefined> {
  const extent = extentOf(plan);
  if (trees.length === 0 || !extent) return undefined;
  const reach = reachOf(rules);
  const [west, south, east, north] = extent;
  // A circle round the middle of the plan lies within its outline grown by the radius.
  const isWanted: IsWanted = ([w, s, e, n]) =>
    w <= east + reach && e >= west - reach && s <= north + reach && n >= south - reach;
  const read = await Promise.all(trees.map((tileset) => readTrees({ ...tileset, isWanted })));
  const cut = shown?.model.cut ?? [];
  const isTaken = (x: number, y: number) =>
    isInRings(cut, x, y) || plan.parts.some(({ polygons }) => polygons.some((rings) => isInPolygon(rings, x, y)));
  return read.flat().filter(({ x, y }) => !isTaken(x, y));
}

/** Throws where files cannot be read, and InputError where the rules are none. */
export async function answerClaimChecks(request: ClaimCheckRequest): Promise<ClaimCheckAnswer> {
  const text = new TextDecoder().decode(await fetchBytes(request.rules));
  const { rules } = parseClaimRules(JSON.parse(text), request.rules);
  const plan = request.plan && modelToCheck(request.plan.model, request.plan.around);
  const trees = plan && (await readStaying(request, plan, rules));
  const checks = checkPlan({ ...(plan && { plan }), ...request.town, ...(trees && { trees }) }, { rules });
  return { rules, checks };
}
