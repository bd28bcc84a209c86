import { describe, expect, it } from 'vitest';
import { listPlanConflicts } from '../../src/engines/claims-plan.ts';
import type { CheckPart } from '../../src/model/claim-check-input.ts';
import { joinPlan, planToClaims } from '../../src/model/plan-claims.ts';
import { part, plan } from '../engines/claim-rule-cases.ts';
import { plainClaim, rectangle } from '../engines/plain-claim.ts';

const [X, Y] = [147_000, 507_000];
const home = part('a', rectangle(X, Y, 10, 10), { lowerNap: 0, upperNap: 9, from: '2030-01-01' });
const toClaim = (more: Partial<CheckPart>, standing = {}) =>
  planToClaims(plan([{ ...home, ...more }]), standing).claims[0];

describe('a plan as claims', () => {
  it('claims what its buildings are for, as firmly as the plan is decided, from when they stand', () => {
    const { claims, heights } = planToClaims(plan([home], { precisionM: 0.2 }), {
      status: 'decided',
      holder: 'Proefdam',
    });
    expect(claims).toMatchObject([
      {
        id: 'plan:plan:a',
        name: 'Plan: Blok a',
        theme: 'housing',
        hardness: 'hard',
        holder: 'Proefdam',
        status: 'decided',
        validFrom: '2030-01-01',
        accuracyM: 0.2,
        basis: { instrument: 'plan' },
      },
    ]);
    expect(heights).toEqual([{ lowerNap: 0, upperNap: 9, errorM: 0 }]);
    expect(toClaim({}, { status: 'consultation' })?.hardness).toBe('soft');
    expect(toClaim({})?.hardness).toBe('ambition');
  });

  it('has the theme of the use that is named first, and guesses none', () => {
    const { use: _, ...bare } = home;
    const uses = ['wonen, werken en horeca', 'Kantoren en wonen', 'brug', 'parkeren', 'school', 'opslag'];
    expect(uses.map((use) => toClaim({ use })?.theme)).toEqual([
      ...['housing', 'business', 'mobility', 'mobility', 'amenity', 'opslag'],
    ]);
    expect(planToClaims(plan([bare]), {}).claims[0]?.theme).toBe('building');
  });

  it('is held against others, not against itself, and never counts in their balance', () => {
    const own = planToClaims(plan([home, part('b', rectangle(X, Y, 10, 10), { lowerNap: 3, upperNap: 12 })]), {});
    const near = plainClaim('n', [[rectangle(X + 6, Y, 10, 10)]], { theme: 'green', lower: -5, upper: 1 });
    const far = plainClaim('f', [[rectangle(X + 60, Y, 10, 10)]], { theme: 'green' });
    const others = { claims: [far, near], heights: [near, far].map(() => ({ lowerNap: -5, upperNap: 1, errorM: 0 })) };
    const { conflicts, notes } = listPlanConflicts(own, others, {
      matrix: [{ themes: ['green', 'housing'], kind: 'excludes' }],
      assumedAccuracyM: 0,
    });
    expect(conflicts).toMatchObject([
      { a: 'n', b: 'plan:plan:a', areaM2: 40, volumeM3: 40, kind: 'excludes', period: { from: '2030-01-01' } },
    ]);
    expect(notes).toEqual([]);
    const source = { title: { nl: 'x', en: 'x' }, holder: 'x', date: '2026-01-01', licence: 'CC0-1.0' };
    const town = { ...others, groundNap: [0, 0], themes: [], matrix: [], source, notes: [] };
    const joined = joinPlan(town, own);
    expect(joined.claims.map(({ id }) => id)).toEqual(['f', 'n', 'plan:plan:a', 'plan:plan:b']);
    expect([joined.heights.length, joined.groundNap]).toEqual([4, [0, 0, undefined, undefined]]);
  });
});
