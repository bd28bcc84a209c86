/** A thread that draws map tiles until none is left. */
import { parentPort, workerData } from 'node:worker_threads';
import { type MapJob, type MapMessage, writeShare } from './write-tiles.ts';

const tell = (message: MapMessage) => parentPort?.postMessage(message);
tell({ bytes: await writeShare(workerData as MapJob, (count) => tell({ count })) });
