import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gridExtent, type HeightGrid } from '../../src/model/grid.ts';
import { ellipsoidHeight, ellipsoidToNap, rdToLonLat } from '../../src/model/rd.ts';
import { writeCog } from '../../src/pipeline/cog.ts';
import { readHeights } from '../../src/pipeline/terrain/read-heights.ts';
import { makeTerrain, type TerrainReport } from '../../src/pipeline/terrain.ts';
import { delftFile, makeGrid, polderHeight } from '../fixtures/height-files.ts';
import { createTerrainReader, measureTriangles, readSide } from '../fixtures/terrain-reader.ts';

type Reader = ReturnType<typeof createTerrainReader>;

const folder = mkdtempSync(join(tmpdir(), 'terrain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function expectSoundPyramid(reader: Reader, made: string) {
  const tiles = reader.listTiles();
  const files = readdirSync(made, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.terrain'));
  expect(new Set(files).size).toBe(tiles.length);
  expect(tiles.filter(([level]) => level === 0)).toHaveLength(2);
  for (const [level, x, y] of tiles) {
    expect(existsSync(join(made, `${level}/${x}/${y}.terrain`))).toBe(true);
    if (level > 0) expect(reader.has([level - 1, x >> 1, y >> 1]), `parent of ${level}/${x}/${y}`).toBe(true);
    const mesh = reader.read([level, x, y]);
    // The triangles are all counter-clockwise and cover the tile exactly: no hole, no overlap.
    const { sum, smallest } = measureTriangles(mesh);
    expect([sum, smallest > 0], `${level}/${x}/${y}`).toEqual([2 * 32767 ** 2, true]);
    expect(mesh.normals?.length).toBe(2 * mesh.u.length);
  }
}

/** Compares every side that two tiles of one level share. */
function countSeams(reader: Reader) {
  const result = { seams: 0, open: 0 };
  for (const [level, x, y] of reader.listTiles()) {
    for (const [east, north, side, opposite] of [
      [1, 0, 'east', 'west'],
      [0, 1, 'north', 'south'],
    ] as const) {
      if (!reader.has([level, x + east, y + north])) continue;
      result.seams++;
      const here = readSide(reader.read([level, x, y]), side);
      const there = readSide(reader.read([level, x + east, y + north]), opposite);
      const isClosed = here.size === there.size && [...here].every(([at, height]) => there.get(at) === height);
      if (!isClosed) result.open++;
    }
  }
  return result;
}

/** Errors of the finest mesh at random known source cells, ascending, metres. */
function listErrors(
  reader: Reader,
  grid: HeightGrid,
  count: number,
  skip: (x: number, y: number) => boolean,
): number[] {
  const errors: number[] = [];
  for (let seed = 1; errors.length < count; seed = (seed * 1103515245 + 12345) % 2147483648) {
    const i = seed % grid.values.length;
    const source = grid.values[i] as number;
    const x = grid.west + ((i % grid.width) + 0.5) * grid.cellSize;
    const y = grid.south + (Math.floor(i / grid.width) + 0.5) * grid.cellSize;
    if (Number.isNaN(source) || skip(x, y)) continue;
    const at = rdToLonLat({ x, y });
    errors.push(Math.abs(ellipsoidToNap(ellipsoidHeight(reader.heightAt(at.lon, at.lat)), at) - source));
  }
  return errors.sort((a, b) => a - b);
}

function expectWithinBar(name: string, errors: number[]) {
  const rms = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
  const worst = errors.at(-1) ?? Number.NaN;
  console.log(
    `${name}: ${errors.length} source cells, rms ${rms.toFixed(3)} m, worst ${worst.toFixed(3)} m (bar 0.10)`,
  );
  expect(worst).toBeLessThan(0.1);
}

describe('terrain of a polder with fine and coarse heights', () => {
  const fine = makeGrid([146500, 507500, 147300, 508300], 1, polderHeight);
  const wide = makeGrid([145000, 506000, 149000, 510000], 10, polderHeight);
  const made = join(folder, 'polder');
  let reader: Reader;
  let report: TerrainReport;

  beforeAll(async () => {
    const files = [join(folder, 'fine.tif'), join(folder, 'wide.tif')] as const;
    await writeCog(files[0], fine);
    await writeCog(files[1], wide);
    report = await makeTerrain(files, made, { attribution: 'Test', threads: 2 });
    reader = createTerrainReader(made);
  });

  it('is described by layer.json and a report', () => {
    expect(reader.layer).toMatchObject({
      format: 'quantized-mesh-1.0',
      scheme: 'tms',
      projection: 'EPSG:4326',
      extensions: ['octvertexnormals'],
      attribution: 'Test',
      maxzoom: 16,
    });
    expect(report.cells).toBe(800 * 800 + 400 * 400);
    expect(report.tiles).toBe(reader.listTiles().length);
  });

  it('has whole tiles whose parents exist', () => expectSoundPyramid(reader, made));

  it('shows every source cell within 0.10 m', () => {
    expectWithinBar(
      '1 m',
      listErrors(reader, fine, 1500, () => false),
    );
    const [west, south, east, north] = gridExtent(fine);
    const isInFine = (x: number, y: number) => x > west - 80 && y > south - 80 && x < east + 80 && y < north + 80;
    expectWithinBar('10 m', listErrors(reader, wide, 800, isInFine));
  });

  it('has the same vertices and heights on both sides of every seam', () => {
    const { seams, open } = countSeams(reader);
    expect(seams).toBeGreaterThan(500);
    expect(open).toBe(0);
  });

  it('keeps parents and children closer at their common border than the skirts that Cesium hangs there', () => {
    let worst = 0;
    for (const [level, x, y] of reader.listTiles()) {
      if (level < 12 || !reader.has([level - 1, x >> 1, y >> 1]) || x % 2 === 1) continue;
      const parent = readSide(reader.read([level - 1, x >> 1, y >> 1]), 'west');
      const skirt = (5 * 77067) / 2 ** level;
      for (const [at, height] of readSide(reader.read([level, x, y]), 'west')) {
        const inParent = (at + (y % 2) * 32767) / 2;
        const positions = [...parent.keys()].sort((a, b) => a - b);
        const next = Math.max(
          1,
          positions.findIndex((position) => position >= inParent),
        );
        const [a, b] = [positions[next - 1] as number, positions[next] as number];
        const [low, high] = [parent.get(a) as number, parent.get(b) as number];
        worst = Math.max(worst, Math.abs(low + ((high - low) * (inParent - a)) / (b - a) - height) / skirt);
      }
    }
    console.log(`largest step between levels: ${(100 * worst).toFixed(1)} % of the skirt`);
    expect(worst).toBeLessThan(0.3);
  });

  it('fades to sea level around the data, to the ellipsoid far away, nowhere steeper than a slope one can see', () => {
    const nap = (x: number, y: number) => {
      const at = rdToLonLat({ x, y });
      return ellipsoidToNap(ellipsoidHeight(reader.heightAt(at.lon, at.lat)), at);
    };
    let steepest = 0;
    let last = nap(149000, 508050);
    for (let x = 149010; x < 152000; x += 10) {
      const height = nap(x, 508050);
      steepest = Math.max(steepest, Math.abs(height - last) / 10);
      last = height;
    }
    expect(Math.abs(last)).toBeLessThan(0.7);
    expect(steepest).toBeLessThan(0.03);
    let before = reader.heightAt(5.3, 52.5);
    for (let lon = 5.4; lon < 30; lon += 0.1) {
      const height = reader.heightAt(lon, 52.5);
      expect(Math.abs(height - before), `at ${lon}`).toBeLessThan(1.2);
      before = height;
    }
    expect(reader.heightAt(100, -30)).toBe(0);
  });
});

describe('cli terrain', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'terrain', ...args], { encoding: 'utf8' });

  it('prints its report and nothing else, and gives equal heights an equal version', async () => {
    const file = join(folder, 'small.tif');
    await writeCog(
      file,
      makeGrid([155000, 463000, 155200, 463200], 10, () => 3),
    );
    const versions = ['first', 'second'].map((name) => {
      const { status, stdout } = run(file, '--out', join(folder, name), '--json');
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ files: [file], cells: 400, holes: 0 });
      return createTerrainReader(join(folder, name)).layer['version'];
    });
    expect(versions[0]).toMatch(/^[0-9a-f]{10}$/);
    expect(versions[1]).toBe(versions[0]);
  });

  it('fails with one line, exit code 1 and no output', () => {
    const out = join(folder, 'nothing');
    const { status, stdout, stderr } = run(join(folder, 'absent.tif'), '--out', out);
    expect([status, stdout, existsSync(out)]).toEqual([1, '', false]);
    expect(stderr.trim()).toMatch(/^tweelingstad: .*absent\.tif: no such file\.$/);
    expect(run(join(folder, 'absent.tif')).status).toBe(2);
  });
});

describe.skipIf(!delftFile)('terrain of real heights with holes (shared/data/terrain)', () => {
  const made = join(folder, 'delft');
  it('fills the holes, shows every known cell within 0.10 m and closes its seams', async () => {
    const file = delftFile as string;
    const report = await makeTerrain([file], made);
    expect(report.holes).toBe(104752);
    expect(report.holesFilled + report.outsideData).toBe(report.holes);
    const reader = createTerrainReader(made);
    expectSoundPyramid(reader, made);
    expect(countSeams(reader).open).toBe(0);
    const { grids } = await readHeights([file]);
    expectWithinBar(
      'AHN3 0.5 m',
      listErrors(reader, grids[0] as HeightGrid, 1500, () => false),
    );
    const heights = reader
      .listTiles()
      .filter(([level]) => level > 12)
      .map((tile) => reader.read(tile));
    expect(Math.min(...heights.map((mesh) => mesh.minimumHeight))).toBeGreaterThan(42);
    expect(Math.max(...heights.map((mesh) => mesh.maximumHeight))).toBeLessThan(52);
  });
});
