import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromArrayBuffer } from 'geotiff';
import { afterAll, describe, expect, it } from 'vitest';
import type { FloodFrame } from '../../src/model/flood.ts';
import { NEVER } from '../../src/model/flood-run.ts';
import { makeRunRasters } from '../../src/workers/run-rasters.ts';
import { runGdal } from '../fixtures/gdal.ts';

const folder = mkdtempSync(join(tmpdir(), 'rasters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const frame: FloodFrame = { west: 147000, south: 508000, cellSize: 4, width: 300, height: 10 };
const cells = (value: (cell: number) => number) => ({
  frame,
  values: Uint16Array.from({ length: 3000 }, (_, i) => value(i)),
});
const none = '';
const run = {
  site: { heights: none, ground: none, buildings: none, water: none },
  run: {
    // The south-western cell stands 123 mm deep, the next one is no ground.
    deepest: cells((i) => (i === 0 ? 123 : i === 1 ? 0xffff : 0)),
    arrival: cells((i) => (i === 0 ? 17 : NEVER)),
    duration: cells((i) => (i === 0 ? 45 : NEVER)),
    waterDepth: 0.5,
  },
  seconds: [],
  depths: [],
  extent: [147000, 508000, 148200, 508040] as const,
};

describe('rasters of a run for others', () => {
  it('are GeoTIFFs in RD that read back as they were, in metres and minutes', async () => {
    const files = await makeRunRasters(run);
    expect(files.map(({ id }) => id)).toEqual(['depth', 'arrival', 'duration']);
    const first: number[] = [];
    for (const { bytes } of files) {
      const image = await (await fromArrayBuffer(bytes.buffer)).getImage();
      expect(image.getBoundingBox()).toEqual([147000, 508000, 148200, 508040]);
      expect(image.getGeoKeys()?.['ProjectedCSTypeGeoKey']).toBe(28992);
      expect(image.getGDALNoData()).toBe(-9999);
      // Row 9 of the file is the southern one.
      const [values] = (await image.readRasters({ window: [0, 9, 2, 10] })) as unknown as [Float32Array];
      first.push(values[0] as number, values[1] as number);
    }
    expect(first[0]).toBeCloseTo(0.123, 6);
    expect(first.slice(1)).toEqual([-9999, 17, -9999, 45, -9999]);
  });

  it('are read by GDAL, with overviews', async (context) => {
    const [depth] = await makeRunRasters(run);
    if (!depth) throw new Error('no raster');
    const file = join(folder, 'depth.tif');
    writeFileSync(file, depth.bytes);
    const info = runGdal('gdalinfo', ['-stats', file]);
    if (info === undefined) return context.skip('GDAL is not installed');
    expect(info).toContain('28992');
    expect(info).toMatch(/Overviews: 150x5/);
    expect(info).toMatch(/Maximum=0\.123/);
  });
});
