import { describe, expect, it } from 'vitest';
import { type PlanVolume, volumeToSolid } from '../../src/model/plan-volume.ts';
import { listOpenEdges, meshVolume, partArea } from './closed-mesh.ts';

const place = { origin: [147_000, 507_800, 0] as const, peilNap: -3.6, groundNap: -3.9 };
const WALL = 0;
const ROOF = 1;

/** Corners in the frame of `place`, turned by an angle so that nothing lies along an axis. */
function ring(corners: readonly (readonly [number, number])[], degrees = 0): number[] {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return corners.flatMap(([x, y]) => [147_000 + c * x - s * y, 507_800 + s * x + c * y]);
}

const box = (degrees = 0) =>
  ring(
    [
      [0, 0],
      [20, 0],
      [20, 10],
      [0, 10],
    ],
    degrees,
  );
const ell = ring(
  [
    [0, 0],
    [24, 0],
    [24, 9],
    [11, 9],
    [11, 21],
    [0, 21],
  ],
  33,
);

const volume = (change: Partial<PlanVolume>): PlanVolume => ({
  id: 'v1',
  footprint: [box()],
  lower: 0,
  upper: 9,
  reference: 'peil',
  roof: { shape: 'flat' },
  ...change,
});
const highest = ({ positions }: { positions: number[] }) => Math.max(...positions.filter((_, i) => i % 3 === 2));

describe('a volume becomes a solid', () => {
  it('as a box, with the heights of its reference', () => {
    const solid = volumeToSolid(volume({}), place);
    expect(listOpenEdges(solid)).toEqual([]);
    expect(meshVolume(solid)).toBeCloseTo(20 * 10 * 9, 6);
    expect([solid.lowerNap, solid.upperNap]).toEqual([-3.6, 5.4]);
    expect(solid.parts).toHaveLength(12);
    const nap = volumeToSolid(volume({ reference: 'nap' }), place);
    expect([nap.lowerNap, nap.upperNap]).toEqual([0, 9]);
    const ground = volumeToSolid(volume({ reference: 'ground' }), place);
    expect([ground.lowerNap, ground.upperNap]).toEqual([-3.9, 5.1]);
  });

  it.each([0, 17, 90, 211.3])('with a gabled roof along its length, turned by %s degrees', (degrees) => {
    const solid = volumeToSolid(volume({ footprint: [box(degrees)], roof: { shape: 'gabled', eaves: 6 } }), place);
    expect(listOpenEdges(solid)).toEqual([]);
    expect(meshVolume(solid)).toBeCloseTo(200 * 6 + 0.5 * 3 * 200, 0);
    // Two slopes of 5 by 3 metres over 20 metres; walls with two gables.
    expect(partArea(solid, ROOF)).toBeCloseTo(2 * 20 * Math.hypot(5, 3), 1);
    expect(partArea(solid, WALL)).toBeCloseTo(60 * 6 + 2 * 0.5 * 10 * 3, 1);
    expect(highest(solid)).toBeCloseTo(5.4, 3);
  });

  it('with the ridge where it is asked', () => {
    const solid = volumeToSolid(volume({ roof: { shape: 'gabled', eaves: 6, ridgeDegrees: 0 } }), place);
    expect(listOpenEdges(solid)).toEqual([]);
    expect(partArea(solid, ROOF)).toBeCloseTo(2 * 10 * Math.hypot(10, 3), 2);
  });

  it.each([0, 41])('with a hipped roof of one steepness, turned by %s degrees', (degrees) => {
    const solid = volumeToSolid(volume({ footprint: [box(degrees)], roof: { shape: 'hipped', eaves: 6 } }), place);
    expect(listOpenEdges(solid)).toEqual([]);
    // A prism of 10 metres between two halves of a pyramid.
    expect(meshVolume(solid)).toBeCloseTo(200 * 6 + 0.5 * 3 * 10 * 10 + (10 * 10 * 3) / 3, 0);
    expect(partArea(solid, WALL)).toBeCloseTo(60 * 6, 1);
    expect(partArea(solid, ROOF)).toBeCloseTo((200 * Math.hypot(5, 3)) / 5, 1);
  });

  it('with a shed roof that falls the way it is asked, and to the south where nothing is asked', () => {
    const east = volumeToSolid(volume({ roof: { shape: 'shed', eaves: 6, ridgeDegrees: 90 } }), place);
    expect(listOpenEdges(east)).toEqual([]);
    expect(meshVolume(east)).toBeCloseTo(200 * 7.5, 3);
    const heights = (x: number) =>
      east.positions.filter((_, i) => i % 3 === 2 && east.positions[i - 2] === x && east.positions[i] > -3);
    expect(Math.max(...heights(0))).toBeCloseTo(5.4, 3);
    expect(Math.max(...heights(20))).toBeCloseTo(2.4, 3);
    const south = volumeToSolid(volume({ roof: { shape: 'shed', eaves: 6 } }), place);
    const atSouth = south.positions.filter((_, i) => i % 3 === 2 && south.positions[i - 1] === 0);
    expect(Math.max(...atSouth)).toBeCloseTo(2.4, 3);
  });

  it('on a footprint with an inner corner, corners on a straight wall, and wound the other way', () => {
    const extra = [...ell.slice(0, 2), (ell[0] + ell[2]) / 2, (ell[1] + ell[3]) / 2, ...ell.slice(2)];
    const clockwise = extra.flatMap((_, i) =>
      i % 2 === 0 ? [extra[extra.length - 2 - i], extra[extra.length - 1 - i]] : [],
    );
    for (const footprint of [[ell], [extra], [clockwise]]) {
      for (const roof of [
        { shape: 'flat' },
        { shape: 'gabled', eaves: 5 },
        { shape: 'gabled', eaves: 0, ridgeDegrees: 10 },
        { shape: 'shed' },
      ] as const) {
        const solid = volumeToSolid(volume({ footprint, roof }), place);
        expect(listOpenEdges(solid)).toEqual([]);
        expect(meshVolume(solid)).toBeGreaterThan(1000);
        if (roof.shape === 'flat') expect(meshVolume(solid)).toBeCloseTo((24 * 9 + 11 * 12) * 9, 0);
      }
    }
  });

  it('on many-sided footprints, also with corners that lie closer together than a roof is exact', () => {
    const many = (count: number, wave: number) =>
      ring(
        Array.from({ length: count }, (_, i) => {
          const angle = (2 * Math.PI * i) / count;
          const radius = 20 + wave * Math.sin(7 * angle);
          return [1.6 * radius * Math.cos(angle), radius * Math.sin(angle)] as const;
        }),
      );
    for (const count of [5, 8, 10, 24]) {
      const solid = volumeToSolid(
        volume({ footprint: [many(count, 0)], roof: { shape: 'hipped', eaves: 8.9 } }),
        place,
      );
      expect(listOpenEdges(solid), `${count} sides`).toEqual([]);
    }
    for (const roof of [{ shape: 'flat' }, { shape: 'gabled', eaves: 5 }] as const)
      expect(listOpenEdges(volumeToSolid(volume({ footprint: [many(300, 3)], roof }), place))).toEqual([]);
  });

  it('on a footprint with a court, under a flat roof', () => {
    const hole = ring([
      [5, 3],
      [15, 3],
      [15, 7],
      [5, 7],
    ]);
    const solid = volumeToSolid(volume({ footprint: [box(), hole] }), place);
    expect(listOpenEdges(solid)).toEqual([]);
    expect(meshVolume(solid)).toBeCloseTo((200 - 40) * 9, 6);
    expect(() => volumeToSolid(volume({ footprint: [box(), hole], roof: { shape: 'gabled' } }), place)).toThrow(
      /"v1": a gabled roof cannot stand on a footprint with holes; choose flat, shed or hipped/,
    );
  });

  it('or is refused with the reason', () => {
    const bow = ring([
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
    ]);
    const tell = (change: Partial<PlanVolume>) => () => volumeToSolid(volume(change), place);
    expect(tell({ footprint: [bow] })).toThrow(/"v1": the outline (crosses itself near|has no area)/);
    expect(tell({ footprint: [] })).toThrow(/outline is missing/);
    expect(tell({ upper: 0 })).toThrow(/upper 0 must be more than lower 0/);
    expect(tell({ roof: { shape: 'gabled', eaves: 12 } })).toThrow(/eaves 12 must lie between/);
  });
});
