/**
 * Creases (dike, ditch, quay) in a mesh of very unequal triangles. A vertex on a crease has one normal, halfway between
 * bank and field, which a renderer would spread over the whole of a long flat triangle as a smear. Long triangles that
 * lie otherwise than their vertices get vertices of their own, with their own normal.
 */
import type { LonLat } from '../../model/rd.ts';
import { enuToEarthFixed, type Vector } from './ellipsoid.ts';
import type { TileMesh } from './mesh-tile.ts';
import { quantisedMaximum } from './triangulate.ts';

/** Triangles with a side longer than this part of the tile count as long (about three cells at the finest level). */
const longSide = quantisedMaximum / 80;
const crease = Math.cos((5 * Math.PI) / 180);

/** A unit vector in three bytes. */
const pack = ([x, y, z]: Vector): number =>
  (Math.round(x * 127 + 128) << 16) | (Math.round(y * 127 + 128) << 8) | Math.round(z * 127 + 128);

/** `unit`: metres per quantised unit eastward and northward. A vertex is added per crease vertex and direction, at most one per corner. */
export function splitCreases(mesh: TileMesh, centre: LonLat, unit: readonly [number, number]): TileMesh {
  const { u, v, heights, normals } = mesh;
  const triangles = mesh.triangles.slice();
  const added: number[] = [];
  const addedNormals: number[] = [];
  const known = new Map<number, number>();
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t] as number, triangles[t + 1] as number, triangles[t + 2] as number];
    const [bu, bv] = [(u[b] as number) - (u[a] as number), (v[b] as number) - (v[a] as number)];
    const [cu, cv] = [(u[c] as number) - (u[a] as number), (v[c] as number) - (v[a] as number)];
    const longest = Math.max(
      Math.abs(bu),
      Math.abs(bv),
      Math.abs(cu),
      Math.abs(cv),
      Math.abs(cu - bu),
      Math.abs(cv - bv),
    );
    if (longest < longSide) continue;
    const bz = (heights[b] as number) - (heights[a] as number);
    const cz = (heights[c] as number) - (heights[a] as number);
    const area = bu * cv - bv * cu;
    const slopeEast = (bz * cv - cz * bv) / area / unit[0];
    const slopeNorth = (cz * bu - bz * cu) / area / unit[1];
    const length = Math.hypot(slopeEast, slopeNorth, 1);
    const normal = enuToEarthFixed(centre, [-slopeEast / length, -slopeNorth / length, 1 / length]);
    const direction = pack(normal);
    for (let k = t; k < t + 3; k++) {
      const vertex = triangles[k] as number;
      const n = 3 * vertex;
      const likeness =
        normal[0] * (normals[n] as number) +
        normal[1] * (normals[n + 1] as number) +
        normal[2] * (normals[n + 2] as number);
      if (likeness > crease) continue;
      const key = vertex * 2 ** 24 + direction;
      let own = known.get(key);
      if (own === undefined) {
        own = u.length + added.length;
        known.set(key, own);
        added.push(vertex);
        addedNormals.push(...normal);
      }
      triangles[k] = own;
    }
  }
  const extend = (column: Int32Array) =>
    Int32Array.from([...column, ...added.map((vertex) => column[vertex] as number)]);
  return {
    u: extend(u),
    v: extend(v),
    heights: Float64Array.from([...heights, ...added.map((vertex) => heights[vertex] as number)]),
    normals: Float32Array.from([...normals, ...addedNormals]),
    triangles,
  };
}
