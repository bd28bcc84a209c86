import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { areaSize } from '../../src/demo/area.ts';
import { drawHavenkwartier } from '../../src/demo/havenkwartier.ts';
import { siteArea } from '../../src/demo/havenkwartier-site.ts';
import { origin } from '../../src/demo/point.ts';
import { createRandom } from '../../src/demo/random.ts';
import { type Plan, parsePlan } from '../../src/model/plan.ts';
import { isInRings, ringArea, ringsArea } from '../../src/model/plan-ring.ts';
import { createGroundFinder } from '../../src/pipeline/plans/borders.ts';
import { outlineOf } from '../../src/pipeline/plans/outline.ts';
import { listOpenEdges, meshVolume } from '../model/closed-mesh.ts';
import { type DrawnVariant, readDrawn } from './read-drawn.ts';

const file = 'data/markerwaard/plans/havenkwartier.json';
const ids = ['kade', 'hoven', 'haven'] as const;

let plan: Plan;
let variants: Record<string, DrawnVariant>;

beforeAll(() => {
  plan = parsePlan(JSON.parse(readFileSync(file, 'utf8')), file);
  const place = { origin: [147_230, 507_860, 0] as const, peilNap: plan.peilNap, groundNap: 0 };
  variants = readDrawn(drawHavenkwartier(createRandom(1).fork('havenkwartier')), place);
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const groundOf = (id: string, surface?: string) =>
  variants[id].ground.filter((piece) => surface === undefined || piece.surface === surface);
const share = (id: string, surface: string) =>
  sum(groundOf(id, surface).map(({ rings }) => ringsArea(rings))) / areaSize(siteArea);

describe('Havenkwartier', () => {
  it('has the variants that the plan names, each with the dwellings and height that its summary tells', () => {
    expect(plan.variants.map(({ id }) => id)).toEqual(Object.keys(variants));
    const facts = [
      ['kade', 111, 15],
      ['hoven', 171, 19],
      ['haven', 217, 38],
    ] as const;
    for (const [id, dwellings, height] of facts) {
      const { solids } = variants[id];
      expect(sum(solids.map((solid) => solid.dwellings ?? 0)), id).toBe(dwellings);
      expect(Math.max(...solids.map(({ upperNap }) => upperNap)) + 3.6, id).toBeLessThan(height + 1);
      const { summary } = plan.variants.find((variant) => variant.id === id) as Plan['variants'][number];
      expect(summary.nl).toContain(`Ongeveer ${Math.floor(dwellings / 10) * 10} woningen, tot ${height} meter hoog`);
    }
  });

  it('differs between variants in green and water', () => {
    expect(share('hoven', 'green')).toBeGreaterThan(0.55);
    expect(share('haven', 'green')).toBeLessThan(0.35);
    expect(share('kade', 'garden')).toBeGreaterThan(0.3);
    expect(share('haven', 'water')).toBeGreaterThan(0.08);
    expect(share('kade', 'water')).toBeLessThan(0.01);
  });

  it.each(ids)('stands in closed solids that do not overlap: %s', (id) => {
    const { solids, volumes } = variants[id];
    for (const solid of solids) {
      expect(listOpenEdges(solid), solid.id).toEqual([]);
      expect(meshVolume(solid), solid.id).toBeGreaterThan(5);
    }
    // Storeys that stand back lie upon others.
    const standing = volumes.filter(({ lower }) => lower < 0).map(({ footprint }) => footprint);
    const areas = sum(standing.map((footprint) => ringsArea(footprint)));
    const united = sum(outlineOf(standing).map((ring) => ringArea(ring)));
    expect(areas - united).toBeLessThan(0.5);
  });

  it.each(ids)('lays ground that covers the site once, without gaps: %s', (id) => {
    const pieces = groundOf(id);
    const total = sum(pieces.map(({ rings }) => ringsArea(rings)));
    const outline = outlineOf(pieces.map(({ rings }) => rings));
    expect(outline).toHaveLength(1);
    expect(Math.abs(total - areaSize(siteArea))).toBeLessThan(2);
    expect(Math.abs(ringArea(outline[0]) - areaSize(siteArea))).toBeLessThan(2);
    expect(Math.abs(ringArea(plan.area.flat()) - areaSize(siteArea)) / areaSize(siteArea)).toBeLessThan(0.005);
  });

  it.each(ids)('builds on land, beside its streets: %s', (id) => {
    const find = createGroundFinder(groundOf(id));
    for (const { id: name, use, footprint } of variants[id].volumes) {
      if (use === 'brug') continue;
      const [ring] = footprint;
      for (let i = 0; i < ring.length; i += 2) {
        const surface = find(ring[i], ring[i + 1])?.surface;
        expect(['garden', 'green', 'paving', 'path', 'quay'], `${name} ${i}`).toContain(surface);
      }
    }
  });

  it.each(ids)('plants trees beside buildings, streets and water: %s', (id) => {
    const { trees, volumes } = variants[id];
    expect(trees.length).toBeGreaterThan(150);
    const find = createGroundFinder(groundOf(id));
    for (const { where, x, y } of trees) {
      expect(['road', 'water', undefined], where).not.toContain(find(x, y)?.surface);
      expect(
        volumes.some(({ footprint }) => isInRings(footprint, x, y)),
        where,
      ).toBe(false);
    }
  });

  it('has five stops, none of them in a building, a tree or the ground', () => {
    expect(plan.stops).toHaveLength(5);
    expect(plan.stops.filter(({ moment }) => moment).length).toBeGreaterThan(1);
    for (const { id, variant, position } of plan.stops) {
      const [x, y, z] = position;
      const { solids, volumes, trees, ground } = variants[variant as string];
      expect(
        solids.some(({ upperNap }, i) => upperNap > z && isInRings(volumes[i].footprint, x, y)),
        id,
      ).toBe(false);
      expect(Math.min(...trees.map((tree) => Math.hypot(tree.x - x, tree.y - y))), id).toBeGreaterThan(1);
      expect(z, id).toBeGreaterThan((createGroundFinder(ground)(x, y)?.level ?? -3.8) + 1.4);
    }
  });

  it('draws the same again', () => {
    const [a, b] = [1, 2].map(() => JSON.stringify(drawHavenkwartier(createRandom(1).fork('havenkwartier'))));
    expect(a).toBe(b);
    expect(siteArea[0].every(({ x, y }) => x + origin.x > 147_000 && y + origin.y > 507_700)).toBe(true);
  });
});
