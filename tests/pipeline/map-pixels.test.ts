import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rdToLonLat } from '../../src/model/rd.ts';
import { lonLatToSquare } from '../../src/pipeline/map/map-frame.ts';
import { type MapReport, makeMap } from '../../src/pipeline/map.ts';

type Place = [number, number];
const folder = mkdtempSync(join(tmpdir(), 'map-'));
const extent = [146000, 507000, 146600, 507600] as const;

const square = (x: number, y: number, side: number): Place[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

/** Water in the south-west, arable land in the north-east of the extent, meadow about it, and something nobody knows. */
const surfaces = [
  {
    properties: { objecttype: 'begroeidterreindeel', fysiek_voorkomen: 'grasland agrarisch' },
    ring: square(144500, 505500, 3600),
  },
  { properties: { objecttype: 'waterdeel', class: 'waterplas' }, ring: square(146020, 507020, 260) },
  {
    properties: { objecttype: 'begroeidterreindeel', fysiek_voorkomen: 'bouwland' },
    ring: square(146300, 507300, 250),
  },
  { properties: { objecttype: 'maanlandschap' }, ring: square(146320, 507050, 60) },
];

function writeSource(name: string, geographic: boolean, features = surfaces): string {
  const file = join(folder, name);
  const place = ([x, y]: Place): Place => {
    if (!geographic) return [x, y];
    const { lon, lat } = rdToLonLat({ x, y });
    return [lon, lat];
  };
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
  const collection = {
    type: 'FeatureCollection',
    ...(geographic ? {} : { crs }),
    features: features.map(({ properties, ring }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [ring.map(place)] },
    })),
  };
  writeFileSync(file, JSON.stringify(collection));
  return file;
}

async function pixelsOf(path: string): Promise<Uint8ClampedArray> {
  const image = await loadImage(readFileSync(path));
  const context = createCanvas(512, 512).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, 512, 512).data;
}

/** Red, green and blue of the map where an RD point lies. */
async function colourAt(map: string, level: number, [x, y]: Place): Promise<number[]> {
  const { lon, lat } = rdToLonLat({ x, y });
  const [u, v] = lonLatToSquare(lon, lat).map((part) => part * 2 ** level) as Place;
  const pixels = await pixelsOf(join(map, `${level}/${Math.floor(u)}/${Math.floor(v)}.webp`));
  const at = 4 * (Math.floor((v % 1) * 512) * 512 + Math.floor((u % 1) * 512));
  return [...pixels.slice(at, at + 3)];
}

const made = join(folder, 'made');
let report: MapReport;
beforeAll(async () => {
  report = await makeMap([writeSource('rd.geojson', false)], made, { extent, threads: 1 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const levels = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('the map', () => {
  it('has water-coloured water and earth-coloured fields on every level that can show them', async () => {
    for (const level of levels(13, report.detail.maximumLevel)) {
      const [red, green, blue] = (await colourAt(made, level, [146150, 507150])) as [number, number, number];
      expect(blue - red, `water at level ${level}`).toBeGreaterThan(20);
      expect(blue - green, `water at level ${level}`).toBeGreaterThan(-10);
      const field = (await colourAt(made, level, [146425, 507425])) as [number, number, number];
      expect(field[0] - field[2], `field at level ${level}`).toBeGreaterThan(30);
    }
  });

  it('has every tile that a viewer may ask for within its two rectangles, and no other', () => {
    let listed = 0;
    for (const level of levels(report.minimumLevel, report.detail.maximumLevel)) {
      const [west, south, east, north] = level <= report.maximumLevel ? report.rectangle : report.detail.rectangle;
      const [x0, y0] = lonLatToSquare(west, north).map((part) => Math.floor(part * 2 ** level)) as Place;
      const [x1, y1] = lonLatToSquare(east, south).map((part) => Math.floor(part * 2 ** level)) as Place;
      const columns = readdirSync(join(made, String(level))).map(Number);
      expect(columns.sort((a, b) => a - b)).toEqual(levels(x0, x1));
      for (const x of columns) {
        const rows = readdirSync(join(made, `${level}/${x}`)).map((name) => Number.parseInt(name, 10));
        expect(rows.sort((a, b) => a - b)).toEqual(levels(y0, y1));
        listed += rows.length;
      }
    }
    expect(report.tiles).toBe(listed);
  });

  it('is opaque where ground is known', async () => {
    for (const level of [17, report.detail.maximumLevel]) {
      const columns = readdirSync(join(made, String(level)));
      const x = columns[Math.floor(columns.length / 2)];
      const [y] = readdirSync(join(made, `${level}/${x}`));
      const pixels = await pixelsOf(join(made, `${level}/${x}/${y}`));
      expect(pixels.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    }
  });

  it('runs on from tile to tile', async () => {
    const level = report.detail.maximumLevel;
    const columns = readdirSync(join(made, String(level)))
      .map(Number)
      .sort((a, b) => a - b);
    let [across, within, pairs] = [0, 0, 0];
    for (const x of columns.slice(0, -1)) {
      for (const name of readdirSync(join(made, `${level}/${x}`))) {
        const left = await pixelsOf(join(made, `${level}/${x}/${name}`));
        const right = await pixelsOf(join(made, `${level}/${x + 1}/${name}`));
        const apart = (one: Uint8ClampedArray, column: number, other: Uint8ClampedArray, next: number) => {
          let sum = 0;
          for (let row = 0; row < 512; row++) {
            for (let band = 0; band < 3; band++) {
              const value = one[4 * (row * 512 + column) + band] as number;
              sum += Math.abs(value - (other[4 * (row * 512 + next) + band] as number));
            }
          }
          return sum / 1536;
        };
        across += apart(left, 511, right, 0);
        within += (apart(left, 510, left, 511) + apart(right, 0, right, 1)) / 2;
        pairs++;
      }
    }
    // Lines happen to lie on a border as often as beside it, so only the mean tells; 3 is what compression adds.
    expect(pairs).toBeGreaterThan(8);
    expect(across / pairs).toBeLessThan(3 + within / pairs);
  });

  it('counts what it does not know by name, and draws it', async () => {
    expect(report.unknown).toEqual({ maanlandschap: 1 });
    const inside = await colourAt(made, 16, [146350, 507080]);
    const outside = await colourAt(made, 16, [146290, 507060]);
    expect(inside).not.toEqual(outside);
  });

  it('is the same whether its source is in RD New or in longitude and latitude', async () => {
    const other = join(folder, 'geographic');
    const again = await makeMap([writeSource('lonlat.geojson', true)], other, { extent, threads: 1 });
    expect(again.tiles).toBe(report.tiles);
    for (const place of [
      [146150, 507150],
      [146425, 507425],
      [146350, 507080],
    ] as Place[]) {
      const [a, b] = [await colourAt(made, 17, place), await colourAt(other, 17, place)];
      for (const [i, value] of a.entries()) expect(Math.abs(value - (b[i] as number))).toBeLessThan(8);
    }
  });

  it('refuses a position that is no position, naming file and feature', async () => {
    const broken = writeSource('broken.geojson', false, [
      { properties: { objecttype: 'pand' }, ring: [['a', 1] as never] },
    ]);
    await expect(makeMap([broken], join(folder, 'none'), { extent })).rejects.toThrow(
      /broken\.geojson, feature 1.*position/,
    );
  });

  it('refuses a height level that is no number, naming the property', async () => {
    const properties = { objecttype: 'pand', relatieve_hoogteligging: 'hoog' };
    const broken = writeSource('level.geojson', false, [{ properties, ring: square(146100, 507100, 10) } as never]);
    await expect(makeMap([broken], join(folder, 'none'), { extent })).rejects.toThrow(
      /feature 1.*relatievehoogteligging "hoog"/,
    );
  });

  it('refuses an extent without any ground', async () => {
    const file = join(folder, 'rd.geojson');
    await expect(makeMap([file], join(folder, 'none'), { extent: [100000, 400000, 101000, 401000] })).rejects.toThrow(
      /no ground surface lies within/,
    );
  });
});
