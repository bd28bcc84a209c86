import { describe, expect, it } from 'vitest';
import { deBilt2000 } from '../../src/engines/solar/climate-de-bilt.ts';
import { parseClimate } from '../../src/pipeline/solar-climate.ts';

const rows = deBilt2000.global.map((global, i) => `${i + 1},${global},${deBilt2000.diffuse[i]}`);
const csv = (lines: readonly string[], header = 'month,ghi_kwh_m2,dhi_kwh_m2') => [header, ...lines].join('\n');
const replaced = (line: string, at = 5) => rows.map((row, i) => (i === at ? line : row));

describe('a climate of one’s own', () => {
  it('is read in any order of months', () => {
    const { global, diffuse, title } = parseClimate(csv(rows.toReversed()), 'ours.csv', 52.1);
    expect(global).toEqual(deBilt2000.global);
    expect(diffuse).toEqual(deBilt2000.diffuse);
    expect(title).toBe('ours.csv');
  });

  it('has its diffuse light computed where that is not known', () => {
    const without = csv(
      rows.map((row) => row.split(',').slice(0, 2).join(',')),
      'month,ghi_kwh_m2',
    );
    const { global, diffuse } = parseClimate(without, 'ours.csv', 52.1);
    expect(diffuse).toHaveLength(12);
    diffuse.forEach((value, i) => {
      expect(value).toBeGreaterThan(0.35 * (global[i] as number));
      expect(value).toBeLessThan(0.9 * (global[i] as number));
    });
  });

  it.each([
    ['a month twice', csv([...rows, '3,50,30']), 'line 14: month 3 is given twice'],
    ['a month missing', csv(rows.slice(1)), 'month 1 is missing'],
    ['a month that is none', csv(replaced('13,100,50')), 'line 7: month 13 is not a whole number from 1 to 12'],
    ['more than the sun gives', csv(replaced('6,400,50')), 'line 7: ghi_kwh_m2 400 is not from 0 to'],
    [
      'more diffuse light than light',
      csv(replaced('6,100,101')),
      'line 7: dhi_kwh_m2 101 is not from 0 to ghi_kwh_m2 100',
    ],
    ['no number', csv(replaced('6,,50')), 'line 7: ghi_kwh_m2 "" is not a number'],
    ['no column', csv(rows, 'month,ghi,dhi'), 'column ghi_kwh_m2 is missing'],
  ])('is refused with %s', (_, text, message) => {
    expect(() => parseClimate(text, 'ours.csv', 52.1)).toThrow(message);
  });
});
