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
      models: { measured: 0, unmeasured: 0 },
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

  const placed = { url: 'x.glb', position: [0, 0] as [number, number], nap: 0, rotationDegrees: 0, scale: 1 };
  const tower = { ...placed, measured: { lowerNap: -3, upperNap: 40.2, footprint: 250 } };

  it('count height and ground of a placed model that was measured, but no homes and no building', () => {
    const facts = planFacts({ ...smallPlanModel, models: [tower] });
    expect(facts).toMatchObject({ buildings: 2, dwellings: 4, highestNap: 40.2, footprint: 394 + 250 });
    expect(facts.models).toEqual({ measured: 1, unmeasured: 0 });
  });

  it('say how many models do not count, and call unknown what only those would tell', () => {
    const some = planFacts({ ...smallPlanModel, models: [placed, tower] });
    expect([some.models, some.footprint]).toEqual([{ measured: 1, unmeasured: 1 }, 644]);
    const none = planFacts({ ...smallPlanModel, solids: [], models: [placed] });
    expect([none.dwellings, none.highestNap, none.footprint]).toEqual([undefined, undefined, undefined]);
  });
});
