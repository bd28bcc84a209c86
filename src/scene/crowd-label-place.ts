/** Where a text stands in the picture: clear of the line that it tells about, and whole. CSS pixels, y downwards. */

interface At {
  readonly x: number;
  readonly y: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between a line and its text: half the line with its rim, and some air. */
const CLEAR = 6;
/** Between a text and the edge of the picture. */
const EDGE = 6;

/** From the middle of a line to the middle of its text: square to the line, on its upper side. */
export function besideLine(from: At, to: At, { width, height }: Size): At {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  // Seen end on: over the point that it is.
  if (length < 1) return { x: 0, y: -height / 2 - CLEAR };
  const turn = dx > 0 ? 1 : -1;
  const [nx, ny] = [(turn * dy) / length, (-turn * dx) / length];
  const away = (Math.abs(nx) * width + Math.abs(ny) * height) / 2 + CLEAR;
  return { x: nx * away, y: ny * away };
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high));

/** The nearest place where nothing of the text is cut off. */
export const keepInside = ({ x, y }: At, { width, height }: Size, room: Size): At => ({
  x: clamp(x, width / 2 + EDGE, room.width - width / 2 - EDGE),
  y: clamp(y, height / 2 + EDGE, room.height - height / 2 - EDGE),
});

/** A text of which one end lies under something moves half its length away from it. */
export function keepUncovered({ x, y }: At, { width }: Size, isFree: (at: At) => boolean): At {
  const half = width / 2 + EDGE;
  const [isLeftFree, isRightFree] = [isFree({ x: x - half, y }), isFree({ x: x + half, y })];
  if (isLeftFree === isRightFree) return { x, y };
  return { x: isLeftFree ? x - half : x + half, y };
}

/** Whether a line between two places runs through a text there: the stretch of it within both its width and its height. */
export function isCrossed({ x, y }: At, { width, height }: Size, from: At, to: At): boolean {
  let [start, end] = [0, 1];
  for (const [low, high, a, b] of [
    [x - width / 2, x + width / 2, from.x, to.x],
    [y - height / 2, y + height / 2, from.y, to.y],
  ] as const) {
    if (a === b && (a < low || a > high)) return false;
    if (a === b) continue;
    const [p, q] = [(low - a) / (b - a), (high - a) / (b - a)];
    start = Math.max(start, Math.min(p, q));
    end = Math.min(end, Math.max(p, q));
  }
  return start <= end;
}

/** Whether the picture is on top there: no panel, no button. What covers the picture as a whole lets it through. */
export function isUncovered(canvas: HTMLCanvasElement, { x, y }: At): boolean {
  const box = canvas.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + x, box.top + y);
  if (!top || top === canvas || top.contains(canvas)) return true;
  const { width, height } = top.getBoundingClientRect();
  return width >= box.width && height >= box.height;
}
