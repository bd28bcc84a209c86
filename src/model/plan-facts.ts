/** The figures of one variant that people compare, counted from its plan model: nothing is typed over by hand. */
import type { GroundPiece, PlanModel } from './plan-model.ts';

export interface PlanFacts {
  /** Solids as drawn; placed glTF models are not among them. */
  readonly buildings: number;
  /** Undefined where no solid says how many it holds. */
  readonly dwellings: number | undefined;
  /** Metres NAP of the highest point, undefined without buildings. */
  readonly highestNap: number | undefined;
  /** m² of the solids' footprints seen from above; solids that lie over each other count twice. */
  readonly footprint: number;
  /** m² per surface of the new ground, only what is there. */
  readonly ground: Readonly<Partial<Record<GroundPiece['surface'], number>>>;
  /** Today's buildings that go. */
  readonly removed: number;
  readonly trees: number;
  /** Metres of water barrier that the new ground cuts; undefined where nobody looked. */
  readonly barrierCut: number | undefined;
}

/** m² of a ring of flat x, y pairs, whichever way it turns. */
function ringArea(ring: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    const next = (i + 2) % ring.length;
    twice += x * (ring[next + 1] as number) - (ring[next] as number) * y;
  }
  return Math.abs(twice) / 2;
}

/** The first ring is the outside, the others are holes. */
const footprintArea = ([outer = [], ...holes]: readonly (readonly number[])[]) =>
  ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);

export function planFacts({ solids, ground, removed, trees, barrierCuts }: PlanModel): PlanFacts {
  const counted = solids.filter(({ dwellings }) => dwellings !== undefined);
  const perSurface: Partial<Record<GroundPiece['surface'], number>> = {};
  for (const { surface, area } of ground) {
    if (area > 0) perSurface[surface] = (perSurface[surface] ?? 0) + area;
  }
  return {
    buildings: solids.length,
    dwellings: counted.length === 0 ? undefined : counted.reduce((sum, solid) => sum + (solid.dwellings ?? 0), 0),
    highestNap: solids.length === 0 ? undefined : Math.max(...solids.map(({ upperNap }) => upperNap)),
    footprint: solids.reduce((sum, solid) => sum + footprintArea(solid.footprint), 0),
    ground: perSurface,
    removed: removed.length,
    trees: trees.length,
    barrierCut: barrierCuts?.reduce((sum, { length }) => sum + length, 0),
  };
}
