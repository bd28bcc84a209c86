import { expect, it } from 'vitest';
import { findPlanSolid } from '../../src/model/find-plan-solid.ts';
import { makeBox, makePlanModel } from '../scene/plan-box.ts';

const court = {
  ...makeBox('court', 20, 0, 30, 30, 9),
  footprint: [
    [20, 0, 50, 0, 50, 30, 20, 30],
    [30, 10, 40, 10, 40, 20, 30, 20],
  ],
};
const model = makePlanModel({ solids: [makeBox('b1', -5, -5, 10, 12, 9), court] });

it.each([
  ['inside', 0, 0, 'b1'],
  ['on a wall, as a picked façade is', 5, 0, 'b1'],
  ['just off a wall', 5.2, 0, 'b1'],
  ['further off', 5.5, 0, undefined],
  ['in the building around a court', 25, 15, 'court'],
  ['in the court itself', 35, 15, undefined],
])('%s', (_, x, y, id) => {
  expect(findPlanSolid(model, 147230 + x, 507880 + y)?.id).toBe(id);
});
