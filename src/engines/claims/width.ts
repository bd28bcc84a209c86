/**
 * How wide an overlap is: the diameter of the largest circle that fits in it. Of what is so narrow that only the drawing of two lines that
 * are meant to be one explains it, two claims touch and do not overlap.
 */
import { boxOf, cutToBox } from './box.ts';
import { growParts, type Parts, partsArea, type Rings } from './clip.ts';

/** Metres: lines nearer than this are one line, or further where files are rounded more; whole millimetres are the best there is. */
export const TOUCH_M = 0.001;

function perimeter(rings: Rings): number {
  let sum = 0;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
      sum += Math.hypot(ring[i] - ring[j], ring[i + 1] - ring[j + 1]);
  return sum;
}

/** No circle that fits has less than this diameter, nor more than the second: area over perimeter, and area of a disc. */
const boundWidth = (part: Rings): [number, number] => {
  const area = partsArea([part]);
  return [(2 * area) / perimeter(part), 2 * Math.sqrt(area / Math.PI)];
};

const hasMiddle = (part: Rings, width: number) => partsArea(growParts([part], -width / 2)) > 0;

/** Metres; `most` for what is at least as wide. To a millimetre. */
export function measureWidth(parts: Parts, most: number): number {
  let widest = 0;
  for (const part of parts) {
    let [low, high] = boundWidth(part);
    if (low >= most) return most;
    high = Math.min(high, most);
    if (high <= widest) continue;
    if (high === most && hasMiddle(part, most)) return most;
    while (high - low > 0.001) {
      const middle = (low + high) / 2;
      if (hasMiddle(part, middle)) low = middle;
      else high = middle;
    }
    widest = Math.max(widest, low);
  }
  return widest;
}

function isNear(parts: Parts, x: number, y: number, touchM: number): boolean {
  for (const rings of parts)
    for (const ring of rings)
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        const [dx, dy] = [ring[i] - ring[j], ring[i + 1] - ring[j + 1]];
        const [px, py] = [x - ring[j], y - ring[j + 1]];
        const squared = dx * dx + dy * dy;
        const t = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
        if (Math.hypot(px - t * dx, py - t * dy) <= touchM) return true;
      }
  return false;
}

/** Whether a part of an overlap lies along sides of both claims, and is nowhere wider than lines of files are off. */
export function isTouch(part: Rings, a: Parts, b: Parts, touchM: number): boolean {
  const [low, high] = boundWidth(part);
  if (low > touchM || (high > touchM && hasMiddle(part, touchM))) return false;
  const [west, south, east, north] = boxOf([part]);
  const around = [west - 1, south - 1, east + 1, north + 1] as const;
  const nearby = [cutToBox(a, around), cutToBox(b, around)];
  for (const ring of part)
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
      // Corners lie on both where a tooth runs right across; the middle of its side does not.
      for (const t of [0, 0.25, 0.5, 0.75]) {
        const [x, y] = [ring[j] + t * (ring[i] - ring[j]), ring[j + 1] + t * (ring[i + 1] - ring[j + 1])];
        if (!nearby.every((parts) => isNear(parts, x, y, touchM))) return false;
      }
  return true;
}
