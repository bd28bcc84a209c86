import { describe, expect, it } from 'vitest';
import { breachId, parseBreachId } from '../../src/model/breach-choice.ts';
import { defaultBreachSettings } from '../../src/model/breach-settings.ts';

describe('the id of a breach', () => {
  it('comes back from a link as it was', () => {
    const settings = defaultBreachSettings;
    const choice = { x: 147060, y: 509048, lakeLevel: -0.3, material: 'clay', settings } as const;
    expect(breachId(choice)).toBe('breach:147060:509048:-30:clay');
    expect(parseBreachId(breachId(choice))).toEqual(choice);
    expect(parseBreachId(breachId({ ...choice, lakeLevel: 0.45 }))?.lakeLevel).toBe(0.45);
  });

  it('tells settings that are not the usual ones', () => {
    const settings = { loweringMinutes: 15, width: 22.5, widest: 120, lakeDepth: 4 };
    const choice = { x: 147060, y: 509048, lakeLevel: -0.3, material: 'clay', settings } as const;
    expect(breachId(choice)).toBe('breach:147060:509048:-30:clay:15:22.5:120:400');
    expect(parseBreachId(breachId(choice))).toEqual(choice);
    const free = { ...choice, settings: { ...settings, widest: undefined } };
    expect(parseBreachId(breachId(free))).toEqual(free);
  });

  it.each([
    undefined,
    '70mm-1h',
    'breach:147060:509048:-30:mud',
    'breach:147060:509048:9999:sand',
    'breach:1:2:3:sand',
    'breach:147060:509048:-30:sand:15',
    'breach:147060:509048:-30:sand:15:22.5:120:40',
    'breach:147060:509048:-30:sand:15:900:-:400',
  ])('is not %s', (id) => {
    expect(parseBreachId(id)).toBeUndefined();
  });
});
