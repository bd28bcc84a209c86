/** Makes and writes a list of tiles; the same in the main thread and in others. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
