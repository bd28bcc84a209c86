import { describe, expect, it } from 'vitest';
import { levelNames } from '../../src/model/crowd.ts';
import type { Passage, RouteAnswer } from '../../src/model/crowd-answer.ts';
import { densityClasses, groupLook, MOST_CROWD_CLASSES, overClasses } from '../../src/model/crowd-levels.ts';
import { ringArea } from '../../src/model/plan-ring.ts';
import { entryDirection, listAreaPieces } from '../../src/scene/crowd-areas.ts';
import { listDimensions } from '../../src/scene/crowd-dimensions.ts';
import { meshPieces } from '../../src/scene/crowd-paint.ts';
import { arrowRing, dashesOf, stripAlong } from '../../src/scene/crowd-strip.ts';
import { smallPlan } from '../fixtures/small-event.ts';

const areaOf = (rings: readonly (readonly number[])[]) =>
  rings.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0);

describe('shapes along lines', () => {
  it('are as wide as asked, meet at corners and do not overlap', () => {
    const rings = stripAlong([0, 0, 10, 0, 10, 10], 2);
    expect(rings).toHaveLength(2);
    // The outer corner is there, the inner one only once: two strips of 10 m by 2 m.
    expect(areaOf(rings)).toBeCloseTo(40, 6);
    expect(rings[0]).toEqual([0, -1, 11, -1, 9, 1, 0, 1].map((value) => expect.closeTo(value, 6)));
  });

  it('have gaps of their length, also round corners', () => {
    const dashes = dashesOf([0, 0, 5, 0, 5, 5], 2, 1);
    const lengths = dashes.map((dash) => {
      let sum = 0;
      for (let i = 2; i < dash.length; i += 2)
        sum += Math.hypot(
          (dash[i] as number) - (dash[i - 2] as number),
          (dash[i + 1] as number) - (dash[i - 1] as number),
        );
      return sum;
    });
    expect(lengths).toEqual([2, 2, 2, 1].map((value) => expect.closeTo(value, 6)));
  });

  it('point where they are told, as long and wide as asked', () => {
    const ring = arrowRing([100, 200], 90, { length: 30, width: 4 });
    const xs = ring.filter((_, i) => i % 2 === 0);
    expect(Math.max(...xs)).toBeCloseTo(130, 6);
    expect(ring.slice(8, 10)).toEqual([expect.closeTo(130, 6), expect.closeTo(200, 6)]);
    expect(ring.slice(0, 4)).toEqual([100, 202, 100, 198].map((value) => expect.closeTo(value, 6)));
  });
});

describe('levels', () => {
  it('have a colour and a hatching of their own each, denser and darker with the crowd', () => {
    expect(densityClasses).toHaveLength(levelNames.length);
    expect(overClasses.length).toBeLessThanOrEqual(MOST_CROWD_CLASSES);
    const ink = densityClasses.map(({ hatch }) => hatch.part * (hatch.isCrossed ? 2 : 1));
    expect(ink).toEqual([...ink].sort((a, b) => a - b));
    expect(new Set(ink).size).toBe(ink.length);
    expect(new Set([0, 1, 2, 3].map((row) => groupLook(row).sign)).size).toBe(4);
  });
});

const route: RouteAnswer = {
  id: 'ambulance',
  verdict: 'narrow',
  freeM: 2.5,
  neededM: 3.5,
  widestM: 8,
  across: [146_919.5, 508_555, 146_922, 508_555],
  by: ['cabin'],
};
const passage = (change: Partial<Passage>): Passage => ({
  id: 'p',
  line: [146_900, 508_520, 146_906, 508_520],
  widthBefore: 6,
  widthNow: 6,
  capacityPersonsPerSecond: 7,
  parts: [[146_900, 508_520, 146_906, 508_520]],
  ...change,
});

describe('what lies on the ground of an event', () => {
  const view = {
    plan: smallPlan,
    routes: [],
    selected: undefined,
    hasRoutes: true,
    middle: [146_920, 508_520] as const,
  };

  it('hatches a route only where it is too narrow', () => {
    const hatched = (routes: readonly RouteAnswer[]) =>
      listAreaPieces({ ...view, routes }).filter(({ pattern }) => pattern === 'hatch');
    expect(hatched([])).toEqual([]);
    expect(hatched([{ ...route, verdict: 'ok' }])).toEqual([]);
    const pieces = hatched([route]);
    expect(areaOf(pieces.flatMap(({ rings }) => rings))).toBeCloseTo(5 * 3.5, 3);
    expect(listAreaPieces({ ...view, hasRoutes: false, routes: [route] }).some(({ pattern }) => pattern)).toBe(false);
  });

  it('lets entries lead onto the square', () => {
    const [north, west] = smallPlan.entries;
    expect(north && Math.abs(entryDirection(north, view.middle))).toBeCloseTo(180, 6);
    expect(west && (entryDirection(west, view.middle) + 360) % 360).toBeCloseTo(90, 6);
  });

  it('follows the ground: long sides are halved, and nothing of the area is lost', () => {
    const piece = { rings: [[0, 0, 40, 0, 40, 40, 0, 40]], color: '#ff0000', alpha: 1 };
    const { POSITION, _PAINT } = meshPieces([piece], { x: 0, y: 0, nap: -2 }, (x) => x / 10);
    let area = 0;
    const { values } = POSITION;
    for (let t = 0; t < values.length; t += 9) {
      const ring = [0, 3, 6].flatMap((k) => [values[t + k] as number, -(values[t + k + 2] as number)]);
      area += Math.abs(ringArea(ring));
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const)
        expect(
          Math.hypot(
            (ring[2 * a] as number) - (ring[2 * b] as number),
            (ring[2 * a + 1] as number) - (ring[2 * b + 1] as number),
          ),
        ).toBeLessThanOrEqual(6);
      expect(values[t + 1]).toBeCloseTo((values[t] as number) / 10 + 2, 4);
    }
    expect(area).toBeCloseTo(1600, 3);
    expect(_PAINT.values.length / 4).toBe(values.length / 3);
  });
});

describe('passages as dimension lines', () => {
  const flat = () => -2;
  const draw = (passages: readonly Passage[], chosen?: string, routes: readonly RouteAnswer[] = []) =>
    listDimensions({ passages, routes, chosen, language: 'nl' }, flat);

  it('write the width, and what it was of the one that is pointed at', () => {
    const changed = passage({ widthNow: 2.5, parts: [[146_900, 508_520, 146_902.5, 508_520]] });
    expect(draw([changed]).labels[0]).toMatchObject({ text: '2,50 m', kind: 'plain' });
    expect(draw([changed], 'p').labels[0]).toMatchObject({ text: '6,00 → 2,50 m', kind: 'strong' });
    expect(draw([passage({})], 'p').labels[0]?.text).toBe('6,00 m');
    const english = listDimensions({ passages: [changed], routes: [], chosen: undefined, language: 'en' }, flat);
    expect(english.labels[0]?.text).toBe('2.50 m');
  });

  it('lie level at the height of a belt, with ticks at both ends of each free part', () => {
    const parts = [
      [146_900, 508_520, 146_902, 508_520],
      [146_903, 508_520, 146_906, 508_520],
    ] as const;
    const { lines, labels } = draw([passage({ parts, widthNow: 5 })]);
    expect(lines).toHaveLength(2 * 5);
    expect(lines[0]?.points.map(({ nap }) => nap)).toEqual([-0.8, -0.8].map((value) => expect.closeTo(value, 6)));
    // At the widest part.
    expect(labels[0]?.at.x).toBeCloseTo(146_904.5, 3);
  });

  it('are red, with what is needed, where an emergency route is too narrow, and measure no place twice', () => {
    const same = passage({ id: 'q', parts: [route.across as Passage['parts'][number]], widthNow: 2.5 });
    const { labels, lines } = draw([same], undefined, [route]);
    expect(labels.map(({ text, kind }) => [text, kind])).toEqual([['2,50 m < 3,50 m', 'alarm']]);
    expect(new Set(lines.map(({ color }) => color)).size).toBe(1);
    expect(draw([], undefined, [{ ...route, verdict: 'ok' }]).lines).toEqual([]);
  });

  it('leave out what nobody measures or walks through, unless it is pointed at, and of many all but the narrowest', () => {
    for (const widthNow of [30, 0.2]) {
      const unseen = passage({ widthBefore: 30, widthNow });
      expect(draw([unseen]).lines).toEqual([]);
      expect(draw([unseen], 'p').lines).not.toEqual([]);
    }
    const many = Array.from({ length: 40 }, (_, i) => passage({ id: `p${i}`, widthNow: 8 - i / 10 }));
    const { labels } = draw(many, 'p0');
    expect(labels.length).toBeLessThan(20);
    expect(labels.map(({ text }) => text)).toContain('4,10 m');
    expect(labels.map(({ text }) => text)).toContain('6,00 → 8,00 m');
  });
});
