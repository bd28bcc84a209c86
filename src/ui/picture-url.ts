import { takePicture } from '../store/picture.ts';
import { twin } from '../store/twin.ts';

/** The picture as a data address for a page that is saved; undefined where there is none. */
export async function pictureUrl(): Promise<string | undefined> {
  if (twin.getState().scene !== 'ready') return undefined;
  const { blob } = await takePicture({ scale: 1, type: 'image/jpeg' }, AbortSignal.timeout(60_000));
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });
}
