/** Lets the people walk: the clock of the event runs through what has been computed. */
import { setCrowdChoice } from './crowd.ts';
import { type CrowdSpeed, crowdRun, lastCrowdSecond } from './crowd-run.ts';

/** For who wants no motion: ms that each moment stands, and how far apart they are at speed 1, s. */
const STILL = 1600;
const STILL_STEP = 10;

let turn = 0;

/** Where the picture stands; the clock does not follow what is computed any more. */
export function setCrowdClock(second: number): void {
  const last = lastCrowdSecond(crowdRun.getState());
  const clock = Math.min(Math.max(0, second), last);
  crowdRun.setState({ clock, isFollowing: false });
  setCrowdChoice({ second: Math.round(clock) });
}

export const setCrowdSpeed = (speed: CrowdSpeed): void => crowdRun.setState({ speed });

/**
 * Plays from where the clock stands, from the start when that is the end. In moments and not flowing where the visitor asks for little
 * motion. While the end is still being computed it waits for it.
 */
export function playCrowd(isCalm: boolean): void {
  const { clock, sides } = crowdRun.getState();
  if (sides.length === 0) return;
  const last = lastCrowdSecond({ sides });
  const mine = ++turn;
  crowdRun.setState({ isPlaying: true, isFollowing: false, clock: clock < last ? clock : 0 });

  function step(at: number): void {
    const state = crowdRun.getState();
    if (mine !== turn || !state.isPlaying) return;
    const end = lastCrowdSecond(state);
    const now = performance.now();
    const by = isCalm ? STILL_STEP * state.speed : Math.min(0.25, (now - at) / 1000) * state.speed;
    const next = Math.min(end, state.clock + by);
    crowdRun.setState({ clock: next });
    if (next >= end && state.job.status !== 'running') stopCrowd();
    else if (isCalm) setTimeout(() => step(now), STILL);
    else requestAnimationFrame(() => step(now));
  }

  const begun = performance.now();
  if (isCalm) setTimeout(() => step(begun), STILL);
  else requestAnimationFrame(() => step(begun));
}

/** Keeps the moment that is shown. */
export function stopCrowd(): void {
  turn++;
  const { clock, isPlaying } = crowdRun.getState();
  if (!isPlaying) return;
  crowdRun.setState({ isPlaying: false });
  setCrowdChoice({ second: Math.round(clock) });
}
