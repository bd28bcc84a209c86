/**
 * Pictures of the view. The scene alone can make one: it registers here, and who wants a picture asks here. Nothing of a
 * picture is state.
 */
import type { Moment } from '../model/plan.ts';
import { setMoment } from './plans.ts';
import { twin } from './twin.ts';

export interface PictureWish {
  /** Times the pixels of the canvas, each way. */
  readonly scale: number;
  readonly type: 'image/png' | 'image/jpeg';
}

export interface Picture {
  readonly blob: Blob;
  readonly columns: number;
  readonly rows: number;
  /** Pixels per CSS pixel that it came to: a graphics card may hold less than was asked. */
  readonly scale: number;
}

export type TakePicture = (wish: PictureWish, signal: AbortSignal) => Promise<Picture>;

let camera: TakePicture | undefined;

/** For the scene. Returns the function that takes it back. */
export function offerPictures(take: TakePicture): () => void {
  camera = take;
  return () => {
    if (camera === take) camera = undefined;
  };
}

/** Waits until the picture is complete. Rejects without a scene, and with the signal's reason when that ends. */
export function takePicture(wish: PictureWish, signal: AbortSignal): Promise<Picture> {
  if (!camera) return Promise.reject(new Error('There is no picture to take.'));
  return camera(wish, signal);
}

export interface SeriesItem {
  readonly moment: Moment;
  readonly picture: Picture;
}

/** One picture per moment, in order; afterwards the sun stands where it stood, also when ended or failed. */
export async function takeSeries(
  moments: readonly Moment[],
  wish: PictureWish,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<SeriesItem[]> {
  const before = twin.getState().moment;
  const items: SeriesItem[] = [];
  try {
    for (const moment of moments) {
      signal.throwIfAborted();
      setMoment(moment);
      items.push({ moment, picture: await takePicture(wish, signal) });
      onProgress(items.length);
    }
  } finally {
    setMoment(before);
  }
  return items;
}
