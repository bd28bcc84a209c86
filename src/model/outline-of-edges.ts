/** The outline of faces seen from above: edges that two faces share cancel, the rest is chained into rings. */
import { type Ring, ringArea } from './plan-ring.ts';

type Point = readonly [number, number];

/** Convex hull, counter-clockwise (Andrew's monotone chain). */
function hull(points: readonly Point[]): number[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length > 1) {
        const [a, b] = [chain[chain.length - 2], chain[chain.length - 1]];
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        chain.pop();
      }
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())].flat();
}

/** Rings of the edges that no other face walks the other way; undefined where they do not close. */
function chain(faces: readonly Ring[]): number[][] | undefined {
  const next = new Map<string, Map<string, Point>>();
  const key = (p: Point) => `${p[0]} ${p[1]}`;
  for (const face of faces) {
    for (let i = 0; i < face.length; i += 2) {
      const j = (i + 2) % face.length;
      const [a, b]: Point[] = [
        [face[i], face[i + 1]],
        [face[j], face[j + 1]],
      ];
      if (next.get(key(b))?.delete(key(a))) continue;
      const from = next.get(key(a));
      if (from) from.set(key(b), b);
      else next.set(key(a), new Map([[key(b), b]]));
    }
  }
  const rings: number[][] = [];
  for (const [start, edges] of next) {
    while (edges.size > 0) {
      const ring: number[] = [];
      let at = start;
      do {
        const [step] = next.get(at) ?? [];
        if (!step) return undefined;
        next.get(at)?.delete(step[0]);
        ring.push(...step[1]);
        at = step[0];
      } while (at !== start);
      rings.push(ring);
    }
  }
  return rings;
}

/**
 * Rings of flat x, y pairs, outer first and counter-clockwise. `faces` counter-clockwise seen from above, their holes clockwise.
 * Where they do not make one outline, their convex hull.
 */
export function outlineOfFaces(faces: readonly Ring[]): number[][] {
  const rings = chain(faces)?.filter((ring) => Math.abs(ringArea(ring)) > 0.01);
  const outer = rings?.filter((ring) => ringArea(ring) > 0) ?? [];
  if (rings && outer.length === 1) return [outer[0], ...rings.filter((ring) => ring !== outer[0])];
  return [
    hull(
      faces.flatMap((face) => Array.from({ length: face.length / 2 }, (_, i): Point => [face[i * 2], face[i * 2 + 1]])),
    ),
  ];
}
