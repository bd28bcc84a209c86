/** Small meshes of trunks and leaves with normals and colours per vertex, in a frame with y up. */

export type Vector = readonly [x: number, y: number, z: number];

export interface LeafMesh {
  /** Three numbers per vertex. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Four bytes per vertex: linear red, green, blue, opaque. */
  readonly colours: Uint8Array;
  readonly indices: Uint16Array;
}

/** Linear red, green, blue of a colour written "#rrggbb". */
export function toLinear(hex: string): Vector {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return [r, g, b];
}

export const mixVectors = (a: Vector, b: Vector, t: number): Vector => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}

/** The same numbers from 0 to 1 for the same seed (a linear congruential generator, the upper bits of 32). */
export function createDice(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 16777216;
  };
}

const golden = (1 + Math.sqrt(5)) / 2;
const icosahedron = {
  points: [
    [-1, golden, 0],
    [1, golden, 0],
    [-1, -golden, 0],
    [1, -golden, 0],
    [0, -1, golden],
    [0, 1, golden],
    [0, -1, -golden],
    [0, 1, -golden],
    [golden, 0, -1],
    [golden, 0, 1],
    [-golden, 0, -1],
    [-golden, 0, 1],
  ].map((point) => unit(point as unknown as Vector)),
  faces: [
    [0, 11, 5],
    [0, 5, 1],
    [0, 1, 7],
    [0, 7, 10],
    [0, 10, 11],
    [1, 5, 9],
    [5, 11, 4],
    [11, 10, 2],
    [10, 7, 6],
    [7, 1, 8],
    [3, 9, 4],
    [3, 4, 2],
    [3, 2, 6],
    [3, 6, 8],
    [3, 8, 9],
    [4, 9, 5],
    [2, 4, 11],
    [6, 2, 10],
    [8, 6, 7],
    [9, 8, 1],
  ],
};

type Ball = { readonly points: readonly Vector[]; readonly faces: readonly (readonly number[])[] };

/** Every triangle into four. */
function divide({ points, faces }: Ball): Ball {
  const all = [...points];
  const middles = new Map<string, number>();
  const middle = (a: number, b: number) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let index = middles.get(key);
    if (index === undefined) {
      index = all.push(unit(mixVectors(all[a] as Vector, all[b] as Vector, 0.5))) - 1;
      middles.set(key, index);
    }
    return index;
  };
  const finer = faces.flatMap((face) => {
    const [a, b, c] = face as [number, number, number];
    const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
    return [
      [a, ab, ca],
      [ab, b, bc],
      [ca, bc, c],
      [ab, bc, ca],
    ];
  });
  return { points: all, faces: finer };
}

/** Balls of 20 and of 80 triangles. */
export const balls: readonly [Ball, Ball] = [icosahedron, divide(icosahedron)];

export function createLeafMeshBuilder() {
  const positions: number[] = [];
  const normals: number[] = [];
  const colours: number[] = [];
  const indices: number[] = [];

  return {
    /** Index of the new vertex. */
    point(position: Vector, normal: Vector, colour: Vector): number {
      positions.push(...position);
      normals.push(...unit(normal));
      colours.push(...colour.map((value) => Math.round(255 * Math.min(1, Math.max(0, value)))), 255);
      return positions.length / 3 - 1;
    },
    /** Counter-clockwise from outside. */
    triangle(a: number, b: number, c: number) {
      indices.push(a, b, c);
    },
    finish: (): LeafMesh => ({
      positions: Float32Array.from(positions),
      normals: Float32Array.from(normals),
      colours: Uint8Array.from(colours),
      indices: Uint16Array.from(indices),
    }),
  };
}

export type LeafMeshBuilder = ReturnType<typeof createLeafMeshBuilder>;
