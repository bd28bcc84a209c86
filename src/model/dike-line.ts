/** A place on a dike's line, and the part of the line around it. */
import { InputError } from './input-error.ts';

export interface DikePlace {
  /** RD metres, on the line. */
  readonly x: number;
  readonly y: number;
  /** Metres along the line from its first point. */
  readonly chainage: number;
  /** Of length 1, along the line; the water lies to its left. */
  readonly tangentX: number;
  readonly tangentY: number;
  /** m from the point that was asked for. */
  readonly distance: number;
}

const lengthOf = (line: readonly number[], k: number) => Math.hypot(line[k] - line[k - 2], line[k + 1] - line[k - 1]);

/** The point at `chainage` metres, within the line's ends. */
function pointAlong(line: readonly number[], chainage: number): [number, number] {
  let passed = 0;
  for (let k = 2; k < line.length; k += 2) {
    const length = lengthOf(line, k);
    if (passed + length >= chainage || k === line.length - 2) {
      const share = length > 0 ? Math.min(1, Math.max(0, (chainage - passed) / length)) : 0;
      return [line[k - 2] + share * (line[k] - line[k - 2]), line[k - 1] + share * (line[k + 1] - line[k - 1])];
    }
    passed += length;
  }
  throw new InputError('Breach: the line of the dike has fewer than two points.');
}

/** The nearest point of the line (flat x, y pairs); its direction is that of `span` metres of line around it. */
export function findDikePlace(line: readonly number[], x: number, y: number, span: number): DikePlace {
  let passed = 0;
  let distance = Number.POSITIVE_INFINITY;
  let chainage = 0;
  for (let k = 2; k < line.length; k += 2) {
    const [ax, ay] = [line[k - 2], line[k - 1]];
    const [ux, uy] = [line[k] - ax, line[k + 1] - ay];
    const size = ux * ux + uy * uy;
    const share = size === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / size));
    const away = Math.hypot(ax + ux * share - x, ay + uy * share - y);
    if (away < distance) {
      distance = away;
      chainage = passed + share * Math.sqrt(size);
    }
    passed += Math.sqrt(size);
  }
  const [px, py] = pointAlong(line, chainage);
  const [ax, ay] = pointAlong(line, Math.max(0, chainage - span / 2));
  const [bx, by] = pointAlong(line, Math.min(passed, chainage + span / 2));
  const chord = Math.hypot(bx - ax, by - ay);
  if (!(chord > 0)) throw new InputError('Breach: the line of the dike has no length there.');
  return { x: px, y: py, chainage, tangentX: (bx - ax) / chord, tangentY: (by - ay) / chord, distance };
}

/** The part of the line within `reach` metres along it. */
export function cutLine(line: readonly number[], { chainage }: DikePlace, reach: number): number[] {
  const part = [...pointAlong(line, Math.max(0, chainage - reach))];
  let passed = 0;
  for (let k = 2; k < line.length; k += 2) {
    passed += lengthOf(line, k);
    if (passed > chainage - reach && passed < chainage + reach) part.push(line[k], line[k + 1]);
  }
  part.push(...pointAlong(line, chainage + reach));
  return part;
}
