import { describe, expect, it } from 'vitest';
import { type LadderState, measureFrame, qualityLevels, startLadder } from '../../src/scene/quality-ladder.ts';

/** A machine that draws level i in `costs[i]` milliseconds, for `frames` frames. Returns the levels it went through. */
function climb(state: LadderState, costs: readonly number[], frames: number) {
  const path = [state.level];
  for (let i = 0; i < frames; i++) {
    state = measureFrame(state, costs[state.level] ?? 0);
    if (state.level !== path[path.length - 1]) path.push(state.level);
  }
  return { state, path };
}

describe('the quality ladder', () => {
  it('goes up to the top on a fast machine, and stays there', () => {
    const { path } = climb(startLadder(0), [10, 10, 10, 10, 10], 1000);
    expect(path).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes down to the bottom on a slow machine within twenty frames, and stays there', () => {
    const { path } = climb(startLadder(4), [200, 200, 200, 200, 200], 20);
    expect(path).toEqual([4, 2, 0]);
  });

  it('does not go back and forth between a level that is fast and one that is too slow', () => {
    const { state, path } = climb(startLadder(2), [8, 12, 18, 60, 90], 600);
    expect(path).toEqual([2, 3, 2]);
    expect(state.level).toBe(2);
  });

  it('tries a better level again after a while: the view may have become lighter', () => {
    const slow = climb(startLadder(2), [8, 12, 18, 60, 90], 100).state;
    const { state } = climb(slow, [8, 8, 8, 8, 8], 1200);
    expect(state.level).toBe(qualityLevels.length - 1);
  });

  it('takes no notice of a single slow frame', () => {
    let state = startLadder(3);
    for (let i = 0; i < 50; i++) state = measureFrame(state, i % 8 === 0 ? 400 : 30);
    expect(state.level).toBe(3);
  });
});
