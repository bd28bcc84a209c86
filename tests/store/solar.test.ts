import { beforeEach, describe, expect, it } from 'vitest';
import { deBilt } from '../../src/engines/solar/climate-de-bilt.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { initialSolarChoice } from '../../src/model/solar-choice.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { changeSolarSetting, needSolar, setSolarFilter, solar } from '../../src/store/solar.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import { roofTown } from '../fixtures/solar-roofs.ts';

const source = { title: { nl: 'Zon', en: 'Sun' }, holder: 'x', date: '2026', licence: 'CC0-1.0' };
const index = {
  engine: 'roofs',
  inputsHash: '0123456789abcdef',
  settings: defaultSolarSettings,
  climate: deBilt,
  roofs: 'roofs.json',
  skipped: [],
};

function open(hasSolar = true): void {
  const plain = readFixture('municipality.json') as object;
  const json = hasSolar ? { ...plain, solar: { url: 'solar/index.json', source } } : plain;
  const value = parseMunicipality(json, 'municipality.json');
  twin.setState({ municipality: { status: 'ready', value }, baseUrl: 'http://localhost/made/fixture/' });
}

function createReader(files: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  return {
    asked,
    async readJson(url: string): Promise<unknown> {
      asked.push(url);
      const file = files[url.split('/').at(-1) as string];
      if (file === undefined) throw new Error(`${url}: the server answers 404`);
      return file;
    },
  };
}

beforeEach(() => {
  twin.setState(initialTwin, true);
  solar.setState(solar.getInitialState(), true);
});

describe('sun on roofs', () => {
  it('is read once, index first, from beside the municipality', async () => {
    const { asked, readJson } = createReader({ 'index.json': index, 'roofs.json': roofTown.roofs });
    await needSolar(readJson);
    expect(asked).toEqual([]);
    open();
    await Promise.all([needSolar(readJson), needSolar(readJson)]);
    const base = 'http://localhost/made/fixture/solar/';
    expect(asked).toEqual([`${base}index.json`, `${base}roofs.json`]);
    const { town } = solar.getState();
    expect(town).toMatchObject({ status: 'ready', value: { index: { engine: 'roofs' } } });
  });

  it('says what is wrong, and is tried again when it is asked again', async () => {
    open();
    await needSolar(createReader({ 'index.json': { ...index, settings: {} } }).readJson);
    expect(solar.getState().town).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('settings.panel'),
    });
    await needSolar(createReader({ 'index.json': index }).readJson);
    expect(solar.getState().town).toMatchObject({ status: 'failed', message: expect.stringContaining('roofs.json') });
    await needSolar(createReader({ 'index.json': index, 'roofs.json': roofTown.roofs }).readJson);
    expect(solar.getState().town.status).toBe('ready');
  });

  it('is not there for a municipality that has none', async () => {
    open(false);
    await needSolar(createReader({}).readJson);
    expect(solar.getState().town).toMatchObject({ status: 'failed', message: expect.stringContaining('no address') });
  });

  it('keeps what the visitor makes otherwise, and forgets it when it is taken back', () => {
    changeSolarSetting('peakW', 450);
    changeSolarSetting('priceKwh', 0.3);
    setSolarFilter({ fewestPanels: 6 });
    expect(twin.getState().solar).toMatchObject({
      changes: { peakW: 450, priceKwh: 0.3 },
      filter: { ...initialSolarChoice.filter, fewestPanels: 6 },
    });
    changeSolarSetting('peakW', undefined);
    expect(twin.getState().solar.changes).toEqual({ priceKwh: 0.3 });
  });
});
