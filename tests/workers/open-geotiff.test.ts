import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeCog } from '../../src/pipeline/cog.ts';
import { openGeoTiff } from '../../src/workers/open-geotiff.ts';
import { makeGrid, polderHeight } from '../fixtures/height-files.ts';

let close: (() => void) | undefined;
afterEach(() => close?.());

/** Answers ranges of more than a few bytes with an empty body, the first time or always. */
async function serve(file: Uint8Array, isAlways: boolean): Promise<string> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const asked = request.headers.range ?? '';
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(asked) ?? [];
    const [start, end] = [Number(from), Math.min(Number(to), file.length - 1)];
    const isEmpty = end - start > 100 && (isAlways || !seen.has(asked));
    seen.add(asked);
    response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${file.length}` });
    response.end(isEmpty ? undefined : file.subarray(start, end + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
const grid = makeGrid([146500, 507500, 146628, 507564], 1, polderHeight);
beforeAll(() => writeCog(join(folder, 'heights.tif'), grid));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a GeoTIFF by parts', () => {
  it('is read past a cache that answers with nothing', async () => {
    const tiff = await openGeoTiff(await serve(readFileSync(join(folder, 'heights.tif')), false));
    const [values] = await (await tiff.getImage()).readRasters();
    expect(Array.from(values as Float32Array).slice(-128)).toEqual(
      Array.from(grid.values.slice(0, 128), (value) => expect.closeTo(value, 3)),
    );
  });

  it('says so where a server keeps answering with nothing', async () => {
    const address = await serve(readFileSync(join(folder, 'heights.tif')), true);
    const read = async () => (await (await openGeoTiff(address)).getImage()).readRasters();
    await expect(read()).rejects.toThrow(/127\.0\.0\.1.*: 0 bytes came of \d+/);
  });
});
