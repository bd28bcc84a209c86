import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/model/group-rows.ts';
import type { PlanModel } from '../../src/model/plan-model.ts';
import { applyPlan, hasRoof, listNearPlan } from '../../src/model/solar-plan.ts';
import { roofTown, table } from '../fixtures/solar-roofs.ts';

const { roofs, planes } = roofTown;
const rowOf = (id: string) => table.id.indexOf(id);
const planesOf = (row: number) => (row < 0 || row > 3 ? [] : rowsOf(planes, row));
const change = (plane: number, light: number, more: object = {}) => ({
  id: table.id[roofs.building[plane] as number] as string,
  x: roofs.x[plane] as number,
  y: roofs.y[plane] as number,
  nap: roofs.nap[plane] as number,
  slope: roofs.slope[plane] as number,
  light,
  yield: light,
  ...more,
});
const apply = (changes: Parameters<typeof applyPlan>[1], removed: readonly number[] = []) =>
  applyPlan(roofs, changes, new Set(removed), rowOf, planesOf);

describe('roofs near a plan', () => {
  it('are those above whose eaves it rises, the nearest first', () => {
    const tower = { x: 147150, y: 508000, top: 24 };
    expect(listNearPlan(table, [tower]).toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(listNearPlan(table, [{ ...tower, top: 12 }]).toSorted()).toEqual([1, 2]);
    expect(listNearPlan(table, [{ ...tower, top: 3 }])).toEqual([]);
    expect(listNearPlan(table, [])).toEqual([]);
  });

  it('get what is left to them, plane by plane, and others keep theirs', () => {
    const answer = apply([change(0, 0.8), change(5, 0.9)]);
    expect(answer.roofs.irradiation).toEqual(roofs.irradiation.with(0, 840).with(5, 810));
    expect(answer.roofs.yield[0]).toBe(Math.round(0.8 * (roofs.yield[0] as number)));
    expect([answer.shaded, Math.round(100 * answer.most)]).toEqual([2, 20]);
    expect(roofs.irradiation[0]).toBe(1050);
  });

  it('may get more where something goes, which is no shade', () => {
    const answer = apply([change(2, 1.1)]);
    expect(answer.roofs.irradiation[2]).toBe(880);
    expect([answer.shaded, answer.most]).toEqual([0, 0]);
  });

  it('do not change by less than sampling leaves, nor by a plane that lies elsewhere or slopes otherwise', () => {
    const other = change(0, 0.5);
    const answer = apply([change(0, 0.996), { ...other, x: other.x + 1 }, { ...other, slope: other.slope + 10 }]);
    expect(answer.roofs.irradiation).toEqual(roofs.irradiation);
    expect(answer.shaded).toBe(0);
  });

  it('are those of its houses, not of bridges, gates and decks', () => {
    const solid = (use: string | undefined, height: number) =>
      hasRoof({ ...(use !== undefined && { use }), lowerNap: -4, upperNap: height - 4 } as PlanModel['solids'][number]);
    expect(['wonen', 'wonen, werken en horeca', 'schuur', 'bediening', undefined].map((use) => solid(use, 6))).toEqual(
      Array(5).fill(true),
    );
    for (const use of ['brug', 'Loopbrug', 'brugdek', 'sluisdeur', 'steiger', 'bridge'])
      expect(solid(use, 6), use).toBe(false);
    expect(solid('wonen', 0.4)).toBe(false);
  });

  it('are gone with their building', () => {
    const { building } = apply([], [1]).roofs;
    expect(building).toEqual(roofs.building.map((row) => (row === 1 ? -1 : row)));
  });
});
