import { describe, expect, it } from 'vitest';
import { measurePassages } from '../../src/engines/crowd/passages.ts';
import { clockAt, secondAt } from '../../src/model/event-clock.ts';
import { nameThings } from '../../src/model/event-names.ts';
import { mostNarrowed, readPassages } from '../../src/model/event-passages.ts';
import type { EventLayout, EventObject } from '../../src/model/event-plan.ts';
import { listObstacles } from '../../src/model/event-scenario.ts';
import { layoutToGeoJson } from '../../src/model/export-event.ts';
import { SOUTH, smallPlace, smallPlan, WEST } from '../fixtures/small-event.ts';

const [without, withCabin] = smallPlan.layouts as [EventLayout, EventLayout];
const cabin = withCabin.objects[1] as EventObject;

const measure = (layout: EventLayout) =>
  measurePassages({ walkable: smallPlace.walkable, obstacles: listObstacles(layout, smallPlace) });
const kinds = new Proxy({}, { get: (_, kind) => String(kind) }) as Parameters<typeof nameThings>[1];

describe('passages of an event', () => {
  it('say what they were in the street, how many go through, and what stands beside them', () => {
    const { passages } = readPassages(measure(withCabin), withCabin, smallPlace);
    const [first] = passages;
    expect(first).toMatchObject({ beside: ['cabin'] });
    expect(first?.widthNow).toBeCloseTo(2.5, 3);
    expect(first?.widthBefore).toBeCloseTo(4, 3);
    expect(first?.lessPercent).toBeCloseTo(37.5, 1);
    // Weidmann: 1.2249 persons a second for each metre.
    expect(first?.personsPerMinute).toBeCloseTo(2.5 * 1.2249 * 60, 0);
  });

  it('are held against another layout, also on open ground', () => {
    // Two bars on the square, 6 m from each other; in the second layout a cabin between them.
    const bar = { ...cabin, kind: 'bar' as const, length: 4, width: 2 };
    const one = { ...bar, id: 'one', x: WEST + 8, y: SOUTH + 30 };
    const two = { ...bar, id: 'two', x: WEST + 16, y: SOUTH + 30 };
    const between = { ...cabin, id: 'between', x: WEST + 10, y: SOUTH + 30 };
    const before: EventLayout = { ...without, objects: [one, two] };
    const now: EventLayout = { ...without, objects: [one, two, between] };
    const rows = readPassages(measure(now), now, smallPlace, measure(before));
    const most = mostNarrowed(rows);
    expect(most?.beside).toEqual(expect.arrayContaining(['two', 'between']));
    expect(most?.widthBefore).toBeCloseTo(6, 3);
    // From the cabin's east side at 10.6 to the bar at 15.
    expect(most?.widthNow).toBeCloseTo(4.4, 3);
    expect(mostNarrowed(readPassages(measure(before), before, smallPlace, measure(before)))).toBeUndefined();
    // 0.40 m between a bar and the cabin lets nobody through.
    expect(rows.passages.every(({ widthNow }) => widthNow >= 0.45)).toBe(true);
  });

  it('do not have a gap of 0.30 m behind a cabin as one, also where the way past it is measured elsewhere', () => {
    // A tent before one end of the cabin, so that the middles of both gaps lie apart.
    const box = { ...cabin, id: 'box', kind: 'own' as const, x: WEST + 10, y: SOUTH + 30, length: 8, width: 2 };
    const stands = {
      ...cabin,
      id: 'stands',
      kind: 'own' as const,
      x: WEST + 12.2,
      y: SOUTH + 30,
      length: 4,
      width: 1.8,
    };
    const tent = { ...cabin, id: 'tent', x: WEST + 16.7, y: SOUTH + 33, length: 3.4, width: 2 };
    const layout: EventLayout = { ...without, objects: [box, stands, tent] };
    const rows = readPassages(
      measurePassages({
        walkable: smallPlace.walkable,
        fixed: listObstacles({ ...layout, objects: [box, tent] }, smallPlace),
        obstacles: listObstacles({ ...layout, objects: [stands] }, smallPlace),
      }),
      layout,
      smallPlace,
    );
    const besideTent = rows.passages.filter(({ beside }) => beside.includes('tent'));
    expect(besideTent[0]?.widthNow).toBeCloseTo(2.6, 2);
    expect(rows.passages.every(({ widthNow }) => widthNow > 0)).toBe(true);
  });

  it('tell that a street is shut', () => {
    const wide = { ...cabin, id: 'wide', kind: 'own' as const, x: WEST + 20, width: 3.9 };
    const shut = { ...without, objects: [wide] };
    const [first] = readPassages(measure(shut), shut, smallPlace).passages;
    expect(first).toMatchObject({ widthNow: 0, beside: ['wide'] });
    expect(first?.lessPercent).toBe(100);
  });
});

describe('things of an event', () => {
  it('are called by their name, or by their kind with a number where there are several', () => {
    const layout = {
      objects: [
        cabin,
        { ...cabin, id: 'x', name: 'Bij de kerk' },
        { ...cabin, id: 'y' },
        { ...cabin, id: 'z', kind: 'bar' as const },
      ],
      fences: [{ id: 'f', kind: 'fence' as const, line: [0, 0, 1, 1] }],
    };
    expect([...nameThings(layout, kinds)]).toEqual([
      ['cabin', 'toilet-cabin 1'],
      ['x', 'Bij de kerk'],
      ['y', 'toilet-cabin 3'],
      ['z', 'bar'],
      ['f', 'fence'],
    ]);
  });

  it('are areas and lines in GeoJSON', () => {
    const layout = {
      ...withCabin,
      fences: [{ id: 'f', kind: 'fence' as const, line: [WEST, SOUTH, WEST + 5, SOUTH] }],
    };
    const { features, layout: id } = JSON.parse(layoutToGeoJson(smallPlan, layout, kinds));
    expect(id).toBe('b');
    expect(features.map(({ geometry }: { geometry: { type: string } }) => geometry.type)).toEqual([
      'Polygon',
      'Polygon',
      'LineString',
    ]);
    const [ring] = features[1].geometry.coordinates;
    expect(ring).toHaveLength(5);
    expect(ring[0]).toEqual(ring[4]);
    expect(ring[0][0]).toBeGreaterThan(5);
    expect(ring[0][0]).toBeLessThan(5.6);
  });
});

describe('clock times of an event', () => {
  it('go there and back, also past midnight', () => {
    expect(secondAt('2026-06-20T13:00', '15:05')).toBe(7500);
    expect(secondAt('2026-06-20T23:30', '00:15')).toBe(2700);
    expect(clockAt('2026-06-20T23:30', 2700)).toBe('00:15');
    for (const wrong of ['', '24:00', '12:60', 'twaalf']) expect(secondAt('2026-06-20T13:00', wrong)).toBeUndefined();
  });
});
