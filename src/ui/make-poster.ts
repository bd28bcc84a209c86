/** The view as it is, as a picture that a page can begin with. */
import { takePicture } from '../store/picture.ts';

const [WIDTH, HEIGHT] = [1200, 675];
const MOST_BYTES = 60_000;
const QUALITIES = [0.82, 0.7, 0.58, 0.46, 0.34, 0.22];

/** WebP; JPEG where the browser writes none. As good as fits in 60 kB. */
export async function makePoster(signal: AbortSignal): Promise<Blob> {
  const { blob } = await takePicture({ scale: 1, type: 'image/png' }, signal);
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas');
  // The middle of it, as large as it goes.
  const scale = Math.max(WIDTH / bitmap.width, HEIGHT / bitmap.height);
  const [across, down] = [bitmap.width * scale, bitmap.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, (WIDTH - across) / 2, (HEIGHT - down) / 2, across, down);
  bitmap.close();
  for (const quality of QUALITIES) {
    signal.throwIfAborted();
    const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
    const made = webp.type === 'image/webp' ? webp : await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (made.size <= MOST_BYTES) return made;
  }
  throw new Error(`does not go into ${MOST_BYTES} bytes`);
}
