import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { isSameRule, sunRules, writeRule } from '../../src/model/sunlight.ts';
import { initialSunlightChoice, isOwnRule, listSunRules } from '../../src/model/sunlight-choice.ts';

const file = 'data/markerwaard/municipality.json';
const markerwaard = JSON.parse(readFileSync(file, 'utf8')) as { sunlight: { rules: object[] } };
const [norm] = markerwaard.sunlight.rules as [object];
const parse = (...changes: object[]) =>
  parseMunicipality(
    { ...markerwaard, sunlight: { rules: changes.map((change) => ({ ...norm, ...change })) } },
    'm.json',
  );

describe('norms for sun of a municipality', () => {
  it('are what its file says, after the customary ones and before the visitor’s own', () => {
    const rules = parse({}).sunlight?.rules ?? [];
    expect(rules).toEqual([norm]);
    const ids = listSunRules(rules, initialSunlightChoice.own).map(({ id }) => id);
    expect(ids).toEqual(['tno-light', 'tno-strict', 'haagse-norm', 'markerwaard', 'own']);
  });

  it.each([
    [[{ until: '02-01' }], 'sunlight.rules.0.until: expected a period within a year'],
    [[{}, { id: 'b', from: '02-30' }], 'sunlight.rules.1.from: expected a month and a day'],
    [[{ hours: 0 }], 'sunlight.rules.0.hours: '],
    [[{ minElevationDegrees: 90 }], 'sunlight.rules.0.minElevationDegrees: '],
    [[{ id: 'own' }], 'sunlight.rules.0.id: is the id of a rule that is there already'],
    [[{ id: 'tno-light' }], 'sunlight.rules.0.id: is the id of a rule that is there already'],
    [[{}, {}], 'sunlight.rules: two rules have the same id'],
  ])('are refused with file and field: %j', (changes, complaint) => {
    expect(() => parse(...changes)).toThrow(`m.json is not a municipality: ${complaint}`);
  });
});

describe('a rule for sun', () => {
  it('of the visitor lies within a year, and its hours and lowest sun within bounds', () => {
    const { own } = initialSunlightChoice;
    expect(isOwnRule(own)).toBe(true);
    expect(isOwnRule({ ...own, from: '02-29', until: '02-29' })).toBe(true);
    for (const wrong of [{ from: '02-30' }, { from: '10-22' }, { hours: 0 }, { minElevationDegrees: Number.NaN }])
      expect(isOwnRule({ ...own, ...wrong })).toBe(false);
  });

  it('is written as the command line takes it, and differs by what it asks', () => {
    expect(writeRule(sunRules[2])).toBe('haagse-norm');
    const own = { id: 'own', from: '03-01', until: '09-30', hours: 2.5, minElevationDegrees: 7 };
    expect(writeRule(own)).toBe('own:03-01/09-30:2.5:7');
    expect(isSameRule(own, { ...own })).toBe(true);
    expect(isSameRule(own, { ...own, hours: 2 })).toBe(false);
  });
});
