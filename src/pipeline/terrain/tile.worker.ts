/** Thread around a tile writer: each message is a tile, answered by what was written. Failures end the thread. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Tile } from './tiling.ts';
import { createTileWriter, type TileJob } from './write-tiles.ts';

const writeTile = createTileWriter(workerData as TileJob);

parentPort?.on('message', (tile: Tile) => parentPort?.postMessage(writeTile(tile)));
