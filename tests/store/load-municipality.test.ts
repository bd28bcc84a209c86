import { beforeEach, describe, expect, it } from 'vitest';
import { loadMunicipality, municipalityFromQuery, needIndex } from '../../src/store/load-municipality.ts';
import { selectBuildingById } from '../../src/store/select-building.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { readFixture } from '../fixtures/read-fixture.ts';

const page = 'http://localhost/city/index.html';

/** Reads the fixture files, except those whose name is in `broken`, which answer as told. */
function createReader(broken: Record<string, unknown> = {}) {
  const asked: string[] = [];
  async function readJson(url: string): Promise<unknown> {
    asked.push(url);
    const name = url.split('/').at(-1) as string;
    if (broken[name] instanceof Error) throw broken[name];
    return broken[name] ?? readFixture(name);
  }
  return { asked, readJson };
}

const whatFailed = () => twin.getState().problems.map(({ what }) => what);

beforeEach(() => twin.setState(initialTwin, true));

describe('the municipality in the address', () => {
  it('is Markerwaard unless a plain name is asked for', () => {
    expect(municipalityFromQuery('')).toBe('markerwaard');
    expect(municipalityFromQuery('?municipality=delft-2')).toBe('delft-2');
    expect(municipalityFromQuery('', 'packed')).toBe('packed');
    expect(municipalityFromQuery('?municipality=delft-2', 'packed')).toBe('delft-2');
    for (const trick of ['../secret', 'https://elsewhere.example/', '%2e%2e', 'A B', '']) {
      expect(municipalityFromQuery(`?municipality=${trick}`)).toBe('markerwaard');
    }
  });

  it('is read from its folder beside the page', async () => {
    const { asked, readJson } = createReader();
    await loadMunicipality('fixture', page, readJson);
    expect(asked).toEqual(['http://localhost/city/made/fixture/municipality.json']);
    expect(twin.getState().baseUrl).toBe('http://localhost/city/made/fixture/');
    expect(twin.getState().municipality).toMatchObject({ status: 'ready', value: { name: 'Proefdam' } });
    expect(twin.getState().problems).toEqual([]);
  });

  it('that is missing or wrong is told with the file and the field', async () => {
    await loadMunicipality('fixture', page, createReader({ 'municipality.json': new Error('404 Not Found') }).readJson);
    expect(twin.getState().municipality).toMatchObject({ status: 'failed', message: '404 Not Found' });
    twin.setState(initialTwin, true);
    await loadMunicipality('fixture', page, createReader({ 'municipality.json': { schema: 1, id: 3 } }).readJson);
    expect(twin.getState().problems[0]).toMatchObject({ what: 'municipality' });
    expect(twin.getState().problems[0]?.detail).toMatch(/municipality\.json is not a municipality:.*id:/);
  });
});

describe('an index', () => {
  it('is read once, when needed', async () => {
    const { asked, readJson } = createReader();
    await loadMunicipality('fixture', page, readJson);
    const first = needIndex('addresses', readJson);
    await needIndex('addresses', readJson);
    expect(twin.getState().addresses.status).toBe('ready');
    await first;
    await needIndex('addresses', readJson);
    expect(asked.filter((url) => url.endsWith('addresses.json'))).toHaveLength(1);
    expect(twin.getState().addresses).toMatchObject({ status: 'ready' });
    expect(twin.getState().streets).toEqual({ status: 'idle' });
  });

  it('that is broken is told, and the others still come', async () => {
    const { readJson } = createReader({ 'addresses.json': { streets: [] }, 'streets.json': new Error('500') });
    await loadMunicipality('fixture', page, readJson);
    await needIndex('addresses', readJson);
    await needIndex('streets', readJson);
    await needIndex('buildingTable', readJson);
    expect(whatFailed()).toEqual(['addresses', 'streets']);
    expect(twin.getState().buildingTable.status).toBe('ready');
  });

  it('that the municipality does not have is no problem, but is not there', async () => {
    const { addresses, ...without } = readFixture('municipality.json') as Record<string, unknown>;
    expect(addresses).toBeDefined();
    const { readJson } = createReader({ 'municipality.json': without });
    await loadMunicipality('fixture', page, readJson);
    await needIndex('addresses', readJson);
    expect(twin.getState().addresses).toMatchObject({ status: 'failed' });
    expect(whatFailed()).toEqual([]);
  });

  it('of buildings gives a building that was selected before it came its attributes', async () => {
    const { readJson } = createReader();
    await loadMunicipality('fixture', page, readJson);
    selectBuildingById('NL.IMBAG.Pand.0999100000000014');
    expect(twin.getState().selection?.attributes).toEqual({});
    await needIndex('buildingTable', readJson);
    expect(twin.getState().selection?.attributes).toMatchObject({ oorspronkelijkbouwjaar: 1972, b3_h_dak_max: 21.5 });
  });
});
