import { describe, expect, it } from 'vitest';
import type { PlanModel, PlanSolid } from '../../src/model/plan-model.ts';
import { aroundVariant, findEaves, modelToCheck, volumesToCheck } from '../../src/model/plan-to-check.ts';
import { type PlanVolume, volumeToSolid } from '../../src/model/plan-volume.ts';
import { smallPlan, smallPlanModel } from '../fixtures/small-plan.ts';

const origin: [number, number, number] = [146_000, 507_000, 2];
const volume = (roof: PlanVolume['roof'], more: Partial<PlanVolume> = {}): PlanVolume => ({
  id: 'huis',
  footprint: [[146_010, 507_000, 146_020, 507_000, 146_020, 507_030, 146_010, 507_030]],
  lower: -1,
  upper: 10,
  reference: 'peil',
  roof,
  ...more,
});
const raise = (roof: PlanVolume['roof']) => volumeToSolid(volume(roof), { origin, peilNap: -3, groundNap: -3.5 });

describe('eaves of a solid', () => {
  it.each([
    ['flat', { shape: 'flat' }, 7],
    ['gabled', { shape: 'gabled', eaves: 6 }, 3],
    ['hipped', { shape: 'hipped', eaves: 6.5 }, 3.5],
    ['shed', { shape: 'shed', eaves: 5 }, 2],
  ] as const)('are the lowest of a %s roof, the top of a flat one', (_, roof, nap) => {
    expect(findEaves(raise(roof), origin[2])).toBeCloseTo(nap, 3);
  });

  it('are the highest of those of roofs that stand apart', () => {
    const [low, high] = [raise({ shape: 'gabled', eaves: 4 }), raise({ shape: 'gabled', eaves: 8 })];
    const count = low.positions.length / 3;
    const moved = high.positions.map((value, i) => (i % 3 === 0 ? value + 50 : value));
    const both: PlanSolid = {
      ...low,
      positions: [...low.positions, ...moved],
      indices: [...low.indices, ...high.indices.map((corner) => corner + count)],
      parts: [...low.parts, ...high.parts],
    };
    expect(findEaves(both, origin[2])).toBeCloseTo(5, 3);
  });

  it('are not known where nothing is called roof', () => {
    const solid = raise({ shape: 'flat' });
    expect(findEaves({ ...solid, parts: solid.parts.map(() => 0) }, origin[2])).toBeUndefined();
  });
});

describe('a plan as checks see it', () => {
  const model: PlanModel = {
    ...smallPlanModel,
    origin,
    solids: [{ ...raise({ shape: 'gabled', eaves: 6 }), phase: 'later', use: 'wonen', dwellings: 3, floorM2: 40 }],
  };

  it('has heights from NAP and from peil, and the day of its phase', () => {
    const { parts } = modelToCheck(model, { id: 'low', peilNap: -3, phases: { later: '2030-01-01' } });
    expect(parts).toMatchObject([
      {
        id: 'huis',
        use: 'wonen',
        dwellings: 3,
        floorM2: 40,
        from: '2030-01-01',
        lowerNap: -4,
        upperNap: 7,
        upperPeil: 10,
      },
    ]);
    expect(parts[0]?.eavesPeil).toBeCloseTo(6, 3);
    expect(parts[0]?.polygons).toEqual([volume({ shape: 'flat' }).footprint]);
    const without = modelToCheck(model, { id: 'low' }).parts[0];
    expect(without).not.toHaveProperty('upperPeil');
    expect(without).toMatchObject({ upperNap: 7 });
  });

  it('is silent about ground that is not drawn, and names what has no outline', () => {
    const check = modelToCheck({ ...model, ground: [] }, { id: 'low' });
    expect(check.ground).toBeUndefined();
    expect(check.trees).toHaveLength(1);
    expect(modelToCheck({ ...model, ground: [], trees: [] }, { id: 'low' }).trees).toBeUndefined();
    const placed = { url: 'toren.glb', position: [0, 0] as [number, number], nap: 0, rotationDegrees: 0, scale: 1 };
    expect(modelToCheck({ ...model, models: [placed] }, { id: 'low' }).leftOut).toEqual(['toren.glb']);
  });

  it('keeps ground in the triangles that it is drawn with', () => {
    const positions = [0, 0, 1, 10, 0, 1, 10, 4, 1, 0, 4, 1];
    const ground = [
      { id: 'a', surface: 'road' as const, area: 40, positions, indices: [0, 1, 2, 0, 2, 3] },
      { id: 'b', surface: 'road' as const, area: 0, isCut: true, positions, indices: [0, 1, 2] },
    ];
    expect(modelToCheck({ ...model, ground }, { id: 'low' }).ground).toEqual([
      {
        surface: 'road',
        areaM2: 40,
        polygons: [
          [[146_000, 507_000, 146_010, 507_000, 146_010, 507_004]],
          [[146_000, 507_000, 146_010, 507_004, 146_000, 507_004]],
        ],
      },
    ]);
  });

  it('takes figures, outline and phases from what the plan says', () => {
    const [variant] = smallPlan.variants;
    if (!variant) throw new Error('The plan has no variant.');
    const phases = [{ id: 'later', title: variant.title, from: '2031-04-01' }];
    const around = aroundVariant(smallPlan, { ...variant, phases, figures: { parkingPlaces: 12 } });
    expect(around).toMatchObject({
      id: 'low',
      name: { nl: 'Laag' },
      peilNap: -3,
      phases: { later: '2031-04-01' },
      figures: { parkingPlaces: 12 },
    });
    expect(around.area).toHaveLength(8);
  });

  it('from volumes of a file knows what their reference tells', () => {
    const ask = (reference: PlanVolume['reference'], around: Parameters<typeof volumesToCheck>[3]) =>
      volumesToCheck([volume({ shape: 'gabled', eaves: 6 }, { reference })], 'plan', 0.2, around).parts[0];
    expect(ask('peil', {})).toMatchObject({ upperPeil: 10, eavesPeil: 6 });
    expect(ask('peil', {})).not.toHaveProperty('upperNap');
    expect(ask('nap', { peilNap: -3 })).toMatchObject({ upperNap: 10, upperPeil: 13, eavesPeil: 9 });
    const ground = { peilNap: -3, groundAt: () => -3.5, groundErrorM: 0.1 };
    expect(ask('ground', ground)).toMatchObject({ lowerNap: -4.5, upperNap: 6.5, upperPeil: 9.5, heightErrorM: 0.1 });
  });
});
