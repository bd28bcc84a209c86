/** How the drawn ground lies where it is opened. */
import type { Globe } from 'cesium';
import { ROOM } from './claim-sheet.ts';
import type { ReadGround, WindowPlace } from './claim-window-place.ts';
import { groundNap } from './ground-nap.ts';

/** Places asked along each side. */
const SAMPLES = 4;
/** Metres over most of the ground up to which it is opened: a dike in it stays. */
const MOST_ROOM = 2.5;
/** Milliseconds that an answer holds: terrain gets finer. */
const FRESH = 400;

/** Asked at each frame; the globe only where the place is another one, and now and then. */
export function createGroundReader(globe: Pick<Globe, 'getHeight'>): ReadGround {
  let known: { readonly key: string; readonly time: number; readonly found: ReturnType<ReadGround> } | undefined;

  function read({ x, y, halfWidth, halfHeight }: WindowPlace): ReturnType<ReadGround> {
    const heights: number[] = [];
    for (let row = 0; row < SAMPLES; row++)
      for (let col = 0; col < SAMPLES; col++) {
        const part = (i: number) => (2 * i) / (SAMPLES - 1) - 1;
        const nap = groundNap(globe, x + 0.95 * halfWidth * part(col), y + 0.95 * halfHeight * part(row));
        if (nap !== undefined) heights.push(nap);
      }
    if (heights.length === 0) return undefined;
    heights.sort((a, b) => a - b);
    const ground = heights[Math.floor(heights.length / 2)] as number;
    const highest = Math.max(...heights.filter((nap) => nap < ground + MOST_ROOM));
    return { ground, room: highest - ground + ROOM };
  }

  return (at) => {
    const key = [at.x, at.y, at.halfWidth, at.halfHeight].map(Math.round).join();
    const now = performance.now();
    if (!known || known.key !== key || now - known.time > FRESH) known = { key, time: now, found: read(at) };
    return known.found;
  };
}
