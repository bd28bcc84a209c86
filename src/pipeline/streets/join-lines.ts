/** Pieces of a street → lines as long as they go. */
import type { Line } from './line.ts';

/** Metres within which two ends are one. */
const SNAP = 0.25;

function reversed(line: Line): number[] {
  const turned: number[] = [];
  for (let i = line.length - 2; i >= 0; i -= 2) turned.push(line[i] as number, line[i + 1] as number);
  return turned;
}

const keyOf = (x: number, y: number) => `${Math.round(x / SNAP)} ${Math.round(y / SNAP)}`;
const startKey = (line: Line) => keyOf(line[0] as number, line[1] as number);
const endKey = (line: Line) => keyOf(line[line.length - 2] as number, line[line.length - 1] as number);

/** Unit direction in which the line leaves its start. */
function leaving(line: Line): [number, number] {
  const [x0, y0] = line as [number, number];
  for (let i = 2; i < line.length; i += 2) {
    const [dx, dy] = [(line[i] as number) - x0, (line[i + 1] as number) - y0];
    const length = Math.hypot(dx, dy);
    if (length > 0) return [dx / length, dy / length];
  }
  return [0, 0];
}

/**
 * Joins lines end to end. Where more than two meet, the straightest pair goes on and the rest begin there, so that a street
 * with a side branch has one long line and one short.
 */
export function joinLines(pieces: readonly Line[]): number[][] {
  let lines: (number[] | undefined)[] = pieces.map((piece) => [...piece]);
  for (let joined = true; joined; ) {
    joined = false;
    /** Ends at a place: index of the line, negative (−1 − index) for its end instead of its start. */
    const ends = new Map<string, number[]>();
    const add = (key: string, end: number) => ends.set(key, [...(ends.get(key) ?? []), end]);
    lines.forEach((line, i) => {
      if (!line) return;
      add(startKey(line), i);
      add(endKey(line), -1 - i);
    });
    const touched = new Set<number>();
    for (const meeting of ends.values()) {
      const free = meeting.filter((end) => !touched.has(end < 0 ? -1 - end : end));
      const pair = straightestPair(free, lines);
      if (!pair) continue;
      const [a, b] = pair;
      const [i, j] = [a < 0 ? -1 - a : a, b < 0 ? -1 - b : b];
      const before = a < 0 ? (lines[i] as number[]) : reversed(lines[i] as number[]);
      const after = b < 0 ? reversed(lines[j] as number[]) : (lines[j] as number[]);
      lines[i] = [...before, ...after.slice(2)];
      lines[j] = undefined;
      touched.add(i).add(j);
      joined = true;
    }
    lines = lines.filter((line) => line !== undefined);
  }
  return lines.filter((line) => line !== undefined);
}

/** Of different lines, and not turning back on itself by more than 120°; undefined where there is none. */
function straightestPair(
  ends: readonly number[],
  lines: readonly (readonly number[] | undefined)[],
): [number, number] | undefined {
  const directions = ends.map((end) => leaving(end < 0 ? reversed(lines[-1 - end] ?? []) : (lines[end] ?? [])));
  let best: [number, number] | undefined;
  let straightest = ends.length === 2 ? 1.01 : 0.5;
  for (let a = 0; a < ends.length; a++) {
    for (let b = a + 1; b < ends.length; b++) {
      if (ends[a] === -1 - (ends[b] as number)) continue;
      const [p, q] = [directions[a] as [number, number], directions[b] as [number, number]];
      const turn = p[0] * q[0] + p[1] * q[1];
      if (turn >= straightest) continue;
      straightest = turn;
      best = [ends[a] as number, ends[b] as number];
    }
  }
  return best;
}
