/** Flat shapes along lines: ribbons of a width, lines with gaps, arrows. RD New metres, flat x, y pairs. */

/** A quadrangle or other convex ring. */
export type FlatRing = readonly number[];

const MITRE = 2.5;

/** Both sides of a line, mitred, so that its pieces meet and do not lie over each other. */
export function stripAlong(line: readonly number[], width: number): FlatRing[] {
  const points: [number, number][] = [];
  for (let i = 0; i + 1 < line.length; i += 2) {
    const [x, y] = [line[i] as number, line[i + 1] as number];
    const last = points.at(-1);
    if (!last || Math.hypot(x - last[0], y - last[1]) > 1e-3) points.push([x, y]);
  }
  if (points.length < 2) return [];
  const sides = points.map(([x, y], i) => {
    const before = points[Math.max(i - 1, 0)] as [number, number];
    const after = points[Math.min(i + 1, points.length - 1)] as [number, number];
    const unit = (ax: number, ay: number) => {
      const length = Math.hypot(ax, ay) || 1;
      return [ax / length, ay / length] as const;
    };
    const into = i > 0 ? unit(x - before[0], y - before[1]) : unit(after[0] - x, after[1] - y);
    const out = i < points.length - 1 ? unit(after[0] - x, after[1] - y) : into;
    const [mx, my] = unit(into[0] + out[0], into[1] + out[1]);
    // The cosine of half the turn.
    const half = Math.max(mx * into[0] + my * into[1], 1 / MITRE);
    const by = width / 2 / half;
    return [x - my * by, y + mx * by, x + my * by, y - mx * by] as const;
  });
  return sides.slice(1).map((to, i) => {
    const from = sides[i] as (typeof sides)[number];
    return [from[2], from[3], to[2], to[3], to[0], to[1], from[0], from[1]];
  });
}

/** Parts of a line, so many metres on and off. */
export function dashesOf(line: readonly number[], on: number, off: number): number[][] {
  const dashes: number[][] = [];
  let left = on;
  let isOn = true;
  let dash: number[] = [line[0] as number, line[1] as number];
  for (let i = 0; i + 3 < line.length; i += 2) {
    let [ax, ay] = [line[i] as number, line[i + 1] as number];
    const [bx, by] = [line[i + 2] as number, line[i + 3] as number];
    let length = Math.hypot(bx - ax, by - ay);
    while (length > left) {
      const share = left / length;
      [ax, ay] = [ax + (bx - ax) * share, ay + (by - ay) * share];
      length -= left;
      if (isOn) dashes.push([...dash, ax, ay]);
      isOn = !isOn;
      dash = [ax, ay];
      left = isOn ? on : off;
    }
    left -= length;
    dash.push(bx, by);
  }
  if (isOn && dash.length > 2) dashes.push(dash);
  return dashes;
}

export const closedLine = (ring: readonly number[]): readonly number[] => [
  ...ring,
  ring[0] as number,
  ring[1] as number,
];

/** From its foot in a direction, clockwise from north; its head is wider than its shaft by `head`, and as long as it is wide, or half. */
export function arrowRing(
  [x, y]: readonly [number, number],
  degrees: number,
  { length, width }: { readonly length: number; readonly width: number },
): FlatRing {
  const angle = (degrees * Math.PI) / 180;
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  const at = (across: number, along: number) => [x + across * c + along * s, y - across * s + along * c];
  const half = width / 2;
  const wide = Math.max(half * 1.7, half + 0.9);
  const head = Math.min(Math.max(wide * 1.1, 2), length * 0.6);
  const neck = length - head;
  return [
    at(-half, 0),
    at(half, 0),
    at(half, neck),
    at(wide, neck),
    at(0, length),
    at(-wide, neck),
    at(-half, neck),
  ].flat();
}
