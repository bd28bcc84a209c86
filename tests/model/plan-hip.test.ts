import { describe, expect, it } from 'vitest';
import { layHips } from '../../src/model/plan-hip.ts';
import { findRingFault, isInRings, type Ring, ringArea } from '../../src/model/plan-ring.ts';
import { type PlanVolume, volumeToSolid } from '../../src/model/plan-volume.ts';
import { seedRandom } from '../../src/model/random.ts';
import { listOpenEdges, meshVolume, partArea } from './closed-mesh.ts';

const place = { origin: [0, 0, 0] as const, peilNap: 0, groundNap: 0 };
const ROOF = 1;
const UPPER = 9;
const EAVES = 6;

const rectangle = (x: number, y: number, width: number, depth: number): number[] => [
  ...[x, y, x + width, y],
  ...[x + width, y + depth, x, y + depth],
];
/** Clockwise, as holes are. */
const reversed = (ring: Ring): number[] =>
  Array.from({ length: ring.length }, (_, i) => ring[ring.length - 2 - (i - (i % 2)) + (i % 2)]);
const turned = (ring: Ring, degrees: number): number[] => {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return ring.map((value, i) => {
    const exact = i % 2 === 0 ? c * value - s * ring[i + 1] : s * ring[i - 1] + c * value;
    return Math.round(exact * 1000) / 1000;
  });
};

const block = [rectangle(0, 0, 60, 40), reversed(rectangle(10, 10, 40, 20))];
const shapes: Record<string, readonly Ring[]> = {
  'a court in the middle': block,
  'a court to one side': [rectangle(0, 0, 60, 40), reversed(rectangle(8, 12, 30, 20))],
  'two courts': [rectangle(0, 0, 60, 40), reversed(rectangle(10, 10, 15, 20)), reversed(rectangle(35, 10, 15, 20))],
  'an L': [[0, 0, 24, 0, 24, 9, 11, 9, 11, 21, 0, 21]],
  'a T': [[0, 0, 30, 0, 30, 10, 20, 10, 20, 25, 10, 25, 10, 10, 0, 10]],
  'a U': [[0, 0, 30, 0, 30, 25, 20, 25, 20, 10, 10, 10, 10, 25, 0, 25]],
  'an E': [[0, 0, 40, 0, 40, 8, 9, 8, 9, 16, 30, 16, 30, 24, 9, 24, 9, 32, 40, 32, 40, 40, 0, 40]],
  'a star': [[0, 12, 9, 9, 12, 0, 15, 9, 24, 12, 15, 15, 12, 24, 9, 15]],
  'a court in an L': [
    [0, 0, 60, 0, 60, 30, 36, 30, 36, 50, 0, 50],
    reversed([10, 10, 50, 10, 50, 20, 26, 20, 26, 40, 10, 40]),
  ],
};

const hip = (footprint: readonly Ring[], change: Partial<PlanVolume> = {}): PlanVolume => ({
  id: 'v1',
  footprint,
  lower: 0,
  upper: UPPER,
  reference: 'peil',
  roof: { shape: 'hipped', eaves: EAVES },
  ...change,
});

/** A ring round a point that waves in and out, never across itself. */
function waving(random: () => number, corners: number, radius: number): number[] {
  const ring: number[] = [];
  for (let i = 0; i < corners; i++) {
    const angle = (2 * Math.PI * (i + 0.6 * random())) / corners;
    const r = radius * (0.75 + 0.5 * random());
    ring.push(Math.round(1000 * r * Math.cos(angle)) / 1000, Math.round(1000 * r * Math.sin(angle)) / 1000);
  }
  return ring;
}

const areaOf = (rings: readonly Ring[]) => rings.reduce((sum, ring) => sum + ringArea(ring), 0);

describe('hips', () => {
  it('round a court are a ridge at half the breadth', () => {
    const { inset, deepest } = layHips(block);
    expect(deepest).toBeCloseTo(5, 3);
    expect([inset(5, 20), inset(2, 20), inset(8, 20), inset(5, 5), inset(10, 20)]).toEqual([5, 2, 2, 5, 0]);
    const solid = volumeToSolid(hip(block), place);
    expect(listOpenEdges(solid)).toEqual([]);
    // Cross section of the ring times its middle line, 4 corners mitred: exact.
    expect(meshVolume(solid)).toBeCloseTo(1600 * EAVES + 0.5 * 10 * 3 * (2 * (50 + 30)), 1);
    expect(partArea(solid, ROOF)).toBeCloseTo((1600 * Math.hypot(5, 3)) / 5, 1);
  });

  it('without given eaves are as steep as 45 degrees at most', () => {
    const solid = volumeToSolid(hip(block, { upper: 14, roof: { shape: 'hipped' } }), place);
    expect(meshVolume(solid)).toBeCloseTo(1600 * 9 + 0.5 * 5 * 10 * (2 * (50 + 30)), 1);
  });

  describe.each(Object.entries(shapes))('on %s', (_, rings) => {
    it.each([0, 17, 45, 203.7])('turned by %s degrees make a closed solid of one steepness', (degrees) => {
      const footprint = rings.map((ring) => turned(ring, degrees));
      const { parts, deepest } = layHips(footprint);
      expect(parts.reduce((sum, part) => sum + ringArea(part), 0)).toBeCloseTo(areaOf(footprint), 1);
      const solid = volumeToSolid(hip(footprint), place);
      expect(listOpenEdges(solid)).toEqual([]);
      expect(solid.upperNap).toBe(UPPER);
      const slant = Math.hypot(deepest, UPPER - EAVES) / deepest;
      expect(partArea(solid, ROOF) / (areaOf(footprint) * slant)).toBeCloseTo(1, 2);
    });
  });

  it('on outlines drawn by chance rise from every wall, and close', () => {
    const random = seedRandom(11);
    for (let round = 0; round < 60; round++) {
      const outer = waving(random, 3 + Math.floor(random() * 14), 30);
      const footprint = round % 2 === 0 ? [outer] : [outer, reversed(waving(random, 3 + Math.floor(random() * 6), 7))];
      // The outline may wave into its court: that is refused elsewhere.
      if (findRingFault(footprint)) continue;
      const { inset, deepest } = layHips(footprint);
      for (let i = 0; i < 50; i++) {
        const [x, y] = [80 * random() - 40, 80 * random() - 40];
        expect(inset(x, y) > 0, `round ${round} at ${x}, ${y}`).toBe(isInRings(footprint, x, y));
        expect(inset(x, y)).toBeLessThanOrEqual(deepest + 0.01);
      }
      expect(listOpenEdges(volumeToSolid(hip(footprint), place)), `round ${round}`).toEqual([]);
    }
  });
});
