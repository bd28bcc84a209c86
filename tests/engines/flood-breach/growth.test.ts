import { describe, expect, it } from 'vitest';
import { crestAt, dikeMaterials, widthGained } from '../../../src/engines/flood-breach/growth.ts';

const growth = { start: 600, crest: 3, lowest: -3, lowering: 1800, width: 10, widest: 1e6, criticalSpeed: 0.2 };
const lowestAt = growth.start + growth.lowering;
const HOUR = 3600;

describe('how a gap in a dike grows', () => {
  it.each([
    // Worked by hand from 1.3 g^0.5 H^1.5 / u_c · log10(1 + 0.04 g t / u_c), t in hours.
    { material: 'sand', head: 3, hours: 1, metres: 49.9 },
    { material: 'sand', head: 3, hours: 24, metres: 178.0 },
    { material: 'clay', head: 3, hours: 24, metres: 54.9 },
    { material: 'sand', head: 1, hours: 6, metres: 22.5 },
  ] as const)('widens by $metres m in $hours h of $material under $head m', ({ material, head, hours, metres }) => {
    const { criticalSpeed } = dikeMaterials[material];
    const gained = widthGained({ ...growth, criticalSpeed }, head, lowestAt, lowestAt + hours * HOUR);
    expect(gained).toBeCloseTo(metres, 0);
  });

  it('widens as much in many steps as in one, and nothing before its crest is at its lowest', () => {
    let sum = 0;
    for (let second = 0; second < lowestAt + 5 * HOUR; second += 30) sum += widthGained(growth, 2, second, second + 30);
    expect(sum).toBeCloseTo(widthGained(growth, 2, lowestAt, lowestAt + 5 * HOUR), 9);
    expect(widthGained(growth, 2, 0, lowestAt)).toBe(0);
    expect(widthGained(growth, -1, lowestAt, lowestAt + HOUR)).toBe(0);
  });

  it('falls evenly from its crest to its lowest', () => {
    expect([0, 600, 1500, 2400, 9999].map((second) => crestAt(growth, second))).toEqual([3, 3, 0, -3, -3]);
    expect(crestAt({ ...growth, lowering: 0 }, 601)).toBe(-3);
  });
});
