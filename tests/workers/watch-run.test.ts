import { describe, expect, it } from 'vitest';
import type { FloodInput } from '../../src/model/flood.ts';
import { NEVER } from '../../src/model/flood-run.ts';
import { type RunAnswer, watchRun } from '../../src/workers/watch-run.ts';

const side = 4;
/** Flat ground at 0 m NAP, cells of 2 m. */
const input = {
  frame: { west: 0, south: 0, cellSize: 2, width: side, height: side },
  bed: new Float32Array(side * side),
  rain: [],
  seconds: 1800,
} as unknown as FloodInput;
const millimetres = (depth: Float32Array) => Uint16Array.from(depth, (h) => Math.round(h * 1000));
const moment = (second: number, depth: number) => ({
  second,
  depth: new Float32Array(side * side).fill(depth),
  qx: new Float32Array(side * side),
  qy: new Float32Array(side * side),
});
const all = (value: number) => new Uint16Array(side * side).fill(value);

/** Of a run on cells of 4 m: 20 cm at 20 minutes, 5 cm from 10 minutes on. */
function coarse(): RunAnswer {
  const frame = { west: 0, south: 0, cellSize: 4, width: 2, height: 2 };
  const of = (value: number) => new Uint16Array(4).fill(value);
  return { frame, ground: new Float32Array(4), deepest: of(200), arrival: of(10), duration: of(15), peak: of(20) };
}

describe('what is told of a run', () => {
  it('is of its moments so far, when nothing went before it', () => {
    const { next } = watchRun(input, 1800, millimetres);
    const { isWhole, deepest, arrival, duration } = next(moment(600, 0.06));
    expect(isWhole).toBe(false);
    expect([deepest, arrival, duration]).toEqual([all(60), all(10), all(NEVER)]);
  });

  it('never takes back what a coarser run has found: of the time to come that is told', () => {
    const { next, last, answer } = watchRun(input, 1800, millimetres, coarse());
    const first = next(moment(300, 0));
    expect(first.isWhole).toBe(true);
    expect([first.deepest, first.arrival, first.duration]).toEqual([all(200), all(10), all(15)]);
    // This run has 5 cm at ten minutes too; its depth is not known before the other's peak.
    const second = next(moment(600, 0.06));
    expect([second.deepest, second.arrival]).toEqual([all(200), all(10)]);
    // Past the peak and the arrival, only this run counts.
    const third = next(moment(1200, 0.15));
    expect([third.deepest, third.arrival]).toEqual([all(150), all(10)]);
    expect(last().deepest).toEqual(all(150));
    expect(last().duration).toEqual(all(NEVER));
    expect(answer(last()).peak).toEqual(all(20));
  });

  it('drops an arrival that did not come', () => {
    const { next } = watchRun(input, 1800, millimetres, coarse());
    expect(next(moment(300, 0.01)).arrival).toEqual(all(10));
    expect(next(moment(900, 0.01)).arrival).toEqual(all(NEVER));
  });

  it('begins anew where the coarser run lies elsewhere', () => {
    const elsewhere = { ...coarse(), frame: { ...coarse().frame, west: 100 } };
    expect(watchRun(input, 1800, millimetres, elsewhere).next(moment(600, 0.02)).isWhole).toBe(false);
  });
});
