import { beforeEach, expect, it } from 'vitest';
import { isPlanBuilding } from '../../src/model/plan-building-id.ts';
import { describePlanBuilding, findPlanBuilding } from '../../src/store/plan-building.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { makeBox, makePlanModel } from '../scene/plan-box.ts';

const court = {
  ...makeBox('court', 20, 0, 30, 20, 9),
  name: 'Hofblok',
  dwellings: 24,
  footprint: [
    [20, 0, 50, 0, 50, 20, 20, 20],
    [30, 5, 40, 5, 40, 15, 30, 15],
  ],
};

beforeEach(() => twin.setState(initialTwin, true));

it("a plan's building has an id of its own, its place in RD, and its area without the court", () => {
  const { selection, x, y, side, height } = describePlanBuilding(court, [147230, 507880, -4], false);
  expect(selection).toEqual({
    id: 'plan/court',
    attributes: {
      naam: 'Hofblok',
      status: 'bouwplan',
      aantal_woningen: 24,
      b3_h_maaiveld: -4,
      b3_h_dak_max: 5,
      b3_opp_grond: 500,
    },
  });
  expect([x, y, side, height]).toEqual([147265, 507890, Math.sqrt(500), 9]);
});

it('is found while it is shown, and says so when the visitor drew it', () => {
  expect(findPlanBuilding(twin.getState(), 'plan/b1')).toBeUndefined();
  twin.setState({ drawn: makePlanModel() });
  expect(findPlanBuilding(twin.getState(), 'plan/b1')).toMatchObject({ isDrawn: true, x: 147230, y: 507881 });
  expect(findPlanBuilding(twin.getState(), 'b1')).toBeUndefined();
  expect([isPlanBuilding('plan/b1'), isPlanBuilding('NL.IMBAG.Pand.1')]).toEqual([true, false]);
});
