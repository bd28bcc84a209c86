import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { origin } from '../../src/demo/point.ts';
import { createRandom } from '../../src/demo/random.ts';
import { drawSluis } from '../../src/demo/sluis.ts';
import { place, sluisLevels } from '../../src/demo/sluis-site.ts';
import { type Plan, parsePlan } from '../../src/model/plan.ts';
import { isInRings, ringArea, ringsArea } from '../../src/model/plan-ring.ts';
import { createGroundFinder } from '../../src/pipeline/plans/borders.ts';
import { makeGround } from '../../src/pipeline/plans/ground.ts';
import { outlineOf } from '../../src/pipeline/plans/outline.ts';
import { listOpenEdges, meshVolume } from '../model/closed-mesh.ts';
import { type DrawnVariant, readDrawn } from './read-drawn.ts';

const file = 'data/markerwaard/plans/sluis.json';
const ids = ['schutsluis', 'dijkhaven'] as const;

let plan: Plan;
let variants: Record<string, DrawnVariant>;

beforeAll(() => {
  plan = parsePlan(JSON.parse(readFileSync(file, 'utf8')), file);
  const zero = { origin: [147_060, 509_060, 0] as const, peilNap: plan.peilNap, groundNap: 0 };
  variants = readDrawn(drawSluis(createRandom(1).fork('sluis')), zero);
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** RD New of a place in the frame of the site. */
const rd = (e: number, n: number): [number, number] => {
  const { x, y } = place(e, n);
  return [x + origin.x, y + origin.y];
};
const levelAt = (id: string, e: number, n: number) => createGroundFinder(variants[id].ground)(...rd(e, n))?.level;

describe('Sluis in de Markerdijk', () => {
  it('has the variants that the plan names, with their files', () => {
    expect(plan.variants.map(({ id }) => id)).toEqual(Object.keys(variants));
    for (const { id, geometry } of plan.variants)
      expect(geometry?.volumes).toEqual([`sources/plans/sluis-${id}-volumes.geojson`]);
  });

  it.each(ids)('stands in closed solids with a volume: %s', (id) => {
    for (const solid of variants[id].solids) {
      expect(listOpenEdges(solid), solid.id).toEqual([]);
      expect(meshVolume(solid), solid.id).toBeGreaterThan(0.1);
    }
  });

  it.each(ids)('lays ground once and without gaps, within the outline of the plan: %s', (id) => {
    const pieces = variants[id].ground;
    const outline = outlineOf(pieces.map(({ rings }) => rings));
    const total = sum(pieces.map(({ rings }) => ringsArea(rings)));
    expect(Math.abs(total - sum(outline.map((ring) => ringArea(ring))))).toBeLessThan(0.5);
    // The dike that stays between quay, steps and lock is a hole: the outline is cut through its middle, without shreds.
    expect(Math.min(...outline.map((ring) => ringArea(ring)))).toBeGreaterThan(40);
    for (const ring of outline)
      for (let i = 0; i < ring.length; i += 2) expect(isInRings([plan.area.flat()], ring[i], ring[i + 1])).toBe(true);
  });

  it.each(ids)('closes every step between levels with a wall: %s', (id) => {
    const pieces = variants[id].ground;
    const mesh = makeGround(pieces, [147_060, 509_060, 0], () => undefined);
    // What is seen from above is the ground, once; upright walls add nothing to it.
    const area = ({ positions, indices }: (typeof mesh)[number]) => {
      let twice = 0;
      for (let i = 0; i < indices.length; i += 3) {
        const [a, b, c] = [0, 1, 2].map((k) => indices[i + k] * 3);
        twice +=
          (positions[b] - positions[a]) * (positions[c + 1] - positions[a + 1]) -
          (positions[c] - positions[a]) * (positions[b + 1] - positions[a + 1]);
      }
      return twice / 2;
    };
    expect(sum(mesh.map(area))).toBeCloseTo(sum(pieces.map(({ rings }) => ringsArea(rings))), 0);
    const walls = mesh.filter((piece) => piece.area === 0);
    const heights = new Set(walls.flatMap(({ positions }) => positions.filter((_, i) => i % 3 === 2)));
    for (const { level } of pieces)
      expect(
        [...heights].some((z) => Math.abs(z - level) < 1e-6),
        `${level}`,
      ).toBe(true);
  });

  it('steps down from the lake by way of the lock to the canal, with gates between', () => {
    const { lake, chamber, canal, crest } = sluisLevels;
    expect([62, 30, 0, -30].map((n) => levelAt('schutsluis', 0, n))).toEqual([lake, chamber, canal, canal]);
    expect([-8, 8].map((e) => levelAt('schutsluis', e, 20))).toEqual([crest, crest]);
    const gates = variants.schutsluis.volumes.filter(({ retains }) => retains);
    expect(gates).toHaveLength(4);
    // Every change of the water's level lies within a gate.
    const { ground } = variants.schutsluis;
    const find = createGroundFinder(ground);
    for (const e of [-3.9, -2, -0.1, 0.1, 2, 3.9])
      for (let n = -8; n < 65; n += 0.05) {
        const [a, b] = [rd(e, n), rd(e, n + 0.05)];
        if (find(...a)?.level === find(...b)?.level) continue;
        expect(
          gates.some(
            ({ footprint, upper }) => upper >= crest && isInRings(footprint, ...a) && isInRings(footprint, ...b),
          ),
          `${e} ${n}`,
        ).toBe(true);
      }
  });

  it('has the lake as far as the new dike in the harbour, at one level', () => {
    const { lake, crest } = sluisLevels;
    expect([24, 0, -14, -40].map((n) => levelAt('dijkhaven', 0, n))).toEqual([lake, lake, lake, lake]);
    expect([levelAt('dijkhaven', 0, -52.5), levelAt('dijkhaven', -34, -30), levelAt('dijkhaven', 30, -20)]).toEqual([
      crest,
      crest,
      crest,
    ]);
  });

  it.each(ids)('plants trees on land, beside what is built: %s', (id) => {
    const { trees, volumes, ground } = variants[id];
    const find = createGroundFinder(ground);
    for (const { where, x, y } of trees) {
      expect(['road', 'water'], where).not.toContain(find(x, y)?.surface);
      expect(
        volumes.some(({ footprint }) => isInRings(footprint, x, y)),
        where,
      ).toBe(false);
    }
  });

  it('has four stops, none of them in a building or a tree, at eye level where they stand', () => {
    expect(plan.stops).toHaveLength(4);
    for (const { id, variant, position } of plan.stops) {
      const [x, y, z] = position;
      const { solids, volumes, trees, ground } = variants[variant as string];
      expect(
        solids.some(
          ({ lowerNap, upperNap }, i) => lowerNap < z && upperNap > z && isInRings(volumes[i].footprint, x, y),
        ),
        id,
      ).toBe(false);
      expect(Math.min(...trees.map((tree) => Math.hypot(tree.x - x, tree.y - y))), id).toBeGreaterThan(3);
      const level = createGroundFinder(ground)(x, y)?.level ?? sluisLevels.crest;
      if (z < 10) expect(Math.abs(z - level - 1.65), id).toBeLessThan(0.1);
    }
  });

  it('draws the same again', () => {
    const [a, b] = [1, 2].map(() => JSON.stringify(drawSluis(createRandom(1).fork('sluis'))));
    expect(a).toBe(b);
  });
});
