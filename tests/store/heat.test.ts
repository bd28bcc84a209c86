import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHeatClimate } from '../../src/engines/heat/climate.ts';
import { computeHeat } from '../../src/engines/heat-demand.ts';
import { firstMarkRow, markRows, NO_CLASS } from '../../src/model/building-marks.ts';
import type { BuildingTable } from '../../src/model/city-index.ts';
import { heatClasses, heatColors } from '../../src/model/heat.ts';
import { groupHeat, selectHeat, sortHeat, sortHeatDistricts, sumHeat } from '../../src/model/heat-town.ts';
import { heat, needHeat, setHeat, setHeatFilter } from '../../src/store/heat.ts';
import { hideOverlay } from '../../src/store/hide-overlay.ts';
import { initialTwin, openQuestion, twin } from '../../src/store/twin.ts';
import type { HeatQuestion, HeatReply } from '../../src/workers/start-heat.ts';

const count = 6;
const table: BuildingTable = {
  id: Array.from({ length: count }, (_, i) => `b${i}`),
  x: Array.from({ length: count }, (_, i) => 100_000 + 20 * i),
  y: Array.from({ length: count }, () => 450_000),
  ground: Array(count).fill(0),
  roof: Array(count).fill(9),
  // The last is a shed.
  year: [1930, 1970, 1985, 2010, 2022, 2022],
  area: Array(count).fill(50),
  homes: [1, 1, 1, 1, 1, 0],
  floorArea: Array(count).fill(110),
  outerWall: Array(count).fill(70),
  slopedRoof: Array(count).fill(60),
  districts: ['Nieuw', 'Oud'],
  district: [1, 1, 1, 0, 0, 0],
  protection: [2, 0, 0, 0, 0, 0],
};

const climate = createHeatClimate();
let asked: HeatQuestion[] = [];
let stopped = 0;
/** The engine itself, without a thread around it. */
const startHere = () => ({
  compute(question: HeatQuestion, onReply: (reply: HeatReply) => void) {
    asked.push(question);
    onReply({ demand: computeHeat(question.table, climate, question.settings) });
  },
  stop() {
    stopped++;
  },
});

beforeEach(() => {
  [asked, stopped] = [[], 0];
  twin.setState({ ...initialTwin, buildingTable: { status: 'ready', value: table } });
  openQuestion('heat');
  needHeat(startHere);
});
afterEach(() => hideOverlay('heat'));

describe('heat of homes in the store', () => {
  it('colours buildings by class while its question is open, and leaves nothing behind', () => {
    const { buildingMarks } = twin.getState();
    expect(buildingMarks?.family).toBe('heat');
    expect(buildingMarks?.classes[5]).toBe(NO_CLASS);
    expect(buildingMarks?.classes[4]).toBe(heatClasses.indexOf('ready'));
    hideOverlay('heat');
    expect(twin.getState()).toMatchObject({ buildingMarks: undefined, question: undefined });
    expect(heat.getState().buildings).toEqual([]);
    expect(stopped).toBe(1);
  });

  it('counts again for a threshold, and computes again for what the demand depends on', () => {
    const before = sumHeat(heat.getState().buildings).byClass;
    setHeat({ ready: 2, near: 2, step: 2 });
    expect(asked).toHaveLength(1);
    const after = sumHeat(heat.getState().buildings).byClass;
    expect(after.ready).toBeGreaterThan(before.ready);
    expect(after.near + after.step).toBe(0);
    const demand = heat.getState().buildings[0]?.demand as number;
    setHeat({ indoor: 20 });
    expect(asked).toHaveLength(2);
    expect(heat.getState().buildings[0]?.demand).toBeGreaterThan(demand);
  });

  it('does not answer to a table that has gone, nor twice', () => {
    needHeat(startHere);
    expect(asked).toHaveLength(1);
    twin.setState({ buildingTable: { status: 'ready', value: { ...table, year: Array(count).fill(2022) } } });
    expect(asked).toHaveLength(2);
    expect(sumHeat(heat.getState().buildings).byClass.ready).toBe(5);
  });
});

describe('heat of homes as tables', () => {
  it('ranks districts by the homes that can do without gas', () => {
    const { buildings } = heat.getState();
    const nameOf = (district: number) => table.districts?.[district] ?? '';
    const rows = sortHeatDistricts(groupHeat(buildings), { column: 'first', isRising: false }, nameOf);
    expect(rows.map(({ district }) => nameOf(district))).toEqual(['Nieuw', 'Oud']);
    expect(rows[0]?.first).toBe(1);
    expect(rows[1]?.homes).toBe(3);
    const all = sumHeat(buildings);
    expect(rows.reduce((sum, { energy }) => sum + energy, 0)).toBeCloseTo(all.energy, 6);
  });

  it('filters by class, district and monument', () => {
    const { buildings } = heat.getState();
    const rowsOf = () =>
      selectHeat(buildings, twin.getState().heat.filter, table.districts ?? [], true).map(({ row }) => row);
    expect(rowsOf()).toEqual([0, 1, 2, 3, 4]);
    setHeatFilter({ withoutMonuments: true });
    expect(rowsOf()).toEqual([1, 2, 3, 4]);
    setHeatFilter({ district: 'Nieuw' });
    expect(rowsOf()).toEqual([3, 4]);
    setHeatFilter({ district: '' });
    expect(rowsOf()).toEqual([]);
    setHeatFilter({ district: 'of another town' });
    expect(rowsOf()).toEqual([]);
    // What is listed is no reason to colour again.
    expect(asked).toHaveLength(1);
    setHeatFilter({ district: undefined, classes: ['ready'] });
    expect(rowsOf()).toContain(4);
    expect(rowsOf()).not.toContain(1);
  });

  it('sorts from the least heat against the Standaard, or by name', () => {
    const { buildings } = heat.getState();
    const ratios = sortHeat(buildings, { column: 'ratio', isRising: true }, String).map(({ ratio }) => ratio);
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
    const names = sortHeat(buildings, { column: 'name', isRising: false }, (row) => `Laan ${row}`);
    expect(names.map(({ row }) => row)).toEqual([4, 3, 2, 1, 0]);
  });
});

it('classes of every question have a row of their own in the shader', () => {
  expect(firstMarkRow('water')).toBe(0);
  const first = firstMarkRow('heat');
  expect(markRows.slice(first).map(({ color }) => color)).toEqual(heatClasses.map((id) => heatColors[id]));
  // Five bits above the wall's three.
  expect(markRows.length).toBeLessThan(31);
});
