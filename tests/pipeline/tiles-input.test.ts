import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBuildingTiles, type TilesOptions } from '../../src/pipeline/tiles.ts';
import { checkTileset } from './tiles/check-tileset.ts';
import {
  createWorkFolder,
  houseSemantics,
  houseShell,
  sampleDocument,
  sampleHeader,
  sampleHouse,
  sampleSequence,
  toSequence,
} from './tiles/sample-city.ts';

let work: ReturnType<typeof createWorkFolder>;
beforeEach(() => {
  work = createWorkFolder();
});
afterEach(() => work.destroy());

const solid = { type: 'Solid', lod: '2.2', boundaries: [houseShell], semantics: houseSemantics };
const surfaces = { type: 'MultiSurface', lod: '2', boundaries: houseShell };

async function make(content: unknown, options: TilesOptions = {}) {
  const file = work.write('town.city.json', content);
  const report = await makeBuildingTiles([file], work.out, { threads: 1, ...options });
  const { problems, tiles } = await checkTileset(work.out);
  expect(problems).toEqual([]);
  const leaf = tiles.find(({ isLeaf }) => isLeaf)?.read;
  return {
    report,
    rows: leaf?.tables[0]?.rows ?? [],
    surfaces: leaf?.tables[1]?.rows ?? [],
    primitives: leaf?.primitives ?? [],
  };
}

const lines = sampleSequence(3).trimEnd().split('\n') as [string, string, string, string];

describe('what cannot be read is refused in one line and leaves nothing behind', () => {
  const refusals: [name: string, content: unknown, message: RegExp][] = [
    ['an empty file', '', /town\.city\.json is empty/],
    ['blanks only', '  \n\n', /is empty/],
    ['bad JSON', '{"type": "CityJSON", ', /is not valid JSON/],
    ['a cut-off sequence', sampleSequence(3).slice(0, -400), /line 4: feature is not valid JSON.*cut off/],
    ['a cut-off document', JSON.stringify(sampleDocument([solid]), undefined, 1).slice(0, -50), /is not valid JSON/],
    ['a line that is no feature', `${lines[0]}\n${lines[1]}\n[1]\n`, /line 3: feature: type is undefined/],
    ['another kind of JSON', { type: 'FeatureCollection' }, /type is "FeatureCollection", expected "CityJSON"/],
    ['a list', [1, 2], /not a JSON object/],
    ['an unknown version', sampleDocument([solid], { version: '3.0' }), /version 3\.0 is not known/],
    [
      'an unknown reference system',
      sampleDocument([solid], { metadata: { referenceSystem: 'urn:ogc:def:crs:EPSG::99999' } }),
      /"urn:ogc:def:crs:EPSG::99999" is not known/,
    ],
    ['features without a header', lines[1], /begins with a CityJSONFeature/],
    [
      'a bad transform',
      sampleDocument([solid], { transform: { scale: [1, 1] } }),
      /transform needs scale and translate/,
    ],
    [
      'no reference system, outside RD',
      sampleDocument([solid], { metadata: {}, transform: { scale: [1, 1, 1], translate: [0, 0, 0] } }),
      /names no reference system.*--crs/,
    ],
  ];
  for (const [name, content, message] of refusals) {
    it(name, async () => {
      const file = work.write('town.city.json', content);
      await expect(makeBuildingTiles([file], work.out, { threads: 1 })).rejects.toThrow(message);
      expect(readdirSync(work.folder)).toEqual(['town.city.json']);
    });
  }

  it('a missing file, and a level of detail that is none', async () => {
    await expect(makeBuildingTiles([join(work.folder, 'none.json')], work.out)).rejects.toThrow(
      /none\.json cannot be read \(ENOENT\)/,
    );
    const file = work.write('a.json', sampleDocument([solid]));
    await expect(makeBuildingTiles([file], work.out, { lod: 'high' })).rejects.toThrow(/--lod high/);
  });

  it('keeps the output of before, and names the line also from a thread', async () => {
    const good = work.write('good.city.jsonl', sampleSequence(3));
    await makeBuildingTiles([good], work.out, { threads: 1 });
    const bad = work.write('bad.city.jsonl', `${sampleSequence(2)}{"type":"CityJSONFeature",\n`);
    await expect(makeBuildingTiles([good, bad], work.out, { threads: 2 })).rejects.toThrow(
      /^bad\.city\.jsonl, line 4: /,
    );
    expect(existsSync(join(work.out, 'tileset.json'))).toBe(true);
    expect(readdirSync(work.folder).sort()).toEqual(['bad.city.jsonl', 'good.city.jsonl', 'out']);
  });
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'tiles', ...args], { encoding: 'utf8' });

  it('prints one JSON document, or one line and exit code 1', () => {
    const good = run(work.write('good.city.jsonl', sampleSequence(3)), '--out', work.out, '--json');
    expect(good.status).toBe(0);
    expect(JSON.parse(good.stdout)).toMatchObject({ buildings: 3, buildingsWritten: 3, skipped: [] });
    const bad = run(work.write('bad.city.jsonl', ''), '--out', join(work.folder, 'bad'), '--json');
    expect([bad.status, bad.stdout]).toEqual([1, '']);
    expect(bad.stderr).toBe('tweelingstad: bad.city.jsonl is empty.\n');
    expect(run('--nonsense').status).toBe(2);
  });
});

describe('forms of input', () => {
  it('a document, a sequence called .json, a byte order mark, line ends of Windows', async () => {
    expect((await make(sampleDocument([solid]))).report.buildingsWritten).toBe(1);
    expect((await make(sampleSequence(3))).report.buildingsWritten).toBe(3);
    expect((await make(`\uFEFF${sampleSequence(3)}`)).report.buildingsWritten).toBe(3);
    expect((await make(`\uFEFF${JSON.stringify(sampleDocument([solid]), undefined, 1)}`)).report.buildingsWritten).toBe(
      1,
    );
    expect((await make(sampleSequence(3).replaceAll('\n', '\r\n'))).report.buildingsWritten).toBe(3);
  });

  it('a header in one file and features in the next', async () => {
    const files = [
      work.write('header.city.json', sampleHeader),
      work.write('features.city.jsonl', lines.slice(1).join('\n')),
    ];
    expect((await makeBuildingTiles(files, work.out, { threads: 1 })).buildingsWritten).toBe(3);
    const single = lines.slice(1).map((line, i) => work.write(`${i}.city.jsonl`, line));
    const report = await makeBuildingTiles([files[0] as string, ...single], work.out, { threads: 1 });
    expect(report.buildingsWritten).toBe(3);
  });

  it('no transform, and versions 1.0 and 1.1', async () => {
    const vertices = (sampleDocument([])['vertices'] as number[][]).map(([x, y, z]) => [
      146000 + (x as number) / 1000,
      507000 + (y as number) / 1000,
      (z as number) / 1000,
    ]);
    expect(
      (await make(sampleDocument([solid], { version: '1.0', transform: undefined, vertices }))).report.surfaces,
    ).toBe(7);
    expect((await make(sampleDocument([solid], { version: '1.1' }))).report.surfaces).toBe(7);
  });

  it('28992, an assumed system, another system, a local drawing', async () => {
    const system = (referenceSystem?: string) => sampleDocument([solid], { metadata: { referenceSystem } });
    expect((await make(system('urn:ogc:def:crs:EPSG::28992'))).report.warnings).toEqual([]);
    expect((await make(system())).report.warnings).toEqual([
      expect.stringContaining('EPSG:7415 (RD New, heights NAP) is assumed'),
    ]);
    const swiss = sampleDocument([solid], {
      metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/2056' },
      transform: { scale: [0.001, 0.001, 0.001], translate: [2677116, 1241839, 0] },
    });
    expect((await make(swiss)).report).toMatchObject({
      buildingsWritten: 1,
      warnings: [expect.stringContaining('no geoid')],
    });
    const local = sampleDocument([solid], {
      metadata: {},
      transform: { scale: [0.001, 0.001, 0.001], translate: [0, 0, 0] },
    });
    expect((await make(local, { origin: [146000, 507000] })).report.buildingsWritten).toBe(1);
  });

  it('a file without buildings makes an empty tileset and says so', async () => {
    const { report } = await make(sampleDocument([], { CityObjects: { road: { type: 'Road' } } }));
    expect(report).toMatchObject({
      buildings: 0,
      buildingsWritten: 0,
      otherObjects: { Road: 1 },
      warnings: ['No building was written.'],
    });
  });
});

describe('geometry', () => {
  it('surfaces, composites and several solids', async () => {
    for (const geometry of [
      surfaces,
      { ...surfaces, type: 'CompositeSurface' },
      {
        ...solid,
        type: 'MultiSolid',
        boundaries: [[houseShell]],
        semantics: { ...houseSemantics, values: [houseSemantics.values] },
      },
      { ...solid, type: 'CompositeSolid', boundaries: [[houseShell]], semantics: undefined },
    ]) {
      const { report, surfaces: rows } = await make(sampleDocument([geometry]));
      expect(report.surfaces).toBe(7);
      expect(rows.filter((row) => row['type'] === 'RoofSurface')).toHaveLength(2);
      expect(rows.filter((row) => row['type'] === 'WallSurface')).toHaveLength(4);
    }
  });

  it('picks the asked level of detail, falls back and counts', async () => {
    const both = sampleDocument([
      { ...solid, lod: '1.2' },
      solid,
      { ...surfaces, lod: '0', boundaries: [[[0, 1, 2, 3]]] },
    ]);
    expect((await make(both)).report).toMatchObject({ surfaces: 7, lodFallbacks: {} });
    expect((await make(both, { lod: '1.3' })).report.lodFallbacks).toEqual({ '1.2': 1 });
    expect((await make(sampleDocument([{ ...solid, lod: 2 }]))).report.lodFallbacks).toEqual({ '2': 1 });
    for (const lod of [null, '', undefined, 'null'])
      expect((await make(sampleDocument([{ ...solid, lod }]))).report).toMatchObject({
        surfaces: 7,
        lodFallbacks: { '?': 1 },
      });
  });

  it('a hole stays a hole', async () => {
    const ring = (points: number[][]) => points.map(([x, y]) => [(x as number) * 1000, (y as number) * 1000, 0]);
    const vertices = [
      ...ring([
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
      ...ring([
        [4, 4],
        [4, 6],
        [6, 6],
        [6, 4],
      ]),
    ];
    const plate = {
      type: 'MultiSurface',
      lod: '2.2',
      boundaries: [
        [
          [0, 1, 2, 3],
          [4, 5, 6, 7],
        ],
      ],
    };
    const { surfaces: rows, primitives } = await make(sampleDocument([plate], { vertices }));
    expect(rows[0]?.['area']).toBe(96);
    expect(primitives[0]?.indices.length).toBe(8 * 3);
  });

  it('turns solids that are inside out, keeps inner shells', async () => {
    const inverted = { ...solid, boundaries: [houseShell.map(([ring]) => [[...(ring as number[])].reverse()])] };
    const { report, primitives } = await make(sampleDocument([inverted]));
    expect(report.warnings).toEqual(['7 surfaces of solids that were inside out have been turned round.']);
    expect(primitives.find(({ material }) => material === 'roof')?.normals.every((n) => (n[2] as number) > 0)).toBe(
      true,
    );
    const hollow = {
      ...solid,
      boundaries: [houseShell, houseShell.map(([ring]) => [[...(ring as number[])].reverse()])],
      semantics: undefined,
    };
    expect((await make(sampleDocument([hollow]))).report.surfaces).toBe(14);
  });

  it('repairs or reports what is degenerate, bent or broken, and goes on', async () => {
    const doubled = [[0, 0, 3, 3, 2, 1, 1]];
    const flat = [[0, 1, 1]];
    const line = [[0, 1, 0]];
    const bent = { ...surfaces, lod: '2.2', boundaries: [doubled, flat, line, [[0, 1, 2, 7]], []] };
    const { report } = await make(sampleDocument([bent]));
    expect(report).toMatchObject({ buildingsWritten: 1, surfaces: 2 });
    expect(report.warnings).toContainEqual(expect.stringContaining('3 surfaces without area'));
    expect(report.warnings).toContainEqual(expect.stringContaining('1 surfaces are not flat'));
    const broken = sampleDocument([], {
      CityObjects: {
        good: { type: 'Building', geometry: [solid] },
        missing: { type: 'Building', geometry: [{ ...solid, boundaries: [[[[0, 1, 99]]]] }] },
        empty: { type: 'Building', geometry: [{ ...solid, boundaries: [] }] },
        none: { type: 'Building' },
        text: { type: 'Building', geometry: [{ ...solid, boundaries: 'x' }] },
        point: { type: 'Building', geometry: [{ type: 'MultiPoint', lod: 0, boundaries: [0] }] },
        nothing: { type: 'Building', geometry: [{ ...surfaces, boundaries: [flat] }] },
      },
    });
    const { report: second, rows } = await make(broken);
    expect(second).toMatchObject({ buildings: 7, buildingsWritten: 1 });
    expect(rows.map((row) => row['id'])).toEqual(['good']);
    expect(second.skipped.map(({ id }) => id).sort()).toEqual(['empty', 'missing', 'none', 'nothing', 'point', 'text']);
    expect(second.skipped.find(({ id }) => id === 'missing')?.reason).toBe('vertex 99 does not exist');
  });

  it('places geometry templates, and joins parts and installations to their building', async () => {
    const template = { ...solid, boundaries: [houseShell] };
    const house = (sampleDocument([])['vertices'] as number[][]).map((v) => v.map((n) => n / 1000));
    const instance = {
      type: 'GeometryInstance',
      template: 0,
      boundaries: [0],
      transformationMatrix: [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1],
    };
    const templated = sampleDocument([instance], {
      'geometry-templates': { templates: [template], 'vertices-templates': house },
    });
    const { report, surfaces: rows } = await make(templated);
    expect(report).toMatchObject({ surfaces: 7, lodFallbacks: {} });
    expect(rows.find((row) => row['type'] === 'GroundSurface')?.['area']).toBeCloseTo(200, 0);
    const family = sampleDocument([], {
      CityObjects: {
        a: { type: 'Building', children: ['p', 'q', 'i'], attributes: { year: 1900 } },
        p: {
          type: 'BuildingPart',
          parents: ['a'],
          geometry: [solid],
          attributes: { year: 1800, use: 'shop', floors: 2 },
        },
        q: { type: 'BuildingPart', geometry: [solid], attributes: { use: 'shop', floors: 3 } },
        i: { type: 'BuildingInstallation', parents: ['a'], geometry: [surfaces] },
        orphan: { type: 'BuildingPart', geometry: [solid] },
        '+BuildingThing': { type: '+BuildingThing', geometry: [solid] },
      },
    });
    const { report: second, rows: buildings } = await make(family);
    expect(second).toMatchObject({ buildings: 2, buildingsWritten: 2, surfaces: 28 });
    expect(second.warnings).toContainEqual(expect.stringContaining('+BuildingThing'));
    const parts = JSON.stringify([
      { id: 'p', floors: 2 },
      { id: 'q', floors: 3 },
    ]);
    expect(buildings.find((row) => row['id'] === 'a')).toMatchObject({ year: 1900, use: 'shop', parts });
  });

  it('reports ids that occur twice and draws both', async () => {
    const { report } = await make(toSequence(sampleHeader, [sampleHouse(1), sampleHouse(1)]));
    expect(report).toMatchObject({ buildings: 2, buildingsWritten: 2 });
    expect(report.warnings).toContainEqual('1 buildings have the id of another building.');
  });
});
