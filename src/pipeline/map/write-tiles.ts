/** Draws and writes a list of tiles, shared among threads; each thread draws neighbouring tiles, whose shapes it keeps. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { startThread } from '../start-thread.ts';
import type { Ground } from './ground.ts';
import { createTilePainter, TILE_SIZE } from './paint-tile.ts';

export interface MapTile {
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

/** Everything a thread needs; the ground lies in shared memory. */
export interface MapJob {
  readonly ground: Ground;
  readonly folder: string;
}

const QUALITY = 82;
/** Tiles handed out at a time. */
const BATCH = 12;

/** Returns a function that writes one tile to `folder/{z}/{x}/{y}.webp` and tells its bytes; without ground it is empty. */
export function createTileWriter({ ground, folder }: MapJob): (tile: MapTile) => Promise<number> {
  const painter = createTilePainter(ground);
  const empty = createCanvas(TILE_SIZE, TILE_SIZE).toBuffer('image/webp', QUALITY);
  const plain = new Map<string, Buffer>();

  function encode({ level, x, y }: MapTile): Buffer {
    const tile = painter.look(level, x, y);
    if (!tile) return empty;
    const known = tile.plain === undefined ? undefined : plain.get(tile.plain);
    if (known) return known;
    const bytes = painter.paint(tile).toBuffer('image/webp', QUALITY);
    if (tile.plain !== undefined) plain.set(tile.plain, bytes);
    return bytes;
  }

  return async (tile) => {
    const { level, x, y } = tile;
    const bytes = encode(tile);
    const column = join(folder, String(level), String(x));
    await mkdir(column, { recursive: true });
    await writeFile(join(column, `${y}.webp`), bytes);
    return bytes.length;
  };
}

interface Hand {
  /** Bytes written for these tiles. */
  write(tiles: readonly MapTile[]): Promise<number>;
  destroy(): Promise<unknown>;
}

function createThread(job: MapJob): Hand {
  const worker = startThread(new URL('./tile.worker.ts', import.meta.url), { workerData: job });
  return {
    write: (tiles) =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners();
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.postMessage(tiles);
      }),
    destroy: () => worker.terminate(),
  };
}

export async function writeAll(write: (tile: MapTile) => Promise<number>, tiles: readonly MapTile[]): Promise<number> {
  let bytes = 0;
  for (const tile of tiles) bytes += await write(tile);
  return bytes;
}

function createInline(job: MapJob): Hand {
  const write = createTileWriter(job);
  return { write: (tiles) => writeAll(write, tiles), destroy: async () => undefined };
}

/** Returns the bytes written. Few tiles are drawn in this thread: starting another takes half a second. */
export async function writeMapTiles(
  job: MapJob,
  tiles: readonly MapTile[],
  threads: number | undefined,
  onDone: (done: number) => void,
): Promise<number> {
  const count = Math.min(threads ?? availableParallelism(), Math.ceil(tiles.length / 40));
  const hands = count > 1 ? Array.from({ length: count }, () => createThread(job)) : [createInline(job)];
  let next = 0;
  let done = 0;
  let bytes = 0;
  try {
    await Promise.all(
      hands.map(async (hand) => {
        while (next < tiles.length) {
          const batch = tiles.slice(next, next + BATCH);
          next += BATCH;
          // Not `bytes += await …`: that would read the sum before waiting and lose what others add meanwhile.
          const written = await hand.write(batch);
          bytes += written;
          done += batch.length;
          onDone(done);
        }
      }),
    );
  } finally {
    await Promise.all(hands.map((hand) => hand.destroy()));
  }
  return bytes;
}
