import type { MadeProfile } from '../model/profile.ts';
import type { ProfileRequest } from './make-profile.ts';

/** Makes a profile in a thread of its own; ending the signal ends the thread. Rejects with what went wrong. */
export function startProfile(request: ProfileRequest, signal: AbortSignal): Promise<MadeProfile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./profile.worker.ts', import.meta.url), { type: 'module' });
    const end = (finish: () => void) => {
      worker.terminate();
      finish();
    };
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true });
    worker.onmessage = ({ data }: MessageEvent<{ profile?: MadeProfile; failure?: string }>) =>
      end(() => (data.profile ? resolve(data.profile) : reject(new Error(data.failure))));
    worker.onerror = ({ message }) => end(() => reject(new Error(message || 'The thread did not start.')));
    worker.postMessage(request);
  });
}
