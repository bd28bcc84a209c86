/** Lets the day pass: one slot after the other. */
import { chooseSlot, counts, seenSlot } from './counts.ts';
import { twin } from './twin.ts';

/** Milliseconds that a slot stands; for who wants little motion longer. */
const STEP = 450;
const CALM_STEP = 1600;

/** Of the last play: steps of an earlier one that are still to come do nothing. */
let plays = 0;

/** From the slot that is shown, from the first one where that is the last. Ends at the end, at `stopCounts`, or with another answer. */
export function playCounts(isCalm: boolean): void {
  const { answer } = counts.getState();
  if (!answer) return;
  const [first, end] = answer.span;
  const shown = seenSlot(counts.getState(), twin.getState().counts);
  const start = shown >= first && shown < end - 1 ? shown : first;

  const play = ++plays;
  function step(slot: number): void {
    const { answer: now, playing } = counts.getState();
    if (play !== plays || now !== answer || playing !== slot) return;
    if (slot + 1 >= end) {
      stopCounts();
      return;
    }
    counts.setState({ playing: slot + 1 });
    setTimeout(step, isCalm ? CALM_STEP : STEP, slot + 1);
  }

  counts.setState({ playing: start });
  setTimeout(step, isCalm ? CALM_STEP : STEP, start);
}

/** Keeps the slot that is shown. */
export function stopCounts(): void {
  const { playing } = counts.getState();
  if (playing !== undefined) chooseSlot(playing);
}
