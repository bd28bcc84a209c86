import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import { afterAll, describe, expect, it } from 'vitest';
import type { HeightGrid } from '../../../src/model/grid.ts';
import { InputError } from '../../../src/model/input-error.ts';
import { writeCog } from '../../../src/pipeline/cog.ts';
import { finestGrid, readHeights } from '../../../src/pipeline/terrain/read-heights.ts';
import { decodeIndependently, delftFile, makeGrid } from '../../fixtures/height-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'heights-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes 2 × 2 cells of 10 m with that reference system by the library's own writer; north-west corner (100000, 450000). */
function writeSmall(name: string, keys: Record<string, unknown>): string {
  const metadata = {
    width: 2,
    height: 2,
    ModelPixelScale: [10, 10, 0],
    ModelTiepoint: [0, 0, 0, 100000, 450000, 0],
    GTModelTypeGeoKey: 1,
    GTRasterTypeGeoKey: 1,
    SampleFormat: [3],
    BitsPerSample: [32],
    ...keys,
  };
  const file = join(folder, name);
  writeFileSync(file, Buffer.from(writeArrayBuffer(new Float32Array([1, 2, 3, 4]), metadata as never)));
  return file;
}

describe('reading heights', () => {
  it('puts rows and cells where they belong', async () => {
    const { heightAt } = await readHeights([writeSmall('area.tif', { ProjectedCSTypeGeoKey: 28992 })]);
    expect([heightAt(100005, 449995), heightAt(100015, 449995)]).toEqual([1, 2]);
    expect([heightAt(100005, 449985), heightAt(100015, 449985)]).toEqual([3, 4]);
    expect(heightAt(100010, 449990)).toBeCloseTo(2.5, 6);
    expect(heightAt(99999, 449990)).toBeUndefined();
  });

  it('counts the corner as a cell centre when pixels are points', async () => {
    const file = writeSmall('point.tif', { ProjectedCSTypeGeoKey: 28992, GTRasterTypeGeoKey: 2 });
    const { heightAt, grids } = await readHeights([file]);
    expect(grids[0]).toMatchObject({ west: 99995, south: 449985 });
    expect(heightAt(100000, 450000)).toBe(1);
  });

  it.each([
    ['EPSG:7415', { ProjectedCSTypeGeoKey: 7415 }],
    ['28992 with NAP', { ProjectedCSTypeGeoKey: 28992, VerticalCSTypeGeoKey: 5709 }],
    ['a citation only', { ProjectedCSTypeGeoKey: 32767, PCSCitationGeoKey: 'Amersfoort / RD New' }],
  ])('accepts %s', async (_, keys) => {
    expect((await readHeights([writeSmall('ok.tif', keys)])).heightAt(100005, 449995)).toBe(1);
  });

  it.each([
    ['another system', { ProjectedCSTypeGeoKey: 25832 }, /EPSG:25832/],
    ['degrees', { GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4326 }, /4326/],
    ['other heights', { ProjectedCSTypeGeoKey: 28992, VerticalCSTypeGeoKey: 5773 }, /heights are in EPSG:5773/],
    ['oblong cells', { ProjectedCSTypeGeoKey: 28992, ModelPixelScale: [10, 20, 0] }, /square cells/],
  ])('refuses %s with one line that names the file', async (_, keys, message) => {
    const refusal = readHeights([writeSmall('bad.tif', keys)]);
    await expect(refusal).rejects.toThrow(InputError);
    await expect(refusal).rejects.toThrow(/^[^\n]*bad\.tif: /);
    await expect(refusal).rejects.toThrow(message);
  });

  it('refuses a missing file, a file that is no TIFF, a cut-off one and one without heights', async () => {
    const text = join(folder, 'text.tif');
    writeFileSync(text, 'not a raster');
    await expect(readHeights([join(folder, 'none.tif')])).rejects.toThrow(/none\.tif: no such file/);
    await expect(readHeights([text])).rejects.toThrow(/text\.tif: cannot be read/);
    await expect(readHeights([])).rejects.toThrow(InputError);
    const empty = join(folder, 'empty.tif');
    await writeCog(
      empty,
      makeGrid([100000, 450000, 100100, 450100], 1, () => Number.NaN),
    );
    await expect(readHeights([empty])).rejects.toThrow(/holds no heights/);
  });

  it('joins sheets of one raster and lets the finer of two win without a step', async () => {
    const files = ['a.tif', 'b.tif', 'coarse.tif'].map((name) => join(folder, name)) as [string, string, string];
    await writeCog(
      files[0],
      makeGrid([100000, 450000, 100100, 450100], 1, () => 2),
    );
    await writeCog(
      files[1],
      makeGrid([100100, 450000, 100200, 450100], 1, () => 3),
    );
    await writeCog(
      files[2],
      makeGrid([99500, 449500, 100700, 450600], 10, () => 0),
    );
    const source = await readHeights([files[2], files[0], files[1]]);
    const { grids, heightAt } = source;
    expect(grids.map((grid) => [grid.cellSize, grid.width, grid.height])).toEqual([
      [1, 200, 100],
      [10, 120, 110],
    ]);
    expect([heightAt(100050, 450050), heightAt(100150, 450050)]).toEqual([2, 3]);
    const finest = finestGrid(source);
    expect(finest).toMatchObject({ west: 100000, south: 450000, cellSize: 1, width: 200, height: 100 });
    expect([finest.values[0], finest.values[199]]).toEqual([2, 3]);
    expect(heightAt(100400, 450050)).toBe(0);
    let steepest = 0;
    for (let x = 100151; x < 100400; x++) {
      steepest = Math.max(steepest, Math.abs((heightAt(x, 450050) ?? 9) - (heightAt(x - 1, 450050) ?? 9)));
    }
    expect(steepest).toBeLessThan(0.12);
  });

  it('fills a hole between its borders and leaves what is known', async () => {
    const file = join(folder, 'hole.tif');
    const plane = (x: number, y: number) => (x - 100000) / 100 + (y - 450000) / 50;
    const isHole = (x: number, y: number) => Math.hypot(x - 100100, y - 450100) < 40;
    await writeCog(
      file,
      makeGrid([100000, 450000, 100200, 450200], 1, (x, y) => (isHole(x, y) ? Number.NaN : plane(x, y))),
    );
    const { heightAt, count } = await readHeights([file]);
    expect(count.holes).toBe(count.holesFilled);
    expect(count.holes).toBeGreaterThan(5000);
    let worst = 0;
    for (let x = 100060.5; x < 100140; x += 5)
      worst = Math.max(worst, Math.abs((heightAt(x, 450100.5) ?? 9) - plane(x, 450100.5)));
    expect(worst).toBeLessThan(0.25);
    expect(heightAt(100010.5, 450010.5)).toBeCloseTo(plane(100010.5, 450010.5), 3);
  });

  it.skipIf(!delftFile)('reads AHN as an independent reader does (shared/data/terrain)', async () => {
    const { grids, count, layers } = await readHeights([delftFile as string]);
    const grid = grids[0] as HeightGrid;
    const { width, height, values } = decodeIndependently(delftFile as string);
    expect([grid.width, grid.height]).toEqual([width, height]);
    let differing = 0;
    let holes = 0;
    for (let i = 0; i < values.length; i++) {
      const expected = values[i] as number;
      const found = grid.values[(height - 1 - Math.floor(i / width)) * width + (i % width)] as number;
      if (expected === -9999) holes++;
      if (expected === -9999 ? !Number.isNaN(found) : found !== expected) differing++;
    }
    expect(differing).toBe(0);
    expect(count.holes).toBe(holes);
    expect(holes / values.length).toBeCloseTo(0.43, 2);
    // Filled heights stay within the known ones.
    const known = values.filter((value) => value !== -9999);
    const filled = layers[0]?.values ?? new Float32Array();
    expect(Math.min(...filled.subarray(0, 100000))).toBeGreaterThan(Math.min(...known.subarray(0, 100000)) - 1.5);
    expect(filled.findIndex(Number.isNaN)).toBe(-1);
  });
});
