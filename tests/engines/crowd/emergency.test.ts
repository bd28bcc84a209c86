import { describe, expect, it } from 'vitest';
import { checkEmergencyRoutes } from '../../../src/engines/crowd/emergency.ts';
import type { CrowdPolygon } from '../../../src/model/crowd.ts';
import { rectangle } from './scenes.ts';

/** A street of 6 m, along its middle. */
const street = rectangle(0, 0, 60, 6);
const route = { id: 'through', title: 'Through', line: [0, 3, 60, 3], widthM: 3.5 };

interface Placed {
  readonly [id: string]: CrowdPolygon;
}

function check(placed: Placed, other = {}, walkable = [street], fixed: CrowdPolygon[] = []) {
  const things = Object.entries(placed).map(([id, polygon]) => ({ id, polygon }));
  const [answer] = checkEmergencyRoutes({ walkable, fixed, things }, [{ ...route, ...other }]);
  return answer as NonNullable<typeof answer>;
}

const CENTIMETRE = 0.01;
const off = (a: number, b: number) => Math.abs(a - b);

describe('emergency routes', () => {
  it('are as wide as the street where nothing stands', () => {
    const answer = check({});
    expect(answer).toMatchObject({ id: 'through', verdict: 'ok', by: [] });
    expect(off(answer.freeM, 6)).toBeLessThan(CENTIMETRE);
  });

  it('keep what a cabin beside the wall leaves: 6 m less 1.20 m and the 0.30 m behind it', () => {
    const answer = check({ cabin: rectangle(30, 0.3, 31.2, 1.5), bench: rectangle(40, 0, 41, 0.5) });
    expect(off(answer.freeM, 4.5)).toBeLessThan(CENTIMETRE);
    expect(answer).toMatchObject({ verdict: 'ok', by: ['cabin'] });
    const [x1, y1, x2, y2] = answer.across as [number, number, number, number];
    expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(4.5, 1);
    expect(x1).toBeGreaterThan(29.5);
    expect(x1).toBeLessThan(31.7);
  });

  it('are too narrow where two things leave less than is needed, slantwise too, by formula', () => {
    const answer = check({ left: rectangle(20, 4, 22, 6), right: rectangle(23, 0, 25, 2.5) });
    // From the corner (22, 4) to the corner (23, 2.5).
    expect(off(answer.freeM, Math.hypot(1, 1.5))).toBeLessThan(CENTIMETRE);
    expect(answer).toMatchObject({ verdict: 'narrow', by: ['left', 'right'], neededM: 3.5 });
    const [x1, y1, x2, y2] = answer.across as [number, number, number, number];
    expect(off((x1 + x2) / 2, 22.5)).toBeLessThan(0.05);
    expect(off((y1 + y2) / 2, 3.25)).toBeLessThan(0.05);
  });

  it('just meet what is needed when exactly that is free, and not two centimetres more', () => {
    const things = { left: rectangle(20, 4.75, 22, 6), right: rectangle(20, 0, 22, 1.25) };
    expect(check(things)).toMatchObject({ verdict: 'ok' });
    expect(check(things, { widthM: 3.52 })).toMatchObject({ verdict: 'narrow' });
  });

  it('swerve past what stands on the line where the square is wide, but not farther than the needed width', () => {
    const square = rectangle(0, -20, 60, 26);
    const tree = check({ tree: rectangle(29, 2.5, 30, 3.5) }, {}, [square]);
    // Beside the tree at 3.5 m from the line: 3 m from it to the middle.
    expect(off(tree.freeM, 6)).toBeLessThan(CENTIMETRE);
    expect(tree).toMatchObject({ verdict: 'ok', by: ['tree'] });
    const stage = check({ stage: rectangle(25, -3, 35, 9) }, {}, [square]);
    expect(stage).toMatchObject({ verdict: 'blocked', freeM: 0, by: ['stage'] });
  });

  it('are blocked by a fence across, which is named', () => {
    const answer = check({ bar: rectangle(10, 0, 12, 1), fence: rectangle(30, 0, 30.05, 6) });
    expect(answer).toMatchObject({ verdict: 'blocked', freeM: 0, by: ['fence'] });
    expect(off(answer.across?.[0] as number, 30)).toBeLessThan(0.1);
  });

  it('turn corners, and count what stands there for good without naming it', () => {
    const bend = [rectangle(0, 0, 30, 6), rectangle(24, 0, 30, 40)];
    const answer = check({}, { line: [0, 3, 27, 3, 27, 40] }, bend, [rectangle(24, 20, 26, 22)]);
    expect(off(answer.freeM, 4)).toBeLessThan(CENTIMETRE);
    expect(answer).toMatchObject({ verdict: 'ok', by: [] });
  });

  it('pass between round things by formula, wherever they lie in the country', () => {
    const round = (cx: number, cy: number, r: number): CrowdPolygon => [
      Array.from({ length: 720 }, (_, i) => [
        cx + r * Math.cos((i * Math.PI) / 360),
        cy + r * Math.sin((i * Math.PI) / 360),
      ]).flat(),
    ];
    const [x, y] = [147_000, 507_000];
    const answer = check(
      { one: round(x + 20, y + 5, 1), other: round(x + 22, y + 0.5, 0.8) },
      { line: [x, y + 3, x + 60, y + 3] },
      [rectangle(x, y, x + 60, y + 6)],
    );
    expect(off(answer.freeM, Math.hypot(2, 4.5) - 1.8)).toBeLessThan(CENTIMETRE);
    expect(answer.by).toEqual(['one', 'other']);
  });
});
