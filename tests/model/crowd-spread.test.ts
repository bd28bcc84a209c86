import { describe, expect, it } from 'vitest';
import { runCrowd } from '../../src/engines/crowd.ts';
import { spreadOf } from '../../src/model/crowd-spread.ts';
import { door, everyone, rectangle, scene } from '../engines/crowd/scenes.ts';

const room = scene({
  walkable: [rectangle(0, 0, 12, 8)],
  sources: [{ ...everyone(60, rectangle(0.3, 0.3, 5, 7.7)), until: 40 }],
  exits: [door('out', 12, 3, 12, 4)],
  gates: [{ id: 'middle', line: [9, 0, 9, 8] }],
  seconds: 200,
  everySeconds: 10,
});

describe('the spread over runs', () => {
  const answers = [1, 2, 3, 4].map((seed) => runCrowd({ ...room, seed }));
  const spread = spreadOf(answers);

  it('lies between the least and the most of them, its middle between the two in the middle', () => {
    const times = answers.map(({ lastExitSecond }) => lastExitSecond as number).toSorted((a, b) => a - b);
    const [low, second, third, high] = times as [number, number, number, number];
    expect(low).toBeLessThan(high);
    expect(spread.clearSeconds).toEqual({ low, middle: (second + third) / 2, high });
    expect(spread).toMatchObject({ runs: 4, cleared: 4, evacuated: { low: 60, middle: 60, high: 60 } });
    expect(spread.gates[0]?.backward).toEqual({ low: 60, middle: 60, high: 60 });
  });

  it('is told by row, also where a run was over sooner', () => {
    const rows = Math.max(...answers.map(({ series }) => series.present.length));
    const { present } = spread.series;
    expect(present.low).toHaveLength(rows);
    for (const [i, low] of present.low.entries()) {
      const all = answers.map(({ series }) => series.present[i] ?? 0);
      expect(low).toBe(Math.min(...all));
      expect(present.high[i]).toBe(Math.max(...all));
    }
    expect(present.high.at(-1)).toBe(0);
  });

  it('knows no time to clear where nobody got out in time', () => {
    const { clearSeconds, cleared } = spreadOf([runCrowd({ ...room, seconds: 5 })]);
    expect(cleared).toBe(0);
    expect(clearSeconds).toBeUndefined();
  });

  it('of one run is that run', () => {
    const [answer] = answers as [(typeof answers)[0]];
    const { maximumDensity } = spreadOf([answer]);
    expect(maximumDensity).toEqual({
      low: answer.maximumDensity,
      middle: answer.maximumDensity,
      high: answer.maximumDensity,
    });
  });
});
