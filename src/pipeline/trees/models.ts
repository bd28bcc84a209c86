/**
 * The models that stand for trees, near and far. Height 1; the crown is `crown` wide. A crown is a heap of leaf clumps:
 * dark within and below, light where the sky falls on it, each corner a little off in place and colour, so that many turned
 * and stretched copies read as brushwork and not as balls.
 */
import { treeForms } from '../../model/tree-form.ts';
import {
  balls,
  createDice,
  createLeafMeshBuilder,
  type LeafMesh,
  mixVectors,
  toLinear,
  type Vector,
} from './leaf-mesh.ts';
import type { TreeShape } from './shapes.ts';
import { addSpike, addTrunk } from './trunk.ts';

interface Clump {
  readonly centre: Vector;
  readonly radii: Vector;
  /** 0: 20 triangles, 1: 80. */
  readonly detail: 0 | 1;
}

interface Look {
  /** In the shade, in between, in the light. */
  readonly leaves: readonly [string, string, string];
  readonly bark: string;
}

interface Model {
  readonly look: Look;
  /** Crown diameter over height. */
  readonly crown: number;
  /** Height of the crown's widest point, and half the crown's height. */
  readonly middle: number;
  readonly halfHeight: number;
  /** Radius and top of the trunk. */
  readonly trunk: readonly [radius: number, top: number];
  /** Clumps around the heart of the crown, by rings: height and distance from the axis as shares, number, size as share. */
  readonly rings: readonly (readonly [rise: number, reach: number, count: number, size: number])[];
  /** Size of the heart as a share of the crown. */
  readonly heart: number;
}

export const treeModels: Readonly<Record<TreeShape, Model>> = {
  broad: {
    look: { leaves: ['#4b5c47', '#667a58', '#8a9b6c'], bark: '#6d5d4b' },
    crown: 0.62,
    ...treeForms.broad,
    trunk: [0.026, 0.45],
    rings: [
      [-0.35, 0.58, 3, 0.44],
      [0.3, 0.55, 3, 0.46],
      [0.66, 0, 1, 0.42],
    ],
    heart: 0.76,
  },
  spreading: {
    look: { leaves: ['#515f46', '#71835b', '#98a374'], bark: '#756755' },
    crown: 0.85,
    ...treeForms.spreading,
    trunk: [0.032, 0.45],
    rings: [
      [-0.28, 0.62, 4, 0.4],
      [0.36, 0.48, 3, 0.44],
      [0.62, 0.05, 1, 0.42],
    ],
    heart: 0.68,
  },
  oval: {
    look: { leaves: ['#55664e', '#778b63', '#a0ae7f'], bark: '#85796a' },
    crown: 0.5,
    ...treeForms.oval,
    trunk: [0.02, 0.4],
    rings: [
      [-0.5, 0.5, 3, 0.42],
      [0.05, 0.55, 2, 0.44],
      [0.48, 0.32, 2, 0.42],
      [0.76, 0, 1, 0.32],
    ],
    heart: 0.68,
  },
  columnar: {
    look: { leaves: ['#465747', '#5f7455', '#7f8f68'], bark: '#6d5d4b' },
    crown: 0.21,
    ...treeForms.columnar,
    trunk: [0.014, 0.3],
    rings: [
      [-0.68, 0.25, 1, 0.62],
      [-0.3, 0.4, 2, 0.52],
      [0.22, 0.35, 2, 0.52],
      [0.66, 0.1, 1, 0.5],
    ],
    heart: 0.8,
  },
  pollard: {
    look: { leaves: ['#5d6d58', '#839575', '#adb898'], bark: '#6f6251' },
    crown: 0.85,
    ...treeForms.pollard,
    trunk: [0.05, 0.42],
    rings: [
      [-0.42, 0.4, 3, 0.42],
      [0.1, 0.6, 3, 0.46],
      [0.6, 0.3, 2, 0.4],
    ],
    heart: 0.62,
  },
  conifer: {
    look: { leaves: ['#33453a', '#4a614b', '#65795a'], bark: '#6a5340' },
    crown: 0.42,
    ...treeForms.conifer,
    trunk: [0.022, 0.3],
    rings: [],
    heart: 0,
  },
  ornamental: {
    look: { leaves: ['#586748', '#7d8e5b', '#a8b37c'], bark: '#6b5648' },
    crown: 0.75,
    ...treeForms.ornamental,
    trunk: [0.024, 0.4],
    rings: [
      [-0.2, 0.55, 3, 0.48],
      [0.4, 0.42, 3, 0.46],
    ],
    heart: 0.72,
  },
  blossoming: {
    look: { leaves: ['#7f6a66', '#bfa59d', '#e6d5cb'], bark: '#5f4a42' },
    crown: 0.8,
    ...treeForms.blossoming,
    trunk: [0.024, 0.4],
    rings: [
      [-0.2, 0.58, 3, 0.46],
      [0.4, 0.42, 3, 0.46],
    ],
    heart: 0.7,
  },
};

type Dice = () => number;
const GOLDEN_ANGLE = 2.399963;

function listClumps({ crown, middle, halfHeight, rings, heart }: Model, dice: Dice): Clump[] {
  const radius = crown / 2;
  const clumps: Clump[] = [
    { centre: [0, middle, 0], radii: [radius * heart, halfHeight * heart, radius * heart], detail: 1 },
  ];
  let turn = dice() * 6;
  for (const [rise, reach, count, size] of rings) {
    for (let i = 0; i < count; i++) {
      const angle = turn + ((i + 0.5 * dice()) / count) * 2 * Math.PI;
      const away = reach * radius * (0.92 + 0.16 * dice());
      const own = size * (0.9 + 0.2 * dice());
      clumps.push({
        centre: [away * Math.cos(angle), middle + (rise + 0.16 * (dice() - 0.5)) * halfHeight, away * Math.sin(angle)],
        radii: [radius * own, halfHeight * own * 0.92, radius * own],
        detail: 0,
      });
    }
    turn += GOLDEN_ANGLE;
  }
  return clumps;
}

/** Colour of a leaf corner: `light` from 0 (below, within) to 1 (on top, outside). */
function leafColour(leaves: readonly [Vector, Vector, Vector], light: number, dice: Dice): Vector {
  const t = Math.min(1, Math.max(0, light + 0.3 * (dice() - 0.5)));
  const colour = t < 0.5 ? mixVectors(leaves[0], leaves[1], t * 2) : mixVectors(leaves[1], leaves[2], t * 2 - 1);
  const shade = 0.9 + 0.2 * dice();
  const warmth = 0.06 * (dice() - 0.5);
  return [colour[0] * (shade + warmth), colour[1] * shade, colour[2] * (shade - warmth)];
}

function listLeaves({ look }: Model): readonly [Vector, Vector, Vector] {
  const [shade, middle, light] = look.leaves;
  return [toLinear(shade), toLinear(middle), toLinear(light)];
}

function makeCrown(model: Model, clumps: readonly Clump[], roughness: number, dice: Dice, mesh: Mesh) {
  const leaves = listLeaves(model);
  const { middle, halfHeight, crown } = model;
  for (const { centre, radii, detail } of clumps) {
    const ball = balls[detail];
    // Each clump is a touch of its own, lighter or darker than its neighbours.
    const touch = 0.26 * (dice() - 0.5);
    const corners = ball.points.map((direction) => {
      const out = 1 + roughness * (dice() - 0.5);
      const rise = centre[1] + direction[1] * radii[1] * out - middle;
      // Flatter and wider below: an egg on a stick is no tree.
      const [flat, wide] = rise < 0 ? [0.8, 1.07] : [1, 1];
      const position: Vector = [
        (centre[0] + direction[0] * radii[0] * out) * wide,
        middle + rise * flat,
        (centre[2] + direction[2] * radii[2] * out) * wide,
      ];
      const fromHeart: Vector = [
        position[0] / (crown / 2),
        (position[1] - middle) / halfHeight,
        position[2] / (crown / 2),
      ];
      const outside = Math.min(1, Math.hypot(...fromHeart));
      const light = 0.18 + 0.4 * (0.5 + 0.5 * fromHeart[1]) + 0.22 * direction[1] + 0.34 * (outside - 0.4) + touch;
      return mesh.point(position, mixVectors(direction, fromHeart, 0.45), leafColour(leaves, light, dice));
    });
    for (const face of ball.faces) {
      const [a, b, c] = face.map((corner) => corners[corner]) as [number, number, number];
      mesh.triangle(a, b, c);
    }
  }
}

type Mesh = ReturnType<typeof createLeafMeshBuilder>;

/** Cones on top of each other with ragged rims. */
function makeTiers(model: Model, tiers: number, corners: number, dice: Dice, mesh: Mesh) {
  const leaves = listLeaves(model);
  const [low, high] = [0.12, 1];
  for (let tier = 0; tier < tiers; tier++) {
    const t = tier / tiers;
    const base = low + (high - low) * t * 0.94;
    const top = tier === tiers - 1 ? high : base + ((high - low) / tiers) * 1.75;
    const radius = (model.crown / 2) * (1 - t) ** 0.85;
    const tip = mesh.point([0, top, 0], [0, 1, 0], leafColour(leaves, 0.75 + 0.25 * t, dice));
    const under = mesh.point([0, base + 0.03, 0], [0, -1, 0], leafColour(leaves, 0, dice));
    const rim = Array.from({ length: corners }, (_, i) => {
      const angle = ((i + 0.4 * dice() + tier * 0.5) / corners) * 2 * Math.PI;
      const reach = radius * (0.82 + 0.36 * dice());
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const drop = 0.035 * dice();
      return mesh.point([reach * c, base - drop, reach * s], [c, 0.55, s], leafColour(leaves, 0.3 + 0.35 * t, dice));
    });
    rim.forEach((corner, i) => {
      const next = rim[(i + 1) % corners] as number;
      mesh.triangle(corner, tip, next);
      mesh.triangle(corner, next, under);
    });
  }
}

const seedOf = (shape: TreeShape) => Object.keys(treeModels).indexOf(shape) + 11;

/** 120 to 250 triangles. */
export function makeNearModel(shape: TreeShape): LeafMesh {
  const model = treeModels[shape];
  const dice = createDice(seedOf(shape));
  const mesh = createLeafMeshBuilder();
  addTrunk(mesh, model.trunk, toLinear(model.look.bark), 6, shape === 'pollard');
  if (shape === 'conifer') makeTiers(model, 6, 10, dice, mesh);
  else makeCrown(model, listClumps(model, dice), 0.34, dice, mesh);
  return mesh.finish();
}

/** 23 triangles. */
export function makeFarModel(shape: TreeShape): LeafMesh {
  const model = treeModels[shape];
  const dice = createDice(seedOf(shape));
  const mesh = createLeafMeshBuilder();
  addSpike(mesh, model.trunk, toLinear(model.look.bark));
  if (shape === 'conifer') makeTiers(model, 2, 5, dice, mesh);
  else {
    const radii: Vector = [(model.crown / 2) * 0.97, model.halfHeight * 0.97, (model.crown / 2) * 0.97];
    makeCrown(model, [{ centre: [0, model.middle, 0], radii, detail: 0 }], 0.42, dice, mesh);
  }
  return mesh.finish();
}
