import { describe, expect, it } from 'vitest';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { listBarriers } from '../../src/model/water-barrier.ts';
import { toCollection } from '../fixtures/small-municipality.ts';

const read = (properties: Record<string, unknown>, coordinates: unknown, type: 'LineString' | 'Point' = 'LineString') =>
  listBarriers(parseGeoJson(toCollection(type, [[properties, coordinates]]), 'dike.geojson'));
const line = [
  [146000, 507000],
  [146100, 507010],
];

describe('the lines that hold back water', () => {
  it('are read with name and height', () => {
    expect(read({ naam: 'Proefdijk', vereiste_hoogte: 2.8 }, line)).toEqual([
      { name: 'Proefdijk', requiredNap: 2.8, line: line.flat() },
    ]);
  });

  it('are refused with file, feature and field', () => {
    expect(() => read({ naam: 'Proefdijk' }, line)).toThrow(/dike\.geojson, feature 1: vereiste_hoogte is missing/);
    expect(() => read({ vereiste_hoogte: 'hoog' }, line)).toThrow(/vereistehoogte "hoog" is not a number/);
    expect(() => read({ vereiste_hoogte: 2 }, [146000, 507000], 'Point')).toThrow(/LineString/);
  });
});
