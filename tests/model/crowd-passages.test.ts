import { describe, expect, it } from 'vitest';
import { measurePassages } from '../../src/engines/crowd/passages.ts';
import { gateOf, joinPassages, passageGates } from '../../src/model/crowd-passages.ts';
import { standingLevel } from '../../src/model/crowd-standing.ts';
import { clockAt, listClockTicks } from '../../src/model/event-clock.ts';
import { rectangle } from '../engines/crowd/scenes.ts';

/** A street of 4 m beside a square of 30 m. */
const walkable = [rectangle(0, 0, 30, 30), rectangle(30, 10, 50, 14)];
const inStreet = rectangle(40, 12.5, 41, 13.7);
const stalls = [rectangle(10, 10, 12, 14), rectangle(15, 10, 17, 14)];
const of = (...obstacles: ReturnType<typeof rectangle>[]) => measurePassages({ walkable, obstacles });

describe('passages of two layouts', () => {
  it('are one row where they are the same line; a street that is left free has its whole width', () => {
    const rows = joinPassages([of(...stalls), of(...stalls, inStreet)]);
    const street = rows[0] as (typeof rows)[number];
    expect(street.widthBefore).toBeCloseTo(4, 6);
    expect(street.now.map((each) => each?.widthM)).toEqual([expect.closeTo(4, 6), expect.closeTo(2.5, 6)]);
    const between = rows.find(({ now }) => Math.abs((now[0]?.widthM ?? 0) - 3) < 1e-6);
    expect(between?.now[1]?.widthM).toBeCloseTo(3, 6);
    expect(between?.now[0]?.capacityPersonsPerSecond).toBeCloseTo(3 * 1.2249, 6);
  });

  it('are one row on open ground too, where one of them is narrower; what is counted is the wider one', () => {
    const cabin = rectangle(12.3, 11, 13.5, 12.2);
    const rows = joinPassages([of(...stalls), of(...stalls, cabin)]);
    const between = rows.filter(({ now }) => Math.abs((now[0]?.widthM ?? 0) - 3) < 1e-6);
    expect(between).toHaveLength(1);
    expect(between[0]?.now[1]?.widthM).toBeCloseTo(1.5, 6);
    expect(between[0]?.widthBefore).toBeUndefined();
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = between[0]?.line ?? [];
    expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(3, 6);
    // Whatever order they come in.
    const turned = joinPassages([of(...stalls, cabin), of(...stalls)]);
    expect(turned.map(({ now }) => [now[1]?.widthM, now[0]?.widthM])).toEqual(
      rows.map(({ now }) => now.map((each) => each?.widthM)),
    );
  });

  it('have no width where the other layout leaves open ground', () => {
    const [row] = joinPassages([of(...stalls), of()]);
    expect(row?.now[0]?.widthM).toBeCloseTo(3, 6);
    expect(row?.now[1]).toBeUndefined();
  });

  it('are counted on the same gates, those that differ first', () => {
    const layouts = [of(...stalls), of(...stalls, inStreet)];
    const gates = passageGates(layouts);
    const [first] = joinPassages(layouts);
    expect(first && gateOf(first, gates)?.id).toBe('passage-1');
    // From wall to wall of the street, whatever stands in it.
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = gates[0]?.line ?? [];
    expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(4, 6);
    expect(gateOf({ ...(first as NonNullable<typeof first>), line: [0, 0, 1, 1] }, gates)).toBeUndefined();
  });
});

it('who stands has wider classes than who walks', () => {
  const grid = { west: 0, south: 0, cell: 1, width: 3, height: 1 };
  const none = new Float32Array(3);
  const density = { ...grid, most: Float32Array.of(2, 9, 0.5), mean: none, overSeconds: none, overFrom: none };
  const level = (east: number) => standingLevel({ polygon: rectangle(0, 0, east, 1) }, density);
  expect(level(1)).toEqual({ most: 2, level: 'D' });
  expect(level(2)).toEqual({ most: 9, level: 'F' });
  expect(standingLevel({ polygon: rectangle(2, 0, 3, 1) }, density)).toEqual({ most: 0.5, level: 'A' });
});

describe('the clock of an event', () => {
  it('goes on from its start, round the day', () => {
    expect([0, 59, 60, 3600 * 2 + 61].map((second) => clockAt('2026-06-13T22:30', second))).toEqual([
      '22:30',
      '22:30',
      '22:31',
      '00:31',
    ]);
  });

  it('has round times on its axis', () => {
    const ticks = listClockTicks('2026-06-13T13:10', 7200, 5);
    expect(ticks.map((second) => clockAt('2026-06-13T13:10', second))).toEqual(['13:30', '14:00', '14:30', '15:00']);
    expect(listClockTicks('2026-06-13T13:00', 60, 5)).toEqual([0, 60]);
  });
});
