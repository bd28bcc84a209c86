/** What a mesh of triangles must be: closed, facing out, and of a known size. */
interface Mesh {
  readonly positions: readonly number[];
  readonly indices: readonly number[];
  readonly parts: readonly number[];
}

const corner = ({ positions }: Mesh, index: number) => positions.slice(index * 3, index * 3 + 3);

/** Edges that are not walked exactly once in each direction, by the place of their ends. */
export function listOpenEdges(mesh: Mesh): string[] {
  const balance = new Map<string, number>();
  const add = (key: string, by: number) => balance.set(key, (balance.get(key) ?? 0) + by);
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const names = [0, 1, 2].map((k) => corner(mesh, mesh.indices[i + k]).join(' '));
    for (let k = 0; k < 3; k++) {
      add(`${names[k]} > ${names[(k + 1) % 3]}`, 1);
      add(`${names[(k + 1) % 3]} > ${names[k]}`, -1);
    }
  }
  return [...balance].filter(([, count]) => count !== 0).map(([key]) => key);
}

/** By the divergence theorem; positive when triangles face out. */
export function meshVolume(mesh: Mesh): number {
  let six = 0;
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => corner(mesh, mesh.indices[i + k]));
    six += a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return six / 6;
}

/** m² of one part's triangles, in space. */
export function partArea(mesh: Mesh, part: number): number {
  let sum = 0;
  for (let t = 0; t < mesh.parts.length; t++) {
    if (mesh.parts[t] !== part) continue;
    const [a, b, c] = [0, 1, 2].map((k) => corner(mesh, mesh.indices[t * 3 + k]));
    const [u, v] = [b.map((value, i) => value - a[i]), c.map((value, i) => value - a[i])];
    sum += Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2;
  }
  return sum;
}
