import { describe, expect, it } from 'vitest';
import { listPlaneRows, roofsToGeoJson } from '../../src/model/export-solar.ts';
import { parseSolarRoofs } from '../../src/model/parse-solar.ts';
import { changeSettings, initialSolarFilter } from '../../src/model/solar-choice.ts';
import { roundToError } from '../../src/model/solar-error.ts';
import { sortDistricts, sortSolar } from '../../src/model/solar-rows.ts';
import {
  countSolarClasses,
  groupDistricts,
  listPlanes,
  listSolarBuildings,
  selectAsked,
  selectEasy,
  sumBuildings,
  type TownRoofs,
} from '../../src/model/solar-town.ts';
import { roofSettings, roofTown, table } from '../fixtures/solar-roofs.ts';

const everywhere = () => true;
const list = (changes = {}, light = 1) =>
  listSolarBuildings(roofTown, table, changeSettings(roofSettings, changes), light);
const rowsOf = (buildings: readonly { readonly row: number }[]) => buildings.map(({ row }) => row);

describe('sun on the roofs of a town', () => {
  it('counts panels on planes that are suitable, and calls a building by its best plane', () => {
    const [fine, fair, old, shed] = list();
    expect(fine).toMatchObject({ suitability: 'excellent', panels: 12, irradiation: 1050, area: 100 });
    expect(fine?.kwp).toBeCloseTo(4.8);
    expect(fine?.yearly).toBeCloseTo(1050 * 12 * 0.4 * 0.8);
    // Its sunniest plane has room for three panels only, which is no system.
    expect(fair).toMatchObject({ suitability: 'moderate', panels: 10 });
    expect(old).toMatchObject({ protection: 'monument', panels: 20 });
    expect(shed).toMatchObject({ homes: 0, district: 1 });
    expect(list()).toHaveLength(4);
  });

  it('follows the settings of the visitor without computing light again', () => {
    const [fine] = list({ peakW: 500, performanceRatio: 0.9 });
    expect(fine?.kwp).toBeCloseTo(6);
    expect(fine?.yearly).toBeCloseTo(1050 * 12 * 0.5 * 0.9);
    expect(list({ moderate: 600 })[0]?.panels).toBe(24);
    expect(list({ excellent: 1060 })[0]?.suitability).toBe('good');
    // Panels of twice the size: half as many, and too few where three fitted.
    expect(list({ panelWidth: 2 }).map(({ panels }) => panels)).toEqual([6, 5, 10, 20]);
    expect(listPlanes(roofTown, 0, roofSettings).map(({ irradiation }) => irradiation)).toEqual([1050, 650]);
    expect(listPlanes(roofTown, 4, roofSettings)).toEqual([]);
  });

  it('has fewer and more buildings with less and with more light', () => {
    const easy = (light: number) => selectEasy(list({}, light), { ...initialSolarFilter, permit: 'any' }).length;
    expect(easy(0.9)).toBeLessThan(easy(1));
    expect(easy(1.1)).toBeGreaterThan(easy(1));
  });

  it('asks about homes, a district and what is in view, and calls easy what the filter says', () => {
    const all = list();
    const asked = selectAsked(all, table, initialSolarFilter, everywhere);
    expect(rowsOf(asked)).toEqual([0, 1, 2]);
    expect(rowsOf(selectAsked(all, table, { ...initialSolarFilter, homesOnly: false }, everywhere))).toEqual([
      0, 1, 2, 3,
    ]);
    const west = { ...initialSolarFilter, homesOnly: false, district: 'West' };
    expect(rowsOf(selectAsked(all, table, west, everywhere))).toEqual([1, 2, 3]);
    expect(selectAsked(all, table, { ...west, district: 'Noord' }, everywhere)).toEqual([]);
    const near = selectAsked(all, table, { ...initialSolarFilter, inView: true }, (x) => x < 147150);
    expect(rowsOf(near)).toEqual([0, 1]);
    expect(rowsOf(selectEasy(asked, initialSolarFilter))).toEqual([0]);
    expect(rowsOf(selectEasy(asked, { ...initialSolarFilter, permit: 'needed' }))).toEqual([2]);
    expect(rowsOf(selectEasy(asked, { ...initialSolarFilter, permit: 'any', fewestPanels: 13 }))).toEqual([2]);
    expect(rowsOf(selectEasy(asked, { ...initialSolarFilter, classes: ['moderate'] }))).toEqual([1]);
    // A table that says nothing of homes leaves nobody out.
    const { homes: _, ...silent } = table;
    expect(selectAsked(all, silent, initialSolarFilter, everywhere)).toHaveLength(4);
  });

  it('adds up to the same by building, by district and by class', () => {
    const asked = list();
    const easy = selectEasy(asked, { ...initialSolarFilter, permit: 'any' });
    const districts = groupDistricts(asked, easy);
    const sum = sumBuildings(easy);
    expect(districts.reduce((total, row) => total + row.easy.panels, 0)).toBe(sum.panels);
    expect(districts.reduce((total, row) => total + row.asked, 0)).toBe(asked.length);
    expect(Object.values(countSolarClasses(asked)).reduce((a, b) => a + b)).toBe(asked.length);
    expect(sum).toMatchObject({ buildings: 3, homes: 2, panels: 72 });
    const sorted = sortDistricts(districts, { column: 'name', isRising: false }, (row) => table.districts?.[row] ?? '');
    expect(sorted.map(({ district }) => district)).toEqual([1, 0]);
  });

  it('sorts by every column, both ways', () => {
    const names = ['b', 'a 10', 'a 9', 'c'];
    const sort = (column: 'name' | 'panels', isRising: boolean) =>
      rowsOf(sortSolar(list(), { column, isRising }, (row) => names[row] ?? ''));
    expect(sort('name', true)).toEqual([2, 1, 0, 3]);
    expect(sort('name', false)).toEqual([3, 0, 1, 2]);
    expect(sort('panels', false)).toEqual([3, 2, 0, 1]);
    expect(sort('panels', true)).toEqual([1, 0, 2, 3]);
  });

  it('goes into GeoJSON with units, in degrees', () => {
    const about = { title: 't', engine: 'e', inputsHash: 'h', climate: 'c' };
    const json = JSON.parse(roofsToGeoJson(list(), roofTown, table, roofSettings, about));
    expect(json.features).toHaveLength(6);
    expect(json.features[0].properties).toMatchObject({
      building: 'fine',
      surface: 10,
      irradiationKwhM2Year: 1050,
      suitability: 'excellent',
      panels: 12,
      savingEurosYear: 1008,
      protection: 'none',
    });
    const [lon, lat, nap] = json.features[0].geometry.coordinates;
    expect(lon).toBeCloseTo(5.27, 1);
    expect(lat).toBeCloseTo(52.56, 1);
    expect(nap).toBe(5);
  });

  it('has the outlines of planes where they are known, closed, with holes, and a polygon for each piece', () => {
    const about = { title: 't', engine: 'e', inputsHash: 'h', climate: 'c' };
    const square = (x: number, size: number) =>
      [
        [0, 0],
        [size, 0],
        [size, size],
        [0, size],
      ].map(([dx = 0, dy = 0]) => [147_000 + x + dx, 508_000 + dy, 5] as const);
    const rows = listPlaneRows(list(), roofTown);
    expect(rows.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    const outlines = new Map([
      [0, [[square(0, 9), square(3, 2).toReversed()]]],
      [1, [[square(20, 4)], [square(30, 4)]]],
    ]);
    const { features } = JSON.parse(roofsToGeoJson(list(), roofTown, table, roofSettings, about, outlines));
    const [plane, parts, ...others] = features.map(({ geometry }: { geometry: object }) => geometry);
    expect([plane.type, plane.coordinates.length]).toEqual(['Polygon', 2]);
    for (const ring of plane.coordinates) {
      expect(ring).toHaveLength(5);
      expect(ring[4]).toEqual(ring[0]);
      expect(ring[0][2]).toBe(5);
    }
    expect([parts.type, parts.coordinates.length]).toEqual(['MultiPolygon', 2]);
    expect(others.every(({ type }: { type: string }) => type === 'Point')).toBe(true);
  });

  it('has as many panels of another size as were laid out, where that is known of this size', () => {
    const wanted = changeSettings(roofSettings, { panelWidth: 2 });
    const fitted = { width: 2, height: 2, panels: new Map([[0, 4]]) };
    const count = (town: TownRoofs) => listPlanes(town, 0, wanted).map(({ panels }) => panels);
    expect(count(roofTown)).toEqual([6, 6]);
    expect(count({ ...roofTown, fitted })).toEqual([4, 6]);
    expect(count({ ...roofTown, fitted: { ...fitted, width: 3 } })).toEqual([6, 6]);
    expect(listPlanes({ ...roofTown, fitted }, 0, roofSettings).map(({ panels }) => panels)).toEqual([12, 12]);
  });

  it('rounds to two figures', () => {
    expect([0, 8.46, 4321, 26_349_000].map(roundToError)).toEqual([0, 8.5, 4300, 26_000_000]);
  });
});

describe('roofs that were written wrong', () => {
  it('are refused with the file, the column and the row', () => {
    const { roofs } = roofTown;
    expect(parseSolarRoofs(roofs, 'roofs.json')).toEqual(roofs);
    expect(() => parseSolarRoofs({ ...roofs, panels: [1] }, 'roofs.json')).toThrow(/roofs\.json: column panels/);
    const wrong = roofs.suitability.with(2, 9);
    expect(() => parseSolarRoofs({ ...roofs, suitability: wrong }, 'r.json')).toThrow(/suitability\[2\] is 9/);
    expect(() => parseSolarRoofs({ ...roofs, building: roofs.building.with(0, -2) }, 'r.json')).toThrow(
      /building\[0\]/,
    );
    expect(() => parseSolarRoofs({}, 'r.json')).toThrow(/r\.json: building/);
  });
});
