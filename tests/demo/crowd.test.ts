import { describe, expect, it } from 'vitest';
import { countFair, countLost, encodeCounts, listGates } from '../../src/demo/counts.ts';
import { drawFair } from '../../src/demo/fair.ts';
import { fairDate, fairPlace, fairVisitors, listEntries } from '../../src/demo/fair-site.ts';
import { encodeGeoJson } from '../../src/demo/geojson-file.ts';
import { listMainStreets } from '../../src/demo/main-streets.ts';
import { isInside, move } from '../../src/demo/point.ts';
import { createRandom } from '../../src/demo/random.ts';
import { marketSquare } from '../../src/demo/skeleton.ts';
import { dayOf } from '../../src/model/count-time.ts';
import type { Count, CountState } from '../../src/model/counts.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { parseCountGates } from '../../src/model/parse-count-gates.ts';
import { parseCounts } from '../../src/model/parse-counts.ts';
import { eventPlanToJson, parseEventPlan } from '../../src/model/parse-event-plan.ts';

const entries = listEntries(listMainStreets());
const plan = drawFair(entries);
const random = () => createRandom(1).fork('counts');
const csv = encodeCounts(random());
const { gates, notes } = parseCountGates(
  parseGeoJson(JSON.parse(encodeGeoJson('count-gates', listGates(entries))), 'count-gates.geojson'),
);
const parsed = parseCounts([{ name: 'counts.csv', text: csv }], gates);
const fairDay = parsed.counts.filter(({ start }) => dayOf(start) === fairDate);
const sum = (counts: readonly Count[]) => counts.reduce((all, { count = 0 }) => all + count, 0);
const inState = (state: CountState) => fairDay.filter((count) => count.state === state && count.direction === 'in');

describe('the yearly fair of Markerwaard', () => {
  it('is a plan that the viewer reads back as it was', () => {
    expect(parseEventPlan(JSON.parse(eventPlanToJson(plan)), 'jaarmarkt.json')).toEqual(plan);
    expect(plan).toMatchObject({ place: fairPlace, start: `${fairDate}T13:30`, seconds: 7200 });
  });

  it('is come to by six streets that lead onto the square', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(6);
    for (const { id, point, inward } of entries) {
      expect(isInside(point, marketSquare), id).toBe(false);
      expect(isInside(move(point, inward, 20), marketSquare), id).toBe(true);
    }
  });

  it('has 2,500 visitors in its two busiest hours, of whom everyone can come and go', () => {
    expect(plan.groups.reduce((all, { persons }) => all + persons, 0)).toBe(2500);
    expect(new Set(plan.groups.map(({ from }) => from))).toEqual(new Set(entries.map(({ id }) => id)));
  });

  it('has two layouts that differ by one toilet cabin only', () => {
    const [a, b] = plan.layouts;
    expect(plan.layouts).toHaveLength(2);
    expect(b?.fences).toEqual(a?.fences);
    expect(b?.objects.slice(0, -1)).toEqual(a?.objects);
    expect(b?.objects.at(-1)).toMatchObject({ kind: 'toilet-cabin', length: 1.2, width: 1.2 });
  });
});

describe('the counts at its entries', () => {
  it('are read without a fault, by gates that look towards the square', () => {
    expect({ notes, faults: parsed.faults, refused: parsed.refused }).toEqual({ notes: [], faults: [], refused: 0 });
    for (const [i, { inDegrees }] of gates.entries()) {
      const { x, y } = entries[i]?.inward ?? { x: 0, y: 0 };
      const radians = (inDegrees * Math.PI) / 180;
      expect(Math.sin(radians) * x + Math.cos(radians) * y).toBeCloseTo(1, 5);
    }
  });

  it('are those of the fair and of the four weeks before it, in quarters', () => {
    expect(new Set(parsed.counts.map(({ start }) => dayOf(start))).size).toBe(29);
    expect(fairDay).toHaveLength(6 * 2 * 96);
    expect(new Set(parsed.counts.map(({ minutes }) => minutes))).toEqual(new Set([15]));
  });

  it('tell as many visitors as the fair had, with what the file lacks', () => {
    const day = countFair(random().fork('fair'));
    const all = [...day.values()].flatMap((counts) => counts.in).reduce((total, count) => total + count, 0);
    expect(all).toBe(fairVisitors);
    expect(inState('missing')).toHaveLength(8);
    expect(inState('excluded')).toHaveLength(12);
    expect(inState('late')).toHaveLength(12);
    expect(sum(inState('late'))).toBe(countLost(day, 'late', 'in'));
    const usable = sum([...inState('ok'), ...inState('late')]);
    expect(usable + countLost(day, 'missing', 'in') + countLost(day, 'excluded', 'in')).toBe(fairVisitors);
  });

  it('have in the simulated hours who come by each entry in the plan', () => {
    const start = Date.parse(`${plan.start}+02:00`);
    for (const { id } of entries) {
      const counted = fairDay.filter(
        (count) =>
          count.gate === id &&
          count.direction === 'in' &&
          count.start >= start &&
          count.start < start + plan.seconds * 1000,
      );
      const planned = plan.groups.filter(({ from }) => from === id).reduce((all, { persons }) => all + persons, 0);
      expect(sum(counted), id).toBe(planned);
    }
  });

  it('are far more than on an ordinary Saturday, and few at night', () => {
    const saturday = sum(
      parsed.counts.filter(({ start, direction }) => dayOf(start) === '2026-06-06' && direction === 'in'),
    );
    expect(saturday).toBeGreaterThan(2000);
    expect(fairVisitors / saturday).toBeGreaterThan(2);
    const night = fairDay.filter(({ start }) => new Date(start + 2 * 3_600_000).getUTCHours() === 3);
    expect(Math.max(...night.map(({ count = 0 }) => count))).toBeLessThan(5);
  });

  it('are the same for the same seed', () => {
    expect(encodeCounts(random())).toBe(csv);
  });
});
