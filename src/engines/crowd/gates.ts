/** What a gate answers from the moments of its crossings. */
import type { CrowdGate } from '../../model/crowd.ts';
import type { GateAnswer } from '../../model/crowd-answer.ts';

const PEAK_SECONDS = 60;

/** `times`: seconds, forward positive, backward negative. */
export function answerGate({ id, line }: CrowdGate, times: readonly number[]): GateAnswer {
  let length = 0;
  for (let i = 2; i < line.length; i += 2)
    length += Math.hypot(
      (line[i] as number) - (line[i - 2] as number),
      (line[i + 1] as number) - (line[i - 1] as number),
    );
  const all = times.map(Math.abs);
  let most = 0;
  for (let first = 0, last = 0; last < all.length; last++) {
    while ((all[last] as number) - (all[first] as number) > PEAK_SECONDS) first++;
    most = Math.max(most, last - first + 1);
  }
  const forward = times.filter((t) => t > 0).length;
  return {
    id,
    crossed: { forward, backward: times.length - forward },
    ...(all.length > 0 && { firstSecond: all[0] as number, lastSecond: all.at(-1) as number }),
    peakPersonsPerMetreSecond: most / PEAK_SECONDS / length,
    times,
  };
}
