/** A picture as a small WebP. */
import { createCanvas, loadImage } from '@napi-rs/canvas';

const QUALITIES = [82, 74, 66, 58, 50, 42, 34, 26, 18, 10];

/** The best that stays within `most` bytes; undefined where none does. */
export async function encodePoster(png: Buffer, most: number): Promise<Buffer | undefined> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  for (const quality of QUALITIES) {
    const bytes = await canvas.encode('webp', quality);
    if (bytes.length <= most) return bytes;
  }
  return undefined;
}
