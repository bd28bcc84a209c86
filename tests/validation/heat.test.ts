import { describe, expect, it } from 'vitest';
import { type Envelope, formOf, heatDemand } from '../../src/engines/heat/balance.ts';
import { createHeatClimate } from '../../src/engines/heat/climate.ts';
import { readEnvelope } from '../../src/engines/heat/envelope.ts';
import { readLabel } from '../../src/engines/heat/label.ts';
import { initialHeat } from '../../src/model/heat.ts';
import { standardDemand, standardExamples } from '../../src/model/heat-standard.ts';

const climate = createHeatClimate();
const percent = (is: number, should: number) => (is / should - 1) * 100;

type Pair = readonly [area: number, u: number];

/**
 * RVO, Voorbeeldwoningen bestaande bouw 2022: areas, U-values and net heat demand by NTA 8800 (kWh/m²), as others have copied them from its
 * sheets. Airtight ones are those of the packages of measures.
 */
const homes: readonly (readonly [
  name: string,
  floorArea: number,
  floor: Pair,
  wall: Pair,
  roof: Pair,
  window: Pair,
  door: Pair,
  air: number,
  demand: number,
])[] = [
  [
    'row before 1946, as built',
    108.96,
    [48.72, 2.44],
    [41.58, 2.78],
    [57.25, 2.56],
    [19.3, 5.1],
    [6.32, 3.4],
    0.75,
    234.06,
  ],
  ['row before 1946, now', 108.96, [48.72, 2.44], [41.58, 1.92], [57.25, 0.84], [19.3, 2.9], [6.32, 1.4], 0.75, 160.74],
  [
    'row before 1946, insulated',
    108.96,
    [48.72, 0.27],
    [41.58, 0.53],
    [57.25, 0.27],
    [19.3, 1.4],
    [6.32, 1.4],
    0.55,
    55.84,
  ],
  [
    'end of row 1965–1974, as built',
    115.96,
    [50, 2.33],
    [87.4, 1.67],
    [56.53, 0.97],
    [26.6, 5.1],
    [9.35, 3.4],
    0.75,
    205.35,
  ],
  [
    'end of row 1965–1974, now',
    115.96,
    [50, 2.33],
    [87.4, 1.67],
    [56.53, 0.97],
    [26.6, 2.9],
    [9.35, 3.4],
    0.75,
    183.59,
  ],
  [
    'end of row 1965–1974, insulated',
    115.96,
    [50, 0.27],
    [87.4, 0.53],
    [56.53, 0.27],
    [26.6, 1.4],
    [9.35, 2],
    0.55,
    65.02,
  ],
  [
    'semi-detached 1965–1974, as built',
    133.9,
    [61.45, 2.33],
    [91.68, 1.67],
    [72.62, 0.97],
    [30.19, 5.1],
    [6.24, 3.4],
    0.75,
    204.9,
  ],
  [
    'semi-detached 1965–1974, now',
    133.9,
    [61.45, 2.33],
    [91.68, 1.67],
    [72.62, 0.97],
    [30.19, 2.9],
    [6.24, 3.4],
    0.75,
    183.5,
  ],
  [
    'semi-detached 1965–1974, insulated',
    133.9,
    [61.45, 0.27],
    [91.68, 0.53],
    [72.62, 0.27],
    [30.19, 1.4],
    [6.24, 1.4],
    0.55,
    65.77,
  ],
  [
    'row 1965–1974, as built',
    111.6,
    [48.3, 2.33],
    [37.67, 1.67],
    [55.6, 0.97],
    [19.86, 5.1],
    [4.82, 3.4],
    0.75,
    163.16,
  ],
  ['row 1965–1974, now', 111.6, [48.3, 2.33], [37.67, 1.92], [55.6, 0.97], [19.86, 2.9], [4.82, 3.4], 0.75, 141.92],
  ['row 1965–1974, insulated', 111.6, [48.3, 0.27], [37.67, 0.53], [55.6, 0.27], [19.86, 1.4], [4.82, 2], 0.55, 55.28],
  ['detached 1975–1991, as built', 161, [93, 1.28], [126.42, 0.68], [120.46, 0.68], [31.4, 4], [8, 3.4], 0.75, 166.91],
  ['detached 1975–1991, now', 161, [93, 1.28], [126.42, 0.68], [120.46, 0.68], [31.4, 2.9], [8, 3.4], 0.75, 157.33],
  ['detached 1975–1991, insulated', 161, [93, 0.27], [126.42, 0.53], [120.46, 0.27], [31.4, 1.4], [8, 2], 0.55, 75.34],
];

const surface = ([area, u]: Pair) => ({ area, u });
const envelopes = homes.map(([name, floorArea, floor, wall, roof, window, door, air, should]) => ({
  name,
  should,
  envelope: {
    floorArea,
    floor: surface(floor),
    wall: surface(wall),
    roof: surface(roof),
    window: surface(window),
    door: surface(door),
    air,
  } satisfies Envelope,
}));

describe('net heat demand of RVO’s example homes', () => {
  it('is within 13 % of what NTA 8800 gives, root mean square within 7.5 %', () => {
    const errors = envelopes.map(({ name, should, envelope }) => {
      const is = heatDemand(envelope, climate, initialHeat.indoor);
      console.log(`${name}: ${is.toFixed(1)} kWh/m² (${should}, ${percent(is, should).toFixed(1)} %)`);
      return percent(is, should);
    });
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    console.log(`mean ${mean.toFixed(1)} %, root mean square ${spread.toFixed(1)} %`);
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(13);
    expect(spread).toBeLessThan(7.5);
    expect(Math.abs(mean)).toBeLessThan(2);
  });

  // Not among those that the constants were chosen with. The year's resistances are worse than what RVO, from its survey of 2018, took for this
  // home; another program that took the year's found 262 where RVO has 208.
  it('of one that was left out is too high by the insulation that the year does not know, as others found', () => {
    const envelope: Envelope = {
      floorArea: 110.9,
      floor: { area: 54.15, u: 2.44 },
      wall: { area: 86.02, u: 1.92 },
      roof: { area: 72.28, u: 2.37 },
      window: { area: 21.32, u: 1.8 },
      door: { area: 5.31, u: 3.4 },
      air: 0.75,
    };
    const is = heatDemand(envelope, climate, initialHeat.indoor);
    console.log(`end of row 1946–1964: ${is.toFixed(1)} (208.2 by RVO, 262.1 by the year's values)`);
    expect(is).toBeGreaterThan(208.2);
    expect(is).toBeLessThan(262.1 * 1.05);
  });
});

it('the Standaard is that of RVO’s example homes', () => {
  const cases = [
    ['row before 1946', 1.46, true, false, 107.79],
    ['end of row before 1946', 2.04, true, false, 169.22],
    ['end of row 1946–1964', 2.03, false, false, 84.24],
    ['row 1965–1974', 1.36, false, false, 57.54],
    ['detached 1975–1991', 2.18, false, false, 90.3],
    ['semi-detached 1992–2005', 1.88, false, false, 78.01],
    ['flat 1965–1974', 0.8, false, true, 45],
    ['flat at the corner 1992–2005', 1.07, false, true, 48.03],
  ] as const;
  for (const [name, form, isOld, isFlat, should] of cases) {
    const is = standardDemand(form, isOld, isFlat);
    console.log(`${name}: ${is.toFixed(2)} (${should})`);
    // Forms are published with two decimals.
    expect(Math.abs(is - should)).toBeLessThan(0.005 * 105 + 0.01);
  }
  const first = envelopes[0]?.envelope as Envelope;
  expect(formOf(first)).toBeCloseTo(1.455, 2);
});

it('the example of the leaflet is RVO’s own: amid its row a home needs less heat, and is further from its Standaard', () => {
  const { row, end } = standardExamples;
  const find = (start: string) => envelopes.find(({ name }) => name === `${start} 1965–1974, now`);
  for (const [told, start] of [
    [row, 'row'],
    [end, 'end of row'],
  ] as const) {
    const home = find(start);
    if (!home) throw new Error(`no ${start}`);
    expect(told.demand).toBe(home.should);
    expect(told.form).toBeCloseTo(formOf(home.envelope), 1);
    console.log(
      `${start}: form ${formOf(home.envelope).toFixed(3)}, Standaard ${told.standard.toFixed(1)}, ${told.ratio.toFixed(2)} times`,
    );
  }
  expect(row.demand).toBeLessThan(end.demand);
  expect(row.ratio).toBeGreaterThan(end.ratio);
});

it('what walls and year give is near what RVO has for the same homes as they are now', () => {
  const cases = [
    ['row before 1946', { year: 1930, footprint: 48.72, floorArea: 108.96, outerWall: 67.2, roof: 57.25 }, 160.74],
    ['end of row 1965–1974', { year: 1970, footprint: 50, floorArea: 115.96, outerWall: 123.35, roof: 56.53 }, 183.59],
    ['row 1965–1974', { year: 1970, footprint: 48.3, floorArea: 111.6, outerWall: 62.35, roof: 55.6 }, 141.92],
    ['detached 1975–1991', { year: 1982, footprint: 93, floorArea: 161, outerWall: 165.82, roof: 120.46 }, 157.33],
  ] as const;
  for (const [name, shape, should] of cases) {
    const { envelope, isGuess } = readEnvelope({ ...shape, homes: 1, height: 9 });
    const is = heatDemand(envelope, climate, initialHeat.indoor);
    console.log(`${name}: ${is.toFixed(1)} (${should}, ${percent(is, should).toFixed(1)} %)`);
    expect(isGuess).toBe(false);
    expect(Math.abs(percent(is, should))).toBeLessThan(15);
  }
});

/**
 * CBS, StatLine 85140NED, 2020, homes with a boiler: 12.2 m³ of gas per m² of floor in those of 1965–1974 (corrected for the weather; hot
 * water and cooking in it). A norm heats every room; people in cold homes do not. So the norm asks for more, and that is told.
 */
it('asks for more than homes of 1965–1974 really burn, by no more than twice', () => {
  const burnt = 12.2;
  const ofPeriod = envelopes.filter(({ name }) => name.endsWith('1965–1974, now'));
  const demands = ofPeriod.map(({ envelope }) => heatDemand(envelope, climate, initialHeat.indoor));
  const mean = demands.reduce((sum, value) => sum + value, 0) / demands.length;
  // 8.8 kWh in a m³ (lower value), a boiler and pipes of 0.9.
  const gas = mean / 8.8 / 0.9;
  console.log(
    `${gas.toFixed(1)} m³/m² for heat by the norm, ${burnt} burnt for everything (CBS): ${(gas / burnt).toFixed(2)} times`,
  );
  expect(gas / burnt).toBeGreaterThan(1);
  expect(gas / burnt).toBeLessThan(2);
});

it('labels are bands of heat that follow each other', () => {
  const letters = [...'ABCDEFG'];
  letters.reduce((before, letter) => {
    const [low, high] = readLabel(letter) as readonly [number, number];
    expect(low).toBeCloseTo(before, 9);
    expect(high).toBeGreaterThan(low);
    return high;
  }, 0);
  expect(readLabel('A++++')).toEqual(readLabel('A'));
  for (const none of ['', 'H', 'C+', 'AB']) expect(readLabel(none)).toBeUndefined();
});
