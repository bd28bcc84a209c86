/** Small buildings to count by hand: faces as rings, counter-clockwise from outside; metres, y to the north. */
import type { RoofMesh } from '../../../src/engines/solar/roof-planes.ts';
import { KIND_GROUND, KIND_ROOF, KIND_WALL } from '../../../src/model/surface-kind.ts';

type Corner = readonly [x: number, y: number, z: number];

export interface Face {
  readonly kind: number;
  readonly ring: readonly Corner[];
}

export const roof = (...ring: Corner[]): Face => ({ kind: KIND_ROOF, ring });
const wall = (...ring: Corner[]): Face => ({ kind: KIND_WALL, ring });
const ground = (...ring: Corner[]): Face => ({ kind: KIND_GROUND, ring });

/** Convex faces to triangles, one surface a face. */
export function meshOf(faces: readonly Face[], isGuessed = false): RoofMesh {
  const positions: number[] = [];
  const surfaces: number[] = [];
  const kinds: number[] = [];
  for (const [surface, { kind, ring }] of faces.entries()) {
    for (let i = 1; i + 1 < ring.length; i++) {
      positions.push(...ring[0], ...ring[i], ...ring[i + 1]);
      surfaces.push(surface);
      kinds.push(kind);
    }
  }
  return {
    positions: Float32Array.from(positions),
    surfaces: Uint32Array.from(surfaces),
    kinds: Uint8Array.from(kinds),
    isGuessed,
  };
}

/** Walls, floor and flat roof. */
export function block(west: number, south: number, east: number, north: number, low: number, high: number): Face[] {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  return [
    roof(...ring.map(([x, y]): Corner => [x, y, high])),
    ground(...ring.toReversed().map(([x, y]): Corner => [x, y, low])),
    ...ring.map(([x, y], i) => {
      const [u, v] = ring[(i + 1) % 4];
      return wall([x, y, low], [u, v, low], [u, v, high], [x, y, high]);
    }),
  ];
}

/** A gable whose ridge runs east–west: slopes to the south and the north. */
export function gable(west: number, south: number, east: number, north: number, eaves: number, ridge: number): Face[] {
  const middle = (south + north) / 2;
  return [
    roof([west, south, eaves], [east, south, eaves], [east, middle, ridge], [west, middle, ridge]),
    roof([east, north, eaves], [west, north, eaves], [west, middle, ridge], [east, middle, ridge]),
    wall([west, south, 0], [east, south, 0], [east, south, eaves], [west, south, eaves]),
    wall([east, north, 0], [west, north, 0], [west, north, eaves], [east, north, eaves]),
    wall([west, north, 0], [west, south, 0], [west, south, eaves], [west, middle, ridge], [west, north, eaves]),
    wall([east, south, 0], [east, north, 0], [east, north, eaves], [east, middle, ridge], [east, south, eaves]),
    ground([west, north, 0], [east, north, 0], [east, south, 0], [west, south, 0]),
  ];
}
