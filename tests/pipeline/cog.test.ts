import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFile } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCog } from '../../src/pipeline/cog.ts';
import { readGeotiff } from '../../src/pipeline/terrain/read-geotiff.ts';
import { runGdal } from '../fixtures/gdal.ts';
import { decodeIndependently, makeGrid, polderHeight } from '../fixtures/height-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'cog-'));
const file = join(folder, 'heights.tif');
const grid = makeGrid([146500, 507500, 147801, 508211], 1, polderHeight);
grid.values.fill(Number.NaN, 5000, 5100);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => writeCog(file, grid));

const gdalinfo = runGdal('gdalinfo', ['--version']);
const validator = ['-m', 'osgeo_utils.samples.validate_cloud_optimized_geotiff'];
const python = ['python3', '/usr/bin/python3'].find((name) =>
  runGdal(name, ['-c', 'import osgeo_utils.samples.validate_cloud_optimized_geotiff; print("ok")'])?.includes('ok'),
);

describe('a cloud-optimised GeoTIFF of heights', () => {
  it('comes back within half a millimetre, holes included', async () => {
    const back = await readGeotiff(file);
    expect(back.grid).toMatchObject({ west: 146500, south: 507500, cellSize: 1, width: 1301, height: 711 });
    expect(back.holes).toBe(100);
    const worst = back.grid.values.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (grid.values[i] ?? 0)) || 0),
      0,
    );
    expect(worst).toBeLessThanOrEqual(0.0005);
  });

  it('says the same to an independent reader', () => {
    const { width, height, values } = decodeIndependently(file);
    expect([width, height]).toEqual([1301, 711]);
    for (const i of [0, 1300, 123456, values.length - 1]) {
      const row = height - 1 - Math.floor(i / width);
      expect(values[i]).toBeCloseTo(grid.values[row * width + (i % width)] as number, 3);
    }
  });

  it('has tiles, overviews of means, reference system and NoData', async () => {
    const tiff = await fromFile(file);
    expect(await tiff.getImageCount()).toBe(3);
    const image = await tiff.getImage(0);
    expect([image.getTileWidth(), image.getTileHeight()]).toEqual([512, 512]);
    expect(image.getGeoKeys()).toMatchObject({ ProjectedCSTypeGeoKey: 28992, VerticalCSTypeGeoKey: 5709 });
    expect(image.getGDALNoData()).toBe(-9999);
    const overview = await tiff.getImage(1);
    expect([overview.getWidth(), overview.getHeight()]).toEqual([651, 356]);
    const first = (await overview.readRasters({ window: [0, 0, 1, 1] }))[0] as Float32Array;
    const top = grid.width * (grid.height - 1);
    const four = [top, top + 1, top - grid.width, top - grid.width + 1].map((i) => grid.values[i] as number);
    expect(first[0]).toBeCloseTo(four.reduce((sum, value) => sum + value, 0) / 4, 2);
    await tiff.close();
  });

  it.skipIf(!gdalinfo)('is read by GDAL as RD New', () => {
    const text = runGdal('gdalinfo', ['-stats', file]) ?? '';
    expect(text).toContain('ID["EPSG",28992]');
    expect(text).toContain('NoData Value=-9999');
    expect(text).toContain('Overviews: 651x356, 326x178');
    expect(text).toMatch(/Origin = \(146500\.0+,508211\.0+\)/);
    rmSync(`${file}.aux.xml`, { force: true });
  });

  it.skipIf(!python)('passes the validator of GDAL', () => {
    expect(runGdal(python as string, [...validator, '--full-check=yes', file])).toContain('is a valid cloud optimized');
  });
});
