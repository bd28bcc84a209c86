/** What the specification asks of a Solid, by hand: closed, facing out, every surface with its meaning. */
interface Geometry {
  readonly type: string;
  readonly boundaries: readonly (readonly (readonly number[][])[])[];
  readonly semantics: { readonly surfaces: readonly { readonly type: string }[]; readonly values: readonly number[][] };
}
interface City {
  readonly transform: { readonly scale: readonly number[] };
  readonly vertices: readonly (readonly number[])[];
  readonly CityObjects: Readonly<Record<string, { readonly geometry: readonly Geometry[] }>>;
}

interface WalkedSolid {
  /** Directed edges without exactly one partner. */
  readonly openEdges: number;
  /** m³ by the divergence theorem over fans: exact for flat rings and their holes; positive when it faces out. */
  readonly volume: number;
  readonly surfaces: Readonly<Record<string, number>>;
}

export function walkedSolids({ CityObjects, vertices, transform }: City): WalkedSolid[] {
  const scale = transform.scale[0] ?? 1;
  return Object.values(CityObjects).flatMap(({ geometry }) =>
    geometry.map(({ boundaries, semantics }) => {
      const shell = boundaries[0] ?? [];
      const edges = new Map<string, number>();
      const surfaces: Record<string, number> = {};
      let six = 0;
      shell.forEach((rings, s) => {
        const type = semantics.surfaces[semantics.values[0]?.[s] ?? -1]?.type ?? 'none';
        surfaces[type] = (surfaces[type] ?? 0) + 1;
        for (const ring of rings) {
          const [a = [0, 0, 0]] = ring.map((i) => (vertices[i] ?? []).map((step) => step * scale));
          ring.forEach((from, i) => {
            const to = ring[(i + 1) % ring.length];
            edges.set(`${from} ${to}`, (edges.get(`${from} ${to}`) ?? 0) + 1);
            const [b, c] = [from, to].map((at) =>
              (vertices[at as number] ?? []).map((step) => step * scale),
            ) as number[][];
            const [[ax = 0, ay = 0, az = 0], [bx = 0, by = 0, bz = 0], [cx = 0, cy = 0, cz = 0]] = [
              a,
              b ?? [],
              c ?? [],
            ];
            six += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
          });
        }
      });
      const openEdges = [...edges].filter(([key, count]) => {
        const [from, to] = key.split(' ');
        return count !== 1 || edges.get(`${to} ${from}`) !== 1;
      }).length;
      return { openEdges, volume: six / 6, surfaces };
    }),
  );
}
