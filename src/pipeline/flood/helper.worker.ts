/** A thread that helps to compute floods: gets its share, and answers nothing when that is done. */
import { parentPort } from 'node:worker_threads';
import { type FloodShare, helpFlood } from '../../engines/flood/team.ts';

parentPort?.on('message', (share: FloodShare) => helpFlood(share));
parentPort?.postMessage('ready');
