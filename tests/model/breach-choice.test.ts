import { describe, expect, it } from 'vitest';
import { breachId, parseBreachId } from '../../src/model/breach-choice.ts';

describe('the id of a breach', () => {
  it('comes back from a link as it was', () => {
    const choice = { x: 147060, y: 509048, lakeLevel: -0.3, material: 'clay' } as const;
    expect(breachId(choice)).toBe('breach:147060:509048:-30:clay');
    expect(parseBreachId(breachId(choice))).toEqual(choice);
    expect(parseBreachId(breachId({ ...choice, lakeLevel: 0.45 }))?.lakeLevel).toBe(0.45);
  });

  it.each([
    undefined,
    '70mm-1h',
    'breach:147060:509048:-30:mud',
    'breach:147060:509048:9999:sand',
    'breach:1:2:3:sand',
  ])('is not %s', (id) => {
    expect(parseBreachId(id)).toBeUndefined();
  });
});
