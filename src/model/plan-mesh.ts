/**
 * Gathers triangles into a mesh that closes: where a corner lies on another triangle's edge, that triangle is split there, so
 * that every edge is shared by two. Corners are whole millimetres; faces do not share them, so that each is lit by itself.
 */

/** x, y, z. */
export type Corner = readonly [number, number, number];

interface Triangle {
  readonly part: number;
  /** Triangles of one face share corners. */
  readonly face: number;
  readonly corners: readonly [Corner, Corner, Corner];
}

export interface PlanMesh {
  readonly positions: number[];
  readonly indices: number[];
  readonly parts: number[];
}

const toMillimetres = (value: number) => Math.round(value * 1000) / 1000 + 0;
const keyOf = ([x, y, z]: Corner) => `${x} ${y} ${z}`;
/** A corner this near to an edge lies on it, metres: what rounding to millimetres can shift. */
const ON_EDGE = 0.0015;

function isOnEdge([ax, ay, az]: Corner, [bx, by, bz]: Corner, [px, py, pz]: Corner): boolean {
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
  const length2 = dx * dx + dy * dy + dz * dz;
  const t = ((px - ax) * dx + (py - ay) * dy + (pz - az) * dz) / length2;
  // Not beside its ends: a split there would make slivers without end.
  const margin = (2 * ON_EDGE) / Math.sqrt(length2);
  if (!(t > margin && t < 1 - margin)) return false;
  const [ex, ey, ez] = [ax + dx * t - px, ay + dy * t - py, az + dz * t - pz];
  return ex * ex + ey * ey + ez * ez < ON_EDGE * ON_EDGE;
}

function isFlat([a, b, c]: Triangle['corners']): boolean {
  const keys = [keyOf(a), keyOf(b), keyOf(c)];
  return keys[0] === keys[1] || keys[1] === keys[2] || keys[0] === keys[2];
}

export function createPlanMesh() {
  const triangles: Triangle[] = [];
  let face = 0;

  /** Splits at every corner of the mesh that lies on an edge; the pieces are looked at again. */
  function closed(): Triangle[] {
    const corners = [...new Map(triangles.flatMap((t) => t.corners).map((c) => [keyOf(c), c])).values()];
    const result: Triangle[] = [];
    const rest = [...triangles];
    for (let triangle = rest.pop(); triangle; triangle = rest.pop()) {
      const [a, b, c] = triangle.corners;
      const edges: [Corner, Corner, Corner][] = [
        [a, b, c],
        [b, c, a],
        [c, a, b],
      ];
      const own = new Set(triangle.corners.map(keyOf));
      let split = false;
      for (const [from, until, apex] of edges) {
        const corner = corners.find((p) => !own.has(keyOf(p)) && isOnEdge(from, until, p));
        if (!corner) continue;
        rest.push({ ...triangle, corners: [from, corner, apex] }, { ...triangle, corners: [corner, until, apex] });
        split = true;
        break;
      }
      if (!split) result.push(triangle);
    }
    return result;
  }

  return {
    startFace() {
      face++;
    },
    /** Counter-clockwise from outside. A triangle whose corners fall together is left out. */
    add(part: number, a: Corner, b: Corner, c: Corner) {
      const corners = [a, b, c].map((corner) => corner.map(toMillimetres)) as unknown as Triangle['corners'];
      if (!isFlat(corners)) triangles.push({ part, face, corners });
    },
    build(): PlanMesh {
      const mesh: PlanMesh = { positions: [], indices: [], parts: [] };
      const known = new Map<string, number>();
      for (const { part, face: own, corners } of closed().toReversed()) {
        mesh.parts.push(part);
        for (const corner of corners) {
          const key = `${own} ${keyOf(corner)}`;
          let index = known.get(key);
          if (index === undefined) {
            index = mesh.positions.length / 3;
            known.set(key, index);
            mesh.positions.push(...corner);
          }
          mesh.indices.push(index);
        }
      }
      return mesh;
    },
  };
}
