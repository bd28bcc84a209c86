import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFile } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFloodFacades } from '../../src/model/flood-facades.ts';
import { parseFloodIndex } from '../../src/model/flood-index.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { parseAddressIndex, parseBuildingTable, parseStreetIndex } from '../../src/model/parse-city-index.ts';
import { emptyCanvas, parseCanvasFile } from '../../src/model/use-case-canvas.ts';
import { buildMunicipality } from '../../src/pipeline/build.ts';
import { readPackFile } from '../../src/pipeline/pack/pack-file.ts';
import { packMunicipality } from '../../src/pipeline/pack.ts';
import { serveFolder } from '../../src/pipeline/serve.ts';
import { readGeotiff } from '../../src/pipeline/terrain/read-geotiff.ts';
import { createHamlet, groundHeight, type Municipality } from '../fixtures/small-municipality.ts';
import { listAskedFiles } from '../fixtures/walk-made.ts';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

let place: Municipality;
let work: string;
let app: string;
beforeAll(async () => {
  place = await createHamlet();
  await buildMunicipality(place.folder, { out: place.out });
  work = mkdtempSync(join(tmpdir(), 'pack-'));
  app = join(work, 'dist');
  mkdirSync(join(app, 'assets'), { recursive: true });
  mkdirSync(join(app, 'made/elders'), { recursive: true });
  writeFileSync(join(app, 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>');
  writeFileSync(join(app, 'assets/index-abcd1234.js'), 'void 0;');
  writeFileSync(join(app, 'made/elders/municipality.json'), '{}');
});
afterAll(() => {
  place.destroy();
  rmSync(work, { recursive: true, force: true });
});

describe('a pack', () => {
  it('holds the viewer, this municipality and nothing else', async () => {
    const out = join(work, 'whole');
    const report = await packMunicipality(place.out, { out, app });
    const made = join(out, 'made/proefdam');
    for (const file of listAskedFiles(made)) expect(existsSync(join(made, file)), file).toBe(true);
    const asked = listAskedFiles(made).map((file) => `made/proefdam/${file}`);
    const others = [
      'made/proefdam/catalog.jsonld',
      'assets/index-abcd1234.js',
      'index.html',
      'made/proefdam/municipality.json',
      'pack.json',
    ];
    expect(listFiles(out)).toEqual([...asked, ...others].sort());
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<meta name="municipality" content="proefdam">');
    const bytes = listFiles(out)
      .filter((file) => file !== 'pack.json')
      .map((file) => statSync(join(out, file)).size);
    expect(report).toMatchObject({ municipality: 'proefdam', path: '/', files: bytes.length, notPacked: [] });
    expect(report.bytes).toBe(bytes.reduce((sum, size) => sum + size, 0));
    expect(report.dataHash).toMatch(/^[0-9a-f]{64}$/);
    expect(readPackFile(out)).toMatchObject({ files: bytes.length, bytes: report.bytes });
  });

  it('lies at the path that is asked for, and replaces an earlier pack as a whole', async () => {
    const out = join(work, 'whole');
    await packMunicipality(place.out, { out, app, base: '/kaart/3d/' });
    expect(readdirSync(out).sort()).toEqual(['kaart', 'pack.json']);
    expect(existsSync(join(out, 'kaart/3d/made/proefdam/municipality.json'))).toBe(true);
  });

  it('never replaces what is no pack, and leaves nothing behind when it fails', async () => {
    const out = join(work, 'precious');
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.txt'), 'x');
    await expect(packMunicipality(place.out, { out, app })).rejects.toThrow(/holds something else than a pack/);
    expect(readdirSync(out)).toEqual(['thesis.txt']);
    const before = readdirSync(work);
    const next = join(work, 'next');
    const elsewhere = { out: next, app, extent: [0, 300_000, 10, 300_010] } as const;
    await expect(packMunicipality(place.out, elsewhere)).rejects.toThrow(/lies outside Proefdam/);
    await expect(packMunicipality('nergens', { out: next, app })).rejects.toThrow(/no made municipality/);
    await expect(packMunicipality(place.folder, { out: next, app })).rejects.toThrow(/has no url: these are sources/);
    await expect(packMunicipality(place.out, { out: next, app: join(work, 'x') })).rejects.toThrow(/no built viewer/);
    expect(readdirSync(work)).toEqual(before);
  });

  it('leaves out what streams from another host, and says so', async () => {
    const file = join(place.out, 'municipality.json');
    const text = readFileSync(file, 'utf8');
    const made = parseMunicipality(JSON.parse(text), file);
    writeFileSync(file, JSON.stringify({ ...made, trees: { ...made.trees, url: 'https://example.org/tileset.json' } }));
    try {
      const out = join(work, 'local');
      const { notPacked } = await packMunicipality(place.out, { out, app });
      expect(notPacked).toEqual(['trees']);
      expect(readJson(join(out, 'made/proefdam/municipality.json'))).not.toHaveProperty('trees');
    } finally {
      writeFileSync(file, text);
    }
  });
});

describe('a pack of a part', () => {
  /** The western half of the five houses. */
  const extent = [145980, 506980, 146015, 507050] as const;
  let made: string;
  beforeAll(async () => {
    const out = join(work, 'part');
    await packMunicipality(place.out, { out, app, extent });
    made = join(out, 'made/proefdam');
  });

  it('holds all that its files promise, and no tile more', () => {
    const asked = listAskedFiles(made);
    for (const file of asked) expect(existsSync(join(made, file)), file).toBe(true);
    const tiles = /\.(terrain|webp)$/;
    expect(listFiles(made).filter((file) => tiles.test(file))).toEqual(asked.filter((file) => tiles.test(file)).sort());
    expect(asked.length).toBeLessThan(listAskedFiles(place.out).length);
  });

  it('keeps the rows within it, and their numbers fit', () => {
    const read = (name: string) => readJson(join(made, name));
    const table = parseBuildingTable(read('buildings.json'), 'buildings.json');
    const addresses = parseAddressIndex(read('addresses.json'), 'addresses.json');
    expect(table.x.length).toBeGreaterThan(0);
    expect(table.x.every((x) => x <= extent[2])).toBe(true);
    expect(addresses.number).toEqual(['1', '2']);
    expect(addresses.street.map((street) => addresses.streets[street])).toEqual(['Kerkstraat', 'Kerkstraat']);
    expect(addresses.postcode.map((code) => addresses.postcodes[code])).toEqual(['1234AB', '1234AB']);
    const whole = parseBuildingTable(readJson(join(place.out, 'buildings.json')), 'all');
    const all = parseAddressIndex(readJson(join(place.out, 'addresses.json')), 'all');
    addresses.building.forEach((row, i) => {
      const id = whole.id[all.building[i] as number] as string;
      expect(row < 0 ? undefined : table.id[row]).toBe(table.id.includes(id) ? id : undefined);
    });
    const { streets } = parseStreetIndex(read('streets.json'), 'streets.json');
    expect(streets.map(({ name }) => name)).toEqual(['Kerkstraat']);
    expect(streets[0]?.labels.every(([x]) => x <= extent[2])).toBe(true);
  });

  it('keeps the heights of its cells', async () => {
    const { grid } = await readGeotiff(join(made, 'heights.tif'));
    expect([grid.west, grid.south, grid.width, grid.height]).toEqual([145980, 506980, 35, 70]);
    expect(grid.values[10 * 35 + 5]).toBeCloseTo(groundHeight(0, 506990.5), 2);
  });

  it('keeps the buildings that water comes to by their new rows', async () => {
    const table = parseBuildingTable(readJson(join(made, 'buildings.json')), 'buildings.json');
    const tiff = await fromFile(join(made, 'flood/buildings.tif'));
    const image = await tiff.getImage();
    const rows = (await image.readRasters({ interleave: true })) as unknown as Uint16Array;
    await tiff.close();
    expect([image.getWidth(), image.getHeight()]).toEqual([35, 70]);
    expect(Math.max(...rows)).toBe(table.id.length);
    const at = (x: number, y: number) => rows[(506980 + 70 - 1 - Math.floor(y)) * 35 + Math.floor(x) - 145980];
    table.x.forEach((x, row) => {
      expect(at(x, table.y[row] as number), table.id[row]).toBe(row + 1);
    });
    const facades = parseFloodFacades(readJson(join(made, 'flood/facades.json')), 'facades.json');
    expect(facades.lowest).toHaveLength(table.id.length);
    const index = parseFloodIndex(readJson(join(made, 'flood/index.json')), 'index.json');
    expect(index.frame).toEqual({ west: 145980, south: 506980, cellSize: 1, width: 35, height: 70 });
  });

  it('says in municipality.json what it covers', () => {
    const municipality = parseMunicipality(readJson(join(made, 'municipality.json')), 'made');
    expect(municipality.extent).toEqual([...extent]);
    expect(municipality.viewpoints.length).toBeGreaterThan(0);
    expect(municipality.map?.detail?.maximumLevel).toBe(18);
  });
});

describe('the programme of an evening', () => {
  const { scenarios } = readJson('tests/fixtures/scenarios/version-1.tweeling.json') as { scenarios: object[] };
  const { choice: _, dataHash: __, ...bare } = scenarios[0] as { choice: unknown; dataHash: unknown };
  const stop = { ...bare, municipality: 'proefdam', title: 'Een', caption: 'Kijk naar de daken.' };
  const write = (file: string, json: unknown) => {
    writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
    return file;
  };
  const toFile = (name: string, ...stops: object[]) =>
    write(join(work, `${name}.tweeling.json`), { tweelingstad: 1, evening: { idleSeconds: 60 }, scenarios: stops });
  const named = (out: string) =>
    (readJson(join(out, 'made/proefdam/municipality.json')) as { evening: string }).evening;

  it('goes into a pack as it is, named by municipality.json and told by pack.json and the server', async () => {
    const evening = toFile('avond', stop);
    const out = join(work, 'with-evening');
    const report = await packMunicipality(place.out, { out, app, evening, base: '/hal/' });
    expect([report.evening, report.notes]).toEqual(['#v=2&evening=file', []]);
    const made = join(out, 'hal/made/proefdam');
    const { evening: name } = readJson(join(made, 'municipality.json')) as { evening: string };
    expect(readFileSync(join(made, name), 'utf8')).toBe(readFileSync(evening, 'utf8'));
    const serving = await serveFolder(out, { port: 0, host: '127.0.0.1' });
    try {
      expect(serving.evening).toEqual([`${serving.addresses[0]}#v=2&evening=file`]);
      expect(serving.addresses[0]).toMatch(/\/hal\/$/);
    } finally {
      await serving.close();
    }
  });

  it('that was made elsewhere, with other data or outside the part is noted, and packed all the same', async () => {
    const camera = { x: 146000, y: 507010, nap: 10, headingDegrees: 0, pitchDegrees: 0 };
    const stops = [
      { ...stop, camera },
      { ...stop, title: 'Oud', dataHash: 'ff'.repeat(32), camera },
      { ...stop, title: 'Ver', camera: { ...camera, x: 146100 } },
      { ...stop, title: 'Elders', municipality: 'elders' },
    ];
    const evening = toFile('gemengd', ...stops);
    const out = join(work, 'mixed');
    const { notes } = await packMunicipality(place.out, {
      out,
      app,
      evening,
      extent: [145980, 506980, 146015, 507050],
    });
    expect(notes).toEqual([
      expect.stringMatching(/gemengd\.tweeling\.json: scenarios\.3 \("Elders"\) is of elders/),
      expect.stringMatching(/made with other data than these \(of 2026-01-01\): "Oud";/),
      expect.stringMatching(/from outside the part that is packed: "Ver"$/),
    ]);
    expect(named(out)).toBe('evening.tweeling.json');
  });

  it.each([
    ['no file', () => join(work, 'gone.json'), /gone\.json: file not found/],
    ['no JSON', () => write(join(work, 'a.json'), '{'), /a\.json: not valid JSON/],
    ['another kind of file', () => write(join(work, 'b.json'), { type: 'X' }), /b\.json is no set .*: tweelingstad: /],
    ['no stops', () => toFile('c'), /c\.tweeling\.json: scenarios: is empty/],
    ['a wrong stop', () => toFile('d', stop, { ...stop, caption: 3 }), /d\.tweeling\.json: scenarios\.1 .*caption: /],
    [
      'wrong times',
      () => write(join(work, 'e.json'), { tweelingstad: 1, evening: { staySeconds: 0 }, scenarios: [stop] }),
      /e\.json: evening: staySeconds: /,
    ],
    [
      'only stops elsewhere',
      () => toFile('f', { ...stop, municipality: 'x' }),
      /f\.tw.*: scenarios\.0\.municipality: "x"/,
    ],
    [
      'a plan that is not there',
      () => toFile('g', { ...stop, choice: { plan: 'haven' } }),
      /g\.tw.*: scenarios\.0\.choice\.plan: "haven" is not among the plans/,
    ],
  ])('is refused when it is %s, with file and field, and nothing is left behind', async (_what, make, reason) => {
    const evening = make();
    const before = readdirSync(work);
    await expect(packMunicipality(place.out, { out: join(work, 'refused'), app, evening })).rejects.toThrow(reason);
    expect(readdirSync(work)).toEqual(before);
  });

  it('that municipality.json names is built, packed, and goes again; the data stay the same', async () => {
    const file = join(place.folder, 'municipality.json');
    const text = readFileSync(file, 'utf8');
    write(join(place.folder, 'avond.tweeling.json'), { tweelingstad: 1, scenarios: [stop] });
    const made = () => readJson(join(place.out, 'municipality.json')) as { evening?: string; dataHash: string };
    const { dataHash } = made();
    try {
      write(file, { ...(JSON.parse(text) as object), evening: 'avond.tweeling.json' });
      expect((await buildMunicipality(place.folder, { out: place.out })).notes).toEqual([]);
      expect(made()).toMatchObject({ evening: 'evening.tweeling.json', dataHash });
      const out = join(work, 'built-evening');
      expect((await packMunicipality(place.out, { out, app })).evening).toBe('#v=2&evening=file');
      expect(existsSync(join(out, 'made/proefdam', named(out)))).toBe(true);
    } finally {
      writeFileSync(file, text);
    }
    await buildMunicipality(place.folder, { out: place.out });
    expect(made()).not.toHaveProperty('evening');
    expect(existsSync(join(place.out, 'evening.tweeling.json'))).toBe(false);
  });
});

describe('canvases of questions', () => {
  const canvas = { ...emptyCanvas('flood', 'Droge voeten', 'nl'), later: 'kept' };
  const toFile = (name: string, ...canvases: unknown[]) => {
    writeFileSync(join(place.folder, name), JSON.stringify({ tweelingstad: 1, canvases }));
    return name;
  };

  async function build(...canvases: string[]): Promise<void> {
    const file = join(place.folder, 'municipality.json');
    const text = readFileSync(file, 'utf8');
    try {
      writeFileSync(
        file,
        JSON.stringify({ ...(JSON.parse(text) as object), ...(canvases.length > 0 && { canvases }) }),
      );
      await buildMunicipality(place.folder, { out: place.out });
    } finally {
      writeFileSync(file, text);
    }
  }

  it('are built into one file, packed, and go again; the data stay the same', async () => {
    const made = () => readJson(join(place.out, 'municipality.json')) as { canvases?: string[]; dataHash: string };
    const { dataHash } = made();
    const other = emptyCanvas('heat', 'Van het gas', 'nl');
    await build(toFile('water.json', canvas), toFile('warmte.json', other, { ...canvas, language: 'en' }));
    expect(made()).toMatchObject({ canvases: ['canvases.json'], dataHash });
    const out = join(work, 'with-canvases');
    await packMunicipality(place.out, { out, app, extent: [145980, 506980, 146015, 507050] });
    const packed = readJson(join(out, 'made/proefdam/canvases.json'));
    expect(parseCanvasFile(packed, 'packed')).toEqual([canvas, other, { ...canvas, language: 'en' }]);
    expect(parseMunicipality(readJson(join(out, 'made/proefdam/municipality.json')), 'm').canvases).toEqual([
      'canvases.json',
    ]);
    await build();
    expect(made()).not.toHaveProperty('canvases');
    expect(existsSync(join(place.out, 'canvases.json'))).toBe(false);
  });

  it('are refused with file and field before anything is made', async () => {
    await expect(build('nergens.json')).rejects.toThrow(/nergens\.json: file not found \(canvases\)/);
    await expect(build(toFile('fout.json', canvas, { ...canvas, form: 'x' }))).rejects.toThrow(
      /fout\.json is no set of canvases: canvases\.1\.form/,
    );
    await expect(build(toFile('een.json', canvas), toFile('twee.json', canvas))).rejects.toThrow(
      /twee\.json: canvases\.0: a canvas for "flood" in nl stands in .*een\.json: canvases\.0 already/,
    );
    writeFileSync(join(place.folder, 'stuk.json'), '{');
    await expect(build('stuk.json')).rejects.toThrow(/stuk\.json: not valid JSON/);
  });
});
