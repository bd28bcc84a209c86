import { describe, expect, it } from 'vitest';
import { runCrowd } from '../../../src/engines/crowd.ts';
import { door, everyone, rectangle, scene } from './scenes.ts';

const room = scene({
  walkable: [rectangle(0, 0, 14, 8)],
  sources: [{ ...everyone(90, rectangle(0.3, 0.3, 5, 7.7)), until: 30 }],
  exits: [door('out', 14, 3.4, 14, 4.6)],
  gates: [{ id: 'middle', line: [9, 0, 9, 8] }],
  seconds: 300,
  everySeconds: 20,
});
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

describe('the series of a crowd', () => {
  const { series, density, gates, maximumDensity, densestAt, seconds } = runCrowd(room);

  it('adds up: who came are those who left and who are there, in each row', () => {
    let [entered, left] = [0, 0];
    for (const [i, present] of series.present.entries()) {
      entered += series.entered[i] as number;
      left += series.left[i] as number;
      expect(present).toBe(entered - left);
    }
    expect([entered, left]).toEqual([90, 90]);
    expect(series.present).toHaveLength(Math.ceil(seconds / 20));
  });

  it('counts at gates by row what the gate counts in all, each at its time', () => {
    const [gate] = gates as [(typeof gates)[0]];
    expect(sum(series.backward[0] as Uint32Array)).toBe(gate.crossed.backward);
    expect(sum(series.forward[0] as Uint32Array)).toBe(gate.crossed.forward);
    for (const [i, count] of (series.backward[0] as Uint32Array).entries()) {
      // A crossing is told at the end of its step.
      const within = gate.times.filter((t) => -t > i * 20 + 0.001 && -t <= (i + 1) * 20 + 0.001);
      expect(count).toBe(within.length);
    }
  });

  it('has the densest moment of all in its rows, with its place and second', () => {
    expect(Math.max(...series.densest)).toBeCloseTo(maximumDensity, 5);
    const { x, y, second } = densestAt as NonNullable<typeof densestAt>;
    const cell =
      Math.floor((y - density.south) / density.cell) * density.width + Math.floor((x - density.west) / density.cell);
    expect(density.most[cell]).toBeCloseTo(maximumDensity, 5);
    expect(series.densest[Math.floor(second / 20)]).toBeCloseTo(maximumDensity, 5);
  });

  it('shares people out over levels: together everyone, in rows with anyone', () => {
    for (let i = 0; i < series.present.length; i++) {
      const all = sum(series.levels.map((level) => level[i] as number));
      expect(all).toBeCloseTo((series.entered[i] ?? 0) + (series.present[i - 1] ?? 0) > 0 ? 1 : 0, 4);
    }
  });

  it('tells how long and from when each cell is above the limit, which a higher limit makes less', () => {
    const over = (limit: number) => runCrowd({ ...room, limit });
    const [low, high] = [over(1.5), over(3)];
    expect(sum(low.density.overSeconds)).toBeGreaterThan(sum(high.density.overSeconds));
    // m² above, times seconds of a row, is the sum over cells of a square metre that are free all over.
    expect(sum(low.series.overM2)).toBeGreaterThan(0);
    for (const [i, seconds] of low.density.overSeconds.entries()) {
      const from = low.density.overFrom[i] as number;
      if (seconds === 0) expect(from).toBe(Infinity);
      else expect(from % 10).toBe(0);
      expect((low.density.most[i] as number) > 1.5).toBe(seconds > 0);
    }
    expect(Math.max(...over(20).density.overSeconds)).toBe(0);
  });

  it('drapes the mean of each row, in tenths', () => {
    const { density: rows, present } = series;
    expect(rows).toHaveLength(present.length);
    const first = rows[0] as Uint8Array;
    expect(Math.max(...first)).toBeGreaterThan(5);
    expect(Math.max(...first) / 10).toBeLessThanOrEqual(series.densest[0] as number);
  });
});
