import { describe, expect, it } from 'vitest';
import { measurePassages } from '../../src/engines/crowd/passages.ts';
import { runCrowd } from '../../src/engines/crowd.ts';
import { listEventFaults, overlapDepth } from '../../src/model/event-faults.ts';
import { eventLibrary, fenceRings, objectRing } from '../../src/model/event-library.ts';
import type { EventLayout, EventObject } from '../../src/model/event-plan.ts';
import { eventToScenario, listObstacles, openDoor, tellFault } from '../../src/model/event-scenario.ts';
import { polygonArea } from '../../src/model/polygon.ts';
import { SOUTH, smallPlace, smallPlan, WEST } from '../fixtures/small-event.ts';

const [without, withCabin] = smallPlan.layouts as [EventLayout, EventLayout];
const cabin = withCabin.objects[1] as EventObject;

const passagesOf = (layout: EventLayout) =>
  measurePassages({ walkable: smallPlace.walkable, obstacles: listObstacles(layout, smallPlace) });

function layoutWith(change: Partial<EventLayout>): EventLayout {
  return { ...withCabin, ...change };
}

describe('an event as the engine reads it', () => {
  it('leaves 2.50 m of 4.00 m beside the toilet cabin', () => {
    const passages = passagesOf(withCabin);
    const [narrowest] = passages;
    expect(narrowest?.widthBefore).toBeCloseTo(4, 3);
    expect(narrowest?.widthNow).toBeCloseTo(2.5, 3);
    expect(passagesOf(without).every(({ widthNow }) => widthNow > 3)).toBe(true);
  });

  it('has objects of their own size, however they are turned', () => {
    for (const turnDegrees of [0, 17, 90, 213])
      expect(polygonArea(objectRing({ ...cabin, turnDegrees }))).toBeCloseTo(1.44, 2);
    for (const { length, width, height } of Object.values(eventLibrary))
      expect(Math.min(length, width, height)).toBeGreaterThan(0.4);
    // Its length lies along the turn: clockwise from north.
    const ring = objectRing({ ...cabin, x: 0, y: 0, length: 4, width: 2, turnDegrees: 90 });
    expect(Math.max(...ring.filter((_, i) => i % 2 === 0))).toBeCloseTo(2, 3);
  });

  it('lets everyone in and out by its doors, and counts them there as coming onto the square', () => {
    const answer = runCrowd(eventToScenario(smallPlan, without, smallPlace, { seed: 3 }));
    const { crossed } = answer.gates.find(({ id }) => id === 'north') as (typeof answer.gates)[number];
    expect(crossed.forward).toBe(60);
    expect(answer.evacuated).toBe(60);
    const out = answer.gates.reduce((sum, gate) => sum + gate.crossed.backward, 0);
    expect(out).toBe(60);
  });

  it('has doors with the square on their left, whichever way they were drawn', () => {
    for (const line of [smallPlan.entries[0]?.line ?? [], [WEST + 22, SOUTH + 69.5, WEST + 18, SOUTH + 69.5]]) {
      const { gate } = openDoor(line, smallPlace.walkable);
      const [x1 = 0, y1 = 0, x2 = 0] = gate;
      // South of the line: the gate runs from west… to east has north on its left, so it runs from east to west.
      expect(x1).toBeGreaterThan(x2);
      expect(y1).toBeCloseTo(SOUTH + 68.4, 3);
      expect(Math.abs(x1 - x2)).toBeCloseTo(4, 1);
    }
  });

  it('closes a street up to its walls, which who helps can have opened', () => {
    const closure = { id: 'c', kind: 'closure' as const, line: [WEST + 18.2, SOUTH + 60, WEST + 21.7, SOUTH + 60] };
    const closed = layoutWith({ fences: [closure] });
    expect(() => runCrowd(eventToScenario(smallPlan, closed, smallPlace))).toThrow(/north|visitors/);
    expect(listObstacles(closed, smallPlace)).toHaveLength(3);
    expect(listObstacles(closed, smallPlace, true)).toHaveLength(2);
    const fence = { ...closure, kind: 'fence' as const };
    const [ring = []] = fenceRings(fence, smallPlace.walkable);
    expect(polygonArea(ring)).toBeCloseTo(0.35, 3);
  });

  it('makes fences without a hole where they turn', () => {
    const rings = fenceRings({ kind: 'fence', line: [0, 0, 10, 0, 10, 10] });
    expect(rings).toHaveLength(2);
    expect(overlapDepth(rings[0] ?? [], rings[1] ?? [])).toBeGreaterThan(0.09);
  });

  it('tells by name what stands outside, overlaps, and blocks a door', () => {
    const away = { ...cabin, id: 'away', x: WEST - 100 };
    const half = { ...cabin, id: 'half', x: WEST + 18.1, y: SOUTH + 50 };
    const twin = { ...cabin, id: 'twin', x: cabin.x + 1, y: cabin.y };
    const beside = { ...cabin, id: 'beside', x: cabin.x, y: cabin.y + 1.205 };

    const faults = listEventFaults(smallPlan, layoutWith({ objects: [cabin, away, half, twin, beside] }), smallPlace);
    expect(faults.map(tellFault)).toEqual([
      'objects (away): lies outside the ground of the place',
      'objects (half): lies partly outside the ground of the place',
      'objects (cabin): overlaps twin',
    ]);
    const block = { ...cabin, id: 'block', kind: 'own' as const, x: WEST + 20, y: SOUTH + 69.5, length: 2, width: 8 };
    const blocked = layoutWith({ objects: [block] });
    expect(() => eventToScenario(smallPlan, blocked, smallPlace)).toThrow(
      'fair, layout b: entries (north): line: block stands in it',
    );
    const lone = {
      ...smallPlan,
      groups: [{ ...smallPlan.groups[0], via: [], to: ['north'] } as (typeof smallPlan.groups)[number]],
    };
    expect(listEventFaults(lone, without, smallPlace)).toEqual([{ kind: 'leaves-at-once', id: 'visitors' }]);
  });

  it('says that nobody comes, and that a stop lies outside', () => {
    const nobody = { ...smallPlan, groups: [] };
    expect(() => eventToScenario(nobody, without, smallPlace)).toThrow('nobody comes');
    const [stop] = smallPlan.stops;
    if (!stop) throw new Error('Expected a stop.');
    const polygon = [(stop.polygon[0] ?? []).map((value, i) => (i % 2 === 0 ? value + 500 : value))];
    const lost = { ...smallPlan, stops: [{ ...stop, polygon }] };
    expect(() => eventToScenario(lost, without, smallPlace)).toThrow('stops (stage-front): polygon: lies outside');
  });
});
