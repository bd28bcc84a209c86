import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFile, type TypedArray } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFloodFacades } from '../../src/model/flood-facades.ts';
import { decodeFlow } from '../../src/model/flood-flow.ts';
import { parseFloodIndex } from '../../src/model/flood-index.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { floodSettings } from '../../src/pipeline/flood/settings.ts';
import { pictureSeconds, toMillimetres } from '../../src/pipeline/flood/storms.ts';
import { type FloodFacts, type FloodFile, makeFlood } from '../../src/pipeline/flood.ts';
import { makeGrid } from '../fixtures/height-files.ts';
import { createHamlet, groundHeight, hamlet, type Municipality } from '../fixtures/small-municipality.ts';

const folder = mkdtempSync(join(tmpdir(), 'flood-'));
const output = join(folder, 'flood');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(file: string) {
  const tiff = await fromFile(join(output, file));
  const image = await tiff.getImage();
  const values = (await image.readRasters({ samples: [0], interleave: true })) as unknown as TypedArray;
  await tiff.close();
  return { values, width: image.getWidth(), height: image.getHeight(), noData: image.getGDALNoData() };
}

describe('what is made for floods', () => {
  let place: Municipality;
  let facts: FloodFacts;
  let index: FloodFile;
  const settings = floodSettings(
    parseMunicipality({ ...hamlet, flood: { source: hamlet.terrain.source, storms: ['70mm-1h'] } }, 'hamlet'),
    'hamlet',
  );
  const [west, south, east, north] = hamlet.extent as [number, number, number, number];

  beforeAll(async () => {
    place = await createHamlet();
    facts = await makeFlood(
      {
        heights: makeGrid([west, south, east, north], 1, groundHeight),
        groundFiles: [join(place.folder, 'sources/ground.geojson')],
        buildingFiles: [join(place.folder, 'sources/buildings.city.jsonl')],
        buildingIds: Array.from({ length: 5 }, (_, i) => `NL.TEST.Pand.${String(i).padStart(6, '0')}`),
      },
      settings,
      output,
      '../heights.tif',
    );
    index = JSON.parse(readFileSync(join(output, 'index.json'), 'utf8'));
  });
  afterAll(() => place.destroy());

  it('is named by an index that the viewer can read', () => {
    expect(parseFloodIndex(index, 'index.json').runs).toHaveLength(1);
    expect(index.frame).toEqual({ west, south, cellSize: 1, width: 140, height: 140 });
    expect(index.settings).toMatchObject({ cellSize: 4, sewerMmPerHour: 20, waterDepthM: 0.5 });
    expect(index.runs[0]?.seconds).toEqual(pictureSeconds(60));
  });

  it('closes its mass balance, and tells it', () => {
    const balance = index.runs[0]?.massBalance;
    expect(balance?.rain).toBeCloseTo(0.07 * 140 * 140, 0);
    expect(Math.abs(balance?.relativeError ?? 1)).toBeLessThan(1e-6);
    expect(facts.storms[0]).toMatchObject({ id: '70mm-1h' });
  });

  it('has ground and buildings on the cells of the heights', async () => {
    const ground = await read('ground.tif');
    expect([ground.width, ground.height, ground.values.constructor.name]).toEqual([140, 140, 'Uint8Array']);
    const buildings = await read('buildings.tif');
    expect([...new Set(buildings.values)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('has depths in whole steps of 10 mm, and NoData in buildings', async () => {
    const { values, width, noData } = await read(index.runs[0]?.deepest ?? '');
    expect([width, noData]).toEqual([35, 65_535]);
    const depths = [...values].filter((value) => value !== 65_535);
    expect(depths.length).toBeLessThan(35 * 35);
    expect(depths.every((value) => value % 10 === 0)).toBe(true);
    // The ground falls to the south by 1 in 50, where what ran down stands against the border.
    const south = [...values.slice(35 * 34)].filter((value) => value !== 65_535);
    const north = [...values.slice(0, 35 * 17)].filter((value) => value !== 65_535);
    expect(Math.min(...south)).toBeGreaterThan(Math.max(...north));
    const last = await read(index.runs[0]?.depths.at(-1) ?? '');
    expect(Math.max(...[...last.values].filter((value) => value !== 65_535))).toBeLessThanOrEqual(Math.max(...depths));
  });

  it('has which way it flows at each moment: down the slope where it rains', async () => {
    const { flows = [], depths } = index.runs[0] ?? { depths: [] };
    expect(flows).toHaveLength(depths.length);
    // While it rains; the deepest water stands against the southern border.
    const { values } = await read(flows[3] ?? '');
    const moving = Array.from(values)
      .filter((code) => code > 0)
      .map(decodeFlow);
    expect(moving.length).toBeGreaterThan(0);
    const south = moving.filter(([, north]) => north < 0);
    expect(south.length / moving.length).toBeGreaterThan(0.5);
  });

  it('has the lowest ground at each façade', () => {
    const { lowest, threshold } = parseFloodFacades(
      JSON.parse(readFileSync(join(output, 'facades.json'), 'utf8')),
      'facades.json',
    );
    expect([lowest.length, threshold]).toEqual([5, 0.15]);
    for (const height of lowest) expect(Math.abs((height as number) - groundHeight(0, 507002))).toBeLessThan(0.4);
  });

  it('knows other storms and grounds only by name', () => {
    const flood = { source: hamlet.terrain.source };
    const settingsOf = (more: object) => floodSettings(parseMunicipality({ ...hamlet, ...more }, 'm'), 'm');
    expect(() => settingsOf({ flood: { ...flood, storms: ['1000mm'] } })).toThrow(
      /m: flood\.storms names "1000mm"; known are 70mm-1h/,
    );
    expect(() => settingsOf({ flood: { ...flood, ground: { lava: {} } } })).toThrow(
      /names "lava"; known are unknown, asphalt/,
    );
    const own = {
      id: 'own',
      millimetres: 93,
      minutes: 70,
      shape: 'block',
      title: { nl: 'a', en: 'a' },
      source: { nl: 'b', en: 'b' },
    };
    expect(settingsOf({ storms: [own], flood: { ...flood, storms: ['own'] } }).storms[0]).toMatchObject({
      millimetres: 93,
    });
    expect(() => settingsOf({ storms: [{ ...own, millimetres: -1 }] })).toThrow(/storms\.0\.millimetres/);
  });
});

describe('pictures of a storm', () => {
  it('come about nine times, the last an hour after the rain or later', () => {
    expect(pictureSeconds(60).map((second) => second / 60)).toEqual([15, 30, 45, 60, 75, 90, 105, 120]);
    expect(pictureSeconds(120).map((second) => second / 60)).toEqual([20, 40, 60, 80, 100, 120, 140, 160, 180]);
    expect(pictureSeconds(70).at(-1)).toBeGreaterThanOrEqual(130 * 60);
  });

  it('tell of open water how far it rose, and leave out a film of water', () => {
    const frame = { west: 0, south: 0, cellSize: 1, width: 5, height: 1 };
    const input = {
      frame,
      bed: Float32Array.of(0, 0, -1, Number.NaN, 0),
      closed: Uint8Array.of(0, 0, 0, 0, 1),
      initialDepth: Float32Array.of(0, 0, 0.5, 0, 0),
      manning: 0.03,
      rain: [],
      borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
      seconds: 0,
    } as const;
    expect([...toMillimetres(Float32Array.of(0.0531, 0.029, 0.62, 0, 0), input)]).toEqual([50, 0, 120, 65_535, 65_535]);
  });
});
