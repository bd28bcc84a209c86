/** The maxima of a run as GeoTIFF files, in RD New, on its own cells. */
import type { FloodFrame } from '../model/flood.ts';
import { NEVER } from '../model/flood-run.ts';
import { makeGeotiff } from '../model/geotiff.ts';
import type { EffectsRun } from './flood-effects.ts';
import { createRasterCache } from './raster-window.ts';
import { readRunGrid, toMetres } from './read-run.ts';

const runRasterIds = ['depth', 'arrival', 'duration'] as const;
/** Greatest depth, m; minutes until 5 cm, and with 5 cm or more. */
type RunRasterId = (typeof runRasterIds)[number];

export interface RunRaster {
  readonly id: RunRasterId;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const NO_DATA = -9999;

/** As every browser and Node have it. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function toFile(frame: FloodFrame, values: Float32Array): Promise<Uint8Array<ArrayBuffer>> {
  const options = { noData: NO_DATA, overview: 'mean', tileSize: 256 } as const;
  const parts = await makeGeotiff({ ...frame, values }, options, deflate);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Unknown cells, and minutes where water never came, are NoData −9999. */
export async function makeRunRasters({ run, extent }: EffectsRun): Promise<RunRaster[]> {
  const open = createRasterCache();
  const files: RunRaster[] = [];
  for (const id of runRasterIds) {
    const { frame, values } = await readRunGrid(open, id === 'depth' ? run.deepest : run[id], extent);
    const minutes = () => Float32Array.from(values, (value) => (value === NEVER ? Number.NaN : value));
    files.push({ id, bytes: await toFile(frame, id === 'depth' ? toMetres(values) : minutes()) });
  }
  return files;
}
