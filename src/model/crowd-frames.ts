/** Moments of a simulation as they are kept for playing: in their order, at most so many bytes, and between them what one sees. */
import type { CrowdMoment } from './crowd-run.ts';

/** Of one layout: three hours of 2,500 people, a frame each four seconds, or of 600, one each second. */
export const FRAME_BYTES = 64 * 2 ** 20;

const bytesOf = ({ person, x, y, group }: CrowdMoment): number =>
  person.byteLength + x.byteLength + y.byteLength + group.byteLength;

/** s between frames that are asked of the thread: whoever is drawn walks straight on between them. */
export function frameSecondsFor(persons: number): number {
  if (persons <= 2000) return 1;
  return persons <= 8000 ? 2 : 4;
}

/** The first, and those at whole multiples of so many seconds. */
const isKept = ({ second }: CrowdMoment, every: number): boolean =>
  Math.abs(second / every - Math.round(second / every)) < 1e-6;

/**
 * Keeps what comes until `most` bytes are full; then every other frame goes, and from there on only every other one comes in. So the
 * whole run stays there to its end, coarser in time. The list is a new one each time, as a store wants it.
 */
export function createFrames(every: number, most = FRAME_BYTES) {
  let kept: CrowdMoment[] = [];
  let spacing = every;
  let bytes = 0;
  return {
    add(moment: CrowdMoment): void {
      if (!isKept(moment, spacing)) return;
      kept.push(moment);
      bytes += bytesOf(moment);
      while (bytes > most && kept.length > 2) {
        spacing *= 2;
        kept = kept.filter((each) => isKept(each, spacing));
        bytes = kept.reduce((sum, each) => sum + bytesOf(each), 0);
      }
    },
    list: (): readonly CrowdMoment[] => [...kept],
    /** s between those that are kept. */
    spacing: (): number => spacing,
  };
}

/** The frames around a moment, and how far it is from the first to the second, 0 to 1; undefined without any. */
export function framesAround(
  moments: readonly CrowdMoment[],
  second: number,
): { readonly before: CrowdMoment; readonly after: CrowdMoment; readonly share: number } | undefined {
  const first = moments[0];
  if (!first) return undefined;
  let [low, high] = [0, moments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((moments[middle] as CrowdMoment).second <= second) low = middle;
    else high = middle - 1;
  }
  const before = moments[low] as CrowdMoment;
  const after = moments[low + 1] ?? before;
  const span = after.second - before.second;
  return { before, after, share: span > 0 ? Math.min(1, Math.max(0, (second - before.second) / span)) : 0 };
}
