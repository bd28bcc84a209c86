import { describe, expect, it } from 'vitest';
import type { Obstacle } from '../../src/engines/obstacles.ts';
import { deBilt } from '../../src/engines/solar/climate-de-bilt.ts';
import type { TreeCrown } from '../../src/engines/solar/crowns.ts';
import { computeRoof } from '../../src/engines/solar-roof.ts';
import { monthlyTransmission } from '../../src/engines/tree-crown.ts';
import { defaultSolarSettings } from '../../src/model/solar-defaults.ts';
import { findPart, HOURS, NO_SUN, type RoofPart } from '../../src/model/solar-roof.ts';
import { listBlockers } from '../../src/model/solar-shade.ts';
import { guessKind } from '../../src/model/surface-kind.ts';

type Vec3 = readonly [number, number, number];

const quad = (a: Vec3, b: Vec3, c: Vec3, d: Vec3): number[] => [...a, ...b, ...c, ...a, ...c, ...d];

/** All sides of a box from the ground up, corners counter-clockwise from outside. */
function box(west: number, south: number, east: number, north: number, top: number): number[] {
  const low: readonly [Vec3, Vec3, Vec3, Vec3] = [
    [west, south, 0],
    [east, south, 0],
    [east, north, 0],
    [west, north, 0],
  ];
  const high = low.map(([x, y]): Vec3 => [x, y, top]) as unknown as typeof low;
  const sides = [0, 1, 2, 3].flatMap((i) => {
    const [j, k] = [i as 0 | 1 | 2 | 3, ((i + 1) % 4) as 0 | 1 | 2 | 3];
    return quad(low[j], low[k], high[k], high[j]);
  });
  return [...sides, ...quad(...high)];
}

/** A house with its ridge from west to east, 45°. */
const gable = [
  ...quad([-6, -4, 5], [6, -4, 5], [6, 0, 9], [-6, 0, 9]),
  ...quad([6, 4, 5], [-6, 4, 5], [-6, 0, 9], [6, 0, 9]),
  ...box(-6, -4, 6, 4, 5).slice(0, 8 * 9),
];

/** Forty metres tall, its crown a ball before the south side; keeps its leaves. */
const pine: TreeCrown = {
  id: 'den',
  x: 147000,
  y: 507980,
  ground: -4,
  height: 40,
  crown: 36,
  middle: 0.5,
  halfHeight: 0.5,
  isEvergreen: true,
};

/** `own` with other things around it; metres from a place in the polder, on ground at −4 m NAP. */
function compute(
  own: readonly number[],
  others: readonly (readonly [Obstacle, readonly number[]])[] = [],
  trees: readonly TreeCrown[] = [],
) {
  const things = [[{ kind: 'building', id: 'house' }, own], ...others] as const;
  const positions = Float32Array.from(things.flatMap(([, triangles]) => triangles));
  const owners = Uint32Array.from(
    things.flatMap(([, triangles], row) => new Array<number>(triangles.length / 9).fill(row)),
  );
  const mesh = {
    positions: Float32Array.from(own),
    surfaces: Uint32Array.from({ length: own.length / 9 }, (_, t) => t),
    kinds: Uint8Array.from({ length: own.length / 9 }, (_, t) => {
      const [ax, ay, , bx, by, , cx, cy] = own.slice(9 * t, 9 * t + 9) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      return guessKind(Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)));
    }),
    isGuessed: true,
  };
  const objects = things.map(([object]) => object as Obstacle);
  const obstacles = { origin: [147000, 508000, -4] as const, positions, owners, objects };
  return computeRoof(
    { building: 'house', mesh, obstacles, trees, fields: [], ground: -4 },
    deBilt,
    defaultSolarSettings,
  );
}

const sum = (months: readonly number[]) => months.reduce((all, month) => all + month, 0);
const facing = (parts: readonly RoofPart[], azimuth: number) =>
  parts.find((part) => Math.abs(((part.azimuth - azimuth + 540) % 360) - 180) < 3) as RoofPart;
const at = (part: RoofPart, month: number, hour: number) => part.blocked[month * HOURS + hour] as number;

describe('one roof in full', () => {
  it('has a sunny and a shady side, each month its light, and panels that lie on them', () => {
    const { parts, blockers } = compute(gable);
    expect(parts).toHaveLength(2);
    const [south, north] = [facing(parts, 180), facing(parts, 0)];
    expect(sum(south.shaded)).toBeGreaterThan(1.3 * sum(north.shaded));
    expect(sum(south.unshaded)).toBeCloseTo(sum(south.shaded), 0);
    expect(south.panels).toBeGreaterThan(10);
    expect(south.corners).toHaveLength(12 * south.panels);
    expect(sum(south.yieldMonths)).toBeCloseTo(sum(south.shaded) * south.panels * 0.43 * 0.8, 0);
    for (let i = 0; i < south.corners.length; i += 3) {
      const [x, y, nap] = south.corners.slice(i, i + 3) as [number, number, number];
      expect(x - 147000).toBeGreaterThan(-6);
      expect(x - 147000).toBeLessThan(6);
      // In the plane: as high above the eaves as it is far in from them.
      expect(nap + 4 - 5).toBeCloseTo(y - 508000 + 4, 3);
    }
    // December noon: on the south side nothing, on the north side the sun does not come at all.
    expect(at(south, 11, 12)).toBe(0);
    expect(at(north, 11, 12)).toBe(NO_SUN);
    expect(listBlockers(south, blockers)).toEqual([]);
  });

  it('tells which building takes the sun, in which months and at which hours', () => {
    const tower = box(-15, -30, 15, -20, 40);
    const { parts, blockers } = compute(gable, [[{ kind: 'building', id: 'tower' }, tower]]);
    const south = facing(parts, 180);
    expect(sum(south.shaded)).toBeLessThan(0.75 * sum(south.unshaded));
    expect(at(south, 11, 12)).toBe(1);
    expect(at(south, 5, 6)).not.toBe(1);
    const [taker] = listBlockers(south, blockers);
    expect(blockers[taker?.row ?? -1]).toEqual({ kind: 'building', id: 'tower' });
    expect(taker?.from).toBeGreaterThan(7);
    expect(taker?.until).toBeLessThan(18);
  });

  it('lets a tree take its share and not more', () => {
    const { parts, blockers } = compute(gable, [], [pine]);
    const south = facing(parts, 180);
    const lost = 1 - (monthlyTransmission(true)[11] as number);
    expect(at(south, 11, 12)).toBeGreaterThan(0.8 * lost);
    expect(at(south, 11, 12)).toBeLessThanOrEqual(lost);
    expect(blockers).toEqual([{ kind: 'tree', id: '' }]);
  });

  it('tilts panels on a flat roof, towards the south', () => {
    const { parts } = compute(box(-10, -8, 10, 8, 6));
    const [flat] = parts as [RoofPart];
    expect(flat.azimuth).toBe(-1);
    expect(flat.panels).toBeGreaterThan(20);
    const heights = [1, 4, 7, 10].map((k) => [flat.corners[k] as number, flat.corners[k + 1] as number] as const);
    const [low, high] = [heights[0], heights[2]] as const;
    expect((high?.[1] ?? 0) - (low?.[1] ?? 0)).toBeCloseTo(1.134 * Math.sin((13 * Math.PI) / 180), 2);
    expect(high?.[0] ?? 0).toBeGreaterThan(low?.[0] ?? 0);
    // The house itself shades a lower part of it, and says so.
    const stepped = compute([...box(-10, -8, 10, 8, 6), ...box(-10, -12, 10, -8, 16)]);
    const lower = stepped.parts.find(({ nap }) => nap < 3) as RoofPart;
    expect(stepped.blockers[listBlockers(lower, stepped.blockers)[0]?.row ?? -1]).toEqual({ kind: 'own', id: 'house' });
  });

  it('finds the part of a plane by its number, else by its place', () => {
    const { parts } = compute(gable);
    const south = facing(parts, 180);
    expect(findPart(parts, { ...south, surface: 99, x: south.x + 0.5 })).toBe(south);
    expect(findPart(parts, { ...south, surface: 99, x: south.x + 50 })).toBeUndefined();
  });
});
