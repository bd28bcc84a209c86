import { describe, expect, it } from 'vitest';
import { addSuns, type GridSun, type ShadowGrid } from '../../src/engines/shadow-grid.ts';
import { seedRandom } from '../../src/model/random.ts';

const sunAt = (azimuthDegrees: number, elevationDegrees: number, weight = 1): GridSun => {
  const [azimuth, elevation] = [azimuthDegrees, elevationDegrees].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
  ];
  const level = Math.cos(elevation);
  return { x: level * Math.sin(azimuth), y: level * Math.cos(azimuth), z: Math.sin(elevation), weight };
};

function makeGrid(
  width: number,
  height: number,
  cellSize: number,
  of: (column: number, row: number) => number,
): ShadowGrid {
  const values = Float32Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width)));
  return { width, height, cellSize, values };
}

/** Flat ground, because marching would take a slope for stairs, with houses of whole cells on it. */
function makeTown(size: number): ShadowGrid {
  const random = seedRandom(3);
  const grid = makeGrid(size, size, 1, () => 0);
  for (let k = 0; k < (size * size) / 400; k++) {
    const [west, south] = [Math.floor(random() * (size - 14)), Math.floor(random() * (size - 14))];
    const [width, depth, high] = [5 + Math.floor(random() * 9), 5 + Math.floor(random() * 9), 3 + 12 * random()];
    for (let row = south; row < south + depth; row++)
      for (let column = west; column < west + width; column++) grid.values[row * size + column] = high;
  }
  return grid;
}

/** Along the ray in steps of a twentieth of a cell, over cells as they lie: upright columns. */
function march({ width, height, cellSize, values }: ShadowGrid, sun: GridSun, at: number): boolean {
  const level = Math.hypot(sun.x, sun.y);
  const [dx, dy, rise] = [sun.x / level, sun.y / level, (cellSize * sun.z) / level];
  const own = values[at] as number;
  for (let k = 1; k < 4 * 20 * width; k++) {
    const [x, y] = [(at % width) + 0.5 + (k / 20) * dx, Math.floor(at / width) + 0.5 + (k / 20) * dy];
    if (x < 0 || y < 0 || x >= width || y >= height) return true;
    const ray = own + (k / 20) * rise;
    if (ray > 20) return true;
    const cell = Math.floor(y) * width + Math.floor(x);
    if (cell !== at && (values[cell] as number) > ray) return false;
  }
  return true;
}

describe('sun on a grid by sweeping', () => {
  it('differs from marching along each ray in few cells, at edges', () => {
    const grid = makeTown(160);
    for (const [azimuth, elevation] of [
      [180, 38],
      [135, 25],
      [100, 12],
      [250, 40],
      [283, 15],
      [200, 60],
    ] as const) {
      const sun = sunAt(azimuth, elevation);
      const lit = addSuns(grid, [sun]);
      let [differ, inside, shaded] = [0, 0, 0];
      for (let at = 0; at < lit.length; at++) {
        const isLit = march(grid, sun, at);
        if (!isLit) shaded++;
        if (isLit === (lit[at] === 1)) continue;
        differ++;
        // At an edge some neighbour is on the other side of it.
        const beside = [at - 1, at + 1, at - grid.width, at + grid.width].filter(
          (cell) => cell >= 0 && cell < lit.length,
        );
        if (beside.every((cell) => lit[cell] === lit[at] && march(grid, sun, cell) !== isLit)) inside++;
      }
      const share = (100 * differ) / lit.length;
      console.log(
        `sun at ${azimuth}°, ${elevation}° high: ${share.toFixed(2)} % of cells differ, ${((100 * shaded) / lit.length).toFixed(1)} % in shade`,
      );
      expect(shaded).toBeGreaterThan(100);
      expect(share).toBeLessThan(2.5);
      // Hardly any amid others: where a ray grazes a slanting row of corners.
      expect((100 * inside) / lit.length).toBeLessThan(0.3);
    }
  });

  it('a wall along the axes casts a shadow as long as its height over the tangent', () => {
    const wall = makeGrid(120, 120, 0.5, (_, row) => (row === 20 ? 6 : 0));
    for (const elevation of [15, 30, 45, 60]) {
      const lit = addSuns(wall, [sunAt(180, elevation)]);
      let length = 0;
      for (let row = 21; row < 120 && lit[row * 120 + 60] === 0; row++) length += 0.5;
      expect(Math.abs(length - 6 / Math.tan((elevation * Math.PI) / 180))).toBeLessThan(0.51);
    }
  });

  it('is the same for a turned grid and a turned sun', () => {
    const grid = makeTown(60);
    const turned = makeGrid(60, 60, 1, (column, row) => grid.values[column * 60 + (59 - row)] as number);
    for (const azimuth of [10, 80, 145, 222, 311]) {
      const lit = addSuns(grid, [sunAt(azimuth, 20)]);
      const other = addSuns(turned, [sunAt(azimuth + 90, 20)]);
      for (let row = 0; row < 60; row++)
        for (let column = 0; column < 60; column++)
          expect(other[row * 60 + column]).toBe(lit[column * 60 + (59 - row)]);
    }
  });

  it('adds weights, leaves out suns below the horizon, and takes unknown heights for none', () => {
    const grid = makeGrid(8, 5, 1, (column) => (column === 3 ? Number.NaN : 0));
    const sums = addSuns(grid, [sunAt(90, 30, 10), sunAt(180, 40, 5), sunAt(200, -3, 100)], new Float32Array(40));
    expect([...sums]).toEqual(Array.from({ length: 40 }, () => 15));
    expect(() => addSuns({ ...grid, width: 7 }, [])).toThrow(/35 heights/);
  });

  it('asks at other heights than those that shade: the ground under a roof is dark but where the sun comes in', () => {
    const roof = makeGrid(20, 20, 1, (column, row) => (column > 4 && column < 15 && row > 4 && row < 15 ? 3 : 0));
    const ground = new Float32Array(400);
    const lit = addSuns(roof, [sunAt(180, 50)], ground);
    expect(lit[10 * 20 + 10]).toBe(0);
    expect(lit[2 * 20 + 10]).toBe(1);
    expect(addSuns(roof, [sunAt(180, 50)])[10 * 20 + 10]).toBe(1);
  });
});
