import { PrimitiveCollection } from 'cesium';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RoofDetail, RoofPart } from '../../src/model/solar-roof.ts';
import type { AnswerView } from '../../src/scene/answer-layer.ts';
import { createLater } from '../../src/scene/later.ts';
import type { SceneLayer } from '../../src/scene/scene-layer.ts';
import { createSolarPanels, placePanels } from '../../src/scene/solar-panels.ts';
import { solar } from '../../src/store/solar.ts';

const createScene = () => ({ primitives: new PrimitiveCollection(), requestRender() {} });
const drawn = ({ primitives }: ReturnType<typeof createScene>) => (primitives.get(0) as PrimitiveCollection).length;

/** One panel of 2 m by 1 m, flat on a roof at 5 m NAP. */
const panel = [147000, 508000, 5, 147002, 508000, 5, 147002, 508001, 5, 147000, 508001, 5];
const show = (corners: readonly number[], suitability: RoofPart['suitability'] = 'good') => {
  const part = { corners, suitability } as unknown as RoofPart;
  const detail: RoofDetail = { parts: [part], blockers: [] };
  solar.setState({ detail: { building: 'a', value: { status: 'ready', value: detail } } });
};
const hide = () => solar.setState({ detail: { building: undefined, value: { status: 'idle' } } });

// Cesium's appearances ask whether a value is one, also where there are none.
beforeAll(() => {
  for (const name of ['HTMLCanvasElement', 'HTMLImageElement', 'ImageBitmap', 'OffscreenCanvas'])
    vi.stubGlobal(name, class {});
});
afterAll(() => void vi.unstubAllGlobals());
afterEach(hide);

describe('panels on a roof', () => {
  it('lie above it, their pane within the frame', () => {
    const placed = placePanels(panel, 0.1, 0.25);
    const expected = [
      [147000.25, 508000.25, 5.1],
      [147001.75, 508000.25, 5.1],
      [147001.75, 508000.75, 5.1],
      [147000.25, 508000.75, 5.1],
    ];
    for (const [i, point] of expected.entries())
      for (const [k, value] of point.entries()) expect(placed[i]?.[k]).toBeCloseTo(value, 6);
    expect(placePanels(new Array(12).fill(1), 0.1, 0)).toEqual([]);
  });

  it('are drawn while they are shown and known, and not on a plane that is no good', () => {
    const scene = createScene();
    const layer = createSolarPanels(scene);
    layer.update({ isShown: true });
    expect(drawn(scene)).toBe(0);
    show(panel);
    expect(drawn(scene)).toBe(1);
    show(panel, 'none');
    expect(drawn(scene)).toBe(0);
    show(panel);
    layer.update({ isShown: false });
    expect(drawn(scene)).toBe(0);
    layer.update({ isShown: true });
    expect(drawn(scene)).toBe(1);
    hide();
    expect(drawn(scene)).toBe(0);
    layer.destroy();
  });

  it('leave out what lies outside the Netherlands', () => {
    const scene = createScene();
    const layer = createSolarPanels(scene);
    layer.update({ isShown: true });
    show(panel.map((value, i) => (i % 3 === 0 ? value + 9_000_000 : value)));
    expect(drawn(scene)).toBe(0);
    layer.destroy();
  });

  it('leave nothing behind when destroyed, and hear nothing any more', () => {
    const scene = createScene();
    const layer = createSolarPanels(scene);
    show(panel);
    layer.update({ isShown: true });
    layer.destroy();
    show(panel);
    expect(scene.primitives.length).toBe(0);
  });

  it('leave nothing behind when destroyed while their code is coming', async () => {
    const scene = createScene();
    let arrive: (create: () => SceneLayer<AnswerView>) => void = () => {};
    const later = createLater<AnswerView>(
      ({ isShown }) => isShown,
      () => new Promise((resolve) => (arrive = resolve)),
      () => {},
    );
    later.update({ isShown: true });
    later.destroy();
    arrive(() => createSolarPanels(scene));
    await Promise.resolve();
    expect(scene.primitives.length).toBe(0);
  });
});
