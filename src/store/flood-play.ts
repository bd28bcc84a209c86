/** Lets the rain fall: the clock runs from the start to the end of the run. */
import { flood, lastSecond, setFloodChoice } from './flood.ts';
import { drawFlood } from './flood-shown.ts';
import { twin } from './twin.ts';

/** Seconds that a whole run takes on the screen. */
const LENGTH = 24;
/** For who wants no motion: milliseconds that each moment stands. */
const STILL = 1600;

/**
 * Plays from where the clock stands, from the start when that is the end. In moments and not flowing where the visitor asks for
 * little motion. Ends at the end, at `stopFlood`, or when another time is chosen.
 */
export function playFlood(isCalm: boolean): void {
  const { run, clock } = flood.getState();
  if (!run) return;
  const last = lastSecond({ run });
  const start = twin.getState().flood.view === 'now' && clock < last ? clock : 0;
  setFloodChoice({ view: 'now' });
  flood.setState({ clock: start, isPlaying: true });
  const isMine = () => flood.getState().isPlaying && flood.getState().run === run;

  async function step(from: number, at: number): Promise<void> {
    if (!isMine()) return;
    const now = performance.now();
    const clock = isCalm
      ? (run?.seconds.find((second) => second > from) ?? last)
      : Math.min(from + ((now - at) / 1000 / LENGTH) * last, last);
    flood.setState({ clock });
    try {
      // A moment that is not there yet is waited for: the clock stands meanwhile.
      await drawFlood();
    } catch (error) {
      flood.setState({ isPlaying: false, problem: error instanceof Error ? error.message : String(error) });
      return;
    }
    if (!isMine()) return;
    if (clock >= last) {
      stopFlood();
      return;
    }
    const begun = performance.now();
    if (isCalm) setTimeout(() => step(clock, begun), STILL);
    else requestAnimationFrame(() => step(clock, begun));
  }

  const begun = performance.now();
  void step(start, begun);
}

/** Keeps the moment that is shown. */
export function stopFlood(): void {
  if (!flood.getState().isPlaying) return;
  flood.setState({ isPlaying: false });
  setFloodChoice({ second: Math.round(flood.getState().clock) });
}
