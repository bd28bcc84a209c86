/** What stands in one layout, row by row: objects as they are, fences in panels along their line. */
import type { EventLayout, EventObject } from '../model/event-plan.ts';
import type { FormOf } from './crowd-forms.ts';

/** A form and where it stands. */
export interface StandingRow extends FormOf {
  /** RD New metres. */
  readonly x: number;
  readonly y: number;
  readonly turnDegrees: number;
  /** Id of the object or fence that it is, or is part of. */
  readonly of: string;
}

/** m: of a panel, at most, and its height. */
const panels = { fence: { length: 3.5, height: 2 }, closure: { length: 3, height: 1.1 } } as const;
const PANEL_WIDTH = 0.6;

const standing = ({ id, kind, x, y, turnDegrees, length, width, height }: EventObject): StandingRow => ({
  id,
  of: id,
  kind,
  x,
  y,
  turnDegrees,
  length,
  width,
  height,
});

function listPanels({ id, kind, line }: EventLayout['fences'][number]): StandingRow[] {
  const rows: StandingRow[] = [];
  const { length: most, height } = panels[kind];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i, i + 4) as [number, number, number, number];
    const length = Math.hypot(bx - ax, by - ay);
    const count = Math.max(Math.ceil(length / most - 1e-6), 1);
    const turnDegrees = (Math.atan2(bx - ax, by - ay) * 180) / Math.PI;
    for (let k = 0; k < count && length > 0.05; k++) {
      const share = (k + 0.5) / count;
      rows.push({
        id: `${id}/${i / 2}/${k}`,
        of: id,
        kind,
        x: ax + (bx - ax) * share,
        y: ay + (by - ay) * share,
        turnDegrees,
        length: length / count,
        width: PANEL_WIDTH,
        height,
      });
    }
  }
  return rows;
}

export const listStanding = ({ objects, fences }: EventLayout): readonly StandingRow[] => [
  ...objects.map(standing),
  ...fences.flatMap(listPanels),
];
