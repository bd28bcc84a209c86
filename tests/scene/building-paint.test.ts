import type { Cesium3DTileFeature } from 'cesium';
import { Color } from 'cesium';
import { describe, expect, it } from 'vitest';
import { paintBuilding, roofColors, wallColors } from '../../src/scene/building-paint.ts';

/** A feature as paint needs it: properties, and a colour that can be set. */
function createFeature(properties: Record<string, unknown>) {
  const color = Color.WHITE.clone();
  return { color, getProperty: (name: string) => properties[name] } as unknown as Cesium3DTileFeature;
}

function paintedBytes(
  id: string,
  properties: Record<string, unknown>,
  emphasis: 'none' | 'hovered' | 'selected' = 'none',
) {
  const feature = createFeature(properties);
  paintBuilding(feature, id, emphasis);
  return feature.color.toBytes();
}

describe('the paint of a building', () => {
  it('stays within the palettes and is nearly white, whatever the source tells', () => {
    for (let i = 0; i < 500; i++) {
      const properties = {
        oorspronkelijkbouwjaar: 1700 + i,
        gebruiksdoel: i % 3 ? 'woonfunctie' : undefined,
        b3_opp_grond: i,
      };
      const [wall = 0, roof = 0, rest = 0, alpha] = paintedBytes(`NL.IMBAG.Pand.${i}`, properties);
      expect(255 - wall).toBeLessThan(wallColors.length);
      expect(255 - roof).toBeLessThan(roofColors.length);
      expect(rest).toBeGreaterThan(239);
      expect(alpha).toBe(255);
    }
  });

  it('keeps the brick beside a mark by water, within what the shader takes back', () => {
    const feature = createFeature({ oorspronkelijkbouwjaar: 1932 });
    paintBuilding(feature, 'a', 'none');
    const [plain = 0, ...rest] = feature.color.toBytes();
    for (const mark of [1, 2, 3, 4]) {
      paintBuilding(feature, 'a', 'none', mark);
      const [red = 0, ...others] = feature.color.toBytes();
      expect((255 - red) >> 3).toBe(mark);
      expect((255 - red) & 7).toBe(255 - plain);
      expect(others).toEqual(rest);
      expect(red).toBeGreaterThan(215);
    }
  });

  it('depends on the building, not on the tile, and shows emphasis in the third byte only', () => {
    const properties = { oorspronkelijkbouwjaar: 1932, gebruiksdoel: 'woonfunctie' };
    const plain = paintedBytes('a', properties);
    expect(paintedBytes('a', properties)).toEqual(plain);
    const selected = paintedBytes('a', properties, 'selected');
    expect(selected.slice(0, 2)).toEqual(plain.slice(0, 2));
    expect((plain[2] ?? 0) - (selected[2] ?? 0)).toBe(16);
  });
});
