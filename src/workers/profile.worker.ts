/** One request, one answer: whoever no longer wants the answer ends the thread. */
import { fromUrl } from 'geotiff';
import { makeProfile, type ProfileRequest } from './make-profile.ts';

self.onmessage = async ({ data }: MessageEvent<ProfileRequest>) => {
  try {
    // A server that knows no byte ranges sends the whole file.
    const profile = await makeProfile(data, (url) => fromUrl(url, { allowFullFile: true }));
    self.postMessage({ profile });
  } catch (error) {
    self.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
};
