import { beforeAll, describe, expect, it } from 'vitest';
import type { CrowdAnswer } from '../../src/model/crowd-answer.ts';
import { busiestMinute, chanceApart, compareRanges, headlinesOf, rangeOf } from '../../src/model/crowd-headlines.ts';
import { listHotspots } from '../../src/model/crowd-hotspots.ts';
import { busiestSecond, listRows } from '../../src/model/crowd-rows.ts';
import { answersOf, smallSquare } from '../fixtures/crowd-square.ts';

let open: CrowdAnswer[];
let narrow: CrowdAnswer[];
beforeAll(() => {
  open = answersOf(smallSquare(false), [1, 2, 3, 4]);
  narrow = answersOf(smallSquare(true), [1, 2, 3, 4]);
});

describe('what is told first', () => {
  it('is the middle of the runs with their least and most', () => {
    expect(rangeOf([3, undefined, 1, 2])).toEqual({ low: 1, middle: 2, high: 3, runs: 3 });
    expect(rangeOf([4, 1])).toEqual({ low: 1, middle: 2.5, high: 4, runs: 2 });
    expect(rangeOf([5, Infinity, Infinity])).toEqual({ low: 5, middle: Infinity, high: Infinity, runs: 3 });
    expect(rangeOf([undefined])).toBeUndefined();
    const all = headlinesOf(open, 'passage-1');
    const ends = open.map(({ lastExitSecond }) => lastExitSecond as number);
    expect(all.clear).toMatchObject({ low: Math.min(...ends), high: Math.max(...ends), runs: 4 });
    expect(all.present?.high).toBeGreaterThan(20);
    expect(all.queue?.high).toBeGreaterThan(1);
    expect(headlinesOf(open, 'elsewhere').flow).toBeUndefined();
  });

  it('counts the busiest minute of a gate', () => {
    expect(busiestMinute([1, -2, 59, 61.5, 61.9, 130])).toEqual({ persons: 4, second: 61.9 });
    expect(busiestMinute([])).toEqual({ persons: 0, second: 0 });
    const flow = headlinesOf(open, 'passage-1').flow;
    expect(flow?.high).toBeLessThanOrEqual(68);
    expect(flow?.low).toBeGreaterThan(30);
  });

  it('says that a square did not empty in time', () => {
    const short = answersOf({ ...smallSquare(false), seconds: 20 }, [1]);
    expect(headlinesOf(short, undefined).clear?.middle).toBe(Infinity);
  });
});

describe('two layouts', () => {
  it('differ by more than chance where all runs of one lie on one side of all of the other', () => {
    // 2 of the 70 orders in which eight runs can lie have all of one layout first.
    expect(chanceApart(4, 4)).toBeCloseTo(2 / 70, 12);
    expect(chanceApart(5, 5)).toBeCloseTo(2 / 252, 12);
    const range = (low: number, high: number, runs: number) => ({ low, middle: (low + high) / 2, high, runs });
    expect(compareRanges(range(1, 2, 5), range(3, 4, 5))).toEqual({ by: 2, verdict: 'beyond' });
    expect(compareRanges(range(1, 3.5, 5), range(3, 4, 5)).verdict).toBe('within');
    expect(compareRanges(range(1, 2, 3), range(3, 4, 3)).verdict).toBe('unknown');
    expect(compareRanges(range(1, 1, 1), range(3, 3, 1)).verdict).toBe('unknown');
    expect(compareRanges(range(0, 0, 5), range(0, 0, 5))).toEqual({ by: 0, verdict: 'same' });
    expect(compareRanges(range(5, 6, 5), range(Infinity, Infinity, 5))).toEqual({ by: Infinity, verdict: 'beyond' });
  });

  it('of which one has a cabin in the passage clear later, and are denser before it', () => {
    const [a, b] = [headlinesOf(open, 'passage-1'), headlinesOf(narrow, 'passage-1')];
    expect(compareRanges(a.clear as never, b.clear as never)).toMatchObject({ verdict: 'beyond' });
    expect(compareRanges(a.densest as never, b.densest as never).by).toBeGreaterThan(0);
  });
});

describe('rows of the series', () => {
  it('add up: who came and went, levels to who was there', () => {
    const [answer] = narrow as [CrowdAnswer];
    const rows = listRows(answer);
    let present = 0;
    for (const row of rows) {
      present += row.entered - row.left;
      expect(row.present).toBe(present);
      const there = row.levels.reduce((sum, persons) => sum + persons, 0);
      const before = rows[rows.indexOf(row) - 1]?.present ?? 0;
      if (there > 0) expect(there).toBeCloseTo((before + row.present) / 2, 3);
    }
    expect(present).toBe(0);
    expect(rows.at(-1)?.second).toBe(answer.seconds);
    expect(rows.reduce((sum, row) => sum + (row.forward[0] as number) + (row.backward[0] as number), 0)).toBe(68);
  });

  it('are busiest where most people are packed', () => {
    const [first] = narrow as [CrowdAnswer];
    const at = busiestSecond(first) as number;
    const packed = (levels: readonly number[] = []) => (levels[4] ?? 0) + (levels[5] ?? 0);
    const rows = listRows(first);
    const most = packed(rows.find(({ second }) => second === at)?.levels);
    expect(most).toBeGreaterThan(3);
    expect(most).toBe(Math.max(...rows.map(({ levels }) => packed(levels))));
    expect(busiestSecond(undefined)).toBeUndefined();
  });
});

describe('places over the limit', () => {
  it('lie apart, hold all that ground, and the longest comes first', () => {
    const [first] = narrow as [CrowdAnswer];
    const places = listHotspots(narrow);
    const cells = first.density.overSeconds.reduce((sum, seconds) => (seconds > 0 ? sum + 1 : sum), 0);
    expect(places.length).toBeGreaterThan(0);
    expect(places.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBe(cells);
    expect(places.map(({ seconds }) => seconds)).toEqual(
      places.map(({ seconds }) => seconds).toSorted((a, b) => b - a),
    );
    const [worst] = places;
    expect(worst?.most).toBeGreaterThan(1.5);
    // Before the passage, or in it.
    expect(worst?.x).toBeGreaterThan(8);
    expect(worst?.x).toBeLessThan(18);
    expect(worst?.runs).toBeGreaterThanOrEqual(1);
    expect(worst?.overRuns.high).toBeGreaterThanOrEqual(worst?.seconds as number);
    expect(listHotspots([])).toEqual([]);
  });
});
