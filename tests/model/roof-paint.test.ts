import { describe, expect, it } from 'vitest';
import { paintRoofs } from '../../src/model/roof-paint.ts';
import { NEEDS_PERMIT, roofTones, UNSUITABLE } from '../../src/model/roof-tones.ts';
import { solarClasses } from '../../src/model/solar.ts';
import { irradiationClasses, suitabilityColors } from '../../src/model/solar-classes.ts';
import { roofSettings, roofTown, table } from '../fixtures/solar-roofs.ts';

const toneOf = (byte: number) => roofTones[(byte & 15) - 1];
const marksOf = (byte: number) => byte & ~15;

describe('the paint of roof planes', () => {
  it('is the class of the sun on each plane, or of how well it suits', () => {
    const sun = paintRoofs(roofTown, 'irradiation', roofSettings, table.protection);
    expect([...sun].map(toneOf)).toEqual([5, 1, 2, 4, 5, 3].map((rank) => irradiationClasses[rank]?.color));
    const suits = paintRoofs(roofTown, 'suitability', roofSettings, table.protection);
    const classes = ['excellent', 'none', 'moderate', 'none', 'excellent', 'good'] as const;
    expect([...suits].map(toneOf)).toEqual(classes.map((id) => suitabilityColors[id]));
    expect(roofTones).toHaveLength(irradiationClasses.length + solarClasses.length);
    expect(roofTones.length).toBeLessThan(16);
  });

  it('marks what does not suit and what needs a permit, whichever colour is asked for', () => {
    for (const colour of ['irradiation', 'suitability'] as const) {
      const paint = paintRoofs(roofTown, colour, roofSettings, table.protection);
      expect([...paint].map(marksOf)).toEqual([0, UNSUITABLE, 0, UNSUITABLE, NEEDS_PERMIT, 0]);
    }
    expect([...paintRoofs(roofTown, 'irradiation', roofSettings, undefined)].map(marksOf)[4]).toBe(0);
  });

  it('follows the settings of the visitor', () => {
    const strict = { ...roofSettings, thresholds: { excellent: 1090, good: 1060, moderate: 1045 } };
    const paint = paintRoofs(roofTown, 'suitability', strict, undefined);
    const classes = ['moderate', 'none', 'none', 'none', 'excellent', 'none'] as const;
    expect([...paint].map(toneOf)).toEqual(classes.map((id) => suitabilityColors[id]));
  });
});
