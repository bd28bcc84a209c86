import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAddressIndex } from '../../src/model/parse-city-index.ts';
import { makeAddresses } from '../../src/pipeline/addresses.ts';
import { toCollection } from '../fixtures/small-municipality.ts';
import { createWorkFolder } from './tiles/sample-city.ts';

const work = createWorkFolder();
afterAll(() => work.destroy());

const buildings = ['NL.IMBAG.Pand.0503100000000001', '0503100000000002', 'house'];

async function make(list: readonly Record<string, unknown>[]) {
  const features = list.map((properties, i): [Record<string, unknown>, unknown] => [properties, [146000 + i, 507000]]);
  const file = work.write('addresses.geojson', toCollection('Point', features));
  const report = await makeAddresses([file], work.out, buildings);
  return { report, ...parseAddressIndex(JSON.parse(readFileSync(work.out, 'utf8')), 'addresses.json') };
}

describe('addresses', () => {
  it('find their building by the number in its id, however that is written', async () => {
    const { building, report } = await make([
      { straat: 'A', huisnummer: 1, pand: '0503100000000001' },
      { straat: 'A', huisnummer: 2, pand: 'NL.IMBAG.Pand.0503100000000002' },
      { straat: 'A', huisnummer: 3, pand: 'house' },
      { straat: 'A', huisnummer: 4, pand: '0503100000000009' },
      { straat: 'A', huisnummer: 5 },
    ]);
    expect(building).toEqual([0, 1, 2, -1, -1]);
    expect(report).toEqual({ addresses: 5, withoutBuilding: 2 });
  });

  it('are sorted by street and number, and written as on the door', async () => {
    const { street, streets, number, postcode, postcodes, x } = await make([
      { openbare_ruimte_naam: 'Zuid', huisnummer: 10, postcode: '1234 ab' },
      { openbareRuimteNaam: 'Noord', huisnummer: 10, huisletter: 'B', postcode: '1234AC' },
      { openbare_ruimte_naam: 'Noord', huisnummer: '2', huisnummertoevoeging: 'III' },
      { openbare_ruimte_naam: 'Noord', huisnummer: 10, huisletter: 'a', toevoeging: 2, postcode: '1234AB' },
    ]);
    expect(street.map((row) => streets[row])).toEqual(['Noord', 'Noord', 'Noord', 'Zuid']);
    expect(number).toEqual(['2-III', '10a-2', '10b', '10']);
    expect(postcode.map((row) => postcodes[row])).toEqual(['', '1234AB', '1234AC', '1234AB']);
    expect(x).toEqual([146002, 146003, 146001, 146000]);
  });

  it('without street or number are refused with file, feature and field', async () => {
    const one = { identificatie: '0503200000000001', openbare_ruimte_naam: 'A', huisnummer: 1 };
    await expect(make([one, { ...one, huisnummer: null }])).rejects.toThrow(
      'addresses.geojson, feature 2 (0503200000000001): huisnummer is missing.',
    );
    await expect(make([{ ...one, openbare_ruimte_naam: ' ' }])).rejects.toThrow(/openbare_ruimte_naam.*is missing/);
  });
});
