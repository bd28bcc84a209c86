import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/model/plan.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { createFormat } from '../../src/ui/format.ts';
import { describeInShort, listDifferences, type Words } from '../../src/ui/scenario-facts.ts';
import { nl } from '../../src/ui/text/nl.ts';
import { scenarioText } from '../../src/ui/text/scenario.ts';

const title = (nl: string) => ({ nl, en: `${nl} in English` });
const plan = parsePlan(
  {
    schema: 1,
    id: 'haven',
    title: title('Havenkwartier'),
    summary: title('Wonen aan de haven'),
    status: 'concept',
    holder: 'Gemeente',
    contact: title('Projectleider'),
    dates: [],
    documents: [],
    fixed: [],
    open: [],
    peilNap: -1,
    area: [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
    variants: [
      {
        id: 'laag',
        title: title('Laag'),
        summary: title('x'),
        phases: [{ id: '1', title: title('Kade'), from: '2027' }],
      },
      { id: 'hoog', title: title('Hoog'), summary: title('x') },
    ],
    stops: [],
    source: { title: title('x'), holder: 'x', date: '2026', licence: 'CC0-1.0' },
  },
  'haven.json',
);

const words: Words = {
  text: nl,
  words: scenarioText.nl,
  format: createFormat('nl', nl),
  plans: [plan],
  nameOf: (building) => `Huis ${building}`,
};

const start: Scenario = {
  schema: 1,
  title: 'Begin',
  municipality: 'markerwaard',
  madeWith: '0.1.0',
  created: '2026-11-22',
  measures: [],
  layers: { buildings: { visible: true, opacity: 1 }, trees: { visible: true, opacity: 1 } },
  walking: false,
  language: 'nl',
  compare: { mode: 'off', position: 0.5 },
};

describe('a scenario in one line', () => {
  it('tells the town of today plainly', () => {
    expect(describeInShort(start, words)).toBe('Vandaag, zonder plan · gewoon daglicht · alle lagen');
  });

  it('tells plan, variant, phase, comparison, time and layers by their names', () => {
    const scenario: Scenario = {
      ...start,
      choice: { plan: 'haven', variant: 'laag', phase: '1' },
      compare: { mode: 'swipe', position: 0.2 },
      moment: { date: '2026-03-21', minutes: 1020 },
      layers: { buildings: { visible: true, opacity: 0.6 }, trees: { visible: false, opacity: 1 } },
    };
    expect(describeInShort(scenario, words)).toBe(
      'Havenkwartier · Laag · Kade · schuiven tussen vandaag en plan · 21 maart 2026, 17:00 · gebouwen 60%, zonder bomen',
    );
  });

  it('tells a plan, layer or question that it does not know by its id', () => {
    const scenario: Scenario = {
      ...start,
      choice: { plan: 'weg', variant: 'b' },
      question: 'rain',
      layers: { flood: { visible: false, opacity: 1 } },
    };
    expect(describeInShort(scenario, words)).toBe('Weg · b · gewoon daglicht · zonder flood · rain');
  });
});

describe('the differences of two scenarios', () => {
  it('are none between equal ones, whatever their names and days', () => {
    expect(listDifferences(start, { ...start, title: 'Anders', created: '2027-01-01' }, words)).toEqual([]);
  });

  it('are only what differs, in words', () => {
    const other: Scenario = {
      ...start,
      choice: { plan: 'haven', variant: 'hoog' },
      selection: '12',
      measures: [{ kind: 'wadi' }],
      dataHash: 'ab12cd34ef',
      dataDate: '2026-01-01',
      language: 'en',
    };
    expect(listDifferences(start, other, words).map(({ fact, first, second }) => [fact, first, second])).toEqual([
      ['plan', 'vandaag, zonder plan', 'Havenkwartier'],
      ['variant', undefined, 'Hoog'],
      ['selection', undefined, 'Huis 12'],
      ['measures', undefined, '1'],
      ['language', 'Nederlands', 'Engels'],
      ['data', undefined, 'van 1 januari 2026 (ab12cd34)'],
    ]);
  });

  it('see where the eye stands', () => {
    const camera = { x: 147000, y: 508000, nap: 78, headingDegrees: 0, pitchDegrees: -10 };
    const [row] = listDifferences({ ...start, camera }, { ...start, camera, walking: true }, words);
    expect(row?.fact).toBe('place');
    expect(row?.first).toMatch(/U kijkt naar het noorden, vanaf 78,0/);
    expect(row?.second).toMatch(/U staat op de grond/);
  });
});
