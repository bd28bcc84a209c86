/** Which labels to show: the most important ones that do not touch each other. */

/** One label on the screen, CSS pixels. */
export interface LabelBox {
  readonly name: string;
  readonly index: number;
  /** Middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Higher first; a label that is shown already gets a little more, so that the choice holds while the camera moves. */
  readonly importance: number;
}

/** Clear paper around a name, CSS pixels. */
const GAP = 22;
/** The same name is not shown twice within this many CSS pixels. */
const REPEAT = 520;

/** Indices of the labels to show, at most `limit`. Cost: number of labels × number shown. */
export function declutter(boxes: readonly LabelBox[], limit: number): Set<number> {
  const shown: LabelBox[] = [];
  for (const box of [...boxes].sort((a, b) => b.importance - a.importance)) {
    if (shown.length >= limit) break;
    const isFree = shown.every(
      (other) =>
        (other.name !== box.name || Math.hypot(other.x - box.x, other.y - box.y) > REPEAT) &&
        (Math.abs(other.x - box.x) * 2 > other.width + box.width + 2 * GAP ||
          Math.abs(other.y - box.y) * 2 > other.height + box.height + 2 * GAP),
    );
    if (isFree) shown.push(box);
  }
  return new Set(shown.map(({ index }) => index));
}
