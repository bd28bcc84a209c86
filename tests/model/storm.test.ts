import { describe, expect, it } from 'vitest';
import { climateFactor, rainAmount, returnPeriod } from '../../src/model/rain-statistics.ts';
import { customaryStorms, listStorms, rainDepth, stormPeriod, stormRain } from '../../src/model/storm.ts';
import { floodText } from '../../src/ui/text/flood.ts';

const years = [1, 2, 5, 10, 25, 50, 100, 250, 1000];
/** STOWA 2019-19, current climate, mm. */
const table: Record<number, readonly number[]> = {
  10: [10.2, 12.2, 15.1, 17.5, 21.3, 24.7, 28.7, 35.1, 47.6],
  30: [13.5, 16.6, 21.2, 25.3, 32.0, 38.2, 45.8, 58.4, 84.9],
  60: [16.2, 20.0, 25.8, 31.0, 39.5, 47.7, 57.7, 74.5, 110.6],
  120: [19.5, 24.0, 30.7, 36.8, 46.9, 56.6, 68.5, 86.5, 127.6],
  240: [23.4, 28.4, 35.9, 42.8, 54.1, 64.8, 78.0, 93.9, 134.4],
  1440: [36.8, 43.8, 54.2, 63.0, 75.9, 86.9, 98.9, 116.7, 148.2],
};

describe('rain by duration and return period', () => {
  it('is that of STOWA in every cell of the table', () => {
    for (const [minutes, row] of Object.entries(table)) {
      for (const [i, expected] of row.entries()) {
        const found = rainAmount(Number(minutes), years[i] as number);
        // The table was rounded from figures of two decimals: 35.045 is 35.05, and so 35.1 there.
        const rounded = Math.round(Math.round(found * 100) / 10) / 10;
        expect(rounded, `${minutes} min, T ${years[i]}: ${found}`).toBe(expected);
      }
    }
  });

  it('is exact to two decimals where STOWA gives them', () => {
    expect(rainAmount(60, 100)).toBeCloseTo(57.68, 2);
    expect(rainAmount(120, 100)).toBeCloseTo(68.45, 2);
    expect(rainAmount(1440, 100)).toBeCloseTo(98.9, 2);
  });

  it('grows with duration and with period, but for the step that STOWA makes at 120 years', () => {
    for (const T of [1, 10, 100]) {
      for (const minutes of [10, 15, 45, 60, 90, 105, 120, 300, 600])
        expect(rainAmount(minutes * 1.1, T)).toBeGreaterThan(rainAmount(minutes, T));
    }
    for (const minutes of [10, 60, 1440, 14_400])
      for (const T of [0.5, 1, 10, 100, 500])
        expect(rainAmount(minutes, T * 1.2)).toBeGreaterThan(rainAmount(minutes, T));
    expect(rainAmount(120, 120.001)).toBeLessThan(rainAmount(120, 120));
  });

  it('is found back from an amount', () => {
    for (const minutes of [10, 60, 91, 240, 1440]) {
      for (const T of [0.6, 3, 77, 400, 999])
        expect(returnPeriod(minutes, rainAmount(minutes, T)).years / T, `${minutes} min, T ${T}`).toBeCloseTo(1, 6);
    }
    // In the step back both 115 and some 130 years bring 71.3 mm: the shorter is told.
    expect(returnPeriod(120, 71.3).years).toBeLessThan(120);
    expect(returnPeriod(60, 500)).toEqual({ years: 1000, beyond: 'rarer' });
    expect(returnPeriod(60, 1)).toEqual({ years: 0.5, beyond: 'commoner' });
    expect(returnPeriod(60, Number.NaN)).toEqual({ years: 0.5, beyond: 'commoner' });
  });

  it('refuses what the statistics do not cover', () => {
    expect(() => rainAmount(5, 10)).toThrow('Expected a duration of 10 to 14400 minutes, got 5.');
    expect(() => rainAmount(60, 5000)).toThrow('Expected a return period of 0.5 to 1000 years, got 5000.');
    expect(() => returnPeriod(Number.NaN, 10)).toThrow(RangeError);
  });

  it('grows with the climate as STOWA 2024 says', () => {
    expect(climateFactor(2050, 'high')).toBeCloseTo(1.0715, 4);
    expect(climateFactor(2100, 'high')).toBeCloseTo(1.234, 6);
    expect(climateFactor(2050, 'low')).toBe(climateFactor(2100, 'low'));
  });
});

describe('the storms', () => {
  it('have a title and a source in both languages, and the period of today', () => {
    for (const { id } of customaryStorms) {
      for (const { storms } of [floodText.nl, floodText.en]) expect(storms[id].source.length).toBeGreaterThan(20);
    }
    const periods = Object.fromEntries(customaryStorms.map((storm) => [storm.id, stormPeriod(storm)?.years ?? 0]));
    // Between the table's neighbours, straight in the logarithms of both.
    const between = (low: number, high: number) => Math.log(70 / low) / Math.log(high / low);
    expect((periods['70mm-1h'] as number) / (100 * 2.5 ** between(57.68, 74.51))).toBeCloseTo(1, 2);
    expect((periods['70mm-2h'] as number) / (100 * 1.2 ** between(68.45, rainAmount(120, 120)))).toBeCloseTo(1, 2);
    expect(stormPeriod({ id: 'x', millimetres: 140, minutes: 120, shape: 'block' })?.beyond).toBe('rarer');
    expect(stormPeriod({ id: 'x', millimetres: 5, minutes: 5, shape: 'block' })).toBeUndefined();
  });

  it('of the stress test are 1.2 times what falls today in their periods', () => {
    const periods = { '70mm-1h': 100, '90mm-1h': 250, '160mm-2h': 1000 } as const;
    for (const [id, T] of Object.entries(periods)) {
      const storm = customaryStorms.find((one) => one.id === id);
      const factor = (storm?.millimetres ?? 0) / rainAmount(storm?.minutes ?? 0, T);
      expect(factor, id).toBeGreaterThan(1.19);
      expect(factor, id).toBeLessThan(1.27);
    }
  });

  it('bring their amount, evenly or with a peak', () => {
    for (const { millimetres, minutes } of customaryStorms) {
      for (const shape of ['block', 'peaked'] as const)
        expect(rainDepth(stormRain({ millimetres, minutes, shape }), 1e6)).toBeCloseTo(millimetres / 1000, 12);
    }
    expect(rainDepth(stormRain({ millimetres: 70, minutes: 60, shape: 'block' }), 1800)).toBeCloseTo(0.035, 12);
  });

  it('with a peak have it in the middle, with the ten minutes that the statistics give', () => {
    const T100 = rainAmount(60, 100);
    const rain = stormRain({ millimetres: T100, minutes: 60, shape: 'peaked' });
    expect(rain.map(({ second }) => second)).toEqual([0, 600, 1200, 1800, 2400, 3000, 3600]);
    const values = rain.map(({ value }) => value);
    const peak = Math.max(...values);
    expect(values.indexOf(peak)).toBe(2);
    expect(peak * 600 * 1000).toBeCloseTo(rainAmount(10, 100), 6);
    // The middle half hour is that of the statistics too: once in 100 years for every duration around the peak.
    const inner = ((values[1] as number) + peak + (values[3] as number)) * 600 * 1000;
    expect(inner).toBeCloseTo(rainAmount(30, 100), 6);
  });

  it('of nothing bring nothing', () => {
    expect(stormRain({ millimetres: 0, minutes: 60, shape: 'block' })).toEqual([{ second: 0, value: 0 }]);
  });

  it('of a municipality come behind the customary ones, or take their place', () => {
    const own = { id: '100mm-1h', millimetres: 100, minutes: 60, shape: 'peaked' } as const;
    const other = { id: 'herwijnen', millimetres: 93, minutes: 70, shape: 'block' } as const;
    const storms = listStorms([own, other]);
    expect(storms).toHaveLength(7);
    expect(storms[3]).toBe(own);
    expect(storms[6]).toBe(other);
  });
});
