/** Measures against water as lines and corners, as plain data in RD New and NAP. */
import type { FloodMeasures } from '../model/flood-measure.ts';
import { measureTable } from '../model/flood-measure-table.ts';
import { listCorners, type Place } from '../model/outline.ts';
import type { Handle, Marks } from './draw-marks.ts';
import type { RdPlace } from './frames.ts';

/** Metres above the ground, clear of its bumps and of most water. */
const LIFT = 0.4;
/** m: half the size of the sign at a point. */
const SIGN = 1.5;

const sign = ([x, y]: Place): number[] => [x, y - SIGN, x + SIGN, y, x, y + SIGN, x - SIGN, y];

/** `moved`: points of the selected one while a corner is dragged. `groundNap` tells the ground where it is known. */
export function measureMarks(
  { items, selected, placing, pending }: FloodMeasures,
  pointer: Place | undefined,
  moved: readonly number[] | undefined,
  groundNap: (x: number, y: number) => number | undefined,
): Marks {
  // Of ground that has not come yet the height is unknown; the mark comes with it.
  const raise = (points: readonly number[]) =>
    listCorners([...points]).flatMap(([x, y]): RdPlace[] => {
      const nap = groundNap(x, y);
      return nap === undefined ? [] : [{ x, y, nap: nap + LIFT }];
    });
  const lines: { points: readonly RdPlace[]; isFaint: boolean }[] = [];
  function addLine(points: readonly RdPlace[], isClosed: boolean, isFaint: boolean) {
    const [first] = points;
    if (points.length > 1 && first) lines.push({ points: isClosed ? [...points, first] : points, isFaint });
  }
  const handles: Handle[] = [];
  for (const { id, kind, points } of items) {
    const { shape } = measureTable[kind];
    const isSelected = id === selected;
    const seen = isSelected && moved ? moved : points;
    const outline = shape === 'point' ? sign([seen[0] as number, seen[1] as number]) : seen;
    addLine(raise(outline), shape !== 'line', !isSelected);
    if (isSelected) handles.push(...raise(seen).map((at, index): Handle => ({ kind: 'corner', index, at })));
  }
  if (placing) {
    const isArea = measureTable[placing].shape === 'area';
    const corners = raise(pointer && pending.length > 0 ? [...pending, ...pointer] : pending);
    addLine(corners, false, false);
    const [first, last] = [corners[0], corners.at(-1)];
    if (isArea && corners.length > 2 && first && last) lines.push({ points: [last, first], isFaint: true });
    handles.push(...raise(pending).map((at, index): Handle => ({ kind: 'corner', index, at })));
  }
  return { lines, handles, lengths: [] };
}
