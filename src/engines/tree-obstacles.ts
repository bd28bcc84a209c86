/**
 * Crowns of trees as obstacles: a spheroid of 24 triangles, a cone of 12 for conifers, with as much outline as the round form has.
 * The trunk counts for nothing.
 *
 * How much of the beam passes a crown is an assumption, of the size that Heisler (1986, "Effects of individual trees on the solar
 * radiation climate of small buildings", Urban Ecology 9) measured: some 15 to 20 % in full leaf, 50 to 70 % through bare branches.
 */
import type { Obstacle, Obstacles } from './obstacles.ts';

export interface TreeCrown {
  readonly id: string;
  /** RD metres, and the ground below it in m NAP. */
  readonly x: number;
  readonly y: number;
  readonly ground: number;
  /** Of the tree, metres. */
  readonly height: number;
  /** Diameter, metres. */
  readonly crown: number;
  /** Height of the crown's widest point and half the crown's height, as shares of the tree's height. */
  readonly middle: number;
  readonly halfHeight: number;
  readonly isCone: boolean;
  readonly isEvergreen: boolean;
}

/** Share of the beam that passes, January first. Leaves come late in April and are gone in November. */
const leafy = [0.6, 0.6, 0.6, 0.5, 0.25, 0.17, 0.17, 0.17, 0.17, 0.25, 0.45, 0.6] as const;
const evergreen = leafy.map(() => 0.15);
export const transmissionOf = ({ isEvergreen }: TreeCrown): readonly number[] => (isEvergreen ? evergreen : leafy);

const CORNERS = 6;
/** Hexagons as wide as the circles that they stand for. */
const AS_WIDE = Math.sqrt((2 * Math.PI) / (CORNERS * Math.sin((2 * Math.PI) / CORNERS)));
const around = Array.from({ length: CORNERS + 1 }, (_, i) => {
  const angle = (2 * Math.PI * i) / CORNERS;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/** Rings from below: height and radius as shares of half the crown's height and of its radius. */
const profiles = {
  spheroid: [
    [-1, 0],
    [-0.5, 0.87],
    [0.5, 0.87],
    [1, 0],
  ],
  cone: [
    [-0.75, 0],
    [-0.75, 1],
    [1, 0],
  ],
} as const;

const trianglesOf = (profile: readonly (readonly number[])[]) => 2 * CORNERS * (profile.length - 2);

/** Metres from `origin`. */
export function buildTreeObstacles(trees: readonly TreeCrown[], origin: Obstacles['origin']): Obstacles {
  const profileOf = ({ isCone }: TreeCrown) => profiles[isCone ? 'cone' : 'spheroid'];
  const count = trees.reduce((sum, tree) => sum + trianglesOf(profileOf(tree)), 0);
  const positions = new Float32Array(9 * count);
  const owners = new Uint32Array(count);
  const objects: Obstacle[] = [];
  let at = 0;
  for (const [row, tree] of trees.entries()) {
    objects.push({ kind: 'tree', id: tree.id, transmission: transmissionOf(tree) });
    const x = tree.x - origin[0];
    const y = tree.y - origin[1];
    const z = tree.ground + tree.middle * tree.height - origin[2];
    const radius = (tree.crown / 2) * AS_WIDE;
    const half = tree.halfHeight * tree.height;
    const profile = profileOf(tree);
    for (let ring = 0; ring + 1 < profile.length; ring++) {
      const [low, inner] = profile[ring] as readonly [number, number];
      const [high, outer] = profile[ring + 1] as readonly [number, number];
      for (let i = 0; i < CORNERS; i++) {
        const [c, s] = around[i] as readonly [number, number];
        const [d, t] = around[i + 1] as readonly [number, number];
        const corners = [
          [inner * c, inner * s, low],
          [inner * d, inner * t, low],
          [outer * d, outer * t, high],
          [outer * c, outer * s, high],
        ] as const;
        for (const [a, b, e] of inner === 0 ? [[0, 2, 3] as const] : outer === 0 ? [[0, 1, 2] as const] : SQUARE) {
          owners[at / 9] = row;
          for (const k of [a, b, e]) {
            const [px, py, pz] = corners[k] as readonly [number, number, number];
            positions[at++] = x + radius * px;
            positions[at++] = y + radius * py;
            positions[at++] = z + half * pz;
          }
        }
      }
    }
  }
  return { origin, positions, owners, objects };
}

const SQUARE = [
  [0, 1, 2],
  [0, 2, 3],
] as const;
