import { describe, expect, it } from 'vitest';
import { createHeightField, hitsField } from '../../../src/engines/solar/height-field.ts';
import { createGrid } from '../../../src/model/grid.ts';
import { seedRandom } from '../../../src/model/random.ts';

describe('a field of heights', () => {
  it('hides what marching cell by cell says it hides', () => {
    const grid = createGrid(1000, 2000, 2, 37, 23);
    const random = seedRandom(3);
    for (let i = 0; i < grid.values.length; i++) grid.values[i] = random() < 0.2 ? 12 * random() : random();
    grid.values[5] = Number.NaN;
    const field = createHeightField(grid);
    let hits = 0;
    for (let k = 0; k < 2000; k++) {
      const [x, y, z] = [990 + 100 * random(), 1990 + 70 * random(), 1 + 6 * random()];
      const [turn, up] = [2 * Math.PI * random(), 0.9 * random()];
      const flat = Math.sqrt(1 - up * up);
      const [dx, dy] = [flat * Math.cos(turn), flat * Math.sin(turn)];
      let should = false;
      for (let t = 3; t < 250 && !should; t += 0.004 / flat) {
        const column = Math.floor((x + t * dx - 1000) / 2);
        const row = Math.floor((y + t * dy - 2000) / 2);
        if (column < 0 || row < 0 || column >= 37 || row >= 23) {
          if (z + t * up > 12) break;
          continue;
        }
        should = (grid.values[row * 37 + column] as number) > z + t * up;
        if (t > 3 && !should && z + t * up > 12) break;
      }
      // Distances of `near` are along the ground.
      const is = hitsField(field, x, y, z, dx, dy, up, 3 * flat);
      if (is) hits++;
      if (is !== should) {
        // Only where the ray grazes: the march steps by millimetres.
        const higher = hitsField(field, x, y, z + 0.02, dx, dy, up, 3 * flat);
        const lower = hitsField(field, x, y, z - 0.02, dx, dy, up, 3 * flat);
        expect(higher).not.toBe(lower);
      }
      if (k > 400) break;
    }
    expect(hits).toBeGreaterThan(50);
  });

  it('hides nothing above its highest cell, straight up, or beside it', () => {
    const grid = createGrid(0, 0, 1, 4, 4);
    grid.values.fill(5);
    const field = createHeightField(grid);
    expect(hitsField(field, 2, 2, 5.1, 1, 0, 0, 0)).toBe(false);
    expect(hitsField(field, 2, 2, 0, 0, 0, 1, 0)).toBe(false);
    expect(hitsField(field, 2, 8, 0, 1, 0, 0, 0)).toBe(false);
    expect(hitsField(field, -3, 2, 0, 1, 0, 0, 0)).toBe(true);
  });
});
