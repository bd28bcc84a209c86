import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawClaims } from '../../src/demo/claims.ts';
import { listDistrictStreets } from '../../src/demo/district-streets.ts';
import { drawHavenkwartier } from '../../src/demo/havenkwartier.ts';
import { listMainStreets } from '../../src/demo/main-streets.ts';
import { createRandom } from '../../src/demo/random.ts';
import { levels } from '../../src/demo/terrain.ts';
import { checkPlan } from '../../src/engines/claim-rules.ts';
import { groupByRule } from '../../src/model/check-claims.ts';
import type { Claim, ClaimHeights } from '../../src/model/claim.ts';
import type { CheckPlan } from '../../src/model/claim-check-input.ts';
import { groundBelow, resolveHeights } from '../../src/model/claim-heights.ts';
import { type ClaimRules, parseClaimRules } from '../../src/model/claim-rules.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { parseClaims } from '../../src/model/parse-claims.ts';
import { type Plan, parsePlan } from '../../src/model/plan.ts';
import { ringsArea } from '../../src/model/plan-ring.ts';
import { aroundVariant, modelToCheck } from '../../src/model/plan-to-check.ts';
import { type DrawnVariant, readDrawn } from './read-drawn.ts';

const folder = 'data/markerwaard';
const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const origin: [number, number, number] = [147_220, 507_860, 0];

let plan: Plan;
let rules: ClaimRules;
let claims: readonly Claim[];
let heights: readonly ClaimHeights[];
let drawn: Record<string, DrawnVariant>;

beforeAll(() => {
  plan = parsePlan(read('plans/havenkwartier.json'), 'havenkwartier.json');
  rules = parseClaimRules(read('rules.json'), 'rules.json');
  const parsed = parseClaims(parseGeoJson(read('claims/havenkwartier.geojson'), 'havenkwartier.geojson'));
  expect(parsed.notes).toEqual([]);
  // Rules about the plan's ground do not ask how it rolls.
  const { cables, zones, wishes } = drawClaims([...listMainStreets(), ...listDistrictStreets()], () => levels.town);
  claims = [...parsed.claims, ...cables, ...zones, ...wishes];
  heights = claims.map((claim) =>
    resolveHeights(
      claim,
      groundBelow(claim, () => levels.town, 0.05),
    ),
  );
  drawn = readDrawn(drawHavenkwartier(createRandom(1).fork('havenkwartier')), {
    origin,
    peilNap: plan.peilNap,
    groundNap: 0,
  });
});

function toCheck(id: string): CheckPlan {
  const variant = plan.variants.find((item) => item.id === id) as Plan['variants'][number];
  const { solids, ground, trees } = drawn[id] as DrawnVariant;
  return {
    ...modelToCheck(
      {
        schema: 1,
        origin,
        solids: [...solids],
        ground: [],
        cut: [],
        removed: [],
        trees: [],
        models: [],
        precisionM: 0.5,
      },
      aroundVariant(plan, variant),
    ),
    ground: ground.map(({ surface, rings }) => ({ surface, areaM2: ringsArea(rings), polygons: [rings] })),
    trees: trees.map(({ x, y, crown }) => ({ x, y, crown })),
  };
}

function outcomesOf(id: string) {
  const checks = checkPlan({ plan: toCheck(id), claims, heights, trees: [] }, rules);
  return groupByRule({ rules: rules.rules, checks });
}
const idsWith = (outcomes: ReturnType<typeof outcomesOf>, result: string) =>
  outcomes.filter((outcome) => outcome.result === result).map(({ rule }) => rule.id);

describe('Havenkwartier against the rules of Markerwaard', () => {
  it.each([
    ['kade', ['kroonbedekking', 'parkeren']],
    ['hoven', ['kroonbedekking', 'parkeren']],
    ['haven', ['bouwhoogte', 'kroonbedekking']],
  ])('fails two rules and leaves one unknown: %s', (id, fails) => {
    const outcomes = outcomesOf(id);
    expect(idsWith(outcomes, 'fails')).toEqual(fails);
    expect(idsWith(outcomes, 'unknown')).toEqual(['watercompensatie']);
    expect(idsWith(outcomes, 'meets').length).toBeGreaterThanOrEqual(13);
  });

  it('is too high where its towers stand, by the figure of the plane that each stands in', () => {
    const [high] = outcomesOf('haven').filter(({ rule }) => rule.id === 'bouwhoogte');
    const fails = high?.checks.filter(({ result }) => result === 'fails') ?? [];
    expect(fails.map(({ against, limit }) => [against, limit])).toEqual([
      ['NL.GM9998.BVL-001', 20],
      ['NL.GM9998.BVL-002', 30],
      ['NL.GM9998.BVL-001', 20],
      ['NL.GM9998.BVL-002', 30],
    ]);
    // Twelve storeys of 3.05 m and a parapet, from peil.
    expect(fails[1]?.measured).toBeCloseTo(12 * 3.05 + 1, 3);
    expect(fails[0]?.measured).toBeCloseTo(9 * 3.05 + 1, 3);
  });
});
