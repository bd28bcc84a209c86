/**
 * Gathers triangles into a mesh that closes: where a corner lies on another triangle's open edge, that triangle is split there,
 * so that every edge is shared by two. Corners are whole millimetres; faces do not share them, so that each is lit by itself.
 */

/** x, y, z. */
export type Corner = readonly [number, number, number];

/** By number of corner. */
type Three = readonly [number, number, number];

interface Triangle {
  readonly part: number;
  /** Triangles of one face share corners. */
  readonly face: number;
  readonly corners: Three;
}

export interface PlanMesh {
  readonly positions: number[];
  readonly indices: number[];
  readonly parts: number[];
}

const toMillimetres = (value: number) => Math.round(value * 1000) / 1000 + 0;
/** A corner this near to an edge lies on it, metres: what rounding to millimetres can shift. */
const ON_EDGE = 0.003;
/** Every round splits each open triangle once; more than a handful is never needed. */
const ROUNDS = 60;

function isOnEdge([ax, ay, az]: Corner, [bx, by, bz]: Corner, [px, py, pz]: Corner): boolean {
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
  const length2 = dx * dx + dy * dy + dz * dz;
  const t = ((px - ax) * dx + (py - ay) * dy + (pz - az) * dz) / length2;
  if (!(t > 0 && t < 1)) return false;
  const [ex, ey, ez] = [ax + dx * t - px, ay + dy * t - py, az + dz * t - pz];
  return ex * ex + ey * ey + ez * ez < ON_EDGE * ON_EDGE;
}

const edgesOf = ([a, b, c]: Three): Three[] => [
  [a, b, c],
  [b, c, a],
  [c, a, b],
];

/** Edges that are not walked as often one way as the other, as "from until". */
function listOpenEdges(triangles: readonly Triangle[]): Set<string> {
  const balance = new Map<string, number>();
  for (const { corners } of triangles)
    for (const [from, until] of edgesOf(corners)) {
      const key = from < until ? `${from} ${until}` : `${until} ${from}`;
      balance.set(key, (balance.get(key) ?? 0) + (from < until ? 1 : -1));
    }
  return new Set([...balance].filter(([, count]) => count !== 0).map(([key]) => key));
}

export function createPlanMesh() {
  const corners: Corner[] = [];
  const numbers = new Map<string, number>();
  let triangles: Triangle[] = [];
  let face = 0;

  function numberOf(corner: Corner): number {
    const place = corner.map(toMillimetres) as unknown as Corner;
    const key = place.join(' ');
    let number = numbers.get(key);
    if (number === undefined) {
      number = corners.length;
      numbers.set(key, number);
      corners.push(place);
    }
    return number;
  }

  /** Answers whether anything was split. */
  function splitOnce(): boolean {
    const open = listOpenEdges(triangles);
    if (open.size === 0) return false;
    const ends = [...new Set([...open].flatMap((key) => key.split(' ').map(Number)))];
    let hasSplit = false;
    triangles = triangles.flatMap((triangle) => {
      for (const [from, until, apex] of edgesOf(triangle.corners)) {
        if (!open.has(from < until ? `${from} ${until}` : `${until} ${from}`)) continue;
        const end = ends.find(
          (p) => p !== from && p !== until && p !== apex && isOnEdge(corners[from], corners[until], corners[p]),
        );
        if (end === undefined) continue;
        hasSplit = true;
        const halves: Three[] = [
          [from, end, apex],
          [end, until, apex],
        ];
        return halves.map((half) => ({ ...triangle, corners: half }));
      }
      return [triangle];
    });
    return hasSplit;
  }

  return {
    startFace() {
      face++;
    },
    /** Counter-clockwise from outside. A triangle whose corners fall together is left out. */
    add(part: number, ...given: [Corner, Corner, Corner]) {
      const [a, b, c] = given.map(numberOf);
      if (a !== b && b !== c && a !== c) triangles.push({ part, face, corners: [a, b, c] });
    },
    build(): PlanMesh {
      for (let round = 0; round < ROUNDS && splitOnce(); round++);
      const mesh: PlanMesh = { positions: [], indices: [], parts: [] };
      const known = new Map<string, number>();
      for (const { part, face: own, corners: three } of triangles) {
        mesh.parts.push(part);
        for (const corner of three) {
          const key = `${own} ${corner}`;
          let index = known.get(key);
          if (index === undefined) {
            index = mesh.positions.length / 3;
            known.set(key, index);
            mesh.positions.push(...corners[corner]);
          }
          mesh.indices.push(index);
        }
      }
      return mesh;
    },
  };
}
