import { describe, expect, it } from 'vitest';
import { eventPlanToJson, parseEventPlan, readEventPlan } from '../../src/model/parse-event-plan.ts';
import { eventTownToJson, parseEventTown } from '../../src/model/parse-event-town.ts';
import { readPlanDifference, writePlanDifference } from '../../src/model/plan-difference.ts';
import { smallPlan, smallTown } from '../fixtures/small-event.ts';

const json = () => JSON.parse(eventPlanToJson(smallPlan));

describe('an event plan in a file', () => {
  it('comes back as it was written, by a person or by the build', () => {
    expect(parseEventPlan(json(), 'fair.json')).toEqual(smallPlan);
    expect(parseEventPlan(JSON.parse(JSON.stringify(smallPlan)), 'fair.json')).toEqual(smallPlan);
    expect(parseEventTown(JSON.parse(eventTownToJson(smallTown)), 'events.json')).toEqual(smallTown);
  });

  it('tells everything that is wrong in its form, each with file, feature and field', () => {
    const wrong = json();
    wrong.layouts[1].objects[1].width = -1;
    wrong.layouts[1].objects[1].colour = 'red';
    wrong.groups[0].persons = -5;
    wrong.entries[0].line = [[1, 2]];
    wrong.start = '20 juni';
    const { faults } = readEventPlan(wrong, 'fair.json');
    expect(faults).toEqual(
      expect.arrayContaining([
        'fair.json: layouts.1 (b).objects.1 (cabin).width: expected at least 0.1',
        'fair.json: layouts.1 (b).objects.1 (cabin): unknown member colour',
        'fair.json: groups.0 (visitors).persons: expected at least 0',
        'fair.json: entries.0 (north).line: expected at least 2 points',
        'fair.json: start: expected a local time like 2026-06-20T13:00',
      ]),
    );
    expect(faults).toHaveLength(5);
  });

  it('tells everything that does not hold together', () => {
    const wrong = json();
    wrong.groups[0].from = 'south';
    wrong.groups[0].via = ['bar'];
    wrong.groups[0].untilSecond = -0;
    wrong.groups[0].fromSecond = 700;
    wrong.entries[1].id = 'north';
    wrong.layouts[1].objects[1].id = 'stage';
    wrong.layouts[0].objects[0].x = 1e6;
    const [a, b, c, d] = wrong.stops[0].polygon[0];
    wrong.stops[0].polygon = [[a, c, b, d, a]];
    const { faults } = readEventPlan(wrong, 'fair.json');
    expect(faults).toEqual([
      'fair.json: entries.1 (north).id: the id "north" is there twice',
      'fair.json: stops.0 (stage-front).polygon: the polygon crosses itself',
      'fair.json: groups.0 (visitors).from: there is no entry "south"',
      'fair.json: groups.0 (visitors).to: there is no entry "west"',
      'fair.json: groups.0 (visitors).via: there is no stop "bar"',
      'fair.json: groups.0 (visitors).untilSecond: 0 is before fromSecond 700',
      'fair.json: groups.0 (visitors).fromSecond: 700 is after the end, 600',
      'fair.json: layouts.0 (a).objects.0 (stage): x, y 1000000, 508504 lies outside RD New',
      'fair.json: layouts.1 (b).objects and fences.1.id: the id "stage" is there twice',
    ]);
    expect(() => parseEventPlan(wrong, 'fair.json')).toThrow(faults.join('\n'));
  });

  it('refuses a ring that is not closed, with its two ends', () => {
    const wrong = json();
    const [ring] = wrong.stops[0].polygon;
    const [first, last] = [ring[0], ring.at(-2)];
    for (const polygon of [ring.slice(0, -1), [ring.slice(0, -1)]])
      expect(readEventPlan({ ...wrong, stops: [{ ...wrong.stops[0], polygon }] }, 'fair.json').faults).toEqual([
        `fair.json: stops.0 (stage-front).polygon: the polygon is not closed: its last point ${last.join(' ')} is not its first ${first.join(' ')}`,
      ]);
    expect(readEventPlan({ ...wrong, stops: [{ ...wrong.stops[0], polygon: ring }] }, 'fair.json').faults).toEqual([]);
  });

  it('refuses a million persons', () => {
    const crowded = json();
    crowded.groups = Array.from({ length: 11 }, (_, i) => ({ ...crowded.groups[0], id: `g${i}`, persons: 99_999 }));
    expect(() => parseEventPlan(crowded, 'fair.json')).toThrow('1099989 persons are more than the 100000');
  });
});

describe('a changed plan in a link', () => {
  it('is nothing while nothing differs, and little where little does', () => {
    expect(writePlanDifference(smallPlan, structuredClone(smallPlan))).toBe('');
    const moved = json();
    moved.layouts[1].objects[1].x += 0.25;
    moved.title = "Jaar'markt (2)";
    const plan = parseEventPlan(moved, 'fair.json');
    const text = writePlanDifference(smallPlan, plan);
    expect(text).toBe('(title:Jaar%27markt%20%282%29,layouts:(b:(objects:(cabin:(x:146919.15)))))');
    expect(readPlanDifference(smallPlan, text)).toEqual(plan);
  });

  it('holds what came, went, and changed its order', () => {
    const other = json();
    other.layouts.reverse();
    other.layouts[0].objects = [other.layouts[0].objects[1], { ...other.layouts[0].objects[1], id: '12', name: '7' }];
    other.groups[0].speed = { mean: 1, sd: 0.2, min: 0.5, max: 1.5 };
    other.stops[0].places = 4;
    const plan = parseEventPlan(other, 'fair.json');
    const there = writePlanDifference(smallPlan, plan);
    expect(readPlanDifference(smallPlan, there)).toEqual(plan);
    const back = writePlanDifference(plan, smallPlan);
    expect(readPlanDifference(plan, back)).toEqual(smallPlan);
    // A plan of one's own.
    expect(readPlanDifference(undefined, writePlanDifference(undefined, plan))).toEqual(plan);
  });

  it('says where a text is none', () => {
    for (const [text, message] of [
      ['(a:', 'ends too early'],
      ['(a1)', 'expected :'],
      ['!(1,2', 'expected ,'],
      ['1)', 'expected nothing more'],
      ['(__proto__:(a:1))', 'is no name'],
      ['('.repeat(40), 'expected'],
      [`${'!('.repeat(40)}`, 'levels'],
    ] as const)
      expect(() => readPlanDifference({}, text), text).toThrow(message);
  });
});
