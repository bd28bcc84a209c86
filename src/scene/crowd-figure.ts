/**
 * A person as the crowd's shader draws it: nearby with limbs that can swing, far away a body and a head of some thirty corners. Metres,
 * looking along, 1.75 m tall; each vertex says which part it is of, and on which side.
 */
import type { VertexAttributes } from './glb.ts';

/** As the shader knows them; `far…` are those of the small figure. */
export const figureParts = {
  torso: 0,
  head: 1,
  hair: 2,
  thigh: 3,
  shin: 4,
  shoe: 5,
  arm: 6,
  hand: 7,
  backpack: 8,
  hat: 9,
  flag: 10,
  farBody: 11,
  farHead: 12,
} as const;
type Part = keyof typeof figureParts;

/** m over the ground, of the joints. */
export const HIP = 0.92;
export const KNEE = 0.5;
export const SHOULDER = 1.4;

interface Lathe {
  readonly part: Part;
  /** Radius and height, from low to high; a radius of 0 is a point. */
  readonly profile: readonly (readonly [radius: number, up: number])[];
  readonly sides: number;
  /** Middle, across and along. */
  readonly at?: readonly [number, number];
  /** Depth along as part of the width across. */
  readonly flat?: number;
  /** -1 left, 1 right. */
  readonly side?: -1 | 0 | 1;
}

interface Figure {
  readonly attributes: VertexAttributes;
  readonly indices: Uint32Array;
}

function turn(lathes: readonly Lathe[]): Figure {
  const position: number[] = [];
  const normal: number[] = [];
  const limb: number[] = [];
  const indices: number[] = [];

  function vertex(
    x: number,
    along: number,
    up: number,
    n: readonly [number, number, number],
    part: Part,
    side: number,
  ) {
    position.push(x, up, -along);
    const length = Math.hypot(...n) || 1;
    normal.push(n[0] / length, n[2] / length, -n[1] / length);
    limb.push(figureParts[part], side);
    return position.length / 3 - 1;
  }

  for (const { part, profile, sides, at = [0, 0], flat = 1, side = 0 } of lathes) {
    const rings = profile.map(([radius, up], r) => {
      const [low, high] = [profile[Math.max(r - 1, 0)], profile[Math.min(r + 1, profile.length - 1)]];
      const rise = (high?.[1] ?? up) - (low?.[1] ?? up);
      const grow = (high?.[0] ?? radius) - (low?.[0] ?? radius);
      if (radius === 0) return [vertex(at[0], at[1], up, [0, 0, r === 0 ? -1 : 1], part, side)];
      return Array.from({ length: sides }, (_, i) => {
        const angle = (2 * Math.PI * (i + 0.5)) / sides;
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        return vertex(
          at[0] + radius * c,
          at[1] + radius * s * flat,
          up,
          [c * rise, (s * rise) / flat, -grow],
          part,
          side,
        );
      });
    });
    for (let r = 0; r + 1 < rings.length; r++) {
      const [low, high] = [rings[r] as number[], rings[r + 1] as number[]];
      const of = (ring: readonly number[], i: number) => ring[ring.length === 1 ? 0 : i % sides] as number;
      for (let i = 0; i < sides; i++) {
        if (low.length > 1) indices.push(of(low, i), of(low, i + 1), of(high, i));
        if (high.length > 1) indices.push(of(low, i + 1), of(high, i + 1), of(high, i));
      }
    }
  }
  return {
    attributes: {
      POSITION: { size: 3, values: Float32Array.from(position) },
      NORMAL: { size: 3, values: Float32Array.from(normal) },
      _LIMB: { size: 2, values: Float32Array.from(limb) },
    },
    indices: Uint32Array.from(indices),
  };
}

const limbs = ([-1, 1] as const).flatMap((side): Lathe[] => [
  {
    part: 'thigh',
    side,
    at: [0.095 * side, 0],
    sides: 6,
    profile: [
      [0.062, KNEE - 0.02],
      [0.088, HIP - 0.04],
    ],
  },
  {
    part: 'shin',
    side,
    at: [0.095 * side, 0],
    sides: 6,
    profile: [
      [0.042, 0.06],
      [0.066, KNEE - 0.12],
      [0.06, KNEE + 0.03],
    ],
  },
  {
    part: 'shoe',
    side,
    at: [0.095 * side, 0.05],
    sides: 4,
    flat: 2.2,
    profile: [
      [0.066, 0],
      [0.06, 0.07],
      [0, 0.1],
    ],
  },
  {
    part: 'arm',
    side,
    at: [0.235 * side, 0],
    sides: 5,
    profile: [
      [0.042, 1.12],
      [0.056, SHOULDER - 0.03],
      [0, SHOULDER + 0.04],
    ],
  },
  {
    part: 'arm',
    side,
    at: [0.24 * side, 0.02],
    sides: 5,
    profile: [
      [0.034, 0.9],
      [0.042, 1.14],
    ],
  },
  {
    part: 'hand',
    side,
    at: [0.24 * side, 0.03],
    sides: 5,
    profile: [
      [0, 0.8],
      [0.036, 0.86],
      [0.03, 0.91],
    ],
  },
]);

export const nearFigure = (): Figure =>
  turn([
    {
      part: 'torso',
      sides: 8,
      flat: 0.62,
      profile: [
        [0.15, 0.82],
        [0.168, 0.95],
        [0.16, 1.1],
        [0.2, 1.34],
        [0.17, 1.43],
        [0.06, 1.48],
        [0.05, 1.54],
      ],
    },
    ...limbs,
    {
      part: 'head',
      at: [0, 0.015],
      sides: 8,
      flat: 1.12,
      profile: [
        [0, 1.5],
        [0.062, 1.53],
        [0.092, 1.6],
        [0.094, 1.67],
        [0, 1.76],
      ],
    },
    {
      part: 'hair',
      at: [0, -0.015],
      sides: 8,
      flat: 1.1,
      profile: [
        [0.09, 1.6],
        [0.102, 1.67],
        [0.08, 1.745],
        [0, 1.775],
      ],
    },
    {
      part: 'backpack',
      at: [0, -0.19],
      sides: 4,
      flat: 0.6,
      profile: [
        [0, 0.98],
        [0.2, 1.0],
        [0.21, 1.3],
        [0.14, 1.42],
        [0, 1.44],
      ],
    },
    {
      part: 'hat',
      sides: 10,
      profile: [
        [0.2, 1.685],
        [0.2, 1.695],
        [0.11, 1.71],
        [0.1, 1.8],
        [0, 1.82],
      ],
    },
    {
      part: 'flag',
      at: [0.24, 0.1],
      sides: 3,
      profile: [
        [0.012, 0.85],
        [0.012, 2.35],
      ],
    },
    {
      part: 'flag',
      at: [0.24, -0.12],
      sides: 4,
      flat: 4,
      profile: [
        [0, 2.04],
        [0.06, 2.05],
        [0.06, 2.34],
        [0, 2.35],
      ],
    },
  ]);

export const farFigure = (): Figure =>
  turn([
    {
      part: 'farBody',
      sides: 5,
      flat: 0.7,
      profile: [
        [0.11, 0],
        [0.17, 0.84],
        [0.22, 1.34],
        [0.06, 1.5],
      ],
    },
    {
      part: 'farHead',
      sides: 5,
      profile: [
        [0, 1.47],
        [0.105, 1.62],
        [0, 1.77],
      ],
    },
  ]);

/** A square around the feet for the soft shadow there. */
export const shadowFigure = (): Figure => ({
  attributes: {
    POSITION: { size: 3, values: Float32Array.from([-1, 0, 1, 1, 0, 1, 1, 0, -1, -1, 0, -1]) },
  },
  indices: Uint32Array.from([0, 1, 2, 0, 2, 3]),
});

/**
 * Where copies are put so that the shader knows which they are: along the diagonal of the ground on which people walk, which also tells
 * CesiumJS how far they reach.
 */
export function instancePlaces(count: number, reach: number): Float32Array {
  const places = new Float32Array(3 * count);
  for (let i = 0; i < count; i++) {
    const at = ((i + 0.5) / count) * 2 * reach - reach;
    places.set([at, 0, at], 3 * i);
  }
  return places;
}
