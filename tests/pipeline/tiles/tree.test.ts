import { describe, expect, it } from 'vitest';
import { createIndexBuilder } from '../../../src/pipeline/tiles/building-index.ts';
import { upAt } from '../../../src/pipeline/tiles/ellipsoid.ts';
import { buildTree, listNodes } from '../../../src/pipeline/tiles/tree.ts';

/** A square town of n buildings, every tenth larger. */
function town(n: number, surfaces = 15) {
  const builder = createIndexBuilder();
  const across = Math.ceil(Math.sqrt(n));
  for (let i = 0; i < n; i++) {
    const up = upAt({ lon: 5 + ((i % across) * 0.02) / 68, lat: 52 + (Math.floor(i / across) * 0.02) / 111 });
    builder.add({
      spill: 0,
      offset: i,
      lengths: [0, 0, 0, 0],
      origin: [0, 0, 0],
      up,
      boxError: 2,
      prismError: 1,
      size: i % 10 === 0 ? 30 : 10,
      lowest: 0,
      surfaces,
      triangles: 30,
      isOpen: false,
      idHash: i,
    });
  }
  return builder.finish();
}

describe('the tree of tiles', () => {
  for (const n of [1, 400, 5000, 30000]) {
    it(`holds each of ${n} buildings once at full detail, under errors that grow upward`, () => {
      const nodes = listNodes(buildTree(town(n)));
      const leaves = nodes.filter(({ height }) => height === 0);
      const seen = leaves.flatMap(({ buildings }) => [...buildings]).sort((a, b) => a - b);
      expect(seen).toEqual(Array.from({ length: n }, (_, i) => i));
      expect(Math.max(...leaves.map(({ buildings }) => buildings.length))).toBeLessThanOrEqual(500);
      expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
      for (const { children, geometricError, buildings, height } of nodes) {
        for (const child of children) expect(child.geometricError).toBeLessThan(geometricError);
        if (height > 0) expect(buildings.length).toBeLessThanOrEqual(8000);
      }
    });
  }

  it('holds no more surfaces in a tile than a texture has columns', () => {
    const index = town(3000, 120);
    const leaves = listNodes(buildTree(index)).filter(({ height }) => height === 0);
    const sums = leaves.map(({ buildings }) => buildings.reduce((sum, i) => sum + (index.surfaces[i] ?? 0), 0));
    expect(Math.max(...sums)).toBeLessThanOrEqual(16_000);
    expect(leaves.reduce((sum, { buildings }) => sum + buildings.length, 0)).toBe(3000);
  });

  it('keeps the largest buildings where it cannot keep all', () => {
    const index = town(30000);
    const root = buildTree(index);
    expect(root?.buildings.length).toBe(8000);
    expect([...(root?.buildings ?? [])].filter((i) => index.size[i] === 30)).toHaveLength(3000);
  });

  it('is empty for no building', () => expect(buildTree(town(0))).toBeUndefined());
});
