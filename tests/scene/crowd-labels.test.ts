import { describe, expect, it } from 'vitest';
import { shortenName } from '../../src/scene/crowd-chip.ts';
import { besideLine, isCrossed, keepInside, keepUncovered } from '../../src/scene/crowd-label-place.ts';

const chip = { width: 60, height: 24 };

describe('texts of an event in the picture', () => {
  it.each([
    { to: { x: 100, y: 0 } },
    { to: { x: -100, y: 0 } },
    { to: { x: 0, y: 100 } },
    { to: { x: 70, y: -70 } },
    { to: { x: -30, y: 80 } },
    { to: { x: 0.2, y: 0 } },
  ])('stand clear of their line, on its upper side: $to', ({ to }) => {
    const { x, y } = besideLine({ x: 0, y: 0 }, to, chip);
    const length = Math.hypot(to.x, to.y);
    // Separated from every corner of the chip: the distance to the endless line, always on one side.
    const sides = [-1, 1].flatMap((i) =>
      [-1, 1].map((k) => ((x + 30 * i) * to.y - (y + 12 * k) * to.x) / Math.max(length, 1e-9)),
    );
    const isPoint = length < 1;
    if (!isPoint) expect(Math.min(...sides.map(Math.abs))).toBeGreaterThan(5);
    if (!isPoint) expect(new Set(sides.map(Math.sign)).size).toBe(1);
    if (isPoint) expect(y + 12).toBeLessThan(-5);
    expect(y).toBeLessThanOrEqual(0);
  });

  it('are whole at the edge of the picture, and beside what lies over it', () => {
    const room = { width: 390, height: 420 };
    expect(keepInside({ x: 385, y: 3 }, chip, room)).toEqual({ x: 354, y: 18 });
    expect(keepInside({ x: 200, y: 200 }, chip, room)).toEqual({ x: 200, y: 200 });
    const isRightOf = (edge: number) => (at: { x: number }) => at.x > edge;
    expect(keepUncovered({ x: 410, y: 50 }, chip, isRightOf(400)).x).toBe(446);
    expect(keepUncovered({ x: 500, y: 50 }, chip, isRightOf(400)).x).toBe(500);
    expect(keepUncovered({ x: 390, y: 50 }, chip, (at) => at.x < 400).x).toBe(354);
  });

  it('know which lines run through them', () => {
    const crosses = (ax: number, ay: number, bx: number, by: number) =>
      isCrossed({ x: 100, y: 50 }, chip, { x: ax, y: ay }, { x: bx, y: by });
    expect(crosses(0, 0, 200, 100)).toBe(true);
    expect(crosses(100, 0, 100, 100)).toBe(true);
    expect(crosses(90, 48, 95, 52)).toBe(true);
    expect(crosses(0, 0, 60, 30)).toBe(false);
    expect(crosses(60, 0, 60, 100)).toBe(false);
    // Past a corner: within its width and within its height, but not at once.
    expect(crosses(60, 55, 100, 90)).toBe(false);
  });

  it('are short: brackets go first', () => {
    expect(shortenName('Hoogstraat zuid (van het station)')).toBe('Hoogstraat zuid');
    expect(shortenName('Kramen oost, zuidelijk pad')).toBe('Kramen oost, zuidelijk pad');
    expect(shortenName('Toegang voor leveranciers en hulpdiensten')).toBe('Toegang voor leveranciers e…');
  });
});
