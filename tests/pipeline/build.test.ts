import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Municipality as Parsed, parseMunicipality } from '../../src/model/municipality.ts';
import { parseAddressIndex, parseBuildingTable, parseStreetIndex } from '../../src/model/parse-city-index.ts';
import { buildMunicipality } from '../../src/pipeline/build.ts';
import { createHamlet, hamlet, type Municipality, toCollection } from '../fixtures/small-municipality.ts';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Every file of a folder with its time and size. */
function listStates(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.sort().map((name) => {
      const { mtimeMs, size, ino } = statSync(join(folder, name));
      return [name, `${mtimeMs} ${size} ${ino}`];
    }),
  );
}

const withDone = (report: Awaited<ReturnType<typeof buildMunicipality>>) =>
  report.steps.filter(({ done }) => done).map(({ name }) => name);

const allSteps = ['terrain', 'heights', 'building table', 'buildings', 'map', 'flood', 'addresses', 'streets', 'trees'];

function listUrls(made: Parsed): string[] {
  const { buildings, terrain, heights, map, streets, trees, addresses, buildingTable, flood } = made;
  const all = [...buildings, terrain, heights, map, streets, trees, addresses, buildingTable, flood];
  return all.flatMap((dataset) => dataset?.url ?? []);
}

/** The address itself, or of the map's coarsest tile in the middle of what it covers. */
function firstTile({ map }: Parsed, url: string): string {
  if (url !== map?.url) return url;
  const { minimumLevel: z = 0, rectangle: [west, south, east, north] = [0, 0, 0, 0] } = map;
  const [lon, lat] = [(west + east) / 2, ((south + north) / 2) * (Math.PI / 180)];
  const x = Math.floor(((lon + 180) / 360) * 2 ** z);
  const y = Math.floor(((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2) * 2 ** z);
  return url.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}

describe('a build', () => {
  let place: Municipality;
  const build = (force = false) => buildMunicipality(place.folder, { out: place.out, force });
  beforeAll(async () => {
    place = await createHamlet();
  });
  afterAll(() => place.destroy());

  it('makes everything that municipality.json names', async () => {
    expect(withDone(await build())).toEqual(allSteps);
    const file = join(place.out, 'municipality.json');
    const made = parseMunicipality(readJson(file), file);
    expect(listUrls(made)).toHaveLength(9);
    for (const url of listUrls(made)) expect(existsSync(join(place.out, firstTile(made, url))), url).toBe(true);
    expect(existsSync(join(place.out, 'terrain/layer.json'))).toBe(true);
    expect(JSON.stringify(made)).not.toContain('sources/');
    expect(made.buildings[0]?.heightDatum).toBe('ellipsoid');
  });

  it('writes indexes that belong together', () => {
    const read = (name: string) => readJson(join(place.out, name));
    const table = parseBuildingTable(read('buildings.json'), 'buildings.json');
    const addresses = parseAddressIndex(read('addresses.json'), 'addresses.json');
    const streets = parseStreetIndex(read('streets.json'), 'streets.json');
    expect(addresses.building.map((row) => table.id[row])).toEqual([...table.id].sort());
    expect(streets.streets[0]?.labels[0]?.[2]).toBeCloseTo(-4 + 20 / 50, 1);
  });

  it('does nothing when nothing changed', async () => {
    const before = listStates(place.out);
    expect(withDone(await build())).toEqual([]);
    expect(listStates(place.out)).toEqual(before);
  });

  it('does nothing when a source was only copied', async () => {
    const file = join(place.folder, 'sources/trees.geojson');
    writeFileSync(file, readFileSync(file));
    expect(withDone(await build())).toEqual([]);
  });

  it('does again only what comes from the source that changed', async () => {
    const before = listStates(place.out);
    place.write('sources/trees.geojson', toCollection('Point', [[{ id: 'new', hoogte: 9 }, [146050, 507050]]]));
    expect(withDone(await build())).toEqual(['trees']);
    const changed = Object.entries(listStates(place.out)).filter(([name, state]) => before[name] !== state);
    expect(
      changed.map(([name]) => name).filter((name) => !/^trees[/\\]|^\.build\.json$|^municipality\.json$/.test(name)),
    ).toEqual([]);
    expect(readJson(join(place.out, 'trees/tileset.json'))).toMatchObject({ asset: { extras: { trees: 1 } } });
  });

  it('makes again what was deleted, and everything when forced', async () => {
    rmSync(join(place.out, 'streets.json'));
    expect(withDone(await build())).toEqual(['streets']);
    expect(withDone(await build(true))).toEqual(allSteps);
  });

  it('names all files that are missing at once', async () => {
    const { terrain, addresses } = hamlet;
    const missing = { terrain: { ...terrain, files: ['a.tif', 'b.tif'] }, addresses: { ...addresses, files: ['c'] } };
    place.write('municipality.json', { ...hamlet, ...missing });
    const before = listStates(place.out);
    await expect(build()).rejects.toThrow(/3 source file\(s\) not found: a\.tif \(terrain\), b\.tif \(terrain\), c/);
    expect(listStates(place.out)).toEqual(before);
    place.write('municipality.json', hamlet);
  });

  it('tells what the data are, and refuses a source of which leaflets cannot say it', async () => {
    const catalog = readJson(join(place.out, 'catalog.jsonld')) as { 'dcat:dataset': Record<string, unknown>[] };
    const ids = catalog['dcat:dataset'].map((dataset) => dataset['dct:identifier']);
    expect(ids).toEqual(expect.arrayContaining(['proefdam/terrain', 'proefdam/buildings-houses', 'proefdam/trees']));
    const { trees } = hamlet;
    const before = listStates(place.out);
    place.write('municipality.json', { ...hamlet, trees: { ...trees, source: { ...trees.source, licence: '' } } });
    await expect(build()).rejects.toThrow(/trees: source\.licence is not filled in \(sunlight, solar\)/);
    const { licence: _, ...source } = trees.source;
    place.write('municipality.json', { ...hamlet, trees: { ...trees, source } });
    await expect(build()).rejects.toThrow(/trees\.source\.licence/);
    expect(listStates(place.out)).toEqual(before);
    place.write('municipality.json', hamlet);
  });

  it('keeps what was made when a source is broken, and says where it is', async () => {
    // Steps that went well stay: the table of buildings takes from addresses what it can.
    const listOthers = () => {
      const { '.build.json': _, 'buildings.json': __, ...others } = listStates(place.out);
      return others;
    };
    const before = listOthers();
    const broken = toCollection('Point', [[{ openbare_ruimte_naam: 'Dijk' }, [146000, 507000]]]);
    place.write('sources/addresses.geojson', broken);
    await expect(build()).rejects.toThrow(/^addresses\.geojson, feature 1: huisnummer is missing\.$/);
    expect(listOthers()).toEqual(before);
    place.write('sources/buildings.city.jsonl', '{"type":"CityJSON","version":"2.0"');
    await expect(build()).rejects.toThrow(/buildings\.city\.jsonl/);
    expect(listOthers()).toEqual(before);
  });
});

describe('the hash of the data', () => {
  it('tells contents apart, not dates, folders or how often was built', async () => {
    const [one, two] = [await createHamlet(), await createHamlet()];
    const versionOf = async (place: Municipality) => {
      await buildMunicipality(place.folder, { out: place.out });
      const { dataHash, dataDate } = parseMunicipality(readJson(join(place.out, 'municipality.json')), 'made');
      return { dataHash, dataDate };
    };
    try {
      const version = await versionOf(one);
      expect(version).toEqual({ dataHash: expect.stringMatching(/^[0-9a-f]{64}$/), dataDate: '2026-01-01' });
      expect(await versionOf(one)).toEqual(version);
      expect(await versionOf(two)).toEqual(version);
      two.write('sources/trees.geojson', toCollection('Point', [[{ id: 'new', hoogte: 9 }, [146050, 507050]]]));
      expect((await versionOf(two)).dataHash).not.toBe(version.dataHash);
      two.write('sources/trees.geojson', readFileSync(join(one.folder, 'sources/trees.geojson'), 'utf8'));
      expect(await versionOf(two)).toEqual(version);
    } finally {
      one.destroy();
      two.destroy();
    }
  });
});

describe('a build that was broken off', () => {
  let place: Municipality;
  beforeAll(async () => {
    place = await createHamlet();
  });
  afterAll(() => place.destroy());

  it('goes on where it ended, and clears up what was left', async () => {
    const streets = readFileSync(join(place.folder, 'sources/streets.geojson'), 'utf8');
    place.write('sources/streets.geojson', streets.slice(0, 50));
    const build = () => buildMunicipality(place.folder, { out: place.out });
    await expect(build()).rejects.toThrow(/streets\.geojson: not valid JSON/);
    expect(existsSync(join(place.out, 'municipality.json'))).toBe(false);
    mkdirSync(join(place.out, '.trees.999999999.tmp/tiles'), { recursive: true });
    place.write('sources/streets.geojson', streets);
    expect(withDone(await build())).toEqual(['streets', 'trees']);
    expect(readdirSync(place.out).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('leaves datasets with an address as they are, and does not make what is absent', async () => {
    const { streets: _, trees: __, terrain: ___, map: ____, ...rest } = hamlet;
    const { source } = hamlet.terrain;
    const live = { url: 'https://example.org/terrain/', heightDatum: 'ellipsoid', source };
    const planArea = { files: ['municipality.json'], source };
    place.write('municipality.json', { ...rest, terrain: live, planArea });
    const report = await buildMunicipality(place.folder, { out: place.out });
    expect([withDone(report), report.notMade]).toEqual([[], ['planArea']]);
    const made = parseMunicipality(readJson(join(place.out, 'municipality.json')), 'made');
    expect(made.terrain).toEqual(live);
    for (const key of ['heights', 'streets', 'trees', 'map', 'planArea']) expect(made).not.toHaveProperty(key);
    expect(readdirSync(place.out).sort()).toEqual(
      ['.build.json', 'addresses.json', 'buildings', 'buildings.json', 'catalog.jsonld', 'municipality.json'].sort(),
    );
  });
});
