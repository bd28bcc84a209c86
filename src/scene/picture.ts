/** A picture of the view in more pixels than the screen has: drawn larger for a moment, when all its tiles are there. */
import type { CesiumWidget } from 'cesium';
import type { Picture, PictureWish } from '../store/picture.ts';
import { twin } from '../store/twin.ts';
import type { Quality } from './quality.ts';

/** Milliseconds to wait for tiles before the picture is taken as it is. */
const PATIENCE = 45_000;
/** Milliseconds that nothing may be asked for: finer tiles are found frame by frame. */
const QUIET = 600;
/** Pixels in all: what graphics cards of phones and old laptops hold with depth and shadows. */
const MOST_PIXELS = 16_000_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Draws on until the scene has been idle for a while. */
async function settle(widget: CesiumWidget, isIdle: () => boolean, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  let quietSince = start;
  while (performance.now() - quietSince < QUIET && performance.now() - start < PATIENCE) {
    widget.scene.requestRender();
    await pause(50);
    signal.throwIfAborted();
    if (widget.isDestroyed()) throw new Error('The picture went away.');
    if (!isIdle() || twin.getState().pendingTiles > 0) quietSince = performance.now();
  }
}

/** Rejects when the browser cannot make an image of it. */
export async function takeScenePicture(
  widget: CesiumWidget,
  isIdle: () => boolean,
  { fixResolution }: Pick<Quality, 'fixResolution'>,
  { scale, type }: PictureWish,
  signal: AbortSignal,
): Promise<Picture> {
  await settle(widget, isIdle, signal);
  const { canvas, scene } = widget;
  // Of the canvas as it is: scale 1 is one pixel per CSS pixel.
  const pixels = (canvas.width * canvas.height) / widget.resolutionScale ** 2;
  try {
    fixResolution(Math.min(scale, Math.sqrt(MOST_PIXELS / Math.max(1, pixels))));
    await settle(widget, isIdle, signal);
    // The drawing is gone after the browser has shown it: read it in the same task.
    scene.requestRender();
    // Of the widget's own time: without one Cesium takes the sun of this very moment.
    scene.render(widget.clock.currentTime);
    const [columns, rows] = [canvas.width, canvas.height];
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.92));
    if (!blob) throw new Error('The browser makes no image of the picture.');
    return { blob, columns, rows, scale: columns / Math.max(1, canvas.clientWidth) };
  } finally {
    if (!widget.isDestroyed()) fixResolution(undefined);
  }
}
