/**
 * The mesh that water is drawn on: squares that get twice as wide from ring to ring around the eye, one mesh for grids of any size. It
 * never changes: its vertices read the level from a texture, so that water can move without any geometry being made.
 */
import type { IndexedMesh } from './glb.ts';

/** Steps from the middle to the side of the finest square. */
const HALF = 64;
/** Rings around it, each with steps twice as wide. */
const RINGS = 5;

/** The mesh is moved in steps of this, so that the vertices of every ring stay on the same places. */
export const WIDEST_STEP = 2 ** RINGS;
/** Steps from the middle to the outer side. */
export const MESH_REACH = HALF * WIDEST_STEP;

/**
 * Whole steps east and south of the middle, y up. Where rings meet, the wide squares have the narrow ones' corner on their side
 * too, so that nothing gapes.
 */
export function meshRings(): IndexedMesh {
  const positions: number[] = [];
  const indices: number[] = [];
  const known = new Map<number, number>();
  const span = 2 * MESH_REACH + 1;

  function vertex(x: number, z: number): number {
    const key = (z + MESH_REACH) * span + x + MESH_REACH;
    let index = known.get(key);
    if (index === undefined) {
      index = positions.length / 3;
      known.set(key, index);
      positions.push(x, 0, z);
    }
    return index;
  }

  /** A fan around the middle of the ring of corners, or two triangles where there are four. */
  function addSquare(x: number, z: number, step: number, hole: number) {
    const corners = [vertex(x, z), vertex(x, z + step)];
    const touches = (value: number, along: number) => Math.abs(value) === hole && Math.abs(along + step / 2) < hole;
    const half = step / 2;
    if (touches(x, z)) corners.splice(1, 0, vertex(x, z + half));
    if (touches(z + step, x)) corners.push(vertex(x + half, z + step));
    corners.push(vertex(x + step, z + step));
    if (touches(x + step, z)) corners.push(vertex(x + step, z + half));
    corners.push(vertex(x + step, z));
    if (touches(z, x)) corners.push(vertex(x + half, z));
    if (corners.length === 4) {
      const [a, b, c, d] = corners as [number, number, number, number];
      // Diagonals that cross like a herringbone show no direction in slopes.
      if ((x / step + z / step) % 2 === 0) indices.push(a, b, c, a, c, d);
      else indices.push(a, b, d, b, c, d);
      return;
    }
    // The fan starts at the corner that was put in, so that no triangle is flat.
    const first = corners.findIndex((corner) => {
      const [cx, cz] = [positions[corner * 3] as number, positions[corner * 3 + 2] as number];
      return cx % step !== 0 || cz % step !== 0;
    });
    const turned = [...corners.slice(first), ...corners.slice(0, first)];
    for (let i = 1; i + 1 < turned.length; i++)
      indices.push(turned[0] as number, turned[i] as number, turned[i + 1] as number);
  }

  for (let ring = 0; ring <= RINGS; ring++) {
    const step = 2 ** ring;
    const reach = HALF * step;
    const hole = ring === 0 ? 0 : reach / 2;
    for (let z = -reach; z < reach; z += step) {
      for (let x = -reach; x < reach; x += step) {
        const isInHole = x >= -hole && x + step <= hole && z >= -hole && z + step <= hole;
        if (!isInHole) addSquare(x, z, step, hole);
      }
    }
  }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
}
