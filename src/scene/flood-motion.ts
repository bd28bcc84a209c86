/** Lets arrows and ripples move on the water, and everything come to rest again: a picture that stands still costs no frames. */
import type { Scene } from 'cesium';
import { prefersReducedMotion } from './glide.ts';

export interface FloodMotion {
  /** Something new is to be seen: arrows move from now on for a while. `isPlaying`: frames follow each other anyway. */
  wake(hasFlow: boolean, isPlaying: boolean): void;
  destroy(): void;
}

interface MotionStage {
  readonly preUpdate: Scene['preUpdate'];
  requestRender(): void;
}

/** Milliseconds that arrows move after something changed, and from standing to moving. */
const AWAKE = 20_000;
const RAMP = 600;
/** Milliseconds from frame to frame: gentle motion needs no more. */
const FRAME = 32;
/** Where frames take longer on average, arrows move only while frames follow each other anyway. */
const SLOW_FRAME = 60;
const FRAMES_TO_JUDGE = 8;
/** A page that is still loading is slow too: so often, and so many milliseconds later, it is tried again. */
const CHANCES = 3;
const SECOND_CHANCE = 10_000;

/** `move` is given seconds of motion, and from 0, standing, to 1 how much of it is shown. */
export function createFloodMotion(stage: MotionStage, move: (clock: number, motion: number) => void): FloodMotion {
  let clock = 0;
  let motion = 0;
  let awakeUntil = 0;
  let isPlaying = false;
  let last = 0;
  let drawn = 0;
  let frames = 0;
  let mean = 0;
  let isSlow = false;
  let chances = CHANCES;
  let judged = 0;

  function tick() {
    const now = performance.now();
    const since = Math.min(now - last, 1000);
    last = now;
    const isAwake = now < awakeUntil && (isPlaying || !isSlow);
    if (!isAwake && motion === 0) return;
    const passed = Math.min(since, 100);
    motion = Math.min(Math.max(motion + (isAwake ? passed : -passed) / RAMP, 0), 1);
    clock += passed / 1000;
    move(clock, motion);
    if (now - drawn < FRAME) return;
    if (!isPlaying && !isSlow) judge(since);
    drawn = now;
    stage.requestRender();
  }

  function judge(frame: number) {
    frames++;
    mean += (frame - mean) / Math.min(frames, FRAMES_TO_JUDGE);
    if (frames < FRAMES_TO_JUDGE || mean <= SLOW_FRAME) return;
    isSlow = true;
    judged = last;
    chances--;
  }

  const stop = stage.preUpdate.addEventListener(tick);
  return {
    wake(hasFlow, playing) {
      isPlaying = playing;
      const isWanted = hasFlow && !prefersReducedMotion();
      const now = performance.now();
      if (isWanted && now > awakeUntil) last = now;
      awakeUntil = isWanted ? now + AWAKE : 0;
      if (!isSlow || chances === 0 || now - judged < SECOND_CHANCE) return;
      isSlow = false;
      frames = 0;
      mean = 0;
    },
    destroy: stop,
  };
}
