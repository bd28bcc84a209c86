import { describe, expect, it } from 'vitest';
import { cutWalls, noCells } from '../../src/engines/wall-cells.ts';
import { boxSoup } from './box-soup.ts';

function areas(positions: readonly number[]): number[] {
  const found: number[] = [];
  for (let t = 0; t < positions.length; t += 9) {
    const p = (k: number) => positions[t + k] as number;
    const [ux, uy, uz] = [p(3) - p(0), p(4) - p(1), p(5) - p(2)];
    const [vx, vy, vz] = [p(6) - p(0), p(7) - p(1), p(8) - p(2)];
    found.push(Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2);
  }
  return found;
}

describe('walls cut into cells', () => {
  const { positions, indices } = boxSoup([{ x: 0, y: 0, width: 8, depth: 5, low: -2, high: 5 }], 0);
  const house = Float64Array.from([...indices].flatMap((corner) => [...positions.slice(3 * corner, 3 * corner + 3)]));

  it('cover the walls exactly, whatever the size of the cells', () => {
    for (const size of [0.7, 1.4, 3, 50]) {
      const all = noCells();
      cutWalls(house, -2, size, all);
      const total = areas(all.positions).reduce((sum, area) => sum + area, 0);
      expect(total).toBeCloseTo(2 * (8 + 5) * 7, 6);
      expect(all.cells.length).toBe(all.positions.length / 9);
      expect(Math.max(...all.cells)).toBe(all.places.length / 6 - 1);
    }
  });

  it('have no part larger than a cell, and a point outside the building before each', () => {
    const all = noCells();
    cutWalls(house, -2, 1, all);
    const byCell = new Map<number, number>();
    for (const [t, area] of areas(all.positions).entries()) {
      const cell = all.cells[t] as number;
      byCell.set(cell, (byCell.get(cell) ?? 0) + area);
    }
    expect(Math.max(...byCell.values())).toBeLessThan(1 + 1e-9);
    for (let i = 0; i < all.places.length; i += 6) {
      const [x, y, z] = all.places.slice(i, i + 3) as [number, number, number];
      const [nx, ny] = all.places.slice(i + 3, i + 5) as [number, number];
      expect(Math.hypot(nx, ny)).toBeCloseTo(1, 9);
      expect(z).toBeGreaterThan(-2);
      expect(z).toBeLessThan(5);
      // A step back along the normal is inside the box, the point itself is not.
      const inside = (px: number, py: number) => px > bounds.x0 && px < bounds.x1 && py > bounds.y0 && py < bounds.y1;
      expect(inside(x, y)).toBe(false);
      expect(inside(x - 0.3 * nx, y - 0.3 * ny)).toBe(true);
    }
  });

  const xs = [...house].filter((_, i) => i % 3 === 0);
  const ys = [...house].filter((_, i) => i % 3 === 1);
  const bounds = { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
});
