/** Smooth lines through hand-drawn points, sampled about every 3 m, and what is measured along them. */
import { distance, left, mix, move, type Path, type Point, subtract, unit } from './point.ts';

/** Centripetal Catmull-Rom through all points (Yuksel 2011: no loops or cusps), sampled about every `step` metres. */
export function smooth(points: Path, step = 3, closed = false): Point[] {
  const n = points.length;
  if (n < 3) return resample(points, step);
  const get = (i: number): Point => {
    if (closed) return points[((i % n) + n) % n] as Point;
    if (i < 0) return mirror(points[0] as Point, points[1] as Point);
    if (i >= n) return mirror(points[n - 1] as Point, points[n - 2] as Point);
    return points[i] as Point;
  };
  const dense: Point[] = [];
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    const t1 = Math.sqrt(distance(p0, p1)) || 1e-6;
    const t2 = t1 + (Math.sqrt(distance(p1, p2)) || 1e-6);
    const t3 = t2 + (Math.sqrt(distance(p2, p3)) || 1e-6);
    const pieces = Math.max(2, Math.ceil(distance(p1, p2)));
    for (let k = 0; k < pieces; k++) {
      const t = t1 + ((t2 - t1) * k) / pieces;
      const a1 = mix(p0, p1, t / t1);
      const a2 = mix(p1, p2, (t - t1) / (t2 - t1));
      const a3 = mix(p2, p3, (t - t2) / (t3 - t2));
      const b1 = mix(a1, a2, t / t2);
      const b2 = mix(a2, a3, (t - t1) / (t3 - t1));
      dense.push(mix(b1, b2, (t - t1) / (t2 - t1)));
    }
  }
  dense.push(closed ? (points[0] as Point) : (points[n - 1] as Point));
  const line = resample(dense, step);
  if (closed) line.pop();
  return line;
}

const mirror = (end: Point, next: Point): Point => ({ x: 2 * end.x - next.x, y: 2 * end.y - next.y });

export function lineLength(line: Path): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1] as Point, line[i] as Point);
  return sum;
}

export interface Station {
  readonly point: Point;
  /** Unit vector along the line. */
  readonly direction: Point;
}

/** Point and direction at `s` metres along the line, held at its ends. */
export function stationAt(line: Path, s: number): Station {
  let rest = Math.max(0, s);
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const size = Math.sqrt(dx * dx + dy * dy);
    if (rest <= size || i === line.length - 1) {
      return { point: mix(a, b, Math.min(1, rest / (size || 1))), direction: unit(subtract(b, a)) };
    }
    rest -= size;
  }
  return { point: line[0] as Point, direction: { x: 1, y: 0 } };
}

/** Points at equal distances of about `step` metres, ends kept. */
export function resample(line: Path, step: number): Point[] {
  const total = lineLength(line);
  const pieces = Math.max(1, Math.round(total / step));
  const result: Point[] = [line[0] as Point];
  let i = 1;
  let passed = 0;
  for (let k = 1; k < pieces; k++) {
    const target = (total * k) / pieces;
    let size = distance(line[i - 1] as Point, line[i] as Point);
    while (passed + size < target && i < line.length - 1) {
      passed += size;
      i++;
      size = distance(line[i - 1] as Point, line[i] as Point);
    }
    result.push(mix(line[i - 1] as Point, line[i] as Point, (target - passed) / (size || 1)));
  }
  result.push(line[line.length - 1] as Point);
  return result;
}

/** The line `across` metres to its left (negative: right), mitred by the mean direction at each point. */
export function offsetLine(line: Path, across: number): Point[] {
  return line.map((p, i) => {
    const before = unit(subtract(p, (line[i - 1] ?? p) as Point));
    const after = unit(subtract((line[i + 1] ?? p) as Point, p));
    const direction =
      i === 0 ? after : i === line.length - 1 ? before : unit({ x: before.x + after.x, y: before.y + after.y });
    return move(p, direction, 0, across);
  });
}

/** Part of a line between two distances along it, metres. */
export function subLine(line: Path, from: number, until: number): Point[] {
  const result: Point[] = [stationAt(line, from).point];
  let passed = 0;
  for (let i = 1; i < line.length; i++) {
    passed += distance(line[i - 1] as Point, line[i] as Point);
    if (passed > from + 0.01 && passed < until - 0.01) result.push(line[i] as Point);
  }
  result.push(stationAt(line, until).point);
  return result;
}

/** Nearest place on a line: distance, and metres along it. */
export function nearestOn(line: Path, p: Point): { distance: number; along: number; point: Point; direction: Point } {
  let least = Number.POSITIVE_INFINITY;
  let best = { distance: Number.POSITIVE_INFINITY, along: 0, point: p, direction: { x: 1, y: 0 } as Point };
  let passed = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const size2 = dx * dx + dy * dy;
    const t = size2 === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / size2));
    const ex = a.x + dx * t - p.x;
    const ey = a.y + dy * t - p.y;
    const gap2 = ex * ex + ey * ey;
    if (gap2 < least) {
      least = gap2;
      best = {
        distance: Math.sqrt(gap2),
        along: passed + t * Math.sqrt(size2),
        point: mix(a, b, t),
        direction: unit(subtract(b, a)),
      };
    }
    passed += Math.sqrt(size2);
  }
  return best;
}

/** Which side of a line a point lies on: positive to its left. */
export function sideOf(line: Path, p: Point): number {
  const near = nearestOn(line, p);
  const normal = left(near.direction);
  return (p.x - near.point.x) * normal.x + (p.y - near.point.y) * normal.y;
}
