/** Lines as flat x, y pairs in metres. */

export type Line = readonly number[];

export function lineLength(line: Line): number {
  let length = 0;
  for (let i = 2; i < line.length; i += 2) {
    length += Math.hypot(
      (line[i] as number) - (line[i - 2] as number),
      (line[i + 1] as number) - (line[i - 1] as number),
    );
  }
  return length;
}

/** The point that many metres from the start; the nearest end where that lies outside the line. */
export function pointAlong(line: Line, distance: number): [number, number] {
  let rest = Math.max(0, distance);
  for (let i = 2; i < line.length; i += 2) {
    const [x0, y0, x1, y1] = line.slice(i - 2, i + 2) as [number, number, number, number];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (rest <= length && length > 0) return [x0 + ((x1 - x0) * rest) / length, y0 + ((y1 - y0) * rest) / length];
    rest -= length;
  }
  return [line[line.length - 2] as number, line[line.length - 1] as number];
}

function distanceToChord(line: Line, at: number, from: number, to: number): number {
  const [x, y, x0, y0] = [line[at], line[at + 1], line[from], line[from + 1]] as [number, number, number, number];
  const dx = (line[to] as number) - x0;
  const dy = (line[to + 1] as number) - y0;
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / square));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

/** Leaves out points, so that no point of the line lies further than `tolerance` from what is left (Douglas & Peucker 1973). */
export function simplifyLine(line: Line, tolerance: number): number[] {
  const last = line.length - 2;
  const kept = new Set([0, last]);
  const open: [number, number][] = [[0, last]];
  for (let run = open.pop(); run; run = open.pop()) {
    const [from, to] = run;
    let farthest = -1;
    let distance = tolerance;
    for (let at = from + 2; at < to; at += 2) {
      const own = distanceToChord(line, at, from, to);
      if (own <= distance) continue;
      distance = own;
      farthest = at;
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((a, b) => a - b).flatMap((at) => [line[at] as number, line[at + 1] as number]);
}
