import { Event } from 'cesium';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFloodMotion } from '../../src/scene/flood-motion.ts';

let isCalm = false;
beforeEach(() => {
  isCalm = false;
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('matchMedia', () => ({ matches: isCalm }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function createMotion() {
  const seen = { frames: 0, clock: 0, motion: 0 };
  const preUpdate = new Event();
  const stage = { preUpdate, requestRender: () => void seen.frames++ } as unknown as Parameters<
    typeof createFloodMotion
  >[0];
  const motion = createFloodMotion(stage, (clock, part) => Object.assign(seen, { clock, motion: part }));
  /** The scene's own ticks, which go on while no frame is drawn. */
  function pass(milliseconds: number, every: number) {
    for (let at = 0; at < milliseconds; at += every) {
      vi.advanceTimersByTime(every);
      preUpdate.raiseEvent();
    }
  }
  return { motion, seen, pass, preUpdate };
}

describe('motion on the water', () => {
  it('begins when something flows, at no more frames than it needs, and comes to rest', () => {
    const { motion, seen, pass, preUpdate } = createMotion();
    pass(1000, 16);
    motion.wake(false, false);
    pass(1000, 16);
    expect(seen.frames).toBe(0);
    motion.wake(true, false);
    pass(2000, 8);
    expect(seen.motion).toBe(1);
    expect(seen.clock).toBeCloseTo(2, 0);
    expect(seen.frames).toBeGreaterThan(30);
    expect(seen.frames).toBeLessThan(65);
    pass(20_000, 16);
    const { frames } = seen;
    expect(seen.motion).toBe(0);
    pass(5000, 16);
    expect(seen.frames).toBe(frames);
    motion.destroy();
    expect(preUpdate.numberOfListeners).toBe(0);
  });

  it('moves only while frames follow each other anyway where they are slow, and not at all for who wants none', () => {
    const { motion, seen, pass } = createMotion();
    motion.wake(true, false);
    pass(4000, 120);
    expect(seen.motion).toBe(0);
    const { frames } = seen;
    motion.wake(true, false);
    pass(4000, 120);
    expect(seen.frames).toBe(frames);
    motion.wake(true, true);
    pass(2000, 120);
    expect(seen.motion).toBe(1);
    isCalm = true;
    motion.wake(true, true);
    pass(2000, 120);
    expect(seen.motion).toBe(0);
  });
});
