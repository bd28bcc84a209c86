import { describe, expect, it } from 'vitest';
import type { GroundPolygon } from '../../../src/model/plan-geojson.ts';
import { type Gate, listBarrierCuts } from '../../../src/pipeline/plans/barriers.ts';
import { box } from '../../fixtures/box.ts';

const ground = (id: string, ring: number[], level: number): GroundPolygon => ({
  id,
  where: id,
  surface: level < 0 ? 'water' : 'paving',
  level,
  rings: [ring],
});

/** A dike of +3 m along y = 0 with slopes of 1:3, between a lake of −0.3 m in the north and a polder of −4 m. */
const dike = (_x: number, y: number) => Math.max(y > 0 ? -0.3 : -4, 3 - Math.max(0, Math.abs(y) - 4) / 3);
const barrier = { name: 'Proefdijk', requiredNap: 2.8, line: [-500, 0, 500, 0] };
const walls = [ground('west', box(-12, -20, -4, 20), 3), ground('east', box(4, -20, 12, 20), 3)];
const canal = [...walls, ground('canal', box(-4, -40, 4, 40), -4)];
/** Leaves of half a metre that point to the lake, as mitre gates do. */
const gates: Gate[] = [
  { rings: [[-4, 6, 0, 7.4, 0, 7.9, -4, 6.5]], upperNap: 3 },
  { rings: [[0, 7.4, 4, 6, 4, 6.5, 0, 7.9]], upperNap: 3 },
];
const holdsOf = (pieces: GroundPolygon[], closed: Gate[] = [], heightAt: typeof dike = dike) =>
  listBarrierCuts([barrier], pieces, closed, heightAt).map(({ holds }) => holds);

describe('a variant against a water barrier', () => {
  it('tells where it cuts, how far and how deep', () => {
    expect(listBarrierCuts([barrier], canal, [], dike)).toEqual([
      { name: 'Proefdijk', requiredNap: 2.8, length: 8, lowestNap: -4, isWater: true, holds: 'nothing' },
    ]);
  });

  it('tells that gates close the cut, and that one leaf or too low gates do not', () => {
    expect(holdsOf(canal, gates)).toEqual(['gates']);
    expect(holdsOf(canal, gates.slice(0, 1))).toEqual(['nothing']);
    expect(
      holdsOf(
        canal,
        gates.map((gate) => ({ ...gate, upperNap: 2.5 })),
      ),
    ).toEqual(['nothing']);
  });

  it('tells that new ground round a basin holds the water without gates', () => {
    const basin = [
      ground('basin', box(-10, -30, 10, 40), -0.3),
      ground('dike', box(-16, -36, 16, -30), 3),
      ground('dike west', box(-16, -30, -10, 0), 3),
      ground('dike east', box(10, -30, 16, 0), 3),
    ];
    expect(holdsOf(basin)).toEqual(['ground']);
    expect(holdsOf(basin.slice(0, 3))).toEqual(['nothing']);
  });

  it('tells nothing of what holds where today is too low nearby', () => {
    expect(holdsOf(canal, gates, (x, y) => (x > 25 && x < 30 ? -4 : dike(x, y)))).toEqual(['unknown']);
  });

  it('says nothing of a plan beside the dike, or on it at its height', () => {
    expect(listBarrierCuts([barrier], [ground('field', box(0, -90, 40, -30), -4)], [], dike)).toEqual([]);
    expect(listBarrierCuts([barrier], walls, [], dike)).toEqual([]);
    expect(listBarrierCuts([], canal, [], dike)).toEqual([]);
  });
});
