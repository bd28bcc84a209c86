import { beforeEach, describe, expect, it } from 'vitest';
import type { Municipality } from '../../src/model/municipality.ts';
import { seedRandom } from '../../src/model/random.ts';
import { LONGEST_CAPTION, parseScenarioFile, writeScenarioFile } from '../../src/model/scenario.ts';
import { checkData } from '../../src/store/data-version.ts';
import { replaceDrawing } from '../../src/store/drawing.ts';
import { keepFile, readFile } from '../../src/store/drawn-files.ts';
import {
  addScenarioFile,
  fileOfAllScenarios,
  fileOfScenario,
  LARGEST_FILE_MB,
} from '../../src/store/scenario-files.ts';
import { presentScenario, scenarioAddress, showScenario } from '../../src/store/scenario-picture.ts';
import {
  captionScenario,
  duplicateScenario,
  hasUnwrittenScenarios,
  moveScenario,
  openScenario,
  removeScenario,
  renameScenario,
  retakeScenario,
  saveScenario,
  setEveningSettings,
  undoScenarioChange,
} from '../../src/store/scenarios.ts';
import { readLink } from '../../src/store/share-link.ts';
import { takeOverStops } from '../../src/store/take-over-stops.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { blockGlb } from '../fixtures/block-glb.ts';
import { randomPicture } from '../fixtures/random-picture.ts';
import { hamlet } from '../fixtures/small-municipality.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

const hash = 'ab12cd34'.repeat(8);
const here = { ...(hamlet as unknown as Municipality), dataHash: hash, dataDate: '2026-01-01' };

beforeEach(() => {
  twin.setState({ ...initialTwin, municipality: { status: 'ready', value: here }, plans: { status: 'idle' } }, true);
});

const titles = () => twin.getState().scenarios.items.map(({ scenario }) => scenario.title);
const offer = (name: string, text: string, size = text.length) => ({ name, size, text: async () => text });

describe('a scenario', () => {
  it('brings back every one of 1,000 random pictures, through a file', () => {
    const random = seedRandom(3);
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
    replaceDrawing({ volumes: [block], placed: [], peilNap: -1.2 });
    const scenario = { ...presentScenario(), title: 'x' };
    const drawn = { volumes: [block], peilNap: -1.2 };
    expect(parseScenarioFile(JSON.parse(writeScenarioFile([scenario])), 'x').scenarios[0]).toMatchObject(drawn);
    expect(showScenario(empty)).toEqual([]);
    await expect.poll(() => twin.getState().drawing?.history.present.volumes).toEqual([]);
    expect(showScenario(scenario)).toEqual([]);
    await expect.poll(() => twin.getState().drawing?.history.present).toMatchObject(drawn);
    expect(twin.getState().drawn?.solids).toHaveLength(1);
  });

  it('keeps the lens and the window that the camera looks out of', () => {
    const camera = { x: 147000, y: 508000, nap: 1, headingDegrees: 10, pitchDegrees: 0 };
    const houseWindow = { x: 147001, y: 508000, number: '4', floor: 1 };
    twin.setState({ camera, lens: true, houseWindow, tool: 'scenario' });
    const text = writeScenarioFile([{ ...presentScenario(), title: 'x' }]);
    const [scenario] = parseScenarioFile(JSON.parse(text), 'x').scenarios;
    if (!scenario) throw new Error('no scenario');
    twin.setState({ ...initialTwin, municipality: { status: 'ready', value: here }, tool: 'scenario' });
    expect(showScenario(scenario)).toEqual([]);
    expect(twin.getState()).toMatchObject({ camera, lens: true, houseWindow, tool: 'scenario' });
    twin.setState({ lens: false });
    expect(presentScenario()).not.toHaveProperty('window');
  });

  it('keeps what was placed from a file through a file, and shows it again', async () => {
    const bytes = Uint8Array.from(blockGlb({ x: 0, y: 0, width: 6, depth: 4, low: 0, high: 9 }));
    const box = { west: -3, east: 3, south: -2, north: 2, bottom: 0, top: 9 };
    const place = { x: 147000, y: 508000, nap: -3, rotationDegrees: 0, scale: 1 };
    const thing = { id: 'model-1', name: 'toren.glb', ...place, box, file: keepFile(bytes, 'model/gltf-binary') };
    replaceDrawing({ volumes: [], placed: [thing], peilNap: -3 });
    const { text, leftOut } = fileOfScenario({ ...presentScenario(), title: 'x' });
    expect(leftOut).toEqual([]);
    expect(await addScenarioFile(offer('x.json', text))).toMatchObject({ status: 'added', missing: [] });
    const [item] = twin.getState().scenarios.items;
    if (!item) throw new Error('no scenario');
    const [read] = item.scenario.placed ?? [];
    expect(read).toMatchObject({ ...thing, file: expect.not.stringMatching(`^${thing.file}$`) });
    expect(readFile(read?.file ?? '')?.bytes).toEqual(bytes);
    replaceDrawing({ volumes: [], placed: [], peilNap: 0 });
    expect(openScenario(item.scenario)).toEqual({ status: 'opened', unknown: [] });
    await expect.poll(() => twin.getState().drawn?.models).toHaveLength(1);
    expect(twin.getState().drawn?.models[0]).toMatchObject({ name: 'toren.glb', position: [147000, 508000], nap: -3 });
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

describe('the programme of an evening', () => {
  const first = () => twin.getState().scenarios.items[0]?.scenario;

  it('keeps captions as plain lines, and every change of it can be undone', () => {
    const id = saveScenario('A');
    captionScenario(id, '  Let op\n de schaduw.  ');
    setEveningSettings({ title: 'Avond', idleSeconds: 0 });
    setEveningSettings({ idleSeconds: 0 });
    setEveningSettings({ title: undefined });
    captionScenario(id, 'x'.repeat(LONGEST_CAPTION + 1));
    expect(first()?.caption).toHaveLength(LONGEST_CAPTION);
    captionScenario(id, ' ');
    expect(first()).not.toHaveProperty('caption');
    const { scenarios } = twin.getState();
    captionScenario(id, '');
    expect(twin.getState().scenarios).toBe(scenarios);
    expect(scenarios.evening).toEqual({ idleSeconds: 0 });
    const back = [1, 2, 3, 4, 5].map(() => {
      undoScenarioChange();
      return [first()?.caption, twin.getState().scenarios.evening];
    });
    expect(back.slice(1)).toEqual([
      ['Let op de schaduw.', { idleSeconds: 0 }],
      ['Let op de schaduw.', { title: 'Avond', idleSeconds: 0 }],
      ['Let op de schaduw.', {}],
      [undefined, {}],
    ]);
  });

  it('takes the present picture into a stop, which keeps its name and caption', () => {
    const id = saveScenario('A');
    captionScenario(id, 'Kijk');
    const camera = { x: 147000, y: 508000, nap: 9, headingDegrees: 1, pitchDegrees: -2 };
    const moment = { date: '2026-03-21', minutes: 600 };
    twin.setState({ camera, moment });
    retakeScenario(id);
    expect(first()).toEqual({ ...presentScenario(), title: 'A', caption: 'Kijk' });
    expect(first()).toMatchObject({ camera, moment });
    undoScenarioChange();
    expect(first()).not.toHaveProperty('camera');
  });

  it('begins with the stops of a plan, in the language of the page, below what is there', () => {
    const plan = { ...smallPlan, evening: { staySeconds: 12 } };
    const long = 'woord '.repeat(60).trim();
    const [stop, ...stops] = plan.stops;
    if (!stop) throw new Error('no stops');
    twin.setState({ language: 'en', walking: true, question: 'age', moment: { date: '2026-06-21', minutes: 0 } });
    expect(takeOverStops({ ...plan, stops: [{ ...stop, caption: { nl: 'kort', en: long } }, ...stops] })).toBe(1);
    expect(titles()).toEqual(['Nu', 'Laag', 'Hoog', 'Einde']);
    expect(twin.getState().scenarios.evening).toEqual({ title: 'Het erf', staySeconds: 12 });
    expect(first()?.caption).toMatch(/^woord .* woord…$/);
    expect(first()?.caption?.length).toBeLessThanOrEqual(LONGEST_CAPTION);
    expect(first()).toMatchObject({ language: 'en', walking: false, choice: { plan: 'erf' } });
    for (const absent of ['question', 'moment', 'volumes', 'selection']) expect(first()).not.toHaveProperty(absent);
    undoScenarioChange();
    expect(twin.getState().scenarios).toMatchObject({ items: [], evening: {} });
    saveScenario('Eerst');
    takeOverStops(smallPlan);
    expect(titles()).toEqual(['Eerst', 'Nu', 'Laag', 'Hoog', 'Einde']);
    expect(twin.getState().scenarios.evening).toEqual({});
  });

  it('goes to a file of its own name and comes back, and counts as written until it changes', async () => {
    const id = saveScenario('A');
    captionScenario(id, 'Kijk');
    setEveningSettings({ title: 'Avond 3 juni', staySeconds: 8 });
    const { name, text } = fileOfAllScenarios();
    expect([name, hasUnwrittenScenarios(twin.getState())]).toEqual(['avond-3-juni.tweeling.json', false]);
    setEveningSettings({ staySeconds: 9 });
    expect(hasUnwrittenScenarios(twin.getState())).toBe(true);
    twin.setState({ scenarios: initialTwin.scenarios });
    await addScenarioFile(offer(name, text));
    expect(twin.getState().scenarios.evening).toEqual({ title: 'Avond 3 juni', staySeconds: 8 });
    expect(first()?.caption).toBe('Kijk');
    expect(hasUnwrittenScenarios(twin.getState())).toBe(false);
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
