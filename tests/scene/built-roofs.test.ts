import { PrimitiveCollection } from 'cesium';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBuiltRoofs } from '../../src/scene/built-roofs.ts';

const createScene = () => ({ primitives: new PrimitiveCollection(), requestRender() {} });
const of = ({ primitives }: ReturnType<typeof createScene>) => primitives.get(0) as PrimitiveCollection;
const roof = (x: number) => ({ triangles: Float64Array.of(x, 508000, 9, x + 5, 508000, 9, x, 508005, 9), tone: 2 });

// Cesium's appearances ask whether a value is one, also where there are none.
beforeAll(() => {
  for (const name of ['HTMLCanvasElement', 'HTMLImageElement', 'ImageBitmap', 'OffscreenCanvas'])
    vi.stubGlobal(name, class {});
});
afterAll(() => void vi.unstubAllGlobals());

describe('roofs of what a plan builds', () => {
  it('are drawn as one, anew when they change, and not on today’s half', () => {
    const scene = createScene();
    const layer = createBuiltRoofs(scene);
    const roofs = [roof(147000), roof(147020)];
    layer.update(roofs, 1);
    expect(of(scene).length).toBe(1);
    const first = of(scene).get(0) as object;
    layer.update(roofs, 1);
    expect(of(scene).get(0)).toBe(first);
    layer.setShown(false);
    expect(of(scene).show).toBe(false);
    layer.setShown(true);
    expect(of(scene).show).toBe(true);
    layer.update(roofs, 0.5);
    expect(of(scene).get(0)).not.toBe(first);
    layer.update([], 0.5);
    expect(of(scene).length).toBe(0);
    // Outside RD New nothing is drawn.
    layer.update([{ triangles: new Float64Array(9).fill(1e7), tone: 0 }], 1);
    expect(of(scene).length).toBe(0);
  });

  it('leave nothing behind when destroyed while drawn', () => {
    const scene = createScene();
    const layer = createBuiltRoofs(scene);
    layer.update([roof(147000)], 1);
    layer.destroy();
    expect(scene.primitives.length).toBe(0);
  });
});
