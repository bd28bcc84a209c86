import type { Corner, Face } from '../../src/demo/solid.ts';

const key = ({ x, y, z }: Corner) => [x, y, z].map((value) => Math.round(value * 1000)).join(' ');

/** Edges of a solid, on the millimetre grid of its file, that are not used exactly once in each direction. */
export function listOpenEdges(faces: readonly Face[]): string[] {
  const balance = new Map<string, number[]>();
  for (const { rings } of faces) {
    for (const ring of rings) {
      ring.forEach((corner, i) => {
        const a = key(corner);
        const b = key(ring[(i + 1) % ring.length] as Corner);
        const [edge, way] = a < b ? [`${a}|${b}`, 0] : [`${b}|${a}`, 1];
        const uses = balance.get(edge) ?? [0, 0];
        uses[way] = (uses[way] ?? 0) + 1;
        balance.set(edge, uses);
      });
    }
  }
  return [...balance].filter(([, [there, back]]) => there !== 1 || back !== 1).map(([edge]) => edge);
}
