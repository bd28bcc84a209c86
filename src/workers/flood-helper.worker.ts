/** A thread that helps to compute floods: gets its share, and answers nothing when that is done. */
import { type FloodShare, helpFlood } from '../engines/flood/team.ts';

self.onmessage = ({ data }: MessageEvent<FloodShare | 'are you there'>) => {
  if (data === 'are you there') self.postMessage('ready');
  else helpFlood(data);
};
