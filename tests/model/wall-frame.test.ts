import { expect, it } from 'vitest';
import { measureWall, packWidth } from '../../src/model/wall-frame.ts';

/** A gable wall in the plane y = 0 that faces south: 6 m wide, eaves at 3 m, ridge at 7 m, foot at −1 m. */
const gable = Float64Array.from(
  [
    [10, 0, -1],
    [16, 0, -1],
    [16, 0, 3],
    [13, 0, 7],
    [10, 0, 3],
  ].flat(),
);

it('finds the foot, the eaves and the width of a gable wall', () => {
  const wall = measureWall(gable, 0, 5, [0, -1, 0]);
  expect(wall).toMatchObject({ low: -1, eaves: 3, width: 6 });
  expect([0, 1, 2, 3, 4].map((v) => wall.along(gable, v))).toEqual([0, 6, 6, 3, 0]);
});

it('has no eaves above a triangle', () => {
  const wall = measureWall(gable, 2, 5, [0, -1, 0]);
  expect(wall).toMatchObject({ low: 3, eaves: 3, width: 6 });
});

it('packs whether a wall stands on the ground into the last bit of its width', () => {
  expect([packWidth(700, true), packWidth(701, false)]).toEqual([701, 700]);
});
