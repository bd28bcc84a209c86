import { Event, type Model, PerspectiveFrustum, PrimitiveCollection } from 'cesium';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SunCells } from '../../src/model/sun-cells.ts';
import { hourClasses, lossClasses } from '../../src/model/sun-classes.ts';
import type { SunDay } from '../../src/model/sunlight.ts';
import { createSunHours, type SunHoursView } from '../../src/scene/sun-hours.ts';
import { createSunPath, type SunPathView } from '../../src/scene/sun-path.ts';

const cellsOf = (count: number): SunCells => ({
  origin: [147000, 508000, 0],
  positions: Float32Array.from({ length: 9 * count }, (_, i) => [0, 0, -4, 2, 0, -4, 0, 2, -4][i % 9] as number),
  cells: Uint32Array.from({ length: count }, (_, i) => i),
  middles: new Float32Array(3 * count),
  hours: Float32Array.from({ length: count }, (_, i) => (i === 0 ? Number.NaN : i)),
  firstFacade: count,
});

function createStage() {
  const stage = {
    primitives: new PrimitiveCollection(),
    camera: { frustum: new PerspectiveFrustum({ fov: 1, aspectRatio: 1.5 }) },
    globe: { maximumScreenSpaceError: 2 },
    preUpdate: new Event(),
    drawingBufferHeight: 800,
    requestRender() {},
  };
  const errors: unknown[] = [];
  const layer = createSunHours(stage as unknown as Parameters<typeof createSunHours>[0], (error) => errors.push(error));
  return { stage, layer, errors };
}

const view = (cells?: SunCells, today?: SunCells): SunHoursView => ({ cells, today, classes: hourClasses, opacity: 1 });
const listModels = ({ primitives }: { primitives: PrimitiveCollection }) =>
  Array.from({ length: primitives.length }, (_, i) => primitives.get(i) as Model);

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the map of sun hours', () => {
  it('draws a map, keeps it while the same is asked, and takes it away', async () => {
    const { stage, layer, errors } = createStage();
    const cells = cellsOf(4);
    layer.update(view(cells));
    await until(() => stage.primitives.length === 1);
    const [model] = listModels(stage);
    layer.update({ ...view(cells), opacity: 0.5 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(listModels(stage)).toEqual([model]);
    // Hours must not be seen for a moment in the colours of a loss.
    layer.update({ ...view(cells), classes: lossClasses });
    expect(stage.primitives.length).toBe(0);
    await until(() => stage.primitives.length === 1);
    expect(listModels(stage)).not.toEqual([model]);
    layer.update(view());
    expect(stage.primitives.length).toBe(0);
    expect(errors).toEqual([]);
    layer.destroy();
  });

  it('shows today in place of the plan on today’s half only', async () => {
    const { stage, layer } = createStage();
    layer.update(view(cellsOf(3), cellsOf(2)));
    await until(() => stage.primitives.length === 2);
    const shown = () => listModels(stage).map(({ show }) => show);
    const whole = shown();
    expect(whole.filter(Boolean)).toHaveLength(1);
    layer.setToday(true);
    expect(shown()).toEqual(whole.map((isShown) => !isShown));
    layer.setToday(false);
    expect(shown()).toEqual(whole);
    // Without a map of today both halves show the same.
    layer.update(view(cellsOf(3)));
    await until(() => stage.primitives.length > 0);
    layer.setToday(true);
    expect(listModels(stage).some(({ show }) => show)).toBe(true);
    layer.destroy();
  });

  it('leaves nothing behind when destroyed, also while a map is still coming', async () => {
    const { stage, layer } = createStage();
    layer.update(view(cellsOf(3)));
    layer.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stage.primitives.length).toBe(0);
    expect(stage.preUpdate.numberOfListeners).toBe(0);
  });
});

describe('the path of the sun in the picture', () => {
  // Cesium's materials ask whether a value is one, also where there are none; names of hours are drawn on a canvas.
  const context = { measureText: () => ({ width: 20 }), scale() {}, strokeText() {}, fillText() {} };
  beforeAll(() => {
    for (const name of ['HTMLCanvasElement', 'HTMLImageElement', 'ImageBitmap', 'OffscreenCanvas'])
      vi.stubGlobal(name, class {});
    vi.stubGlobal('document', { createElement: () => ({ width: 20, height: 20, getContext: () => context }) });
  });
  afterAll(() => void vi.unstubAllGlobals());

  const by = { kind: 'building', id: 'b' } as const;
  const day = (date: string): SunDay => ({
    date,
    minutes: 300,
    low: 300,
    high: 300,
    intervals: [{ from: 600, until: 900 }],
    shadows: [{ from: 540, until: 600, by }],
    trees: { minutes: 0, share: 1 },
  });
  const point = { id: '', x: 147100, y: 507900, nap: 2, facingDegrees: 180 };
  const days = [day('2026-03-21'), day('2026-06-21')];
  const shown: SunPathView = { point, days, chosen: '2026-03-21', moment: undefined, language: 'nl' };
  const createScene = () => ({ primitives: new PrimitiveCollection(), requestRender() {} });
  const count = ({ primitives }: ReturnType<typeof createScene>) => (primitives.get(0) as PrimitiveCollection).length;

  it('draws free and blocked parts of the chosen day and of others, each in a way of its own, with hours and the place', () => {
    const scene = createScene();
    const layer = createSunPath(scene);
    layer.update(shown);
    // Four kinds of line, the texts, the points.
    expect(count(scene)).toBe(6);
    layer.update({ ...shown, moment: { date: '2026-03-21', minutes: 720 } });
    expect(count(scene)).toBe(7);
    layer.update({ ...shown, moment: { date: '2026-03-21', minutes: 60 } });
    expect(count(scene)).toBe(6);
    layer.update({ ...shown, point: undefined });
    expect(count(scene)).toBe(0);
    layer.destroy();
    expect(scene.primitives.length).toBe(0);
  });
});
