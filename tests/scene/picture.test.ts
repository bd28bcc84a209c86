import type { CesiumWidget } from 'cesium';
import { describe, expect, it } from 'vitest';
import { takeScenePicture } from '../../src/scene/picture.ts';

/** What a picture needs of a widget: a canvas that grows with the resolution. */
function createWidget(makeBlob: () => Blob | null = () => new Blob(['x'])) {
  let resolutionScale = 0.75;
  let destroyed = false;
  const drawn: unknown[] = [];
  const clock = { currentTime: 'the sun of the widget' };
  const canvas = {
    clientWidth: 1000,
    get width() {
      return 1000 * resolutionScale;
    },
    get height() {
      return 600 * resolutionScale;
    },
    toBlob: (give: (blob: Blob | null) => void) => give(makeBlob()),
  };
  const widget = {
    canvas,
    get resolutionScale() {
      return resolutionScale;
    },
    clock,
    scene: { requestRender() {}, render: (time: unknown) => drawn.push([resolutionScale, time]) },
    isDestroyed: () => destroyed,
  };
  return {
    widget: widget as unknown as CesiumWidget,
    quality: {
      fixResolution(scale: number | undefined) {
        resolutionScale = scale ?? 0.75;
      },
    },
    drawn,
    scale: () => resolutionScale,
    destroy: () => {
      destroyed = true;
    },
  };
}

const wish = { scale: 2, type: 'image/png' } as const;
const never = new AbortController().signal;

describe('a picture of the scene', () => {
  it('is drawn once in more pixels at the time of the widget, and the screen gets its own back', async () => {
    const { widget, quality, drawn, scale } = createWidget();
    const picture = await takeScenePicture(widget, () => true, quality, wish, never);
    expect(picture).toMatchObject({ columns: 2000, rows: 1200, scale: 2 });
    expect(drawn).toEqual([[2, 'the sun of the widget']]);
    expect(scale()).toBe(0.75);
  });

  it('has no more pixels than a graphics card holds', async () => {
    const { widget, quality } = createWidget();
    const { columns, rows } = await takeScenePicture(widget, () => true, quality, { ...wish, scale: 20 }, never);
    expect(columns * rows).toBeLessThan(16_000_001);
    expect(columns / rows).toBeCloseTo(5 / 3, 9);
  });

  it('that is stopped or cannot be made leaves the screen as it was', async () => {
    const stopped = createWidget();
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 900);
    await expect(
      takeScenePicture(stopped.widget, () => true, stopped.quality, wish, controller.signal),
    ).rejects.toThrow('enough');
    expect([stopped.drawn, stopped.scale()]).toEqual([[], 0.75]);
    const broken = createWidget(() => null);
    await expect(takeScenePicture(broken.widget, () => true, broken.quality, wish, never)).rejects.toThrow('no image');
    expect(broken.scale()).toBe(0.75);
  });

  it('ends when the scene goes away while it waits for tiles', async () => {
    const { widget, quality, drawn, destroy } = createWidget();
    setTimeout(destroy, 200);
    await expect(takeScenePicture(widget, () => false, quality, wish, never)).rejects.toThrow('went away');
    expect(drawn).toEqual([]);
  });
});
