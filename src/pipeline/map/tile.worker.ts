/** A thread that draws map tiles: gets a batch, answers with the bytes it wrote. */
import { parentPort, workerData } from 'node:worker_threads';
import { createTileWriter, type MapJob, type MapTile, writeAll } from './write-tiles.ts';

const write = createTileWriter(workerData as MapJob);
parentPort?.on('message', async (tiles: MapTile[]) => {
  parentPort?.postMessage(await writeAll(write, tiles));
});
