import { describe, expect, it } from 'vitest';
import { attributeRules, describeBuilding } from '../../src/model/building-attributes.ts';

const readValue = (attributes: Parameters<typeof describeBuilding>[0], key: string) =>
  describeBuilding(attributes).known.find((attribute) => attribute.key === key)?.value;

describe('attributes of a building', () => {
  it('are known by every name that sources use, in any letter case', () => {
    for (const name of ['oorspronkelijkbouwjaar', 'oorspronkelijkBouwjaar', 'OORSPRONKELIJKBOUWJAAR']) {
      expect(readValue({ [name]: 1931 }, 'year')).toBe(1931);
    }
    expect(readValue({ b3_h_max: 12.3 }, 'roofTop')).toBe(12.3);
    expect(readValue({ b3_h_dak_max: 12.3 }, 'roofTop')).toBe(12.3);
    expect(readValue({ bagpandid: '0503100000000001' }, 'id')).toBe('0503100000000001');
  });

  it('take the first name that has a value', () => {
    expect(readValue({ b3_h_dak_max: null, b3_h_max: 7 }, 'roofTop')).toBe(7);
  });

  it('are unknown where the source has no value, however it writes that', () => {
    for (const year of [null, 2147483647, 9999, 1005, '', Number.NaN])
      expect(readValue({ bouwjaar: year }, 'year')).toBeNull();
    expect(readValue({ b3_dak_type: 'no points' }, 'roofType')).toBeNull();
    expect(readValue({ b3_h_maaiveld: -9999 }, 'ground')).toBeNull();
    expect(readValue({}, 'year')).toBeUndefined();
  });

  it('keep false and zero, which are values', () => {
    expect(readValue({ monument: false }, 'monument')).toBe(false);
    expect(readValue({ b3_opp_dak_plat: 0 }, 'flatRoof')).toBe(0);
  });

  it('give the height above the ground, or say that it is unknown', () => {
    expect(describeBuilding({ b3_h_maaiveld: -4, b3_h_dak_max: 5.5 }).heightAboveGround).toBe(9.5);
    expect(describeBuilding({ b3_h_maaiveld: -4, b3_h_nok: 5 }).heightAboveGround).toBe(9);
    expect(describeBuilding({ b3_h_dak_max: 5.5 }).heightAboveGround).toBeNull();
  });

  it('that we do not know keep the names of the source', () => {
    const { known, other } = describeBuilding({ b3_rmse_lod22: 0.04, Identificatie: 'x', eigen_veld: 'ja' });
    expect(known.map(({ key }) => key)).toEqual(['id']);
    expect(other).toEqual([
      ['b3_rmse_lod22', 0.04],
      ['eigen_veld', 'ja'],
    ]);
  });

  it('share no name between two meanings', () => {
    const names = Object.values(attributeRules).flatMap((rule) => rule.names.map((name) => name.toLowerCase()));
    expect(new Set(names).size).toBe(names.length);
  });
});
