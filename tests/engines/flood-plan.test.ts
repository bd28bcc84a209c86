import { describe, expect, it } from 'vitest';
import { buildFloodInput } from '../../src/engines/flood-input.ts';
import { planSite } from '../../src/engines/flood-plan.ts';
import type { FloodPlan } from '../../src/model/flood-change.ts';
import { floodGroundCode } from '../../src/model/flood-ground.ts';
import { drawSite } from '../fixtures/flood-site.ts';

/** A rectangle of ground as two triangles, in metres from the plan's origin, at one height or rising to the east. */
const piece = (surface: FloodPlan['ground'][number]['surface'], z: number, east = z): FloodPlan['ground'][number] => ({
  surface,
  area: 8,
  positions: [0, 0, z, 4, 0, east, 4, 2, east, 0, 2, z],
  indices: [0, 1, 2, 0, 2, 3],
});
const plan = (change: Partial<FloodPlan>): FloodPlan => ({
  origin: [1001, 2001, 10],
  ground: [],
  solids: [],
  removed: [],
  firstRow: 3,
  ...change,
});
const site = drawSite(['......', '.##...', '.##...', '......']);
const at = (values: ArrayLike<number>, column: number, row: number) => values[row * 6 + column] as number;

describe('a plan laid on a place', () => {
  it('takes away the buildings that go, and leaves the others', () => {
    const gone = planSite(site, [plan({ removed: [1] })]);
    expect(gone.buildings.every((row) => row === 0)).toBe(true);
    expect(at(gone.ground, 1, 1)).toBe(floodGroundCode('bare'));
    expect(planSite(site, [plan({ removed: [2] })]).buildings).toEqual(Uint32Array.from(site.buildings));
    expect(site.buildings.filter((row) => row === 1)).toHaveLength(4);
  });

  it('puts its ground in the place of the old, level or sloping, to the last cell of its outline', () => {
    const laid = planSite(site, [plan({ removed: [1], ground: [piece('paving', -9, -8)] })]);
    const clinkers = floodGroundCode('clinkers');
    expect(Array.from(laid.ground).filter((code) => code === clinkers)).toHaveLength(8);
    expect([1, 2, 3, 4].map((column) => at(laid.heights, column, 1))).toEqual([1.125, 1.375, 1.625, 1.875]);
    expect(at(laid.heights, 5, 1)).toBe(0);
  });

  it('leaves today as it is where its ground is a wall between levels', () => {
    const wall = { ...piece('quay', -9), isCut: true };
    expect(planSite(site, [plan({ ground: [wall] })]).heights).toEqual(site.heights);
  });

  it('digs water at its own level, and builds houses in it that stop the flow', () => {
    const dug = planSite(site, [
      plan({
        removed: [1],
        ground: [piece('water', -10.5)],
        solids: [{ footprint: [[0, 0, 1, 0, 1, 1, 0, 1]], lowerNap: -0.5 }],
      }),
    ]);
    const input = buildFloodInput(dug, {
      cellSize: 1,
      waterDepth: 0.5,
      rain: [],
      seconds: 0,
      borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
    });
    expect(at(dug.buildings, 1, 1)).toBe(3);
    expect(at(input.closed as Uint8Array, 1, 1)).toBe(1);
    expect(at(input.bed, 3, 1)).toBe(-1);
    expect(at(input.initialDepth as Float32Array, 3, 1)).toBe(0.5);
  });

  it('lets water through under what hangs over the ground', () => {
    const high = plan({ solids: [{ footprint: [[3, 0, 4, 0, 4, 1, 3, 1]], lowerNap: 3 }] });
    expect(at(planSite(site, [high]).buildings, 4, 1)).toBe(0);
  });
});
