import { PrimitiveCollection } from 'cesium';
import { describe, expect, it } from 'vitest';
import { createPlanArea } from '../../src/scene/plan-area.ts';

const area: [number, number][] = [
  [147100, 507800],
  [147300, 507800],
  [147300, 507950],
];
const moved: [number, number][] = area.map(([x, y]) => [x + 50, y]);
/** CesiumJS makes no line on the ground without WebGL: this is shown, hidden, added and destroyed as one is. */
const createLine = () => new PrimitiveCollection();
const settle = () => new Promise((resolve) => setTimeout(resolve));

function createAreaScene() {
  const scene = { groundPrimitives: new PrimitiveCollection(), requestRender() {} };
  const errors: unknown[] = [];
  let come = () => {};
  let isAsked = 0;
  const planArea = createPlanArea(scene, (error) => errors.push(error), {
    prepare() {
      isAsked++;
      return new Promise((resolve) => {
        come = resolve;
      });
    },
    createLine,
  });
  const line = () => scene.groundPrimitives.get(0) as PrimitiveCollection;
  return { scene, errors, planArea, line, come: () => come(), asked: () => isAsked };
}

describe("the outline of a plan's area", () => {
  it('is drawn as soon as it can be, shown when asked, and follows the plan', async () => {
    const { scene, errors, planArea, line, come, asked } = createAreaScene();
    planArea.update(area);
    planArea.update(moved);
    expect([scene.groundPrimitives.length, asked()]).toEqual([0, 1]);
    come();
    await settle();
    expect([errors, scene.groundPrimitives.length]).toEqual([[], 1]);
    expect(line().show).toBe(false);
    planArea.setShown(true);
    expect(line().show).toBe(true);
    const before = line();
    planArea.update(area);
    expect([scene.groundPrimitives.length, before.isDestroyed(), line().show]).toEqual([1, true, true]);
    planArea.update(undefined);
    expect(scene.groundPrimitives.length).toBe(0);
  });

  it('leaves nothing behind when destroyed while it is prepared', async () => {
    const { scene, planArea, come } = createAreaScene();
    planArea.update(area);
    planArea.destroy();
    come();
    await settle();
    expect(scene.groundPrimitives.length).toBe(0);
  });

  it('leaves nothing behind when destroyed afterwards', async () => {
    const { scene, planArea, come } = createAreaScene();
    planArea.update(area);
    come();
    await settle();
    expect(scene.groundPrimitives.length).toBe(1);
    planArea.destroy();
    expect(scene.groundPrimitives.length).toBe(0);
  });

  it('tells that it cannot be drawn', async () => {
    const errors: unknown[] = [];
    const scene = { groundPrimitives: new PrimitiveCollection(), requestRender() {} };
    const planArea = createPlanArea(scene, (error) => errors.push(error), {
      prepare: () => Promise.reject(new Error('HTTP 404')),
      createLine,
    });
    planArea.update(area);
    await settle();
    expect(errors).toEqual([new Error('HTTP 404')]);
    expect(scene.groundPrimitives.length).toBe(0);
  });
});
