import { PrimitiveCollection } from 'cesium';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FloodEffects } from '../../src/model/flood-effects.ts';
import type { AnswerView } from '../../src/scene/answer-layer.ts';
import { createLater } from '../../src/scene/later.ts';
import { createRoadBlocks } from '../../src/scene/road-blocks.ts';
import type { SceneLayer } from '../../src/scene/scene-layer.ts';
import { floodEffects } from '../../src/store/flood-effects.ts';

const createScene = () => ({ primitives: new PrimitiveCollection(), requestRender() {} });
const drawn = ({ primitives }: ReturnType<typeof createScene>) => (primitives.get(0) as PrimitiveCollection).length;

/** Effects of which only the roads matter here. */
const withLines = (lines: number[]) =>
  floodEffects.setState({
    effects: { status: 'ready', value: { roads: { lines: Float64Array.from(lines) } } as unknown as FloodEffects },
  });

// Cesium's materials ask whether a value is one, also where there are none.
beforeAll(() => {
  for (const name of ['HTMLCanvasElement', 'HTMLImageElement', 'ImageBitmap', 'OffscreenCanvas'])
    vi.stubGlobal(name, class {});
});
afterAll(() => void vi.unstubAllGlobals());
afterEach(() => floodEffects.setState({ effects: { status: 'idle' } }));

describe('roads that water blocks', () => {
  it('are drawn while they are shown and known', () => {
    const scene = createScene();
    const layer = createRoadBlocks(scene);
    layer.update({ isShown: true });
    expect(drawn(scene)).toBe(0);
    withLines([147000, 508000, -3, 147020, 508000, -3]);
    expect(drawn(scene)).toBe(1);
    layer.update({ isShown: false });
    expect(drawn(scene)).toBe(0);
    layer.update({ isShown: true });
    expect(drawn(scene)).toBe(1);
    floodEffects.setState({ effects: { status: 'running' } });
    expect(drawn(scene)).toBe(0);
    layer.destroy();
  });

  it('leave out a piece outside the Netherlands', () => {
    const scene = createScene();
    const layer = createRoadBlocks(scene);
    withLines([9_000_000, 508000, 0, 9_000_020, 508000, 0]);
    layer.update({ isShown: true });
    expect(drawn(scene)).toBe(0);
    layer.destroy();
  });

  it('leave nothing behind when destroyed, and hear nothing any more', () => {
    const scene = createScene();
    const layer = createRoadBlocks(scene);
    withLines([147000, 508000, -3, 147020, 508000, -3]);
    layer.update({ isShown: true });
    layer.destroy();
    withLines([147000, 508000, -3, 147020, 508000, -3]);
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
    arrive(() => createRoadBlocks(scene));
    await Promise.resolve();
    expect(scene.primitives.length).toBe(0);
  });
});
