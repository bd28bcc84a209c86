import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groundColors } from '../../src/model/ground-colors.ts';
import { rdToLonLat } from '../../src/model/rd.ts';
import { describeMap } from '../../src/pipeline/map/describe.ts';
import { lonLatToSquare } from '../../src/pipeline/map/map-frame.ts';
import { type MapReport, makeMap } from '../../src/pipeline/map.ts';
import {
  colourAt,
  colourDistance,
  createMapWork,
  extent,
  parseColour,
  places,
  quarter,
  readPicture,
} from './map/ground-sample.ts';

const work = createMapWork();
afterAll(() => work.destroy());
const map = work.path('map');
let report: MapReport;
beforeAll(async () => {
  report = await makeMap([work.writeGround('ground.geojson', quarter)], map, { extent, threads: 1 });
});

const levels = Array.from({ length: 10 }, (_, i) => 9 + i);
const listFiles = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.webp')).sort();
const tilePath = (level: number, x: number, y: number) => join(map, String(level), String(x), `${y}.webp`);

/** Columns and rows of a level within a rectangle of degrees. */
function tileRange(level: number, [west, south, east, north]: readonly [number, number, number, number]) {
  const [x0, y0] = lonLatToSquare(west, north).map((value) => Math.floor(value * 2 ** level)) as [number, number];
  const [x1, y1] = lonLatToSquare(east, south).map((value) => Math.floor(value * 2 ** level)) as [number, number];
  return { x0, y0, x1, y1 };
}

describe('the pyramid', () => {
  it('holds every tile of every level within its rectangle, and says so', async () => {
    const expected = levels.flatMap((level) => {
      const { x0, y0, x1, y1 } = tileRange(level, level <= 15 ? report.rectangle : report.detail.rectangle);
      const tiles: string[] = [];
      for (let x = x0; x <= x1; x++)
        for (let y = y0; y <= y1; y++) tiles.push(join(String(level), `${x}`, `${y}.webp`));
      return tiles;
    });
    expect(listFiles(map)).toEqual(expected.sort());
    expect(report.tiles).toBe(expected.length);
    const bytes = expected.reduce((sum, name) => sum + readFileSync(join(map, name)).length, 0);
    expect(report.bytes).toBe(bytes);
    expect(JSON.parse(readFileSync(join(map, 'report.json'), 'utf8'))).toEqual(report);
    expect(await describeMap(map)).toMatchObject({ minimumLevel: 9, maximumLevel: 15, tileSize: 512 });
  });

  it('lies within the ground', () => {
    const [west, south, east, north] = report.rectangle;
    const corners = [rdToLonLat({ x: extent[0], y: extent[1] }), rdToLonLat({ x: extent[2], y: extent[3] })];
    const [low, high] = corners as [(typeof corners)[0], (typeof corners)[0]];
    expect(west).toBeGreaterThanOrEqual(low.lon - 1e-5);
    expect(south).toBeGreaterThanOrEqual(low.lat - 1e-5);
    expect(east).toBeLessThanOrEqual(high.lon + 1e-5);
    expect(north).toBeLessThanOrEqual(high.lat + 1e-5);
  });

  it('is replaced as a whole, leaving nothing of an earlier one', async () => {
    const folder = work.path('again');
    const file = work.path('ground.geojson');
    await makeMap([file], folder, { extent, threads: 1 });
    const half: [number, number, number, number] = [extent[0], extent[1], extent[0] + 100, extent[3]];
    const { tiles } = await makeMap([file], folder, { extent: half, threads: 1 });
    expect(tiles).toBeLessThan(report.tiles);
    expect(listFiles(folder)).toHaveLength(tiles);
  });

  it('does not depend on the number of threads', async () => {
    const folder = work.path('threads');
    const seen: number[] = [];
    await makeMap([work.path('ground.geojson')], folder, { extent, threads: 3, onProgress: (done) => seen.push(done) });
    expect(report.tiles).toBeGreaterThan(40);
    const same = listFiles(map).filter((name) =>
      readFileSync(join(map, name)).equals(readFileSync(join(folder, name))),
    );
    expect(same).toHaveLength(report.tiles);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('is the same from degrees', async () => {
    const folder = work.path('from-degrees');
    const file = work.writeGround('degrees.geojson', quarter, true);
    await makeMap([file], folder, { extent, threads: 1 });
    expect(listFiles(folder)).toEqual(listFiles(map));
    for (const place of [places.road, places.water]) {
      expect(await colourAt(folder, 17, place)).toEqual(await colourAt(map, 17, place));
    }
  });
});

describe('the picture', () => {
  it.each(levels.filter((level) => level >= 13))('has the colours of water and road on level %i', async (level) => {
    const [water, road] = await Promise.all([colourAt(map, level, places.water), colourAt(map, level, places.road)]);
    expect(colourDistance(water, parseColour(groundColors.water))).toBeLessThan(30);
    expect(colourDistance(road, parseColour(groundColors['road-asphalt']))).toBeLessThan(30);
    expect(colourDistance(water, road)).toBeGreaterThan(20);
    expect([water[3], road[3]]).toEqual([255, 255]);
  });

  it.each(levels.filter((level) => level >= 13))('is transparent outside the ground on level %i', async (level) => {
    expect((await colourAt(map, level, places.nothing))[3]).toBe(0);
  });

  it('draws unknown ground neutrally and reports it', async () => {
    const file = work.writeGround('strange.geojson', [{ words: { objecttype: 'luchtkasteel' }, box: extent }]);
    const folder = work.path('strange');
    const { unknown } = await makeMap([file], folder, { extent, threads: 1 });
    expect(unknown).toEqual({ luchtkasteel: 1 });
    const colour = await colourAt(folder, 16, places.road);
    expect(colourDistance(colour, parseColour(groundColors.unknown))).toBeLessThan(6);
  });

  it('draws what lies higher over what lies lower', async () => {
    const water = { objecttype: 'waterdeel', class: 'waterloop' };
    const bridge = { objecttype: 'overbruggingsdeel', functie: 'brug', relatieve_hoogteligging: 1 };
    const tunnel = { objecttype: 'wegdeel', functie: 'fietspad', relatieve_hoogteligging: -1 };
    const file = work.writeGround(
      'stacked.geojson',
      [bridge, water, tunnel].map((words) => ({ words, box: extent })),
    );
    const folder = work.path('stacked');
    await makeMap([file], folder, { extent, threads: 1 });
    const colour = await colourAt(folder, 16, places.road);
    expect(colourDistance(colour, parseColour(groundColors.bridge))).toBeLessThan(20);
  });

  it('refuses an extent without ground', async () => {
    const far: [number, number, number, number] = [200000, 400000, 200100, 400100];
    const promise = makeMap([work.path('ground.geojson')], work.path('far'), { extent: far });
    await expect(promise).rejects.toThrow(/no ground surface lies within the extent 200000/);
    expect(existsSync(work.path('far'))).toBe(false);
  });
});

describe('neighbouring tiles', () => {
  /** Mean step between the pixels of two lines, per channel. */
  async function meanStep(level: number, x: number, y: number, inside: boolean): Promise<number> {
    const here = await readPicture(tilePath(level, x, y));
    const there = inside ? here : await readPicture(tilePath(level, x + 1, y));
    const [left, right] = inside ? [255, 256] : [511, 0];
    let sum = 0;
    for (let row = 0; row < 512; row++) sum += colourDistance(here.at(left, row), there.at(right, row));
    return sum / 512;
  }

  it.each([15, 16, 17, 18])('run on across their edge on level %i', async (level) => {
    const { x0, y0, x1, y1 } = tileRange(level, level <= 15 ? report.rectangle : report.detail.rectangle);
    const pairs: [number, number][] = [];
    for (let x = x0; x < x1; x++) for (let y = y0; y <= y1; y++) pairs.push([x, y]);
    const steps = await Promise.all(
      pairs.map(async ([x, y]) => (await meanStep(level, x, y, false)) - (await meanStep(level, x, y, true))),
    );
    // Across the edge no greater than in the middle of a tile, but for what the codec does to blocks on their own.
    for (const step of steps) expect(step).toBeLessThan(3);
  });
});
