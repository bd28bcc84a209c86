import { describe, expect, it } from 'vitest';
import { listBuildingAddresses } from '../../src/model/building-addresses.ts';
import { groupRows, rowsOf } from '../../src/model/group-rows.ts';
import { countClasses } from '../../src/model/histogram.ts';
import { listSources } from '../../src/model/list-sources.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { parseAddressIndex, parseBuildingTable, parseStreetIndex } from '../../src/model/parse-city-index.ts';
import { roundLength } from '../../src/model/round-length.ts';
import { fixtureAddresses, readFixture } from '../fixtures/read-fixture.ts';

describe('an index file', () => {
  const addresses = readFixture('addresses.json') as Record<string, unknown[]>;

  it('with a column that is too short names the column and both lengths', () => {
    const short = { ...addresses, x: addresses['x']?.slice(1) };
    expect(() => parseAddressIndex(short, 'addresses.json')).toThrow(
      'addresses.json: column x has 33 values, expected 34',
    );
  });

  it('with a row that points nowhere names the row', () => {
    const wrong = { ...addresses, street: addresses['street']?.with(3, 99) };
    expect(() => parseAddressIndex(wrong, 'addresses.json')).toThrow(
      'street[3] is 99, expected a whole number from 0 below 5',
    );
  });

  it('that is something else names what is missing', () => {
    expect(() => parseStreetIndex([], 'streets.json')).toThrow('streets.json: (top level)');
    expect(() => parseBuildingTable({ id: ['a'] }, 'buildings.json')).toThrow('buildings.json: x');
  });
});

describe('addresses of a building', () => {
  it('come by street and number', () => {
    const list = listBuildingAddresses(fixtureAddresses(), 13);
    expect(list.map(({ number }) => number)).toEqual(['2', '3', '4', '5', '6', '7-2', '8', '9', '10', '11']);
  });

  it('are none where the building has none or is none', () => {
    for (const row of [23, -1, 999]) expect(listBuildingAddresses(fixtureAddresses(), row)).toEqual([]);
  });
});

describe('small sums', () => {
  it('group rows by key and leave out keys outside', () => {
    const groups = groupRows([2, 0, -1, 2, 5], 3);
    expect([0, 1, 2].map((key) => [...rowsOf(groups, key)])).toEqual([[1], [], [0, 3]]);
  });

  it('count classes with lower bounds included, and the unknown apart', () => {
    const { classes, unknown, known, median } = countClasses([1904, 1905, 1924, 1925, null, 2020], [1905, 1925]);
    expect(classes.map(({ count }) => count)).toEqual([1, 2, 2]);
    expect({ unknown, known, median }).toEqual({ unknown: 1, known: 5, median: 1924 });
    expect(countClasses([null], [3]).median).toBeUndefined();
  });

  it('round a scale bar down to 1, 2 or 5', () => {
    expect([0.07, 1, 1.9, 2, 4.9, 5, 9.99, 137, 2600].map(roundLength)).toEqual([0.05, 1, 1, 2, 2, 5, 5, 100, 2000]);
  });

  it('list every source once', () => {
    const municipality = parseMunicipality(readFixture('municipality.json'), 'municipality.json');
    expect(listSources(municipality).map(({ key }) => key)).toEqual(['buildings', 'streets', 'addresses']);
    const source = { title: { nl: 'Plan', en: 'Plan' }, holder: 'Proefdam', date: '2026', licence: 'CC0-1.0' };
    expect(listSources(municipality, [{ id: 'veld', source }]).at(-1)).toEqual({ key: 'plan-veld', source });
  });
});
