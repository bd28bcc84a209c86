import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFile, type TypedArray } from 'geotiff';
import { afterAll, describe, expect, it } from 'vitest';
import type { Raster, RasterOptions, RasterValues } from '../../src/model/raster.ts';
import { writeRaster } from '../../src/pipeline/cog.ts';
import { runGdal } from '../fixtures/gdal.ts';

const folder = mkdtempSync(join(tmpdir(), 'raster-'));
const file = join(folder, 'raster.tif');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [width, height] = [75, 41];
const toRaster = <T extends RasterValues>(values: T): Raster<T> => ({
  west: 146500,
  south: 507500,
  cellSize: 4,
  width,
  height,
  values,
});
const codes: RasterOptions = { overview: 'most', tileSize: 32 };

/** Level by level, rows turned so that the first is the southern one. */
async function readBack() {
  const tiff = await fromFile(file);
  const levels = [];
  for (let i = 0; i < (await tiff.getImageCount()); i++) {
    const image = await tiff.getImage(i);
    const cells = (await image.readRasters({ samples: [0], interleave: true })) as unknown as TypedArray;
    const [columns, rows] = [image.getWidth(), image.getHeight()];
    const at = (column: number, row: number) => cells[(rows - 1 - row) * columns + column] as number;
    levels.push({ columns, rows, at, image });
  }
  await tiff.close();
  return levels;
}

describe('a raster of whole numbers', () => {
  for (const make of [Uint8Array, Uint16Array, Uint32Array]) {
    it(`comes back exactly: ${make.name}`, async () => {
      const most = 2 ** (8 * make.BYTES_PER_ELEMENT) - 1;
      const values = new make(
        Array.from({ length: width * height }, (_, i) => (i % 3 === 0 ? most - i : (i * 7919) % most)),
      );
      await writeRaster(file, toRaster(values), codes);
      const [full] = await readBack();
      for (let i = 0; i < values.length; i++) expect(full?.at(i % width, Math.floor(i / width))).toBe(values[i]);
    });
  }

  it('has overviews with the code that most cells have, and lies where it should', async () => {
    const values = new Uint8Array(width * height).fill(3);
    // Counted from the north-west: three of the four northern-most western cells are 7.
    for (const [column, row] of [
      [0, 40],
      [1, 40],
      [0, 39],
    ] as const)
      values[row * width + column] = 7;
    await writeRaster(file, toRaster(values), codes);
    const [full, half, quarter, ...more] = await readBack();
    expect([half?.columns, half?.rows, quarter?.columns, quarter?.rows, more.length]).toEqual([38, 21, 19, 11, 0]);
    expect([half?.at(0, 20), half?.at(1, 20), quarter?.at(0, 10)]).toEqual([7, 3, 3]);
    expect(full?.image.getBoundingBox()).toEqual([146500, 507500, 146500 + 4 * width, 507500 + 4 * height]);
    expect(full?.image.getGeoKeys()).toMatchObject({ ProjectedCSTypeGeoKey: 28992 });
    expect(full?.image.getGeoKeys()).not.toHaveProperty('VerticalCSTypeGeoKey');
    expect(full?.image.getGDALNoData()).toBeNull();
  });

  it('leaves cells without a value out of means', async () => {
    const values = new Uint16Array(width * height).fill(65_535);
    values[40 * width] = 100;
    values[40 * width + 1] = 203;
    await writeRaster(file, toRaster(values), { overview: 'mean', noData: 65_535, tileSize: 32 });
    const [full, half] = await readBack();
    expect([half?.at(0, 20), half?.at(1, 20)]).toEqual([152, 65_535]);
    expect(full?.image.getGDALNoData()).toBe(65_535);
  });
});

describe('a raster of fractions', () => {
  it('is kept whole without a rounding, with NaN as NoData', async () => {
    const values = Float32Array.from({ length: width * height }, (_, i) => (i === 5 ? Number.NaN : Math.sin(i)));
    await writeRaster(file, toRaster(values), { overview: 'mean', noData: -9999, tileSize: 32 });
    const [full] = await readBack();
    for (const i of [0, 1, 77, values.length - 1]) expect(full?.at(i % width, Math.floor(i / width))).toBe(values[i]);
    expect(full?.at(5, 0)).toBe(-9999);
  });

  it.skipIf(!runGdal('gdalinfo', ['--version']))('is read by GDAL as RD New', () => {
    const text = runGdal('gdalinfo', [file]) ?? '';
    expect(text).toContain('ID["EPSG",28992]');
    expect(text).toMatch(/Overviews: 38x21, 19x11/);
  });
});
