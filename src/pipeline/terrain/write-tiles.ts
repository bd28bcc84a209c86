/** Makes and writes a list of tiles; the same in the main thread and in others. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startThread } from '../start-thread.ts';
import { encodeTile } from './encode-tile.ts';
import { createGround, type GroundLayer } from './ground.ts';
import { meshTile } from './mesh-tile.ts';
import type { Tile } from './tiling.ts';

/** Everything a thread needs: plain data, grids in shared memory. */
export interface TileJob {
  readonly layers: readonly GroundLayer[];
  readonly heightStep: number;
  readonly folder: string;
}

export interface TileCount {
  triangles: number;
  vertices: number;
  bytes: number;
}

/** Returns a function that writes one tile to `folder/{z}/{x}/{y}.terrain`. */
export function createTileWriter({ layers, heightStep, folder }: TileJob): (tile: Tile) => TileCount {
  const ground = createGround(layers);
  return (tile) => {
    const mesh = meshTile(ground, tile);
    const bytes = encodeTile(tile, mesh, heightStep);
    const column = join(folder, String(tile.level), String(tile.x));
    mkdirSync(column, { recursive: true });
    writeFileSync(join(column, `${tile.y}.terrain`), bytes);
    return { triangles: mesh.triangles.length / 3, vertices: mesh.u.length, bytes: bytes.length };
  };
}

/** Starting a thread costs half a second: below this many cells per thread it does not pay. */
const cellsPerThread = 1e6;

export function countThreads(layers: readonly GroundLayer[]): number {
  const cells = layers.reduce((sum, { halvings }) => sum + (halvings[0]?.values.length ?? 0), 0);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(cells / cellsPerThread)));
}

/** Writes one tile after the other, in this thread or in another. */
interface Hand {
  write(tile: Tile): Promise<TileCount>;
  destroy(): Promise<unknown>;
}

function createThread(job: TileJob): Hand {
  const worker = startThread(new URL('./tile.worker.ts', import.meta.url), { workerData: job });
  let settle: { resolve: (count: TileCount) => void; reject: (error: Error) => void } | undefined;
  worker.on('message', (count: TileCount) => settle?.resolve(count));
  worker.on('error', (error: Error) => settle?.reject(error));
  return {
    write: (tile) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(tile);
      }),
    destroy: () => worker.terminate(),
  };
}

function createInline(job: TileJob): Hand {
  const writeTile = createTileWriter(job);
  return { write: async (tile) => writeTile(tile), destroy: async () => undefined };
}

/** Writes all tiles, shared among `threads`; each goes to whoever is free. */
export async function writeTiles(
  job: TileJob,
  tiles: readonly Tile[],
  threads: number,
  onDone: (done: number) => void,
): Promise<TileCount> {
  const hands = threads > 1 ? Array.from({ length: threads }, () => createThread(job)) : [createInline(job)];
  const total = { triangles: 0, vertices: 0, bytes: 0 };
  let next = 0;
  let done = 0;
  try {
    await Promise.all(
      hands.map(async (hand) => {
        while (next < tiles.length) {
          const count = await hand.write(tiles[next++] as Tile);
          total.triangles += count.triangles;
          total.vertices += count.vertices;
          total.bytes += count.bytes;
          onDone(++done);
        }
      }),
    );
  } finally {
    await Promise.all(hands.map((hand) => hand.destroy()));
  }
  return total;
}
