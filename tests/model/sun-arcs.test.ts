import { describe, expect, it } from 'vitest';
import { createSunDome, drawSunArc } from '../../src/model/sun-arcs.ts';
import type { SunDay } from '../../src/model/sunlight.ts';

const point = { x: 147100, y: 507900, nap: 2 };

describe('the path of the sun', () => {
  const dome = createSunDome(point, 50);
  const by = { kind: 'building', id: 'b' } as const;
  const day: SunDay = {
    date: '2026-03-21',
    minutes: 300,
    low: 300,
    high: 300,
    intervals: [{ from: 600, until: 900 }],
    shadows: [
      { from: 420, until: 480, by },
      { from: 480, until: 600, by: { kind: 'wall', id: '' } },
      { from: 900, until: 1110, by },
    ],
    trees: { minutes: 0, share: 1 },
  };

  it('lies on a dome around the place, to the south at noon and to the east in the morning', () => {
    for (const minutes of [480, 760, 1000]) {
      const at = dome('2026-03-21', minutes);
      expect(Math.hypot(at.x - point.x, at.y - point.y, at.nap - point.nap)).toBeCloseTo(50, 6);
    }
    expect(dome('2026-03-21', 760).y).toBeLessThan(point.y - 25);
    expect(dome('2026-03-21', 480).x).toBeGreaterThan(point.x + 40);
  });

  it('changes its line where sun begins and ends, not where another thing stands before it', () => {
    const { pieces, hours } = drawSunArc(day, dome);
    expect(pieces.map(({ isFree }) => isFree)).toEqual([false, true, false]);
    expect(pieces[1]?.points[0]).toEqual(dome(day.date, 600));
    expect(pieces[0]?.points.at(-1)).toEqual(dome(day.date, 600));
    expect(hours.map(({ hour }) => hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(hours[3]?.at).toEqual(dome(day.date, 600));
  });

  it('is no line at all on a day without sun', () => {
    expect(drawSunArc({ ...day, intervals: [], shadows: [] }, dome)).toEqual({ date: day.date, pieces: [], hours: [] });
  });
});
