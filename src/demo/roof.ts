/**
 * Building forms as closed solids. A shape gets the height of its lowest ground and of its floor (m NAP) and stands between;
 * roof heights are given above the floor. Quadrilaterals are counter-clockwise: A→B the front, B→C right, C→D back, D→A left.
 */
import { grow } from './area.ts';
import { distance, mix, type Path, type Point } from './point.ts';
import { addFace, addGround, addWalls, type Corner, type Face, lift, liftRing } from './solid.ts';

export type Shape = (ground: number, floor: number) => Face[];
export type Quad = readonly [Point, Point, Point, Point];
/** Cross-section of a roof: fraction of the way from A to B, height above the floor. */
export type Profile = readonly (readonly [t: number, height: number])[];

/** Turns the front to the next side, so that a ridge runs along the street instead of away from it. */
export const turned = ([a, b, c, d]: Quad): Quad => [b, c, d, a];

/** A cross-section between A and B pulled straight to the back: gable, shed, mansard, saw-tooth, one builder for all. */
export const profileShape =
  (quad: Quad, profile: Profile): Shape =>
  (ground, floor) => {
    const faces: Face[] = [];
    const [a, b, c, d] = quad;
    const front = profile.map(([t, h]) => lift(mix(a, b, t), floor + h));
    const back = profile.map(([t, h]) => lift(mix(d, c, t), floor + h));
    const last = profile.length - 1;
    const base = liftRing(quad, ground) as [Corner, Corner, Corner, Corner];
    addGround(faces, quad, ground);
    addFace(faces, 'WallSurface', [base[0], base[1], ...front.toReversed()]);
    addFace(faces, 'WallSurface', [base[1], base[2], back[last] as Corner, front[last] as Corner]);
    addFace(faces, 'WallSurface', [base[2], base[3], ...back]);
    addFace(faces, 'WallSurface', [base[3], base[0], front[0] as Corner, back[0] as Corner]);
    for (let i = 0; i < last; i++) {
      const upright = Math.abs((profile[i]?.[0] as number) - (profile[i + 1]?.[0] as number)) < 1e-6;
      addFace(faces, upright ? 'WallSurface' : 'RoofSurface', [
        front[i] as Corner,
        front[i + 1] as Corner,
        back[i + 1] as Corner,
        back[i] as Corner,
      ]);
    }
    return faces;
  };

export const gable = (eaves: number, ridge: number, at = 0.5): Profile => [
  [0, eaves],
  [at, ridge],
  [1, eaves],
];
export const shed = (low: number, high: number): Profile => [
  [0, low],
  [1, high],
];
export const mansard = (eaves: number, knee: number, ridge: number, inset = 0.14): Profile => [
  [0, eaves],
  [inset, knee],
  [0.5, ridge],
  [1 - inset, knee],
  [1, eaves],
];
/** North-light roof of a hall: `teeth` slopes with upright glass between. */
export function sawTooth(eaves: number, high: number, teeth: number): Profile {
  const profile: [number, number][] = [[0, eaves]];
  for (let i = 1; i <= teeth; i++) {
    profile.push([i / teeth, high]);
    if (i < teeth) profile.push([i / teeth, eaves]);
  }
  return profile;
}
/** Barrel roof in facets. */
export function barrel(eaves: number, high: number, facets = 8): Profile {
  return Array.from({ length: facets + 1 }, (_, i): [number, number] => [
    i / facets,
    eaves + (high - eaves) * Math.sin((Math.PI * i) / facets),
  ]);
}

/**
 * Hipped roof with its ridge from front to back. `front` and `back` are the fractions of the depth at which the ridge begins
 * and ends (0 is an upright gable); equal at 0.5 it is a pyramid.
 */
export const hipShape =
  (quad: Quad, eaves: number, ridge: number, front: number, back: number): Shape =>
  (ground, floor) => {
    const faces: Face[] = [];
    const [a, b, c, d] = quad;
    const base = liftRing(quad, ground) as [Corner, Corner, Corner, Corner];
    const top = liftRing(quad, floor + eaves) as [Corner, Corner, Corner, Corner];
    const middleFront = mix(a, b, 0.5);
    const middleBack = mix(d, c, 0.5);
    const r0 = lift(mix(middleFront, middleBack, front), floor + ridge);
    const r1 = lift(mix(middleFront, middleBack, 1 - back), floor + ridge);
    addGround(faces, quad, ground);
    const [a0, b0, c0, d0] = base;
    const [a1, b1, c1, d1] = top;
    addFace(faces, 'WallSurface', front > 0 ? [a0, b0, b1, a1] : [a0, b0, b1, r0, a1]);
    addFace(faces, 'WallSurface', [b0, c0, c1, b1]);
    addFace(faces, 'WallSurface', back > 0 ? [c0, d0, d1, c1] : [c0, d0, d1, r1, c1]);
    addFace(faces, 'WallSurface', [d0, a0, a1, d1]);
    if (front > 0) addFace(faces, 'RoofSurface', [a1, b1, r0]);
    if (back > 0) addFace(faces, 'RoofSurface', [c1, d1, r1]);
    addFace(faces, 'RoofSurface', [b1, c1, r1, r0]);
    addFace(faces, 'RoofSurface', [d1, a1, r0, r1]);
    return faces;
  };

/** Half-hipped (wolfseind) at both ends: gables upright up to `knee`, a small hip above; ridge from front to back. */
export const halfHipShape =
  (quad: Quad, eaves: number, knee: number, ridge: number): Shape =>
  (ground, floor) => {
    const faces: Face[] = [];
    const [a, b, c, d] = quad;
    const [a0, b0, c0, d0] = liftRing(quad, ground) as [Corner, Corner, Corner, Corner];
    const [a1, b1, c1, d1] = liftRing(quad, floor + eaves) as [Corner, Corner, Corner, Corner];
    const up = (knee - eaves) / (ridge - eaves) / 2;
    const fl = lift(mix(a, b, up), floor + knee);
    const fr = lift(mix(a, b, 1 - up), floor + knee);
    const br = lift(mix(c, d, up), floor + knee);
    const bl = lift(mix(c, d, 1 - up), floor + knee);
    const inset = ((0.5 - up) * distance(a, b)) / distance(b, c);
    const r0 = lift(mix(mix(a, b, 0.5), mix(d, c, 0.5), inset), floor + ridge);
    const r1 = lift(mix(mix(a, b, 0.5), mix(d, c, 0.5), 1 - inset), floor + ridge);
    addGround(faces, quad, ground);
    addFace(faces, 'WallSurface', [a0, b0, b1, fr, fl, a1]);
    addFace(faces, 'WallSurface', [b0, c0, c1, b1]);
    addFace(faces, 'WallSurface', [c0, d0, d1, bl, br, c1]);
    addFace(faces, 'WallSurface', [d0, a0, a1, d1]);
    addFace(faces, 'RoofSurface', [fl, fr, r0]);
    addFace(faces, 'RoofSurface', [br, bl, r1]);
    addFace(faces, 'RoofSurface', [b1, c1, br, r1, r0, fr]);
    addFace(faces, 'RoofSurface', [d1, a1, fl, r0, r1, bl]);
    return faces;
  };

/** Any simple ring with a flat roof; with a parapet the roof lies `parapet` metres below the edge. */
export const flatShape =
  (ring: Path, height: number, parapet = 0): Shape =>
  (ground, floor) => {
    const faces: Face[] = [];
    const top = liftRing(ring, floor + height);
    addGround(faces, ring, ground);
    addWalls(faces, liftRing(ring, ground), top, 'WallSurface');
    const inner = parapet > 0 ? grow([ring], -0.3, 'sharp') : [];
    if (inner.length !== 1) {
      addFace(faces, 'RoofSurface', top);
      return faces;
    }
    const edge = liftRing(inner[0] as Path, floor + height);
    const roof = liftRing(inner[0] as Path, floor + height - parapet);
    addFace(faces, 'RoofSurface', top, [edge.toReversed()]);
    // The inner side of the parapet looks inward: the rings run the other way round.
    addWalls(faces, roof.toReversed(), edge.toReversed(), 'WallSurface');
    addFace(faces, 'RoofSurface', roof);
    return faces;
  };

/** A body that goes from one ring to a narrower one above (windmill, tower), closed by a cone to its apex. */
export const taperedShape =
  (low: Path, high: Path, height: number, apex: number): Shape =>
  (ground, floor) => {
    const faces: Face[] = [];
    const top = liftRing(high, floor + height);
    addGround(faces, low, ground);
    addWalls(faces, liftRing(low, ground), top, 'WallSurface');
    const middle = high.reduce((sum, p) => ({ x: sum.x + p.x / high.length, y: sum.y + p.y / high.length }), {
      x: 0,
      y: 0,
    });
    const tip = lift(middle, floor + apex);
    top.forEach((corner, i) => {
      addFace(faces, 'RoofSurface', [corner, top[(i + 1) % top.length] as Corner, tip]);
    });
    return faces;
  };

/** Square tower with a cornice and an eight-sided spire. */
export const steepleShape =
  (quad: Quad, height: number, apex: number): Shape =>
  (ground, floor) => {
    const faces: Face[] = [];
    const top = liftRing(quad, floor + height);
    addGround(faces, quad, ground);
    addWalls(faces, liftRing(quad, ground), top, 'WallSurface');
    const middle = mix(quad[0], quad[2], 0.5);
    const octagon: Corner[] = quad.flatMap((corner, i) => {
      const before = quad[(i + 3) % 4] as Point;
      const after = quad[(i + 1) % 4] as Point;
      const inward = (p: Point) => lift(mix(p, middle, 0.12), floor + height);
      return [inward(mix(corner, before, 0.29)), inward(mix(corner, after, 0.29))];
    });
    addFace(faces, 'RoofSurface', top, [octagon.toReversed()]);
    const tip = lift(middle, floor + apex);
    octagon.forEach((corner, i) => {
      addFace(faces, 'RoofSurface', [corner, octagon[(i + 1) % 8] as Corner, tip]);
    });
    return faces;
  };
