import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGrid } from '../../src/model/grid.ts';
import { writeCog } from '../../src/pipeline/cog.ts';
import { runSolarFiles } from '../../src/pipeline/solar-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'solar-run-'));
const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

type Corner = readonly [number, number, number];

/** A CityJSON 2.0 document of one building: rings counter-clockwise from outside, each with its semantic type or none. */
function cityOf(
  faces: readonly { ring: readonly Corner[]; type?: string }[],
  at: readonly [number, number] = [140_000, 456_000],
) {
  const vertices = faces.flatMap(({ ring }) =>
    ring.map(([x, y, z]) => [x + at[0], y + at[1], z].map((v) => Math.round(v * 1000))),
  );
  let next = 0;
  const boundaries = [faces.map(({ ring }) => [ring.map(() => next++)])];
  const types = [...new Set(faces.flatMap(({ type }) => type ?? []))];
  const semantics = {
    surfaces: types.map((type) => ({ type })),
    values: [faces.map(({ type }) => (type ? types.indexOf(type) : null))],
  };
  return JSON.stringify({
    type: 'CityJSON',
    version: '2.0',
    metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
    transform: { scale: [0.001, 0.001, 0.001], translate: [0, 0, 0] },
    CityObjects: {
      'house, one': {
        type: 'Building',
        geometry: [{ type: 'Solid', lod: '2.2', boundaries, ...(types.length > 0 ? { semantics } : {}) }],
      },
    },
    vertices,
  });
}

const house = [
  {
    ring: [
      [0, 0, 5],
      [10, 0, 5],
      [10, 4, 9],
      [0, 4, 9],
    ] as Corner[],
    type: 'RoofSurface',
  },
  {
    ring: [
      [10, 8, 5],
      [0, 8, 5],
      [0, 4, 9],
      [10, 4, 9],
    ] as Corner[],
    type: 'RoofSurface',
  },
  {
    ring: [
      [0, 0, 0],
      [10, 0, 0],
      [10, 0, 5],
      [0, 0, 5],
    ] as Corner[],
    type: 'WallSurface',
  },
  {
    ring: [
      [10, 8, 0],
      [0, 8, 0],
      [0, 8, 5],
      [10, 8, 5],
    ] as Corner[],
    type: 'WallSurface',
  },
  {
    ring: [
      [0, 8, 0],
      [0, 0, 0],
      [0, 0, 5],
      [0, 4, 9],
      [0, 8, 5],
    ] as Corner[],
    type: 'WallSurface',
  },
  {
    ring: [
      [10, 0, 0],
      [10, 8, 0],
      [10, 8, 5],
      [10, 4, 9],
      [10, 0, 5],
    ] as Corner[],
    type: 'WallSurface',
  },
  {
    ring: [
      [0, 8, 0],
      [10, 8, 0],
      [10, 0, 0],
      [0, 0, 0],
    ] as Corner[],
    type: 'GroundSurface',
  },
];

/** Heights of everything around the house: flat at 0, with a wall along the row of cells from south to north of the house's south side. */
async function writeHeights(name: string, wall: number, ground = 0): Promise<string> {
  const grid = createGrid(139_960, 455_960, 1, 100, 100);
  grid.values.fill(ground);
  // South of the house, 5 m from its eaves.
  for (let column = 20; column < 80; column++) grid.values[35 * 100 + column] = wall;
  const file = join(folder, name);
  await writeCog(file, grid);
  return file;
}

describe('cli solar', () => {
  it('counts heights of everything: a wall of trees in the south takes sun, the house’s own heights take none', async () => {
    const files = [write('house.city.json', cityOf(house))];
    const [flat, wall] = await Promise.all([writeHeights('flat.tif', 0), writeHeights('wall.tif', 14)]);
    const [free, none, shaded] = [
      await runSolarFiles({ files }),
      await runSolarFiles({ files, dsm: flat }),
      await runSolarFiles({ files, dsm: wall }),
    ].map(({ roofs }) => roofs[0]?.['irradiation_kwh_m2_year'] as number);
    expect(none).toBe(free);
    expect(shaded).toBeLessThan(0.85 * (free as number));
    const buried = await runSolarFiles({ files, dsm: await writeHeights('hill.tif', 20, 20) });
    expect(buried.roofs).toEqual([]);
    expect(buried.skipped[0]?.reason).toMatch(/it lies 13\.\d m under the ground/);
  });

  it('writes a row per roof plane, in the columns that are agreed, with azimuths to true north', async () => {
    const out = join(folder, 'roofs.csv');
    const report = await runSolarFiles({ files: [write('house.city.json', cityOf(house))], out });
    const [head, south, north, ...rest] = readFileSync(out, 'utf8').trim().split('\n');
    expect(head).toBe(
      'building,surface,area_m2,slope_degrees,azimuth_degrees,sky_view_factor,irradiation_unshaded_kwh_m2_year,' +
        'irradiation_kwh_m2_year,shading_loss_percent,suitability,panels,peak_kwp,yield_kwh_year,co2_kg_year',
    );
    expect(rest).toEqual([]);
    expect(south).toMatch(/^"house, one",0,56\.58,45\.00,179\.8\d,0\.8536,11\d\d\.\d,11\d\d\.\d,0\.00,excellent,\d+,/);
    expect(north).toMatch(/^"house, one",1,56\.58,45\.00,359\.8\d,/);
    expect(report.skipped).toEqual([]);
    expect(report.roofs[0]).toMatchObject({ building: 'house, one', surface: 0, area_m2: 56.58 });
  });

  it('finds the same planes where the file says nothing of its surfaces', async () => {
    const bare = house.map(({ ring }) => ({ ring }));
    const { roofs } = await runSolarFiles({ files: [write('bare.city.json', cityOf(bare))] });
    expect(roofs.map(({ area_m2, slope_degrees }) => [area_m2, slope_degrees])).toEqual([
      [56.58, 45],
      [56.58, 45],
    ]);
  });

  it('computes free-standing planes among the buildings', async () => {
    const points = write(
      'points.csv',
      'id,x,y,z_nap,slope_degrees,azimuth_degrees\nopen,150000,456000,0,35,180\nnorth of it,140005,456010,0.5,0,-1\ninside,140005,456004,2,0,-1\n',
    );
    const { roofs, notes, csv } = await runSolarFiles({ files: [write('house.city.json', cityOf(house))], points });
    expect(csv.startsWith('id,surface,area_m2,')).toBe(true);
    const [open, shaded, inside] = roofs;
    expect(open).toMatchObject({ id: 'open', area_m2: 1, shading_loss_percent: 0, suitability: 'excellent' });
    expect(shaded?.['shading_loss_percent']).toBeGreaterThan(20);
    expect(inside?.['sky_view_factor']).toBe(0);
    expect(notes.join()).toContain('point inside sees no sky');
  });

  it('names file, line and field of what is wrong', async () => {
    const files = [write('house.city.json', cityOf(house))];
    const refuse = (run: Parameters<typeof runSolarFiles>[0], message: RegExp) =>
      expect(runSolarFiles(run)).rejects.toThrow(message);
    await refuse({ files: [join(folder, 'none.json')] }, /none\.json cannot be read/);
    await refuse({ files: [write('cut.json', cityOf(house).slice(0, 90))] }, /cut\.json is not valid JSON/);
    await refuse(
      { files: [write('empty.json', '{"type":"CityJSON","version":"2.0","CityObjects":{},"vertices":[]}')] },
      /no building was found/,
    );
    const points = (row: string) => write('bad.csv', `id,x,y,z_nap,slope_degrees,azimuth_degrees\n${row}\n`);
    await refuse({ files, points: points('a,140000,456000,0,190,0') }, /bad\.csv, line 2: slope_degrees 190/);
    await refuse({ files, points: points('a,5,5,0,0,0') }, /bad\.csv, line 2: x, y \(5, 5\) do not lie in RD New/);
    await refuse({ files, points: points('a,140000,456000,0,0,400') }, /azimuth_degrees 400/);
    await refuse({ files, points: points('a,140000,here,0,0,0') }, /y "here" is not a number/);
  });

  it('tells of buildings without a roof', async () => {
    const walls = house.filter(({ type }) => type === 'WallSurface');
    const { roofs, skipped } = await runSolarFiles({ files: [write('walls.city.json', cityOf(walls))] });
    expect(roofs).toEqual([]);
    expect(skipped).toEqual([{ id: 'house, one', reason: 'none of its surfaces is a roof' }]);
  });
});
