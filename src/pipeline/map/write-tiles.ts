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
  readonly tiles: readonly MapTile[];
  /** One number in shared memory: the first tile that nobody has taken. */
  readonly next: Int32Array;
}

const QUALITY = 82;
/** Tiles taken at a time: neighbours, whose shapes a thread has then. */
const BATCH = 12;

/** Returns a function that writes one tile to `folder/{z}/{x}/{y}.webp` and tells its bytes; without ground it is empty. */
function createTileWriter({ ground, folder }: MapJob): (tile: MapTile) => Promise<number> {
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

/** Writes tiles until the list is at its end; the bytes written. Threads take from it themselves, so that none waits for another. */
export async function writeShare(job: MapJob, onDone: (count: number) => void): Promise<number> {
  const write = createTileWriter(job);
  const { tiles, next } = job;
  let bytes = 0;
  for (;;) {
    const from = Atomics.add(next, 0, BATCH);
    const batch = tiles.slice(from, from + BATCH);
    if (batch.length === 0) return bytes;
    for (const tile of batch) bytes += await write(tile);
    onDone(batch.length);
  }
}

/** What a thread tells: tiles that it has written since, or at its end the bytes of all. */
export type MapMessage = { readonly count: number } | { readonly bytes: number };

async function writeInThread(job: MapJob, onDone: (count: number) => void): Promise<number> {
  const worker = startThread(new URL('./tile.worker.ts', import.meta.url), { workerData: job });
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.on('message', (message: MapMessage) => {
        if ('bytes' in message) resolve(message.bytes);
        else onDone(message.count);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('A thread that draws the map ended before its time.')));
    });
  } finally {
    await worker.terminate();
  }
}

/** Returns the bytes written. Few tiles are drawn in this thread: starting another takes half a second. */
export async function writeMapTiles(
  { ground, folder, tiles }: Omit<MapJob, 'next'>,
  threads: number | undefined,
  onDone: (done: number) => void,
): Promise<number> {
  const count = Math.min(threads ?? availableParallelism(), Math.ceil(tiles.length / 40));
  const job = { ground, folder, tiles, next: new Int32Array(new SharedArrayBuffer(4)) };
  let done = 0;
  const onBatch = (tilesMore: number) => {
    done += tilesMore;
    onDone(done);
  };
  const write = count > 1 ? writeInThread : writeShare;
  const bytes = await Promise.all(Array.from({ length: count }, () => write(job, onBatch)));
  return bytes.reduce((sum, own) => sum + own, 0);
}
