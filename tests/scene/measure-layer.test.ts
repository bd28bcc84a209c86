import { BillboardCollection, type Cartographic, PrimitiveCollection } from 'cesium';
import { describe, expect, it } from 'vitest';
import { initialMeasure, type MeasureState } from '../../src/model/measure-state.ts';
import { cartesianToRd } from '../../src/scene/frames.ts';
import { createLater } from '../../src/scene/later.ts';
import { createMeasure, type MeasureView } from '../../src/scene/measure.ts';
import type { SceneLayer } from '../../src/scene/scene-layer.ts';

function createScene() {
  const heights: Cartographic[] = [];
  return {
    primitives: new PrimitiveCollection(),
    globe: {
      getHeight(place: Cartographic) {
        heights.push(place);
        return 50;
      },
    },
    requestRender() {},
    heights,
  };
}

const draw = () => ({ width: 48, height: 48 }) as HTMLCanvasElement;
const at = (x: number, nap: number | undefined) => ({ x, y: 508000, nap, on: 'typed' as const, error: 0 });
const measuring = (change: Partial<MeasureState>): MeasureView => ({ measure: { ...initialMeasure, ...change } });
const counts = ({ primitives }: ReturnType<typeof createScene>) =>
  Array.from({ length: primitives.length }, (_, i) => (primitives.get(i) as { length: number }).length);

describe('the measurement in the picture', () => {
  it('is a line with numbered points where they are, and on the ground where they have no height', () => {
    const scene = createScene();
    const layer = createMeasure(scene, draw);
    layer.update(measuring({ points: [at(147000, 3.5), at(147100, undefined)] }));
    expect(counts(scene)).toEqual([1, 0, 2]);
    const points = scene.primitives.get(2) as BillboardCollection;
    expect(points).toBeInstanceOf(BillboardCollection);
    const place = cartesianToRd(points.get(0).position);
    expect(place?.x).toBeCloseTo(147000, 3);
    expect(place?.nap).toBeCloseTo(3.5, 3);
    expect(scene.heights).toHaveLength(1);
    expect(cartesianToRd(points.get(1).position)?.nap).toBeLessThan(10);
    layer.destroy();
  });

  it('shows no points of another kind of measuring, and nothing when the tool is closed', () => {
    const scene = createScene();
    const layer = createMeasure(scene, draw);
    const points = [at(147000, 1), at(147100, 2)];
    layer.update(measuring({ mode: 'profile', points, marker: { x: 147050, y: 508000, nap: 9 } }));
    expect(counts(scene)).toEqual([1, 1, 2]);
    layer.update(measuring({ mode: 'height', points }));
    expect(counts(scene)).toEqual([0, 0, 0]);
    layer.update({ measure: undefined });
    expect(counts(scene)).toEqual([0, 0, 0]);
    layer.destroy();
  });

  it('leaves out a point outside the Netherlands', () => {
    const scene = createScene();
    const layer = createMeasure(scene, draw);
    layer.update(measuring({ points: [at(147000, 1), at(9_000_000, 1)] }));
    expect(counts(scene)).toEqual([0, 0, 1]);
    layer.destroy();
  });

  it('leaves nothing behind when destroyed', () => {
    const scene = createScene();
    const layer = createMeasure(scene, draw);
    layer.update(measuring({ mode: 'area', points: [at(147000, 1), at(147100, 2), at(147200, 2)] }));
    layer.destroy();
    expect(scene.primitives.length).toBe(0);
  });
});

describe('a layer that is fetched later', () => {
  function createTest() {
    let finish = (): void => {};
    const log: string[] = [];
    const fetched = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const inner: SceneLayer<number> = {
      update: (view) => log.push(`update ${view}`),
      destroy: () => log.push('destroy'),
    };
    let loads = 0;
    const layer = createLater<number>(
      (view) => view > 0,
      async () => {
        loads++;
        await fetched;
        return () => {
          log.push('create');
          return inner;
        };
      },
      (error) => log.push(`error ${error}`),
    );
    return { layer, log, finish, loads: () => loads };
  }

  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

  it('is fetched once, when there is something to draw, and gets the latest view', async () => {
    const { layer, log, finish, loads } = createTest();
    layer.update(0);
    expect(loads()).toBe(0);
    layer.update(1);
    layer.update(2);
    expect(loads()).toBe(1);
    finish();
    await settle();
    expect(log).toEqual(['create', 'update 2']);
    layer.update(0);
    layer.destroy();
    expect(log).toEqual(['create', 'update 2', 'update 0', 'destroy']);
  });

  it('is never made when destroyed while loading', async () => {
    const { layer, log, finish } = createTest();
    layer.update(1);
    layer.destroy();
    finish();
    await settle();
    expect(log).toEqual([]);
  });

  it('tells when it cannot be fetched', async () => {
    const errors: unknown[] = [];
    const layer = createLater<number>(
      () => true,
      () => Promise.reject(new Error('gone')),
      (error) => errors.push(error),
    );
    layer.update(1);
    await settle();
    expect(String(errors)).toContain('gone');
  });
});
