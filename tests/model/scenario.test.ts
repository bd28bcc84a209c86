import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { parseScenario, parseScenarioFile, upgradeScenario, writeScenarioFile } from '../../src/model/scenario.ts';
import { softwareVersion } from '../../src/model/version.ts';

/** Never to be changed: what was once written must open for good. */
const frozen = JSON.parse(
  readFileSync(new URL('../fixtures/scenarios/version-1.tweeling.json', import.meta.url), 'utf8'),
) as { tweelingstad: number; scenarios: Record<string, unknown>[] };
const [first = {}] = frozen.scenarios;

describe('a file of scenarios', () => {
  it('of the first version opens, and written again it is the same', () => {
    const { scenarios, isNewer, complaints } = parseScenarioFile(frozen, 'a.tweeling.json');
    expect([scenarios.length, isNewer, complaints]).toEqual([1, false, []]);
    expect(scenarios[0]).toMatchObject({ title: 'Vijf uur in maart', moment: { minutes: 1020 }, selection: /Pand/ });
    expect(JSON.parse(writeScenarioFile(scenarios))).toEqual(frozen);
  });

  it('of a later version keeps what is not known, also its number', () => {
    const later = { ...first, schema: 7, rain: { mm: 70 } };
    const { scenarios, isNewer } = parseScenarioFile({ tweelingstad: 3, scenarios: [later] }, 'a');
    expect(isNewer).toBe(true);
    expect(JSON.parse(writeScenarioFile(scenarios)).scenarios).toEqual([later]);
  });

  it('of a later version that cannot be read says that it is later, and why', () => {
    const later = { ...first, schema: 7, compare: 'both' };
    expect(() => parseScenarioFile({ tweelingstad: 1, scenarios: [later] }, 'a.json')).toThrow(
      /^a\.json: scenarios\.0 is made by a later version \(schema 7\) and not readable by this one: compare: /,
    );
    expect(() => parseScenarioFile({ tweelingstad: 2, sets: [] }, 'a.json')).toThrow(/made by a later version/);
  });

  it('keeps captions and how its evening goes, also what is not known of it', () => {
    const evening = { title: 'Avond', idleSeconds: 0, staySeconds: 12, music: 'none' };
    const written = { tweelingstad: 1, evening, scenarios: [{ ...first, caption: 'Let op de schaduw.' }] };
    const read = parseScenarioFile(written, 'a.json');
    expect([read.evening, read.scenarios[0]?.caption]).toEqual([evening, 'Let op de schaduw.']);
    expect(JSON.parse(writeScenarioFile(read.scenarios, read.evening))).toEqual(written);
  });

  it('opens without the settings of its evening when these are wrong, and says which', () => {
    const evening = { idleSeconds: -1, staySeconds: 2.5, title: '' };
    const { scenarios, complaints, ...read } = parseScenarioFile({ ...frozen, evening }, 'a.json');
    expect([scenarios.length, read.evening]).toEqual([1, {}]);
    expect(complaints).toHaveLength(1);
    for (const part of ['a.json: evening: ', 'idleSeconds: ', 'staySeconds: ', 'title: '])
      expect(complaints[0]).toContain(part);
  });

  it('opens what is right beside what is wrong', () => {
    const wrong = { ...first, title: '', layers: { trees: { visible: 'no', opacity: 3 } } };
    const { scenarios, complaints } = parseScenarioFile({ tweelingstad: 1, scenarios: [wrong, first] }, 'a.json');
    expect(scenarios).toHaveLength(1);
    expect(complaints).toHaveLength(1);
    for (const part of ['a.json: scenarios.0', 'title: ', 'layers.trees.visible: ', 'layers.trees.opacity: '])
      expect(complaints[0]).toContain(part);
  });

  it.each([
    [null, /tweelingstad/],
    [[], /tweelingstad/],
    [{ type: 'FeatureCollection' }, /tweelingstad/],
    [{ tweelingstad: '1', scenarios: [] }, /tweelingstad/],
    [{ tweelingstad: 1 }, /no set of scenarios: scenarios: expected a list/],
    [{ tweelingstad: 1, scenarios: [3] }, /scenarios\.0 is no scenario: \(top level\): expected an object/],
    [{ tweelingstad: 1, scenarios: [{ ...first, schema: 0 }] }, /schema: expected a whole number/],
    [{ tweelingstad: 1, scenarios: [{ ...first, camera: { x: 4.9, y: 52.4 } }] }, /camera\.y: /],
    [{ tweelingstad: 1, scenarios: [{ ...first, municipality: '../x' }] }, /municipality: /],
    [
      { tweelingstad: 1, scenarios: [{ ...first, caption: 'x'.repeat(301) }] },
      /scenarios\.0 is no scenario: caption: /,
    ],
  ])('that is none is refused (%#) with file and field', (json, reason) => {
    expect(() => parseScenarioFile(json, 'x.json')).toThrow(reason);
    expect(() => parseScenarioFile(json, 'x.json')).toThrow(/^x\.json/);
  });
});

describe('a scenario of an older schema', () => {
  const table = {
    1: ({ sun, ...rest }: Record<string, unknown>) => ({ ...rest, moment: sun }),
    2: (older: Record<string, unknown>) => ({ ...older, measures: [] }),
  };

  it('goes through every step in between', () => {
    expect(upgradeScenario({ schema: 1, sun: 5 }, 3, table, 'x')).toEqual({ schema: 3, moment: 5, measures: [] });
    expect(upgradeScenario({ schema: 3 }, 3, table, 'x')).toEqual({ schema: 3 });
  });

  it('for which a step lacks is refused', () => {
    expect(() => upgradeScenario({ schema: 1 }, 4, table, 'x')).toThrow('x is no scenario: schema: 3 is older');
  });
});

it('a scenario names the version of the software that is released', () => {
  expect(softwareVersion).toBe(packageFile.version);
  expect(parseScenario({ ...first, madeWith: softwareVersion }, 'x').isNewer).toBe(false);
});
