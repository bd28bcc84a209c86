import type { BuildingTriangles } from './read-buildings.ts';

export interface BuildingMesh {
  /** Flat x, y, z: metres east and north of the origin, metres NAP; three corners a triangle. */
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
  /** Row of `ids` of each triangle. */
  readonly owners: Uint32Array;
  readonly ids: readonly string[];
}

/** Of the triangles whose first corner counts; `isWanted` takes metres from the origin, which is in RD. */
export function joinBuildings(
  buildings: readonly BuildingTriangles[],
  origin: { readonly x: number; readonly y: number },
  isWanted: (x: number, y: number) => boolean,
): BuildingMesh {
  const most = buildings.reduce((sum, { positions }) => sum + positions.length, 0);
  const positions = new Float32Array(most);
  const owners = new Uint32Array(most / 9);
  const ids: string[] = [];
  let count = 0;
  for (const building of buildings) {
    const first = count;
    for (let t = 0; t < building.positions.length; t += 9) {
      const [x, y] = [building.positions[t] as number, building.positions[t + 1] as number];
      if (!isWanted(x - origin.x, y - origin.y)) continue;
      for (let k = 0; k < 9; k += 3) {
        positions[9 * count + k] = (building.positions[t + k] as number) - origin.x;
        positions[9 * count + k + 1] = (building.positions[t + k + 1] as number) - origin.y;
        positions[9 * count + k + 2] = building.positions[t + k + 2] as number;
      }
      owners[count++] = ids.length;
    }
    if (count > first) ids.push(building.id);
  }
  const indices = new Uint32Array(3 * count);
  for (let i = 0; i < indices.length; i++) indices[i] = i;
  return { positions: positions.slice(0, 9 * count), indices, owners: owners.slice(0, count), ids };
}
