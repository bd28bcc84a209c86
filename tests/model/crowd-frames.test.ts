import { describe, expect, it } from 'vitest';
import { createFrames, framesAround } from '../../src/model/crowd-frames.ts';

const moment = (second: number, persons = 100) => ({
  second,
  person: new Uint32Array(persons),
  x: new Uint16Array(persons),
  y: new Uint16Array(persons),
  group: new Uint8Array(persons),
});

describe('frames that are kept', () => {
  it('stay within their memory over a run of any length, evenly in time and to its end', () => {
    const most = 100_000;
    const frames = createFrames(1, most);
    for (let second = 0; second <= 1000; second++) {
      frames.add(moment(second));
      const bytes = frames.list().length * 900;
      expect(bytes).toBeLessThanOrEqual(most);
    }
    const seconds = frames.list().map(({ second }) => second);
    expect(frames.spacing()).toBe(16);
    expect(seconds).toEqual(Array.from({ length: 63 }, (_, i) => 16 * i));
  });

  it('are all kept where they fit, also at fractions of a second', () => {
    const frames = createFrames(0.5);
    for (let i = 0; i < 20; i++) frames.add(moment(i * 0.5, 3));
    expect(frames.list()).toHaveLength(20);
  });

  it('are found around a moment, with how far it lies between them', () => {
    const moments = [0, 2, 4].map((second) => moment(second, 1));
    const at = (second: number) => {
      const found = framesAround(moments, second);
      return found && [found.before.second, found.after.second, found.share];
    };
    expect([0, 1, 2, 3.5, 4, 9].map(at)).toEqual([
      [0, 2, 0],
      [0, 2, 0.5],
      [2, 4, 0],
      [2, 4, 0.75],
      [4, 4, 0],
      [4, 4, 0],
    ]);
    expect(framesAround([], 3)).toBeUndefined();
  });
});
