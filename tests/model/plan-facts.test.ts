import { describe, expect, it } from 'vitest';
import { planFacts } from '../../src/model/plan-facts.ts';
import { smallPlanModel } from '../fixtures/small-plan.ts';

describe('the figures of a variant', () => {
  it('are counted from its drawing', () => {
    expect(planFacts(smallPlanModel)).toEqual({
      buildings: 2,
      dwellings: 4,
      highestNap: 7.5,
      footprint: 300 + 100 - 6,
      ground: { green: 150.5, water: 80 },
      removed: 2,
      trees: 1,
      barrierCut: undefined,
    });
    const cut = { requiredNap: 2, length: 8, lowestNap: -4, isWater: true, holds: 'gates' } as const;
    const barrierCuts = [cut, { ...cut, length: 2.5 }];
    expect(planFacts({ ...smallPlanModel, barrierCuts }).barrierCut).toBe(10.5);
    expect(planFacts({ ...smallPlanModel, barrierCuts: [] }).barrierCut).toBe(0);
  });

  it('call homes unknown where no building tells them, and none where there is nothing', () => {
    const solids = smallPlanModel.solids.map(({ dwellings: _, ...solid }) => solid);
    expect(planFacts({ ...smallPlanModel, solids }).dwellings).toBeUndefined();
    const empty = planFacts({ ...smallPlanModel, solids: [] });
    expect([empty.buildings, empty.highestNap, empty.footprint]).toEqual([0, undefined, 0]);
  });
});
