import { Cartesian3 } from 'cesium';
import { expect, it } from 'vitest';
import { createSteady } from '../../src/scene/steady.ts';

const camera = () => ({
  position: new Cartesian3(3869432.8, 356889.8, 5040000),
  direction: Cartesian3.normalize(new Cartesian3(-0.3, 0.5, -0.8), new Cartesian3()),
  up: Cartesian3.normalize(new Cartesian3(0.1, 0.9, 0.5), new Cartesian3()),
  right: Cartesian3.normalize(new Cartesian3(0.9, 0.1, -0.2), new Cartesian3()),
});

it('takes back what rounding moves, however often it does', () => {
  const still = camera();
  const steady = createSteady(still);
  steady();
  const before = Cartesian3.clone(still.direction);
  for (let tick = 0; tick < 100; tick++) {
    still.direction.x += 1.3e-15;
    still.up.z -= 9e-16;
    steady();
  }
  expect(still.direction).toEqual(before);
});

it('lets every motion pass that one could ask for', () => {
  const moved = camera();
  const steady = createSteady(moved);
  steady();
  const { x } = moved.position;
  for (let tick = 1; tick <= 100; tick++) {
    moved.position.x += 1e-5;
    moved.direction.x += 1e-9;
    steady();
  }
  expect(moved.position.x - x).toBeCloseTo(1e-3, 6);
  expect(moved.direction.x - camera().direction.x).toBeCloseTo(1e-7, 10);
});
