/** A thread that helps to compute floods: gets its share, and answers nothing when that is done. */
import { type FloodShare, helpFlood } from '../engines/flood/team.ts';

self.onmessage = ({ data }: MessageEvent<FloodShare>) => helpFlood(data);
self.postMessage('ready');
