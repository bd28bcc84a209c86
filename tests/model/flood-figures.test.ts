import { describe, expect, it } from 'vitest';
import { listWetStreets, readFacade, readFigures } from '../../src/model/flood-figures.ts';
import { type FloodSheet, NEVER } from '../../src/model/flood-run.ts';

/** 40 × 20 cells of 1 m from (1000, 2000): water 30 cm deep in the west half, a house of 4 × 4 in it, a canal in the south row. */
function createSheet(): FloodSheet {
  const [width, height] = [40, 20];
  const frame = { west: 1000, south: 2000, cellSize: 1, width, height };
  const cells = Array.from({ length: width * height }, (_, i) => ({ x: i % width, y: Math.floor(i / width) }));
  const isHouse = ({ x, y }: { x: number; y: number }) => x >= 8 && x < 12 && y >= 8 && y < 12;
  const wet = cells.map((cell) => cell.x < 20 && !isHouse(cell) && cell.y > 0);
  return {
    frame,
    bed: Float32Array.from(cells, ({ y }) => (y === 0 ? -5 : -4)),
    buildings: Uint16Array.from(cells, (cell) => (isHouse(cell) ? 8 : 0)),
    isWater: Uint8Array.from(cells, ({ y }) => (y === 0 ? 1 : 0)),
    deepest: Uint16Array.from(cells, ({ x, y }, i) => (wet[i] ? (x === 12 && y === 9 ? 340 : 300) : 0)),
    arrival: Uint16Array.from(wet, (isWet) => (isWet ? 25 : NEVER)),
    duration: Uint16Array.from(wet, (isWet) => (isWet ? 80 : NEVER)),
  };
}

describe('figures of water', () => {
  const sheet = createSheet();

  it('are those of the finest sheet that holds the point', () => {
    const coarse = { ...sheet, deepest: sheet.deepest.map(() => 999) };
    expect(readFigures([coarse, sheet], 1002.5, 2005.5)).toMatchObject({ deepest: 0.3, arrival: 25, duration: 80 });
    expect(readFigures([coarse, sheet], 1002.5, 2005.5)?.level).toBeCloseTo(-3.7, 6);
    expect(readFigures([sheet], 999, 2005)).toBeUndefined();
    expect(readFigures([sheet], 1030.5, 2005.5)).toMatchObject({ deepest: 0, arrival: undefined, isBuilding: false });
    expect(readFigures([sheet], 1009, 2009)?.isBuilding).toBe(true);
    expect(readFigures([sheet], 1009, 2000.5)?.isWater).toBe(true);
  });

  it('at a façade are those where it is deepest around the whole building', () => {
    const facade = readFacade([sheet], 7);
    expect(facade).toMatchObject({ deepest: 0.34, wetShare: 1 });
    expect(readFacade([sheet], 3)).toBeUndefined();
  });

  it('name streets with water in view, the deepest first, with the length that is under water', () => {
    const streets = [
      { name: 'Droogstraat', lines: [[1025, 2005, 1039, 2005]] },
      { name: 'Natstraat', lines: [[1000, 2005, 1040, 2005]] },
      { name: 'Huisweg', lines: [[1012.5, 2004, 1012.5, 2014]] },
      { name: 'Vaartkade', lines: [[1001, 2000.5, 1039, 2000.5]] },
    ];
    const wet = listWetStreets([sheet], streets, () => true);
    expect(wet.map(({ name }) => name)).toEqual(['Huisweg', 'Natstraat', 'Vaartkade']);
    expect(wet[1]).toMatchObject({ deepest: 0.3, arrival: 25, duration: 80 });
    expect(Math.abs((wet[1]?.wetLength ?? 0) - 20)).toBeLessThanOrEqual(4);
    expect(listWetStreets([sheet], streets, (x) => x > 1024)).toEqual([]);
  });
});
