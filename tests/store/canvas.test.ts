import { beforeEach, describe, expect, it } from 'vitest';
import type { Municipality } from '../../src/model/municipality.ts';
import { parseScenarioFile } from '../../src/model/scenario.ts';
import { emptyCanvas, withPart, withRow, writeCanvasFile } from '../../src/model/use-case-canvas.ts';
import {
  beginCanvas,
  editCanvas,
  fileOfCanvas,
  givenCanvas,
  givenCanvases,
  needCanvases,
  openCanvasFile,
} from '../../src/store/canvas.ts';
import {
  hasUnwrittenCanvas,
  ownCanvases,
  redoCanvas,
  setOwnCanvas,
  takeOverCanvases,
  undoCanvas,
} from '../../src/store/own-canvases.ts';
import { fileOfScenario } from '../../src/store/scenario-files.ts';
import { presentScenario, showScenario } from '../../src/store/scenario-picture.ts';
import { initialTwin, twin } from '../../src/store/twin.ts';
import { hamlet } from '../fixtures/small-municipality.ts';

const town = { ...(hamlet as unknown as Municipality), canvases: ['canvases.json'] };
const shipped = withPart(emptyCanvas('flood', 'Van de gemeente', 'nl'), 'purpose', 'Droge voeten');
const present = (question = 'flood') => twin.getState().canvases[question]?.present;
const given = () => givenCanvas(givenCanvases.getState(), twin.getState().baseUrl, 'flood', 'nl');

beforeEach(() => {
  twin.setState({ ...initialTwin, baseUrl: 'https://x/made/a/', municipality: { status: 'ready', value: town } }, true);
  givenCanvases.setState({ from: '', canvases: { status: 'idle' } });
});

describe('canvases of the municipality', () => {
  it('are read once, and shown until the visitor changes one', async () => {
    const asked: string[] = [];
    const readJson = async (url: string) => {
      asked.push(url);
      return JSON.parse(writeCanvasFile([shipped]));
    };
    await Promise.all([needCanvases(readJson), needCanvases(readJson)]);
    expect(asked).toEqual(['https://x/made/a/canvases.json']);
    expect(given()).toEqual(shipped);
    editCanvas('flood', 'nl', (canvas) => withPart(canvas, 'people', 'Bewoners'));
    expect(present()?.parts).toEqual({ purpose: 'Droge voeten', people: 'Bewoners' });
    expect(present()?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    undoCanvas('flood');
    expect(present()).toBeUndefined();
    redoCanvas('flood');
    expect(present()?.parts.people).toBe('Bewoners');
  });

  it('that cannot be read say why, and one can be begun', async () => {
    await needCanvases(async () => ({ tweelingstad: 1, canvases: [{ ...shipped, form: 'x' }] }));
    expect(givenCanvases.getState().canvases).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/canvases\.json.*canvases\.0\.form/),
    });
    beginCanvas('flood', 'Mijn vraag', 'nl');
    expect(present()?.title).toBe('Mijn vraag');
  });

  it('of a municipality that was left are not shown for another', async () => {
    await needCanvases(async () => JSON.parse(writeCanvasFile([shipped])));
    twin.setState({ baseUrl: 'https://x/made/b/' });
    expect(given()).toBeUndefined();
  });
});

describe('own canvases', () => {
  it('are undone by question', () => {
    beginCanvas('flood', 'a', 'nl');
    beginCanvas('heat', 'b', 'nl');
    undoCanvas('flood');
    expect([present('flood'), present('heat')?.title]).toEqual([undefined, 'b']);
  });

  it('go along in the file of a scenario and come back; a scenario without any leaves them', () => {
    beginCanvas('flood', 'a', 'nl');
    editCanvas('flood', 'nl', (canvas) => withRow(canvas, 'goals', { goal: 'Droog' }));
    const mine = present();
    expect(hasUnwrittenCanvas(twin.getState())).toBe(true);
    const { text } = fileOfScenario({ ...presentScenario(), title: 'x' });
    expect(hasUnwrittenCanvas(twin.getState())).toBe(false);
    setOwnCanvas('flood', undefined);
    const [scenario] = parseScenarioFile(JSON.parse(text), 'x').scenarios;
    if (!scenario) throw new Error('no scenario');
    expect(showScenario(scenario)).toEqual([]);
    expect(ownCanvases(twin.getState())).toEqual([mine]);
    expect(hasUnwrittenCanvas(twin.getState())).toBe(false);
    const steps = twin.getState().canvases['flood']?.past.length;
    showScenario(scenario);
    expect(twin.getState().canvases['flood']?.past.length).toBe(steps);
    const { canvases: _, ...without } = scenario;
    showScenario(without);
    expect(ownCanvases(twin.getState())).toEqual([mine]);
    // A stop of an evening is looked at, not opened.
    setOwnCanvas('flood', undefined);
    showScenario(scenario, true);
    expect(ownCanvases(twin.getState())).toEqual([]);
  });

  it('are kept for a question that this version does not know', () => {
    takeOverCanvases([emptyCanvas('crowd', 'Drukte', 'nl')]);
    expect(presentScenario().canvases?.map(({ question }) => question)).toEqual(['crowd']);
  });
});

describe('a file of a canvas', () => {
  const offer = (text: string, size = text.length) => ({ name: 'c.json', size, text: async () => text });

  it('is written and opened', async () => {
    const canvas = withPart(emptyCanvas('flood', 'Uit bestand', 'nl'), 'means', 'Hoogtes');
    const file = fileOfCanvas(canvas);
    expect(file.name).toBe('canvas-flood.json');
    expect(await openCanvasFile(offer(file.text), 'flood', 'nl')).toEqual({ status: 'opened' });
    expect(present()).toEqual(canvas);
  });

  it('is refused by name when it is none, too large, or of another question', async () => {
    const text = writeCanvasFile([emptyCanvas('heat', 'Warmte', 'nl')]);
    const outcomes = await Promise.all([
      openCanvasFile(offer('geen json'), 'flood', 'nl'),
      openCanvasFile(offer('{"tweelingstad":1,"canvases":[{}]}'), 'flood', 'nl'),
      openCanvasFile(offer(text, 2e6), 'flood', 'nl'),
      openCanvasFile(offer(text), 'flood', 'nl'),
      openCanvasFile({ ...offer(text), text: () => Promise.reject(new Error('gone')) }, 'flood', 'nl'),
    ]);
    expect(outcomes.map((outcome) => outcome.status === 'refused' && outcome.reason)).toEqual([
      'no-canvas',
      'no-canvas',
      'too-large',
      'other-question',
      'unreadable',
    ]);
    expect(outcomes.every((outcome) => outcome.status === 'refused' && outcome.detail.includes('c.json'))).toBe(true);
    expect(present()).toBeUndefined();
  });
});
