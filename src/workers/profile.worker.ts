/** One request, one answer: whoever no longer wants the answer ends the thread. */
import { makeProfile, type ProfileRequest } from './make-profile.ts';

self.onmessage = async ({ data }: MessageEvent<ProfileRequest>) => {
  try {
    self.postMessage({ profile: await makeProfile(data) });
  } catch (error) {
    self.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
};
