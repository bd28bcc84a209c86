import { beforeEach, describe, expect, it } from 'vitest';
import type { Municipality } from '../../src/model/municipality.ts';
import { parseScenarioFile, writeScenarioFile } from '../../src/model/scenario.ts';
import { checkData } from '../../src/store/data-version.ts';
import { replaceVolumes } from '../../src/store/drawing.ts';
import { presentScenario, scenarioAddress, showScenario } from '../../src/store/scenario-picture.ts';
import {
  addScenarioFile,
  duplicateScenario,
  fileOfAllScenarios,
  fileOfScenario,
  hasUnwrittenScenarios,
  LARGEST_FILE_MB,
  moveScenario,
  openScenario,
  removeScenario,
  renameScenario,
  saveScenario,
  undoScenarioChange,
} from '../../src/store/scenarios.ts';
import { readLink } from '../../src/store/share-link.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { createRandom, randomPicture } from '../fixtures/random-picture.ts';
import { hamlet } from '../fixtures/small-municipality.ts';

const hash = 'ab12cd34'.repeat(8);
const here = { ...(hamlet as unknown as Municipality), dataHash: hash, dataDate: '2026-01-01' };

beforeEach(() => {
  twin.setState({ ...initialTwin, municipality: { status: 'ready', value: here }, plans: { status: 'idle' } }, true);
});

const titles = () => twin.getState().scenarios.items.map(({ scenario }) => scenario.title);
const offer = (name: string, text: string, size = text.length) => ({ name, size, text: async () => text });

describe('a scenario', () => {
  it('brings back every one of 1,000 random pictures, through a file', () => {
    const random = createRandom(3);
    for (let i = 0; i < 1000; i++) {
      const picture = randomPicture(random);
      twin.setState(picture);
      const text = writeScenarioFile([{ ...presentScenario(), title: 'x' }]);
      twin.setState({ ...initialTwin, municipality: { status: 'ready', value: here } });
      const [scenario] = parseScenarioFile(JSON.parse(text), 'x').scenarios;
      if (!scenario) throw new Error('no scenario');
      expect(showScenario(scenario)).toEqual([]);
      const now = twin.getState();
      const shown = Object.keys(picture).map((key) => [key, now[key as keyof typeof picture]]);
      expect(Object.fromEntries(shown)).toEqual(picture);
      expect(JSON.parse(writeScenarioFile([{ ...presentScenario(), title: 'x' }]))).toEqual(JSON.parse(text));
    }
  });

  it('carries the data, the version and the day it was made', () => {
    expect(presentScenario(new Date(2026, 2, 1, 23, 30))).toMatchObject({
      municipality: 'proefdam',
      dataHash: hash,
      dataDate: '2026-01-01',
      madeWith: '0.1.0',
      created: '2026-03-01',
      measures: [],
    });
  });

  it('tells what this version cannot show and shows the rest', () => {
    const layers = { trees: { visible: false, opacity: 1 }, flood: { visible: true, opacity: 1 } };
    const scenario = { ...presentScenario(), title: 'x', layers, question: 'rain', measures: [{ kind: 'wadi' }] };
    expect(showScenario(scenario)).toEqual(['flood', 'rain', 'wadi']);
    expect(twin.getState().layers.trees.visible).toBe(false);
  });

  it('keeps what was drawn and brings it back, and takes away what was drawn for another picture', async () => {
    const footprint = [[147000, 508000, 147010, 508000, 147010, 508010]];
    const block = { id: 'a', footprint, lower: 0, upper: 9, reference: 'peil', roof: { shape: 'flat' } } as const;
    const empty = { ...presentScenario(), title: 'x' };
    expect(empty).not.toHaveProperty('volumes');
    replaceVolumes([block], -1.2);
    const scenario = { ...presentScenario(), title: 'x' };
    const drawn = { volumes: [block], peilNap: -1.2 };
    expect(parseScenarioFile(JSON.parse(writeScenarioFile([scenario])), 'x').scenarios[0]).toMatchObject(drawn);
    expect(showScenario(empty)).toEqual([]);
    await expect.poll(() => twin.getState().drawing?.history.present.volumes).toEqual([]);
    expect(showScenario(scenario)).toEqual([]);
    await expect.poll(() => twin.getState().drawing?.history.present).toMatchObject(drawn);
    expect(twin.getState().drawn?.solids).toHaveLength(1);
  });

  it('of another municipality is not opened here', () => {
    const scenario = { ...presentScenario(), title: 'x', municipality: 'elders', language: 'en' };
    expect(openScenario(scenario)).toEqual({ status: 'elsewhere', municipality: 'elders' });
    expect(twin.getState().language).toBe('nl');
  });

  it('that was made with other data warns with both dates; with the same data it does not', () => {
    openScenario({ ...presentScenario(), title: 'x', dataHash: 'ff'.repeat(32), dataDate: '2025-06-01' });
    const [problem] = twin.getState().problems;
    expect(problem).toMatchObject({ what: 'data', dates: { made: '2025-06-01', present: '2026-01-01' } });
    openScenario({ ...presentScenario(), title: 'y' });
    expect(twin.getState().problems).toEqual([]);
  });
});

describe('the data of a link', () => {
  it('are compared when the municipality has come, by what the link keeps of their hash', () => {
    for (const [made, count] of [
      ['ab12cd34', 0],
      ['ab12cd35', 1],
    ] as const) {
      twin.setState({ ...initialTwin, municipality: { status: 'running' } });
      checkData({ hash: made, date: undefined });
      expect(twin.getState().problems).toEqual([]);
      twin.setState({ municipality: { status: 'ready', value: here } });
      expect(twin.getState().problems).toHaveLength(count);
    }
  });

  it('cannot be compared where the made files say nothing of them', () => {
    const { dataHash: _, ...silent } = here;
    twin.setState({ municipality: { status: 'ready', value: silent } });
    checkData({ hash: 'ab12cd35', date: undefined });
    expect(twin.getState().problems).toEqual([]);
  });
});

describe('the list', () => {
  it('is changed and brought back step by step', () => {
    const a = saveScenario('  A  1 ');
    const b = saveScenario('B');
    duplicateScenario(a, 'A copy');
    expect(titles()).toEqual(['A 1', 'A copy', 'B']);
    renameScenario(b, 'Bee');
    moveScenario(b, -1);
    removeScenario(a);
    expect(titles()).toEqual(['Bee', 'A copy']);
    const back = [
      ['A 1', 'Bee', 'A copy'],
      ['A 1', 'A copy', 'Bee'],
      ['A 1', 'A copy', 'B'],
      ['A 1', 'B'],
      ['A 1'],
      [],
      [],
    ];
    for (const expected of back) {
      undoScenarioChange();
      expect(titles()).toEqual(expected);
    }
  });

  it('does nothing for an empty name and beyond its ends', () => {
    const id = saveScenario('A');
    const { scenarios } = twin.getState();
    renameScenario(id, '  ');
    renameScenario(id, 'A');
    moveScenario(id, -1);
    moveScenario(id, 1);
    expect(twin.getState().scenarios).toBe(scenarios);
  });

  it('counts as written once all of it is in a file, until it changes', () => {
    expect(hasUnwrittenScenarios(twin.getState())).toBe(false);
    saveScenario('A');
    expect(hasUnwrittenScenarios(twin.getState())).toBe(true);
    fileOfAllScenarios();
    expect(hasUnwrittenScenarios(twin.getState())).toBe(false);
    saveScenario('B');
    expect(hasUnwrittenScenarios(twin.getState())).toBe(true);
  });

  it('goes to a file and comes back', async () => {
    saveScenario('Café & brug');
    saveScenario('B');
    const { name, text } = fileOfAllScenarios();
    expect(name).toBe('scenarios-proefdam.tweeling.json');
    const [first] = twin.getState().scenarios.items;
    expect(first && fileOfScenario(first.scenario).name).toBe('cafe-brug.tweeling.json');
    expect(await addScenarioFile(offer(name, text))).toMatchObject({ status: 'added', count: 2, isNewer: false });
    expect(titles()).toEqual(['Café & brug', 'B', 'Café & brug', 'B']);
    undoScenarioChange();
    expect(titles()).toEqual(['Café & brug', 'B']);
  });
});

describe('a file that is offered', () => {
  it.each([
    ['too-large', offer('film.json', '{}', LARGEST_FILE_MB * 1e6 + 1), /film\.json: 20\.0 MB, at most 20 MB/],
    ['no-json', offer('a.json', '{"tweelingstad": 1,'), /^a\.json: /],
    ['no-scenarios', offer('b.geojson', '{"type":"FeatureCollection"}'), /^b\.geojson is no set of scenarios/],
    ['empty', offer('c.json', '{"tweelingstad":1,"scenarios":[]}'), /c\.json/],
    ['unreadable', { name: 'd.json', size: 1, text: () => Promise.reject(new Error('gone')) }, /^d\.json: gone$/],
  ] as const)('is refused when %s, and the list stays as it was', async (reason, file, detail) => {
    const { scenarios } = twin.getState();
    const outcome = await addScenarioFile(file);
    expect(outcome).toMatchObject({ status: 'refused', reason });
    expect(outcome.status === 'refused' && outcome.detail).toMatch(detail);
    expect(twin.getState().scenarios).toBe(scenarios);
  });

  it('is not even read when it is too large', async () => {
    const text = () => Promise.reject(new Error('was read'));
    expect(await addScenarioFile({ name: 'x', size: 1e9, text })).toMatchObject({ reason: 'too-large' });
  });
});

describe('the link of a scenario', () => {
  it('shows the scenario, not the present picture, and opens the right municipality', () => {
    const place = new URL('https://example.org/twin/?quality=low#v=2&lang=en');
    Object.assign(globalThis, { location: place });
    try {
      const moment = { date: '2026-03-21', minutes: 1020 };
      twin.setState({ moment, walking: true });
      const scenario = { ...presentScenario(), title: 'x' };
      twin.setState({ moment: undefined, walking: false });
      const address = new URL(scenarioAddress(scenario));
      expect(address.search).toBe('?quality=low');
      expect(readLink(address.hash)).toEqual({
        view: { moment, walking: true, data: { hash: 'ab12cd34', date: '2026-01-01' } },
        complaints: [],
        isNewer: false,
      });
      const elsewhere = new URL(scenarioAddress({ ...scenario, municipality: 'elders' }));
      expect(elsewhere.search).toBe('?municipality=elders');
    } finally {
      Reflect.deleteProperty(globalThis, 'location');
    }
  });
});
