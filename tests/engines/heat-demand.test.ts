import { describe, expect, it } from 'vitest';
import { createHeatClimate } from '../../src/engines/heat/climate.ts';
import { computeHeat } from '../../src/engines/heat-demand.ts';
import type { BuildingTable } from '../../src/model/city-index.ts';
import { heatBases, initialHeat } from '../../src/model/heat.ts';

const climate = createHeatClimate();

/** A row house of 1970, as 3DBAG and the register tell of it. */
const house = {
  year: 1970,
  area: 48.3,
  ground: 0,
  roof: 9,
  homes: 1,
  floorArea: 111.6,
  outerWall: 62,
  flatRoof: 0,
  slopedRoof: 56,
  energyLabel: '',
  use: 'woonfunctie',
};
type House = { readonly [K in keyof typeof house]: (typeof house)[K] | null };

function tableOf(changes: readonly Partial<House>[]): BuildingTable {
  const rows: House[] = changes.map((change) => ({ ...house, ...change }));
  const column = (key: keyof House) => rows.map((row) => row[key] as number | null);
  const labels = [...new Set(rows.map((row) => row.energyLabel ?? ''))];
  const uses = [...new Set(rows.map((row) => row.use ?? ''))];
  return {
    id: rows.map((_, i) => `b${i}`),
    x: rows.map(() => 0),
    y: rows.map(() => 0),
    ground: column('ground'),
    roof: column('roof'),
    year: column('year'),
    area: column('area'),
    homes: column('homes'),
    floorArea: column('floorArea'),
    outerWall: column('outerWall'),
    flatRoof: column('flatRoof'),
    slopedRoof: column('slopedRoof'),
    energyLabels: labels,
    energyLabel: rows.map((row) => (row.energyLabel ? labels.indexOf(row.energyLabel) : -1)),
    uses,
    use: rows.map((row) => uses.indexOf(row.use ?? '')),
  };
}
const compute = (changes: readonly Partial<House>[], settings = initialHeat) =>
  computeHeat(tableOf(changes), climate, settings);

describe('heat of the buildings of a table', () => {
  it('falls with the year, and rises with walls and roof', () => {
    const { demand } = compute([1930, 1970, 1985, 2000, 2010, 2018].map((year) => ({ year })));
    for (let i = 1; i < demand.length; i++) expect(demand[i]).toBeLessThan(demand[i - 1] as number);
    const shapes = compute([{}, { outerWall: 120 }, { slopedRoof: 90 }]).demand;
    expect(shapes[1]).toBeGreaterThan((shapes[0] as number) * 1.2);
    expect(shapes[2]).toBeGreaterThan((shapes[0] as number) * 1.05);
  });

  it('is warmer inside for more', () => {
    const [cool, warm] = [18, 20].map((indoor) => compute([{}], { ...initialHeat, indoor }).demand[0]) as [
      number,
      number,
    ];
    expect(warm / cool).toBeGreaterThan(1.15);
    expect(warm / cool).toBeLessThan(1.4);
  });

  it('stays within the bounds of a label, and only while labels are used', () => {
    const rows = [{}, { energyLabel: 'A' }, { energyLabel: 'G' }, { energyLabel: 'A+++' }, { energyLabel: 'none' }];
    const { demand, basis } = compute(rows);
    expect(demand[1]).toBeCloseTo(0.9 * (160 - 35), 3);
    expect(demand[2]).toBeCloseTo(0.9 * (380 - 35), 3);
    expect(demand[3]).toBe(demand[1]);
    expect(demand[4]).toBe(demand[0]);
    expect([...basis].map((row) => heatBases[row])).toEqual(['shape', 'label', 'label', 'label', 'shape']);
    const without = compute(rows, { ...initialHeat, hasLabels: false });
    expect(new Set(without.demand).size).toBe(1);
  });

  it('takes a building of two homes and more for flats', () => {
    const { standard } = compute([
      {},
      { homes: 8, floorArea: 900, outerWall: 400, flatRoof: 250, slopedRoof: 0, area: 240 },
    ]);
    expect(standard[0]).toBeGreaterThan(50);
    expect(standard[1]).toBeCloseTo(45, 0);
  });

  it('holds old homes to the milder Standaard when that is asked for', () => {
    const rows = [{ year: 1945 }, { year: 1946 }];
    const [same, young] = compute(rows).standard;
    expect(same).toBe(young);
    const [old, still] = compute(rows, { ...initialHeat, hasOldStandard: true }).standard;
    expect(still).toBe(young);
    expect(old).toBeGreaterThan(1.5 * (young as number));
  });

  it('guesses what is missing, and says so', () => {
    const { demand, basis } = compute([
      { outerWall: null },
      { floorArea: null },
      { slopedRoof: null, flatRoof: null },
      { ground: null, roof: null, outerWall: null, floorArea: null },
    ]);
    for (const value of demand) {
      expect(value).toBeGreaterThan(80);
      expect(value).toBeLessThan(400);
    }
    expect([...basis].map((row) => heatBases[row])).toEqual(['guess', 'guess', 'guess', 'guess']);
  });

  it('leaves out where nobody lives, and counts of whom too little is known', () => {
    const { demand, unknown, homes } = compute([
      { homes: 0, use: 'industriefunctie' },
      { homes: null, use: 'kantoorfunctie' },
      { homes: null, use: 'winkelfunctie,woonfunctie' },
      { year: null },
      { area: null },
      { area: 0 },
    ]);
    expect([...demand].map(Number.isNaN)).toEqual([true, true, false, true, true, true]);
    expect([...homes]).toEqual([0, 0, 1, 1, 1, 1]);
    expect(unknown).toBe(3);
  });

  it('does without any of the columns that a source may lack', () => {
    const { id, x, y, ground, roof, year, area } = tableOf([{}]);
    expect(compute([{}]).unknown).toBe(0);
    const bare = computeHeat({ id, x, y, ground, roof, year, area }, climate, initialHeat);
    expect([...bare.demand].every(Number.isNaN)).toBe(true);
    expect(bare.unknown).toBe(0);
  });
});
